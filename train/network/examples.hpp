// Treebanks and files of names as what the network learns from: features, and labels as numbers.
#pragma once

#include <filesystem>
#include <map>

#include "knowledge/knowledge.hpp"
#include "network/joint.hpp"
#include "stages/segment/words.hpp"
#include "train/conllu.hpp"

namespace chancery::train {

/// Labels in the order in which they were first seen.
class Labels {
 public:
  int32_t add(const std::string& label);
  /// -1 where it is not known.
  int32_t find(const std::string& label) const;
  const std::vector<std::string>& all() const { return all_; }
  size_t size() const { return all_.size(); }

 private:
  std::map<std::string, int32_t> numbers_;
  std::vector<std::string> all_;
};

struct LabelSets {
  Labels upos, xpos, relations, names;
};

/// A sentence with names as spans of words, half-open.
struct NamedSentence {
  struct Name {
    uint32_t first, last;
    std::string kind;
  };
  std::vector<std::string> words;
  std::vector<Name> names;
  std::vector<uint32_t> unknown;  ///< words that may or may not stand in a name; in none of `names`
};

/// Files of two or more columns with the tag (BIO) last; blank lines between sentences. Kinds are person, organisation,
/// place and other. Words are split further as the program splits them ("LONDON-based").
std::vector<NamedSentence> read_names(const std::filesystem::path& file, const WordSplitter& splitter);

/// Labels of the scheme begin, inside, end, single, other.
std::vector<std::string> span_labels(const NamedSentence& sentence);

/// Makes examples; labels are added to the sets where `grow`, else unknown ones become -1.
class ExampleMaker {
 public:
  ExampleMaker(const Vocabulary& vocabulary, uint32_t piece_rows, const chancery::Lexicon* lexicon, LabelSets& labels) : vocabulary_(vocabulary), piece_rows_(piece_rows), lexicon_(lexicon), labels_(labels) {}
  Example of(const TreeSentence& sentence, bool grow);
  Example of(const NamedSentence& sentence, bool grow);
  /// Without annotation.
  Example of(const std::vector<std::string>& words) const;

 private:
  WordFeatures features(const std::vector<std::string>& words) const;

  const Vocabulary& vocabulary_;
  uint32_t piece_rows_;
  const chancery::Lexicon* lexicon_;
  LabelSets& labels_;
};

}  // namespace chancery::train
