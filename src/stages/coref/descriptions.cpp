// Descriptions: "the two leaders", "both sides", "his Turkish counterpart", "the guest", "the diplomat".
#include <algorithm>
#include <array>

#include "base/one_of.hpp"
#include "document/clause.hpp"
#include "stages/coref/resolver.hpp"

namespace chancery::coref {
namespace {

constexpr size_t kFarBack = 80;  ///< candidates looked back at for a description

constexpr std::array<std::string_view, 5> kNumbers = {"both", "two", "three", "four", "five"};

/// How many "the three leaders" are; 0 where the words do not say.
size_t number_of(std::string_view word) {
  const auto place = std::find(kNumbers.begin(), kNumbers.end(), word);
  if (place == kNumbers.end()) return 0;
  return place == kNumbers.begin() ? 2 : static_cast<size_t>(place - kNumbers.begin()) + 1;
}

}  // namespace

bool Resolver::is_taken(Index first, Index last) const {
  const Span span = joined(document_.tokens[first].span, document_.tokens[last - 1].span);
  const auto [begin, end] = mentions_in(document_, {span.begin > 60 ? span.begin - 60 : 0, span.end, span.part});
  for (Index m = begin; m < end; ++m) {
    if (document_.mentions[m].span.overlaps(span) && document_.mentions[m].type != MentionType::nationality) return true;
  }
  return false;
}

void Resolver::read_descriptions(const Sentence& sentence, std::vector<Candidate>& named) {
  if (sentence.span.part == Part::title) return;
  const size_t before = named.size();
  fill_offices(sentence, named);
  for (Index i = sentence.first; i < sentence.last; i = std::max(i + 1, read_description(i, sentence, named))) {
  }
  if (named.size() == before) return;
  // What a description stands for is told once: its noun is nobody of its own.
  const auto told = [&](const Candidate& one) { return is_unnamed(one.who) && discourse_.at(one.head) != one.who; };
  std::erase_if(named, told);
  std::stable_sort(named.begin(), named.end(), [](const Candidate& a, const Candidate& b) { return a.head < b.head; });
}

/// "the diplomat": an office that the link stage found no holder for.
void Resolver::fill_offices(const Sentence& sentence, std::vector<Candidate>& named) {
  const auto [begin, end] = mentions_in(document_, sentence.span);
  for (Index m = begin; m < end; ++m) {
    Mention& mention = document_.mentions[m];
    if (mention.type != MentionType::office || mention.entity != kNone || mention.bearer != kNone) continue;
    const Index token = document_.tokens_in(mention.span).first;
    if (token == 0 || lower(token - 1) != "the" || single_end(token - 1, sentence) != token + 1) continue;
    mention.entity = holder_among(lower(token));
    if (mention.entity != kNone) named.push_back(candidate_of(token, mention.entity, false));
  }
}

/// Where a description at `token` ends; `token` where there is none.
Index Resolver::read_description(Index token, const Sentence& sentence, std::vector<Candidate>& named) {
  if (const Index end = group_end(token, sentence); end > token) {
    if (!is_taken(token, end)) {
      named.push_back(read_group(token, end));
    } else {
      fill_group(token, end);
    }
    return end;
  }
  if (const Index end = single_end(token, sentence); end > token && !is_taken(token, end)) {
    const Index holder = holder_among(lower(end - 1));
    add(token, end, MentionType::person, Form::description, holder);
    if (holder != kNone) named.push_back(candidate_of(end - 1, holder, false));
    return end;
  }
  return token;
}

/// "the two leaders", "both sides", "the presidents".
Index Resolver::group_end(Index token, const Sentence& sentence) const {
  if (!one_of(lower(token), {"the", "both", "these", "two"})) return token;
  Index at = token + 1;
  for (int k = 0; k < 3 && at < sentence.last && (number_of(lower(at)) > 0 || one_of(lower(at), {"countries", "'", "other", "meeting", "conference"})); ++k) ++at;
  if (at >= sentence.last) return token;
  at = titled_noun(at, sentence);
  const bool* principals = lexicon_.group(lower(at));
  if (principals == nullptr) return numbered_end(token, at);
  // "the leaders of the G7" is a group of its own.
  if (*principals && at + 1 < sentence.last && one_of(lower(at + 1), {"of", "from"}) && lower(at) != "heads") return token;
  return at + 1;
}

/// "Prime Ministers", "Foreign Ministers": the noun at the end of an office of several that stands at `at`.
Index Resolver::titled_noun(Index at, const Sentence& sentence) const {
  const Index m = document_.first_mention(document_.tokens[at].span);
  if (m >= document_.mentions.size()) return at;
  const Mention& mention = document_.mentions[m];
  if (mention.type != MentionType::group || !(mention.span.part == document_.tokens[at].span.part && mention.span.begin == document_.tokens[at].span.begin)) return at;
  const Index last = document_.tokens_in(mention.span).second;
  return last > at && last <= sentence.last && lexicon_.group(lower(last - 1)) != nullptr ? last - 1 : at;
}

/// "the three envoys said": so many people who act, whatever they are called, where the text is about as many.
Index Resolver::numbered_end(Index first, Index noun) const {
  size_t number = 0;
  for (Index i = first; i < noun; ++i) number = std::max(number, number_of(lower(i)));
  const Token& token = document_.tokens[noun];
  if (number < 2 || number != principals_.size() || token.upos == "NUM" || grammar_.role_of(noun) != Role::subject || token.head == kNone) return first;
  return lexicon_.is(document_.tokens[token.head].lemma, "animate") && token.feats.find("Number=Plur") != std::string::npos ? noun + 1 : first;
}

/// The people whom "the three leaders" are: the principals, else those named together last, where their number fits.
std::vector<Index> Resolver::members_meant(Index first, Index last) const {
  size_t number = 0;
  for (Index i = first; i + 1 < last; ++i) number = std::max(number, number_of(lower(i)));
  if (number == 0 || principals_.size() == number) return principals_;
  const auto& seen = discourse_.seen();
  const size_t from = seen.size() > kFarBack ? seen.size() - kFarBack : 0;
  for (size_t c = seen.size(); c > from; --c) {
    if (is_joint(seen[c - 1].who) && discourse_.members(seen[c - 1].who).size() == number) return discourse_.members(seen[c - 1].who);
  }
  return {};
}

Candidate Resolver::read_group(Index first, Index last) {
  const std::string name(document_.of(joined(document_.tokens[first].span, document_.tokens[last - 1].span)));
  const bool* known = lexicon_.group(lower(last - 1));
  const std::vector<Index> members = known == nullptr || *known ? members_meant(first, last) : std::vector<Index>();
  Index entity = groups_.of(members, name);
  if (entity == kNone) entity = groups_.called(name);
  add(first, last, MentionType::group, Form::description, entity);
  return candidate_of(last - 1, members.size() < 2 ? entity : discourse_.joint_of(members), true);
}

/// "the heads of state": marked as a group already, whose members the release tells.
void Resolver::fill_group(Index first, Index last) {
  const auto [begin, end] = mentions_in(document_, joined(document_.tokens[first].span, document_.tokens[last - 1].span));
  for (Index m = begin; m < end; ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.type != MentionType::group || mention.entity == kNone || mention.span.begin > document_.tokens[last - 1].span.begin) continue;
    const Index after = document_.tokens_in(mention.span).second;
    const bool whole = after == last || (after == last + 2 && lower(last) == "of" && one_of(lower(last + 1), {"state", "government"}));
    std::vector<Index>& members = document_.entities[mention.entity].members;
    if (!whole || !members.empty()) continue;
    members = members_meant(first, last);
    std::sort(members.begin(), members.end());
  }
}

