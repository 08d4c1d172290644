#include "stages/speech/label_speakers.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "document/clause.hpp"
#include "document/mentions.hpp"

namespace chancery {
namespace {

/// The last word of a name, to compare surnames by: "José Núñez" => "nunez".
std::string surname_of(std::string_view name) {
  for (const std::string_view suffix : {" Jr.", ", Jr", " Sr.", " II", " III", " Jr", ","}) {
    if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
  }
  const size_t space = name.find_last_of(" \n");
  return utf8::lower(utf8::unaccented(space == std::string_view::npos ? name : name.substr(space + 1)));
}

std::string given_name_of(std::string_view name) {
  const size_t space = name.find_first_of(" \n");
  return space == std::string_view::npos ? std::string() : utf8::lower(utf8::unaccented(name.substr(0, space)));
}

}  // namespace

LabelSpeakers::LabelSpeakers(Document& document, const std::vector<SpeakerLabel>& labels) : document_(document) {
  for (Index e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    if (entity.type == MentionType::person && !entity.name.empty()) by_surname_[surname_of(entity.name)].push_back(e);
  }
  auto label = labels.begin();
  for (Index m = 0; m < document.mentions.size(); ++m) {
    const Mention& office = document.mentions[m];
    if (office.entity != kNone && office.span.part == Part::title) in_title_.insert(office.entity);
    while (label != labels.end() && before(span_of(*label), office.span) && span_of(*label).end <= office.span.begin) ++label;
    if (office.type != MentionType::office || office.bearer == kNone || office.status == "former") continue;
    const Index entity = document.mentions[office.bearer].entity;
    if (entity == kNone) continue;
    const bool in_label = label != labels.end() && span_of(*label).contains(office.span);
    by_office_[office.office_head].push_back(bearers_.size());
    bearers_.push_back({m, entity, in_label});
  }
}

std::string LabelSpeakers::key_of(const SpeakerLabel& label) const {
  std::string key;
  for (Index i = label.first; i < label.last; ++i) key += document_.tokens[i].lower + ' ';
  return key;
}

Index LabelSpeakers::speaker_of(const SpeakerLabel& label) {
  const auto [known, fresh] = known_.try_emplace(key_of(label), kNone);
  if (fresh) known->second = resolve(label);
  if (known->second == kNone) known->second = called_as_written(label);
  const Index entity = known->second;
  point(label, entity);
  return entity;
}

Index LabelSpeakers::resolve(const SpeakerLabel& label) const {
  if (label.mention == kNone) return kNone;
  return document_.mentions[label.mention].type == MentionType::office ? holder(label) : named(label);
}

Index LabelSpeakers::office_in(const SpeakerLabel& label) const {
  const auto [first, last] = mentions_in(document_, span_of(label));
  for (Index m = first; m < last; ++m) {
    if (document_.mentions[m].type == MentionType::office) return m;
  }
  return kNone;
}

Gender LabelSpeakers::honorific(const SpeakerLabel& label) const {
  for (Index i = label.first; i < label.last; ++i) {
    const std::string& word = document_.tokens[i].lower;
    if (word == "mr." || word == "mr" || word == "sir") return Gender::male;
    if (word == "ms." || word == "ms" || word == "mrs." || word == "mrs" || word == "madam") return Gender::female;
  }
  return Gender::unknown;
}

bool LabelSpeakers::bears(Index entity, const std::string& head) const {
  const auto found = by_office_.find(head);
  if (found == by_office_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(), [&](size_t b) { return bearers_[b].entity == entity && !bearers_[b].in_label; });
}

Index LabelSpeakers::named(const SpeakerLabel& label) const {
  const Mention& mention = document_.mentions[label.mention];
  const std::string_view name = document_.of(mention.span);
  const auto namesakes = by_surname_.find(surname_of(name));
  if (namesakes == by_surname_.end()) return mention.entity;
  std::vector<Index> may_be = namesakes->second;
  if (std::find(may_be.begin(), may_be.end(), mention.entity) == may_be.end()) may_be.push_back(mention.entity);
  const std::string given = given_name_of(name);
  if (!given.empty()) return mention.entity;  // link compared the whole names
  const Gender gender = honorific(label);
  std::erase_if(may_be, [&](Index e) { return gender != Gender::unknown && document_.entities[e].gender != Gender::unknown && document_.entities[e].gender != gender; });
  if (const Index office = office_in(label); office != kNone && may_be.size() > 1) {
    std::vector<Index> in_office;
    std::copy_if(may_be.begin(), may_be.end(), std::back_inserter(in_office), [&](Index e) { return bears(e, document_.mentions[office].office_head); });
    if (!in_office.empty()) may_be = std::move(in_office);
  }
  if (may_be.size() > 1) {
    std::vector<Index> in_title;
    std::copy_if(may_be.begin(), may_be.end(), std::back_inserter(in_title), [&](Index e) { return in_title_.contains(e); });
    if (!in_title.empty()) may_be = std::move(in_title);
  }
  return may_be.size() == 1 ? may_be[0] : kNone;
}

/// "THE PRESIDENT": who bears the office in the title counts more than in a label, and that more than in the text.
Index LabelSpeakers::holder(const SpeakerLabel& label) const {
  const Mention& office = document_.mentions[label.mention];
  const auto found = by_office_.find(office.office_head);
  if (found == by_office_.end()) return kNone;
  std::unordered_map<Index, size_t> weight;
  Index best = kNone;
  for (const size_t b : found->second) {
    const Bearer& bearer = bearers_[b];
    const std::string& country = document_.entities[bearer.entity].country;
    if (!office.country.empty() && !country.empty() && country != office.country) continue;
    const bool in_title = document_.mentions[bearer.office].span.part == Part::title;
    const bool at_home = !country.empty() && country == (office.country.empty() ? document_.info.country : office.country);
    size_t& own = weight[bearer.entity];
    own += (in_title ? 10'000 : bearer.in_label ? 100 : 1) + (at_home && own == 0 ? 1'000'000 : 0);
    if (best == kNone || own > weight[best]) best = bearer.entity;
  }
  return best;
}

Index LabelSpeakers::called_as_written(const SpeakerLabel& label) {
  const std::string name(document_.of(span_of(label)));
  Entity entity;
  entity.stage = "speech";
  entity.type = label.manner == SpeakerLabel::Manner::question ? MentionType::group : MentionType::person;
  entity.name = name;
  entity.names = {name};
  document_.entities.push_back(std::move(entity));
  return static_cast<Index>(document_.entities.size() - 1);
}

/// The mentions inside the label are of its speaker; a label that has none becomes one.
void LabelSpeakers::point(const SpeakerLabel& label, Index entity) {
  const Span whole = span_of(label);
  if (label.mention != kNone) {
    const Index before = document_.mentions[label.mention].entity;
    if (before == entity) return;
    document_.mentions[label.mention].entity = entity;
    const auto [first, last] = mentions_in(document_, whole);
    for (Index m = first; m < last; ++m) {
      if (document_.mentions[m].entity == before) document_.mentions[m].entity = entity;
    }
    return;
  }
  Mention mention;
  mention.stage = "speech";
  mention.span = whole;
  mention.type = document_.entities[entity].type;
  mention.form = Form::title;
  mention.entity = entity;
  new_mentions_.push_back(std::move(mention));
}

void LabelSpeakers::finish() {
  std::move(new_mentions_.begin(), new_mentions_.end(), std::back_inserter(document_.mentions));
  new_mentions_.clear();
  sort_mentions(document_.mentions);
}

}  // namespace chancery
