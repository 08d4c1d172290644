#include "train/gum_names.hpp"

#include <algorithm>
#include <map>

#include "document/word.hpp"

namespace chancery::train {
namespace {

struct Mention {
  std::string id, type;
  uint32_t first = 0, last = 0;  ///< words, the last included
};

std::string kind_of(const std::string& type) {
  if (type == "person") return "person";
  if (type == "organization") return "organisation";
  return type == "place" ? "place" : "";
}

/// Reads the brackets of all words; a mention may run over others, so that open ones are found by their number.
std::vector<Mention> mentions_of(const TreeSentence& sentence) {
  std::vector<Mention> open, closed;
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    const std::string_view brackets = value_in(sentence.words[i].misc, "Entity");
    const auto close = [&](std::string_view id) {
      for (size_t m = open.size(); m-- > 0;) {
        if (open[m].id != id) continue;
        open[m].last = i;
        closed.push_back(open[m]);
        open.erase(open.begin() + static_cast<std::ptrdiff_t>(m));
        return;
      }
    };
    for (size_t at = 0; at < brackets.size();) {
      const bool opens = brackets[at] == '(';
      const size_t begin = at + opens;
      const size_t end = std::min(brackets.find_first_of("()", begin), brackets.size());
      const std::string_view inside = brackets.substr(begin, end - begin);
      const bool closes = end < brackets.size() && brackets[end] == ')';
      const size_t dash = inside.find('-');
      const std::string_view id = inside.substr(0, dash);
      if (opens && dash != std::string_view::npos) {
        const std::string_view rest = inside.substr(dash + 1);
        open.push_back({std::string(id), std::string(rest.substr(0, rest.find('-'))), i, i});
      }
      if (closes) close(id);
      at = closes ? end + 1 : std::max(end, at + 1);
    }
  }
  return closed;
}

class NameFinder {
 public:
  NameFinder(const TreeSentence& sentence, const std::function<bool(const std::string&)>& is_title) : words_(sentence.words), is_title_(is_title) {}

  /// The name inside a mention as [first, last); empty where it has none.
  std::pair<uint32_t, uint32_t> name_in(const Mention& mention, const std::string& kind) const {
    const uint32_t head = head_of(mention);
    if (words_[head].upos != "PROPN") return {0, 0};
    uint32_t first = mention.first, last = mention.last + 1;
    while (first < last && (words_[first].upos == "DET" || words_[first].upos == "ADP" || words_[first].upos == "PUNCT")) ++first;
    if (words_[last - 1].xpos == "POS") --last;
    if (kind == "person" || !written_as_name(first, last)) std::tie(first, last) = around(head, mention);
    while (kind == "person" && first + 1 < last && is_title_(plain_lower(words_[first].form))) ++first;
    if (first + 1 == last && is_title_(plain_lower(words_[first].form))) return {0, 0};
    return {first, last};
  }

 private:
  uint32_t head_of(const Mention& mention) const {
    for (uint32_t i = mention.first; i <= mention.last; ++i) {
      const uint32_t head = words_[i].head;
      if (head == 0 || head - 1 < mention.first || head - 1 > mention.last) return i;
    }
    return mention.first;
  }

  static bool linking(const TreeWord& word) { return word.upos == "ADP" || word.upos == "CCONJ" || word.upos == "DET" || word.upos == "PUNCT" || word.upos == "SYM" || word.xpos == "POS"; }

  /// Capitals throughout, small words between them aside: "University of the West Indies".
  bool written_as_name(uint32_t first, uint32_t last) const {
    for (uint32_t i = first; i < last; ++i) {
      const Shape shape = shape_of(words_[i].form);
      const bool capital = shape == Shape::capitalised || shape == Shape::upper || words_[i].upos == "NUM";
      if (!capital && !linking(words_[i])) return false;
      if (words_[i].upos == "PUNCT" && words_[i].form != "-" && words_[i].form != "." && words_[i].form != "&") return false;
    }
    return first < last;
  }

  /// Proper nouns next to the head that belong to its name.
  std::pair<uint32_t, uint32_t> around(uint32_t head, const Mention& mention) const {
    const auto belongs = [&](uint32_t i) {
      const TreeWord& word = words_[i];
      const bool joins = word.deprel.starts_with("flat") || word.deprel == "compound" || word.deprel == "punct" || i == head;
      return joins && (word.upos == "PROPN" || word.form == "-");
    };
    uint32_t first = head, last = head + 1;
    while (first > mention.first && belongs(first - 1)) --first;
    while (last <= mention.last && belongs(last)) ++last;
    while (last > first + 1 && words_[last - 1].form == "-") --last;
    return {first, last};
  }

  const std::vector<TreeWord>& words_;
  const std::function<bool(const std::string&)>& is_title_;
};

}  // namespace

std::vector<NamedSentence> names_in_treebank(const std::vector<TreeSentence>& trees, const std::function<bool(const std::string&)>& is_title) {
  std::vector<NamedSentence> out;
  for (const TreeSentence& tree : trees) {
    NamedSentence sentence;
    for (const TreeWord& word : tree.words) sentence.words.push_back(word.form);
    const NameFinder finder(tree, is_title);
    std::vector<NamedSentence::Name> names;
    for (const Mention& mention : mentions_of(tree)) {
      const std::string kind = kind_of(mention.type);
      if (kind.empty()) continue;
      const auto [first, last] = finder.name_in(mention, kind);
      if (first < last) names.push_back({first, last, kind});
    }
    std::sort(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.last - a.first > b.last - b.first; });
    for (const auto& name : names) {  // of names within each other the longest
      const bool free = std::none_of(sentence.names.begin(), sentence.names.end(), [&](const auto& n) { return name.first < n.last && n.first < name.last; });
      if (free) sentence.names.push_back(name);
    }
    std::sort(sentence.names.begin(), sentence.names.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    out.push_back(std::move(sentence));
  }
  return out;
}

}  // namespace chancery::train
