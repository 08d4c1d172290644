#include "stages/facts/courtesies.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "stages/facts/agents.hpp"
#include "stages/facts/courtesy_reader.hpp"
#include "stages/facts/voices.hpp"

namespace chancery {
namespace {

/// Groups called as written, one entity for the same words.
class Groups {
 public:
  Groups(Document& document, std::string_view stage) : document_(document), stage_(stage) {
    for (Index i = 0; i < document.entities.size(); ++i) {
      if (document.entities[i].type == MentionType::group) by_name_.try_emplace(document.entities[i].name, i);
    }
  }

  Index named(const Span& words) {
    const std::string name(document_.of(words));
    const auto [place, fresh] = by_name_.try_emplace(name, static_cast<Index>(document_.entities.size()));
    if (fresh) {
      Entity entity;
      entity.stage = stage_;
      entity.type = MentionType::group;
      entity.name = name;
      entity.names = {name};
      entity.plural = true;
      document_.entities.push_back(std::move(entity));
    }
    return place->second;
  }

 private:
  Document& document_;
  std::string_view stage_;
  std::unordered_map<std::string, Index> by_name_;
};

/// Puts a mention in its place; offices that point at a later mention keep pointing at it.
void insert_mention(Document& document, const Span& words, Index entity, std::string_view stage) {
  const auto place = std::ranges::upper_bound(document.mentions, words, before, &Mention::span);
  const auto index = static_cast<Index>(place - document.mentions.begin());
  const bool there = index > 0 && document.mentions[index - 1].span == words && document.mentions[index - 1].entity == entity;
  if (there) return;
  Mention mention;
  mention.stage = stage;
  mention.span = words;
  mention.type = MentionType::group;
  mention.form = Form::description;
  mention.entity = entity;
  document.mentions.insert(place, std::move(mention));
  for (Mention& other : document.mentions) {
    if (other.bearer != kNone && other.bearer >= index) ++other.bearer;
  }
}

}  // namespace

CourtesiesStage::CourtesiesStage(const std::filesystem::path& data_folder)
    : cues_(facts::Cues::load(data_folder / "facts", {"clauses.tsv", "courtesies.tsv"})) {}

void CourtesiesStage::run(Document& document) const {
  std::vector<facts::ToldCourtesy> told;
  {
    const facts::Voices voices(document);
    const facts::Agents agents(document, voices);
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
      one.to.entity = groups.named(one.to.words);
      insert_mention(document, one.to.words, one.to.entity, name());
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
