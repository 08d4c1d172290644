#include "stages/segment/segment.hpp"

#include <algorithm>
#include <array>
#include "stages/segment/layout.hpp"
#include "stages/segment/words.hpp"

namespace chancery {
namespace {

bool is_terminal(std::string_view word) { return word == "." || word == "!" || word == "?" || word == "…" || word == "..." || word == "?!" || word == "!!"; }
bool is_closing(std::string_view word) { return word == "”" || word == "»" || word == ")" || word == "]" || word == "’" || word == "'" || word == "\""; }
bool is_opening(std::string_view word) { return word == "“" || word == "«" || word == "„" || word == "(" || word == "[" || word == "‘"; }

/// Decides where sentences end inside one block of tokens.
class Boundaries {
 public:
  Boundaries(const Document& document, const Abbreviations& abbreviations, Index last)
      : document_(document), abbreviations_(abbreviations), last_(last) {}

  /// One past the last token of the sentence that begins at `begin`.
  Index end_of(Index begin) const {
    for (Index i = begin; i < last_; ++i) {
      if (!may_end(i)) continue;
      Index end = i + 1;
      while (end < last_ && (is_terminal(word(end)) || closes(end))) ++end;
      if (end >= last_ || starts_sentence(end, i)) return end;
    }
    return last_;
  }

 private:
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }

  bool may_end(Index i) const {
    const auto w = word(i);
    if (is_terminal(w)) return w != "." || !document_.tokens[i].space_before || i + 1 >= last_ || document_.tokens[i + 1].space_before;
    return w.size() > 1 && w.back() == '.' && kind(i) == Abbreviation::either;
  }

  Abbreviation kind(Index i) const {
    const std::string& lower = document_.tokens[i].lower;
    return lower.size() > 1 && lower.back() == '.' ? abbreviations_.find(std::string_view(lower).substr(0, lower.size() - 1)) : Abbreviation::none;
  }

  /// A straight quotation mark closes when nothing stands between it and the word before.
  bool closes(Index i) const { return is_closing(word(i)) && !document_.tokens[i].space_before; }

  bool starts_sentence(Index i, Index stop) const {
    const Token& token = document_.tokens[i];
    if (!token.space_before && !is_opening(word(i))) return false;
    Index at = i;
    while (at < last_ && (is_opening(word(at)) || word(at) == "\"" || word(at) == "'" || word(at) == "-" || word(at) == "–" || word(at) == "—")) ++at;
    if (at >= last_) return true;
    const Token& head = document_.tokens[at];
    const bool capital = head.shape == Shape::capitalised || head.shape == Shape::upper;
    if (!is_terminal(word(stop))) return capital && looks_common(head);
    if (word(stop) == "…" || word(stop) == "...") return capital;
    return capital || head.shape == Shape::number || (head.shape == Shape::symbol && head.lower == "$");
  }

  /// After "U.S." a new sentence begins only with a word that is no name: "The", "He", "In".
  bool looks_common(const Token& token) const {
    static constexpr std::array<std::string_view, 34> openers = {
        "the", "he", "she", "it", "they", "we", "i", "you", "in", "on", "at", "this", "that", "these", "those", "but", "and",
        "as", "for", "with", "after", "before", "when", "while", "if", "there", "his", "her", "our", "their", "both", "during", "also", "a"};
    return std::find(openers.begin(), openers.end(), token.lower) != openers.end();
  }

  const Document& document_;
  const Abbreviations& abbreviations_;
  Index last_;
};

void add_sentences(Document& document, const Abbreviations& abbreviations, Index block, Index first) {
  const Index last = static_cast<Index>(document.tokens.size());
  document.blocks[block].first = static_cast<Index>(document.sentences.size());
  const Boundaries boundaries(document, abbreviations, last);
  for (Index begin = first; begin < last;) {
    const Index end = boundaries.end_of(begin);
    Sentence sentence;
    sentence.first = begin;
    sentence.last = end;
    sentence.block = block;
    sentence.span = joined(document.tokens[begin].span, document.tokens[end - 1].span);
    for (Index i = begin; i < end; ++i) document.tokens[i].sentence = static_cast<Index>(document.sentences.size());
    document.sentences.push_back(sentence);
    begin = end;
  }
  document.blocks[block].last = static_cast<Index>(document.sentences.size());
}

}  // namespace

SegmentStage::SegmentStage(const std::filesystem::path& data_folder)
    : abbreviations_(Abbreviations::load(data_folder / "segment" / "en" / "abbreviations.txt")) {}

void SegmentStage::run(Document& document) const {
  if (!document.tokens.empty()) return;
  const WordSplitter splitter(abbreviations_);
  for (const Part part : {Part::title, Part::text}) {
    const auto text = document.part(part);
    const auto marks = find_marks(text, part);
    for (Block& block : find_blocks(text, part)) {
      const Index first = static_cast<Index>(document.tokens.size());
      if (part == Part::title) block.kind = BlockKind::heading;
      document.blocks.push_back(block);
      if (block.kind != BlockKind::separator) splitter.split(text, block.span, marks, document.tokens);
      add_sentences(document, abbreviations_, static_cast<Index>(document.blocks.size() - 1), first);
    }
  }
}

}  // namespace chancery
