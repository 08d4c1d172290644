#include "stages/facts/commitments.hpp"

#include "stages/facts/agents.hpp"
#include "stages/facts/promise.hpp"
#include "stages/facts/voices.hpp"

namespace chancery {

CommitmentsStage::CommitmentsStage(const std::filesystem::path& data_folder)
    : cues_(facts::Cues::load(data_folder / "facts", {"clauses.tsv", "commitments.tsv"})) {}

void CommitmentsStage::run(Document& document) const {
  const facts::Voices voices(document);
  const facts::Agents agents(document, voices);
  const facts::Promises promises(document, voices, agents, cues_);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.span.part == Part::title || document.blocks[sentence.block].kind == BlockKind::heading) continue;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      std::optional<Commitment> commitment = promises.at(i, sentence);
      if (!commitment) continue;
      // Two announcing words of one clause ("will be ready to") make one commitment.
      const bool same = !document.commitments.empty() && document.commitments.back().span.begin == commitment->span.begin &&
                        document.commitments.back().span.part == commitment->span.part;
      if (same) continue;
      commitment->stage = name();
      document.commitments.push_back(std::move(*commitment));
    }
  }
}

}  // namespace chancery
