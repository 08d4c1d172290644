// Attributions of GUM, as its rhetorical trees mark them (eRST, Zeldes et al. 2025): an elementary unit that attributes
// ("he said") hangs on the one that is attributed; signals name the words of the source and of the cue.
#include <algorithm>
#include <charconv>
#include <map>

#include "speech/attribution_corpus.hpp"

namespace chancery::train {
namespace {

/// One document of the treebank as it stood, with where each word lies and which unit it belongs to.
struct Source {
  std::string text;
  std::vector<Span> words;
  std::vector<uint32_t> units;      ///< a word each, from 1
  std::vector<size_t> sentence_of;  ///< a word each
  struct Unit {
    uint32_t head = 0;
    std::string relation, signals;
  };
  std::map<uint32_t, Unit> tree;
};

uint32_t number(std::string_view text) {
  uint32_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// "attribution-positive:13->14:0:lex-indph-119-120-_+sem-atsrc-121-128-_": relation, unit, head, depth, signals.
std::pair<uint32_t, Source::Unit> unit_of(std::string_view column) {
  const size_t colon = column.find(':');
  Source::Unit unit;
  unit.relation = column.substr(0, colon);
  std::string_view rest = colon == std::string_view::npos ? std::string_view() : column.substr(colon + 1);
  const uint32_t own = number(rest);
  const size_t arrow = rest.find("->");
  if (arrow != std::string_view::npos) unit.head = number(rest.substr(arrow + 2));
  const size_t signals = rest.find(':', rest.find(':') + 1);
  if (signals != std::string_view::npos) unit.signals = rest.substr(signals + 1);
  return {own, unit};
}

void add_sentence(const TreeSentence& sentence, size_t index, Source& out) {
  if (!out.text.empty()) out.text += sentence.new_paragraph ? "\n\n" : " ";
  for (const SurfaceToken& token : surface_of(sentence)) {
    const auto begin = static_cast<uint32_t>(out.text.size());
    out.text += token.form;
    const auto end = static_cast<uint32_t>(out.text.size());
    if (token.space_after) out.text += ' ';
    for (uint32_t w = token.first; w <= token.last; ++w) {
      out.words.push_back({begin, end, Part::text});
      out.sentence_of.push_back(index);
      const std::string_view discourse = value_in(sentence.words[w].misc, "Discourse");
      uint32_t current = out.units.empty() ? 0 : out.units.back();
      if (!discourse.empty()) {
        auto [number, unit] = unit_of(discourse);
        current = number;
        out.tree[number] = std::move(unit);
      }
      out.units.push_back(current);
    }
  }
  while (!out.text.empty() && out.text.back() == ' ') out.text.pop_back();
}

/// "sem-atsrc-121-128-_" among signals: words from 121 to 128, counted from 1, or a list "4,7".
std::vector<WordRange> words_of_signal(std::string_view signals, std::string_view kind) {
  std::vector<WordRange> words;
  for (size_t at = 0; at < signals.size();) {
    const size_t end = std::min(signals.find('+', at), signals.size());
    std::string_view one = signals.substr(at, end - at);
    at = end + 1;
    if (!one.starts_with(kind)) continue;
    one.remove_prefix(std::min(one.find_first_of("0123456789", kind.size()), one.size()));
    const size_t close = std::min(one.find_first_not_of("0123456789-,"), one.size());
    one = one.substr(0, close);
    while (!one.empty()) {
      const size_t comma = std::min(one.find(','), one.size());
      const std::string_view part = one.substr(0, comma);
      const size_t dash = part.find('-');
      const uint32_t first = number(part), last = dash == std::string_view::npos || dash + 1 >= part.size() ? first : number(part.substr(dash + 1));
      if (first > 0 && last >= first) words.push_back({first - 1, last});
      one.remove_prefix(std::min(comma + 1, one.size()));
    }
  }
  std::sort(words.begin(), words.end(), [](const WordRange& a, const WordRange& b) { return a.first < b.first; });
  return words;
}

/// The words of a unit and of those that hang on it, in its own sentence; attributing units are left out.
std::vector<WordRange> content_of(const Source& source, uint32_t unit) {
  const auto belongs = [&](uint32_t u) {
    for (int steps = 0; u != 0 && steps < 50; ++steps) {
      if (u == unit) return true;
      const auto at = source.tree.find(u);
      if (at == source.tree.end() || at->second.relation.starts_with("attribution")) return false;
      u = at->second.head;
    }
    return false;
  };
  const auto own = std::find(source.units.begin(), source.units.end(), unit);
  if (own == source.units.end()) return {};
  const size_t sentence = source.sentence_of[static_cast<size_t>(own - source.units.begin())];
  std::vector<WordRange> words;
  for (Index i = 0; i < source.units.size(); ++i) {
    if (source.sentence_of[i] != sentence || !belongs(source.units[i])) continue;
    if (words.empty() || words.back().last != i) words.push_back({i, i});
    words.back().last = i + 1;
  }
  return words;
}

/// Words of the treebank as words of the analysed document.
std::vector<WordRange> in_document(const Source& source, const std::vector<WordRange>& words, const Document& document) {
  std::vector<Span> spans;
  for (const WordRange& range : words) {
    if (range.last <= source.words.size() && range.first < range.last) spans.push_back(joined(source.words[range.first], source.words[range.last - 1]));
  }
  return words_in(document, std::move(spans));
}

AttributedText attributed(const Source& source, const std::string& id, const TextAnalyser& analyser) {
  Document document;
  document.info.id = id;
  document.text = source.text;
  AttributedText text = analyser.analyse(std::move(document));
  for (const auto& [number, unit] : source.tree) {
    if (!unit.relation.starts_with("attribution")) continue;
    GoldAttribution gold;
    gold.source = in_document(source, words_of_signal(unit.signals, "sem-atsrc"), *text.document);
    gold.cue = in_document(source, words_of_signal(unit.signals, "lex-ind"), *text.document);
    gold.content = in_document(source, content_of(source, unit.head), *text.document);
    gold.predicate = head_of(*text.document, gold.cue);
    if (!gold.content.empty() && !gold.source.empty() && gold.predicate != kNone) text.gold.push_back(std::move(gold));
  }
  return text;
}

}  // namespace

std::vector<AttributedText> read_rhetorical(const std::vector<TreeSentence>& sentences, const TextAnalyser& analyser) {
  std::vector<AttributedText> out;
  for (size_t begin = 0; begin < sentences.size();) {
    size_t end = begin + 1;
    while (end < sentences.size() && !sentences[end].new_document) ++end;
    Source source;
    for (size_t s = begin; s < end; ++s) add_sentence(sentences[s], s, source);
    out.push_back(attributed(source, sentences[begin].document, analyser));
    begin = end;
  }
  return out;
}

}  // namespace chancery::train
