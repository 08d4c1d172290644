#include "stages/facts/commitments.hpp"

#include <algorithm>

#include "document/groups.hpp"
#include "stages/facts/agents.hpp"
#include "stages/facts/promise.hpp"
#include "stages/facts/voices.hpp"

namespace chancery {

CommitmentsStage::CommitmentsStage(const std::filesystem::path& data_folder)
    : cues_(facts::Cues::load(data_folder / "facts", {"clauses.tsv", "commitments.tsv"})) {}

void CommitmentsStage::run(Document& document) const {
  std::vector<facts::Promise> found;
  {
    const facts::Voices voices(document);
    const facts::Agents agents(document);
    const facts::Promises promises(document, voices, agents, cues_);
    for (const Sentence& sentence : document.sentences) {
      if (sentence.span.part == Part::title || document.blocks[sentence.block].kind == BlockKind::heading) continue;
      for (Index i = sentence.first; i < sentence.last; ++i) {
        std::optional<facts::Promise> promise = promises.at(i, facts::within_reach(sentence, i));
        if (!promise) continue;
        i = std::max(i, promise->last - 1);
        // Two announcing words of one clause ("will be ready to") make one commitment.
        const bool same = !found.empty() && found.back().commitment.span.begin == promise->commitment.span.begin;
        if (!same) found.push_back(std::move(*promise));
      }
    }
  }
  Groups groups(document, name());
  for (facts::Promise& promise : found) {
    if (!promise.maker.empty()) promise.commitment.by = groups.entity_of(promise.maker);
    promise.commitment.stage = name();
    document.commitments.push_back(std::move(promise.commitment));
  }
}

}  // namespace chancery
