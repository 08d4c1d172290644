#include "stages/segment/segment.hpp"

#include <algorithm>
#include <span>

#include "stages/segment/boundaries.hpp"
#include "stages/segment/layout.hpp"
#include "stages/segment/words.hpp"

namespace chancery {
namespace {

/// One block's sentences, which end at `ends`; the first begins at token `begin`.
void add_sentences(Document& document, Index block, Index begin, std::span<const Index> ends) {
  document.blocks[block].first = static_cast<Index>(document.sentences.size());
  for (const Index end : ends) {
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

/// "etc.", "hrs.": a small word whose stop is its own.
bool is_small_abbreviation(std::string_view form) {
  if (form.size() < 3 || form.back() != '.') return false;
  return std::all_of(form.begin(), form.end() - 1, [](char c) { return c >= 'a' && c <= 'z'; });
}

void part_stop(std::vector<Token>& tokens) {
  Token stop = tokens.back();
  tokens.back().lower.pop_back();
  tokens.back().span.end -= 1;
  stop.span.begin = stop.span.end - 1;
  stop.lower = ".";
  stop.shape = Shape::punctuation;
  stop.space_before = false;
  tokens.push_back(std::move(stop));
}

/// Cuts the stop from a small abbreviation that ends a sentence, as English treebanks do: "and so on, etc ." `ends` holds
/// one past the last token of each sentence, in order and without gaps; they are moved along.
void part_last_stops(Document& document, std::vector<Index>& ends) {
  const auto parts = [&](Index end) { return is_small_abbreviation(document.of(document.tokens[end - 1])); };
  if (std::none_of(ends.begin(), ends.end(), parts)) return;
  std::vector<Token> tokens;
  tokens.reserve(document.tokens.size() + 16);
  Index from = 0;
  for (Index& end : ends) {
    const bool cut = parts(end);
    for (; from < end; ++from) tokens.push_back(std::move(document.tokens[from]));
    if (cut) part_stop(tokens);
    end = static_cast<Index>(tokens.size());
  }
  document.tokens = std::move(tokens);
}

}  // namespace

SegmentStage::SegmentStage(const std::filesystem::path& data_folder, const Model* model)
    : abbreviations_(Abbreviations::load(data_folder / "segment" / "en" / "abbreviations.txt")),
      spelling_(Spelling::load(data_folder / "segment" / "en" / "spelling.txt")) {
  if (model && model->has(BoundaryModel::kSection)) model_.emplace(model->section(BoundaryModel::kSection));
}

std::vector<WordsOfBlock> SegmentStage::find_words(Document& document) const {
  std::vector<WordsOfBlock> result;
  const WordSplitter splitter(abbreviations_, spelling_);
  for (const Part part : {Part::title, Part::text}) {
    const auto text = document.part(part);
    const auto marks = find_marks(text, part);
    for (Block& block : find_blocks(text, part)) {
      const Index first = static_cast<Index>(document.tokens.size());
      if (part == Part::title) block.kind = BlockKind::heading;
      document.blocks.push_back(block);
      if (block.kind != BlockKind::separator) splitter.split(text, block.span, marks, document.tokens);
      result.push_back({first, static_cast<Index>(document.tokens.size())});
    }
  }
  return result;
}

void SegmentStage::run(Document& document) const {
  if (!document.tokens.empty()) return;
  const auto words = find_words(document);
  const Boundaries boundaries(document, abbreviations_, model_ ? &*model_ : nullptr);
  std::vector<Index> ends;
  std::vector<size_t> last_end;  // of each block, in `ends`
  for (const WordsOfBlock& block : words) {
    const auto some = boundaries.ends(block.first, block.last);
    ends.insert(ends.end(), some.begin(), some.end());
    last_end.push_back(ends.size());
  }
  part_last_stops(document, ends);
  for (size_t block = 0, from = 0; block < words.size(); from = last_end[block++]) {
    add_sentences(document, static_cast<Index>(block), from == 0 ? 0 : ends[from - 1], std::span(ends).subspan(from, last_end[block] - from));
  }
}

}  // namespace chancery
