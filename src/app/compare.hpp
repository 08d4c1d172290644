// Laying two accounts side by side: texts as they come, or documents and accounts of a record.
//
// Texts are analysed, both at once, and nothing is kept. Of what the record holds, its facts are compared, so that what
// people corrected counts; only words and trees are made anew, and a note says where the facts are another version's.
// Construct once; shared by threads.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "app/engine.hpp"
#include "questions/compare/compare.hpp"
#include "questions/novelty.hpp"
#include "record/record.hpp"

namespace chancery::app {

/// Two analysed documents and their comparison, which points into them.
struct SideBySide {
  std::unique_ptr<const Document> a, b;
  std::unique_ptr<const questions::Novelty> wording_a, wording_b;  ///< of documents on record
  questions::compare::Comparison comparison;
};

class Comparer {
 public:
  /// Throws as Engine does where a data file is missing or malformed.
  explicit Comparer(std::shared_ptr<const Engine> engine);

  SideBySide texts(Document a, Document b) const;
  /// Whole documents by their ids. Throws Error(input) where there is none.
  SideBySide documents(const record::Record& record, const std::string& a, const std::string& b) const;
  /// Two accounts of an encounter, named by the id of their document or event, or by the beginning of one; unnamed, the
  /// leading account and the first beside it, of another publisher if there is one. Throws Error(input) where the
  /// encounter has fewer than two accounts, or none of that name.
  SideBySide accounts(const record::Record& record, const std::string& encounter, const std::string& a, const std::string& b) const;

 private:
  /// A document of the record, and which of its events is compared; empty: all of it.
  struct Chosen {
    std::string document, event;
  };
  void analyse(Document& document) const;
  void put_words(record::Kept& kept) const;
  SideBySide kept(const record::Record& record, const Chosen& a, const Chosen& b) const;

  std::shared_ptr<const Engine> engine_;
  questions::compare::Lexicon lexicon_;
  mutable std::once_flag asked_;
  mutable std::string made_by_;  ///< the engine's; asked when first needed
};

}  // namespace chancery::app
