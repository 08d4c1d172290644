#include "stages/segment/segment.hpp"

#include "stages/segment/boundaries.hpp"
#include "stages/segment/layout.hpp"
#include "stages/segment/words.hpp"

namespace chancery {
namespace {

void add_sentences(Document& document, Index block, Index first, const std::vector<Index>& ends) {
  document.blocks[block].first = static_cast<Index>(document.sentences.size());
  for (Index begin = first; const Index end : ends) {
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
  for (Index block = 0; block < words.size(); ++block) {
    add_sentences(document, block, words[block].first, boundaries.ends(words[block].first, words[block].last));
  }
}

}  // namespace chancery
