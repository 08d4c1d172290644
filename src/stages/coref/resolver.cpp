#include "stages/coref/resolver.hpp"

#include <algorithm>

#include "base/one_of.hpp"
#include "document/clause.hpp"
#include "document/mentions.hpp"

namespace chancery {
namespace {

bool is_speaker_of_release(const Document& document, Index entity) {
  const auto& offices = document.entities[entity].offices;
  return std::any_of(offices.begin(), offices.end(), [](const Office& o) {
    return o.title.find("pokes") != std::string::npos || o.title.find("ress Secretary") != std::string::npos;
  });
}

}  // namespace

bool Resolver::fits(Index entity, Gender gender) const {
  const Gender own = document_.entities[entity].gender;
  return gender == Gender::unknown || own == Gender::unknown || own == gender;
}

/// The people named together in the first sentence that names two; else the first two of the document.
std::vector<Index> Resolver::find_principals() const {
  std::vector<Index> all;
  size_t read = 0;
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.span.part == Part::text && ++read > 3) break;
    std::vector<Index> here;
    for (Index m = document_.first_mention(sentence.span); m < document_.mentions.size() && document_.mentions[m].span.begin < sentence.span.end && document_.mentions[m].span.part == sentence.span.part; ++m) {
      const Index entity = document_.mentions[m].entity;
      if (!is_person(entity) || is_speaker_of_release(document_, entity)) continue;
      if (std::find(here.begin(), here.end(), entity) == here.end()) here.push_back(entity);
      if (std::find(all.begin(), all.end(), entity) == all.end()) all.push_back(entity);
    }
    if (here.size() >= 2 && sentence.span.part == Part::text) {
      if (here.size() > 6) here.resize(6);
      return here;
    }
  }
  if (all.size() > 2) all.resize(2);
  return all.size() == 2 ? all : std::vector<Index>{};
}

void Resolver::add(Index first, Index last, MentionType type, Form form, Index entity) {
  Mention mention;
  mention.stage = "coref";
  mention.span = joined(document_.tokens[first].span, document_.tokens[last - 1].span);
  mention.type = type;
  mention.form = form;
  mention.entity = entity;
  added_.push_back(std::move(mention));
}

Index Resolver::person_for(Gender gender, Index token) const {
  const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
  // A pronoun that opens its sentence looks back; one further on stays with the subject at hand.
  const bool opens = token <= sentence.first + 3;
  if (!opens && subject_.size() == 1 && is_person(subject_[0]) && fits(subject_[0], gender)) return subject_[0];
  if (last_subject_.size() == 1 && is_person(last_subject_[0]) && fits(last_subject_[0], gender)) return last_subject_[0];
  if (subject_.size() == 1 && is_person(subject_[0]) && fits(subject_[0], gender)) return subject_[0];
  for (auto r = recent_.rbegin(); r != recent_.rend(); ++r) {
    if (fits(*r, gender) && (gender == Gender::unknown || document_.entities[*r].gender == gender || recent_.size() < 4)) return *r;
  }
  return kNone;
}

void Resolver::resolve_single(Index token, Gender gender) { add(token, token + 1, MentionType::person, Form::pronoun, person_for(gender, token)); }

/// A group entity with these members; one for each set of members.
Index Resolver::group_of(const std::vector<Index>& members, const std::string& name) {
  if (members.size() < 2) return kNone;
  std::vector<Index> sorted = members;
  std::sort(sorted.begin(), sorted.end());
  for (Index e = 0; e < document_.entities.size(); ++e) {
    if (document_.entities[e].members == sorted) return e;
  }
  Entity group;
  group.stage = "coref";
  group.type = MentionType::group;
  group.name = name;
  group.names = {name};
  group.plural = true;
  group.members = sorted;
  document_.entities.push_back(std::move(group));
  return static_cast<Index>(document_.entities.size() - 1);
}

void Resolver::resolve_plural(Index token, bool possessive) {
  const std::vector<Index>& near = possessive && !subject_.empty() ? subject_ : last_subject_;
  Index entity = kNone;
  if (near.size() >= 2) {
    entity = group_of(near, std::string(document_.of(document_.tokens[token])));
  } else if (near.size() == 1 && document_.entities[near[0]].type == MentionType::group) {
    entity = near[0];
  } else if (last_group_ != kNone) {
    entity = last_group_;
  } else {
    entity = group_of(principals_, std::string(document_.of(document_.tokens[token])));
  }
  add(token, token + 1, MentionType::group, Form::pronoun, entity);
  if (!possessive && entity != kNone && subject_.empty()) subject_ = {entity};
}

