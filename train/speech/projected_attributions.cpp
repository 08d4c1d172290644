// Attributions as the lexicon of cues finds them in releases (stages/speech without a model): annotation for a genre that
// no corpus at hand covers with a licence to pass on.
#include <iostream>

#include "readers/reader.hpp"
#include "speech/attribution_corpus.hpp"
#include "stages/coref/coref.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/speech/speech.hpp"

namespace chancery::train {
namespace {

constexpr size_t kFewest = 3;  ///< statements of a release that is worth learning from

/// A clause is learned with its "that", as the corpora have it.
void take_in_that(const Document& document, std::vector<WordRange>& content) {
  if (!content.empty() && content.front().first > 0 && document.tokens[content.front().first - 1].lower == "that") --content.front().first;
}

std::vector<GoldAttribution> attributions_in(const Document& document) {
  std::vector<GoldAttribution> out;
  for (const Statement& statement : document.statements) {
    if (statement.span.part == Part::title || statement.cue.empty() || statement.speaker_span.empty()) continue;
    GoldAttribution gold;
    gold.source = words_in(document, {statement.speaker_span});
    gold.cue = words_in(document, {statement.cue});
    gold.content = words_in(document, statement.pieces.empty() ? std::vector<Span>{statement.span} : statement.pieces);
    take_in_that(document, gold.content);
    gold.predicate = head_of(document, gold.cue);
    if (!gold.source.empty() && !gold.content.empty() && gold.predicate != kNone) out.push_back(std::move(gold));
  }
  return out;
}

}  // namespace

std::vector<AttributedText> project_attributions(const std::filesystem::path& file, const TextAnalyser& analyser, const Knowledge& knowledge, const std::filesystem::path& data, size_t most) {
  const NamesStage names(data, knowledge, nullptr);
  const LinkStage link(knowledge);
  const CorefStage coref(data);
  const SpeechStage speech(data);
  std::vector<AttributedText> out;
  const auto take = [&](Document&& document, const readers::Original&) {
    if (out.size() >= most) return;
    AttributedText text = analyser.analyse(std::move(document));
    for (const Stage* stage : std::initializer_list<const Stage*>{&names, &link, &coref, &speech}) stage->run(*text.document);
    if (!text.document->labels.empty()) return;  // a transcript: its turns hide who says what in them
    text.gold = attributions_in(*text.document);
    if (text.gold.size() >= kFewest) out.push_back(std::move(text));
  };
  const auto fail = [](readers::Failure&& failure) { std::cerr << "left out " << failure.id << ": " << failure.message << "\n"; };
  readers::read_path(file.string(), {}, take, fail);
  return out;
}

}  // namespace chancery::train
