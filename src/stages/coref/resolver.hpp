// The work of CorefStage on one document; lives for one run.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"

namespace chancery {

class Resolver {
 public:
  using Nouns = std::unordered_map<std::string, bool>;
  Resolver(Document& document, const Nouns& nouns) : document_(document), nouns_(nouns) {}
  void run();

 private:
  std::vector<Index> find_principals() const;
  void read_sentence(const Sentence& sentence);
  void resolve_single(Index token, Gender gender);
  void resolve_plural(Index token, bool possessive);
  void resolve_description(Index first, Index last);
  Index person_for(Gender gender, Index token) const;
  Index group_of(const std::vector<Index>& members, const std::string& name);
  void add(Index first, Index last, MentionType type, Form form, Index entity);
  bool is_person(Index entity) const { return entity != kNone && document_.entities[entity].type == MentionType::person; }
  bool fits(Index entity, Gender gender) const;
  size_t description_length(Index token, const Sentence& sentence, Index& noun) const;

  Document& document_;
  const Nouns& nouns_;
  std::vector<Index> principals_;
  std::vector<Index> last_subject_;   ///< of the sentence before
  std::vector<Index> subject_;        ///< of this sentence, once its first mention is passed
  std::vector<Index> recent_;         ///< people, the latest last
  Index last_group_ = kNone;          ///< the latest plural subject that is a group of its own
  std::vector<Mention> added_;
};

}  // namespace chancery
