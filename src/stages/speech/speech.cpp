#include "stages/speech/speech.hpp"

#include <algorithm>

#include "stages/speech/reader.hpp"

namespace chancery {

void SpeechStage::run(Document& document) const {
  SpeechReader reader(document, lexicon_);
  Stage::reads(document.info.language) ? reader.run(model_, topics_) : reader.run_by_layout();
}

void SpeechReader::run_by_layout() {
  document_.statements.clear();
  document_.labels.clear();
  find_turns_by_layout();
}

void SpeechReader::run(const AttributionModel& model, const Topics& topics) {
  document_.statements.clear();
  document_.labels.clear();
  find_turns();
  find_addressees();
  if (document_.labels.empty()) find_monologue();
  find_quotes();
  find_reported();
  find_learned(model);
  std::stable_sort(document_.statements.begin(), document_.statements.end(), [](const Statement& a, const Statement& b) { return before(a.span, b.span); });
  add_circumstances(topics);
  nest();
}

Index SpeechReader::block_end(Index token) const {
  const Block& block = block_of(token);
  return document_.sentences[block.last - 1].last;
}

Span SpeechReader::span_of(Index first, Index last) const { return joined(document_.tokens[first].span, document_.tokens[last - 1].span); }

Statement& SpeechReader::add_statement(StatementMode mode, Index first, Index last, const std::vector<Index>& mentions) {
  Statement statement;
  statement.stage = "speech";
  statement.mode = mode;
  statement.span = span_of(first, last);
  statement.speakers = entities_of(document_, mentions);
  if (!mentions.empty()) statement.speaker_span = joined(document_.mentions[mentions.front()].span, document_.mentions[mentions.back()].span);
  document_.statements.push_back(std::move(statement));
  return document_.statements.back();
}

}  // namespace chancery
