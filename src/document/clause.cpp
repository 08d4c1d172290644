#include "document/clause.hpp"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

constexpr std::array<std::string_view, 20> kGoverning = {"with", "by", "of", "to", "from", "for", "than", "between", "at", "on", "in", "under", "against", "about", "after", "before", "behalf", "during", "including", "following"};

bool governs(std::string_view word) { return std::find(kGoverning.begin(), kGoverning.end(), word) != kGoverning.end(); }

bool may_act(const Mention& mention) {
  return mention.entity != kNone && mention.type != MentionType::place && mention.type != MentionType::nationality;
}

bool joins(std::string_view between) {
  return between == " and " || between == " and the " || between == ", and " || between == " and his " || between == " and her " || between == " and their " || between == ", " || between == " & ";
}

std::string_view gap(const Document& document, const Mention& a, const Mention& b) {
  const Span between{a.span.end, b.span.begin, a.span.part};
  return between.empty() ? std::string_view() : document.of(between);
}

/// An office and its bearer are one; so are a name and the office set behind it.
bool same_person(const Mention& a, const Mention& b) { return a.entity == b.entity; }

bool governed(const Document& document, const Sentence& sentence, Index first) {
  Index at = first;
  if (at > sentence.first && document.tokens[at - 1].lower == "the") --at;
  return at > sentence.first && governs(document.tokens[at - 1].lower);
}

}  // namespace

std::pair<Index, Index> mentions_in(const Document& document, const Span& span) {
  const Index first = document.first_mention(span);
  Index last = first;
  while (last < document.mentions.size() && document.mentions[last].span.part == span.part && document.mentions[last].span.begin < span.end) ++last;
  return {first, last};
}

std::vector<Index> sentence_subject(const Document& document, const Sentence& sentence) {
  std::vector<Index> subject;
  const auto [first, last] = mentions_in(document, sentence.span);
  const Mention* previous = nullptr;
  for (Index m = first; m < last; ++m) {
    const Mention& mention = document.mentions[m];
    if (!may_act(mention)) continue;
    const auto [token, end] = document.tokens_in(mention.span);
    const bool possessive = mention.form == Form::pronoun && mention.type == MentionType::person && (document.of(mention.span) == "his" || document.of(mention.span) == "her");
    const bool owner = end < sentence.last && (document.tokens[end].lower == "'s" || document.tokens[end].lower == "'");
    if (subject.empty()) {
      if (governed(document, sentence, token) || possessive || owner) continue;
      subject.push_back(m);
      previous = &mention;
      continue;
    }
    if (same_person(mention, *previous)) {
      previous = &mention;
      continue;
    }
    if (!joins(gap(document, *previous, mention))) break;
    subject.push_back(m);
    previous = &mention;
  }
  // A list without "and" is no joined subject: "In Kyiv, X, Y said".
  return subject;
}

std::vector<Index> mentions_before(const Document& document, const Sentence& sentence, Index token) {
  std::vector<Index> found;
  if (token <= sentence.first) return found;
  const uint32_t end = document.tokens[token - 1].span.end;
  const auto [first, last] = mentions_in(document, sentence.span);
  Index m = last;
  while (m > first && !(document.mentions[m - 1].span.end == end && document.mentions[m - 1].entity != kNone)) --m;
  if (m == first) return found;
  found.push_back(--m);
  const Mention* next = &document.mentions[m];
  bool listed = false;  // commas join where an "and" closes the list: "to Ukraine, the President said" joins nobody
  while (m > first) {
    const Mention& mention = document.mentions[--m];
    if (mention.entity == kNone) continue;
    if (same_person(mention, *next)) {
      next = &mention;
      continue;
    }
    const auto between = gap(document, mention, *next);
    if (!may_act(mention) || !joins(between) || (between == ", " && !listed)) break;
    listed = true;
    found.insert(found.begin(), m);
    next = &mention;
  }
  return found;
}

std::vector<Index> entities_of(const Document& document, const std::vector<Index>& mentions) {
  std::vector<Index> entities;
  const auto add = [&](Index entity) {
    if (entity != kNone && std::find(entities.begin(), entities.end(), entity) == entities.end()) entities.push_back(entity);
  };
  for (const Index m : mentions) {
    const Index entity = document.mentions[m].entity;
    if (entity == kNone) continue;
    const auto& members = document.entities[entity].members;
    if (members.empty()) add(entity);
    for (const Index member : members) add(member);
  }
  return entities;
}

}  // namespace chancery