/// "his counterpart", "her Turkish colleague", "the British counterpart".
Index Resolver::relative_end(Index token, const Sentence& sentence) const {
  if (!one_of(lower(token), {"his", "her"})) return token;
  for (Index at = token + 1; at < sentence.last && at < token + 4; ++at) {
    if (!lexicon_.is(lower(at), "relative")) continue;
    // "his counterpart Ana Silva": the name says it.
    const bool named = at + 1 < sentence.last && document_.tokens[at + 1].shape == Shape::capitalised && document_.tokens[at + 1].upos != "VERB";
    return named ? token : at + 1;
  }
  return token;
}

std::string Resolver::country_named(Index first, Index last) const {
  const auto [begin, end] = mentions_in(document_, joined(document_.tokens[first].span, document_.tokens[last - 1].span));
  for (Index m = begin; m < end; ++m) {
    if (!document_.mentions[m].country.empty()) return document_.mentions[m].country;
  }
  return {};
}

/// The one other person it can be: of the country that is named, else of the principals where they are two.
void Resolver::read_relative(Index first, const Sentence& sentence) {
  const Index last = relative_end(first, sentence);
  if (last == first || is_taken(first, last)) return;
  const Pronoun pronoun = pronoun_of(lower(first), true);
  const Choice owner = ranking_.best(first, pronoun, {}, centre_);
  const std::string country = country_named(first, last);
  std::vector<Index> fitting;
  const auto consider = [&](Index entity) {
    const bool other = owner.clear && entity != owner.who && discourse_.is_person(entity);
    const bool fits = country.empty() || document_.entities[entity].country == country;
    if (other && fits && std::find(fitting.begin(), fitting.end(), entity) == fitting.end()) fitting.push_back(entity);
  };
  for (const Index principal : principals_) consider(principal);
  if (fitting.empty() && !country.empty()) {
    const auto& seen = discourse_.seen();
    for (size_t c = seen.size() > kFarBack ? seen.size() - kFarBack : 0; c < seen.size(); ++c) {
      if (is_entity(seen[c].who)) consider(seen[c].who);
    }
  }
  const Index entity = fitting.size() == 1 ? fitting.front() : kNone;
  add(first, last, MentionType::person, Form::description, entity);
  const Referent who = entity == kNone ? discourse_.unnamed(lower(last - 1)) : entity;
  discourse_.set_at(last - 1, who);
}

/// "the guest", "the diplomat".
Index Resolver::single_end(Index token, const Sentence& sentence) const {
  if (lower(token) != "the" || token + 1 >= sentence.last) return token;
  const std::string& noun = lower(token + 1);
  if (!lexicon_.is(noun, "diplomat") && !lexicon_.is(noun, "guest")) return token;
  const bool more = token + 2 < sentence.last && (one_of(lower(token + 2), {"of", "to", "from", "who", "'s"}) || document_.tokens[token + 2].upos == "NOUN" || document_.tokens[token + 2].upos == "PROPN");
  return more ? token : token + 2;
}

/// The one person of the text so far whose office or coming makes him that; kNone where there is none or more than one.
Index Resolver::holder_among(const std::string& noun) const {
  const bool guest = lexicon_.is(noun, "guest");
  std::vector<Index> fitting;
  const auto take = [&](Index entity) {
    if (std::find(fitting.begin(), fitting.end(), entity) == fitting.end()) fitting.push_back(entity);
  };
  if (guest) {
    for (const Index principal : principals_) {
      const std::string& country = document_.entities[principal].country;
      if (!country.empty() && !document_.info.country.empty() && country != document_.info.country) take(principal);
    }
  } else {
    for (const Index diplomat : diplomats_) take(diplomat);
  }
  return fitting.size() == 1 ? fitting.front() : kNone;
}

}  // namespace chancery::coref
