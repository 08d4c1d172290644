#include "stages/facts/courtesies.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "document/groups.hpp"
#include "stages/facts/agents.hpp"
#include "stages/facts/courtesy_reader.hpp"
#include "stages/facts/voices.hpp"

namespace chancery {
CourtesiesStage::CourtesiesStage(const std::filesystem::path& data_folder)
    : cues_(facts::Cues::load(data_folder / "facts", {"clauses.tsv", "courtesies.tsv"})) {}

void CourtesiesStage::run(Document& document) const {
  std::vector<facts::ToldCourtesy> told;
  {
    const facts::Voices voices(document);
    const facts::Agents agents(document);
    const facts::CourtesyReader reader(document, voices, agents, cues_);
    for (const Sentence& sentence : document.sentences) {
      if (sentence.span.part == Part::title || document.blocks[sentence.block].kind == BlockKind::heading) continue;
      std::ranges::move(reader.read(sentence), std::back_inserter(told));
    }
  }
  Groups groups(document, name());
  std::map<std::tuple<CourtesyKind, Index, Index>, size_t> known;
  for (facts::ToldCourtesy& one : told) {
    if (one.to.entity == kNone) {
      one.to.entity = groups.entity_of(one.to.words);
    }
    const auto [place, fresh] = known.try_emplace({one.kind, one.from, one.to.entity}, document.courtesies.size());
    if (fresh) {
      Courtesy courtesy;
      courtesy.stage = name();
      courtesy.kind = one.kind;
      courtesy.from = one.from;
      courtesy.to = one.to.entity;
      document.courtesies.push_back(std::move(courtesy));
    }
    Courtesy& courtesy = document.courtesies[place->second];
    if (courtesy.via == kNone) courtesy.via = one.via;
    if (std::ranges::find(courtesy.evidence, one.evidence) == courtesy.evidence.end()) courtesy.evidence.push_back(one.evidence);
  }
}

}  // namespace chancery