/// Length of "the two leaders", "both sides", "the presidents" at `token`; 0 if there is none.
size_t Resolver::description_length(Index token, const Sentence& sentence, Index& noun) const {
  const auto lower = [&](Index i) { return i < sentence.last ? std::string_view(document_.tokens[i].lower) : std::string_view(); };
  if (!one_of(lower(token), {"the", "both", "these", "two"})) return 0;
  Index at = token + 1;
  for (int k = 0; k < 3 && one_of(lower(at), {"two", "three", "four", "both", "countries", "'", "other", "meeting", "conference"}); ++k) ++at;
  const auto found = nouns_.find(std::string(lower(at)));
  if (found == nouns_.end()) return 0;
  noun = at;
  // "the leaders of the G7" is a group of its own.
  if (found->second && one_of(lower(at + 1), {"of", "from"}) && lower(at) != "heads") return 0;
  return at + 1 - token;
}

void Resolver::resolve_description(Index first, Index last) {
  const std::string name(document_.of(joined(document_.tokens[first].span, document_.tokens[last - 1].span)));
  const bool principals = nouns_.at(document_.tokens[last - 1].lower);
  Index entity = principals ? group_of(principals_, name) : kNone;
  if (entity == kNone) {
    Entity group;
    group.stage = "coref";
    group.type = MentionType::group;
    group.name = name;
    group.names = {name};
    group.plural = true;
    const auto same = std::find_if(document_.entities.begin(), document_.entities.end(), [&](const Entity& e) { return e.type == MentionType::group && e.name == name; });
    entity = static_cast<Index>(same - document_.entities.begin());
    if (same == document_.entities.end()) document_.entities.push_back(std::move(group));
  }
  add(first, last, MentionType::group, Form::description, entity);
  if (subject_.empty()) subject_ = {entity};
}

void Resolver::read_sentence(const Sentence& sentence) {
  std::vector<Index> named;
  for (const Index m : sentence_subject(document_, sentence)) named.push_back(document_.mentions[m].entity);
  subject_.clear();
  Index mention = document_.first_mention(sentence.span);
  for (Index i = sentence.first; i < sentence.last; ++i) {
    const Token& token = document_.tokens[i];
    while (mention < document_.mentions.size() && document_.mentions[mention].span.part == token.span.part && document_.mentions[mention].span.begin <= token.span.begin) {
      const Index entity = document_.mentions[mention].entity;
      if (is_person(entity)) {
        std::erase(recent_, entity);
        recent_.push_back(entity);
        if (recent_.size() > 8) recent_.erase(recent_.begin());
      }
      if (subject_.empty() && !named.empty() && entity == named.front()) subject_ = named;
      ++mention;
    }
    Index noun = 0;
    if (token.lower == "he" || token.lower == "him" || token.lower == "his") {
      resolve_single(i, Gender::male);
    } else if (token.lower == "she" || token.lower == "her" || token.lower == "hers") {
      resolve_single(i, Gender::female);
    } else if (token.lower == "they" || token.lower == "them" || token.lower == "their") {
      resolve_plural(i, token.lower != "they");
    } else if (const size_t length = description_length(i, sentence, noun)) {
      const Span span = joined(token.span, document_.tokens[i + length - 1].span);
      const Index inside = document_.first_mention(span);
      const bool taken = inside < document_.mentions.size() && document_.mentions[inside].span.overlaps(span);
      if (!taken) resolve_description(i, i + static_cast<Index>(length));
      i += static_cast<Index>(length) - 1;
      continue;
    }
    if (subject_.empty() && !added_.empty() && added_.back().span == token.span && is_person(added_.back().entity) && !one_of(token.lower, {"his", "her", "him"})) subject_ = {added_.back().entity};
  }
  if (!subject_.empty()) last_subject_ = subject_;
  if (subject_.size() == 1 && document_.entities[subject_[0]].type == MentionType::group) last_group_ = subject_[0];
}

void Resolver::run() {
  principals_ = find_principals();
  for (const Sentence& sentence : document_.sentences) {
    if (sentence.span.part == Part::text) read_sentence(sentence);
  }
  for (Mention& mention : added_) document_.mentions.push_back(std::move(mention));
  sort_mentions(document_.mentions);
}

}  // namespace chancery
