#include "questions/brief/brief.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "questions/brief/fit.hpp"
#include "record/normal.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kNamesakes = 6;
// One who is named in so many times more releases than any namesake is meant.
constexpr int64_t kFarBetterKnown = 5;

std::string listed(const std::vector<record::PersonLine>& people) {
  std::string out;
  for (const auto& one : people) {
    out += fmt::format("{}{} ({}{} release{}, {})", out.empty() ? "" : "; ", one.name, one.countries.empty() ? "" : one.countries.front() + ", ", one.documents, one.documents == 1 ? "" : "s", one.key);
  }
  return out;
}

Known known(const record::PersonLine& line) { return {{"", line.key}, line.name, line.countries.empty() ? "" : line.countries.front(), line.documents}; }

/// Everybody whom the name fits; where nobody is told apart, all of that name as one.
std::vector<record::PersonLine> called(const record::Record& record, const std::string& name) {
  auto all = record::people_called(record, name, kNamesakes + 1);
  if (!all.empty()) return all;
  if (auto alone = record::person(record, name); alone && alone->documents > 0) all.push_back(std::move(*alone));
  return all;
}

record::PersonLine person_meant(const record::Record& record, const Knowledge& knowledge, const BriefQuery& query, std::vector<std::string>& others) {
  const auto all = called(record, query.of);
  if (all.empty()) {
    Who who = who_is(record, knowledge, query.of);
    throw UnclearName(nobody_is_called(who), std::move(who.suggestions));
  }
  const auto& meant = all.front();
  if (all.size() > 1 && record::normal(query.of) != record::normal(meant.name) && all[1].documents * kFarBetterKnown > meant.documents) {
    std::vector<Known> choices;
    for (const auto& one : all) choices.push_back(known(one));
    throw UnclearName(fmt::format("\"{}\" is the name of several people; give more of it, or a key: {}", query.of, listed(all)), std::move(choices));
  }
  for (size_t i = 1; i < all.size(); ++i) others.push_back(all[i].name == meant.name ? fmt::format("{} ({})", all[i].name, all[i].key) : all[i].name);
  return meant;
}

/// Numbers the passages in the order of the lines; the same passage has one number, and a release whose passages stand in
/// the lines has one.
void number_notes(Brief& sheet) {
  std::map<std::pair<std::string, uint32_t>, size_t> numbers;
  std::map<std::string, size_t> firsts;
  for (BriefSection& section : sheet.sections) {
    for (BriefLine& line : section.lines) {
      for (const BriefNote& source : line.sources) {
        if (const auto first = firsts.find(source.document.id); source.passage.empty() && first != firsts.end()) {
          if (line.notes.empty() || line.notes.back() != first->second) line.notes.push_back(first->second);
          continue;
        }
        const auto [found, fresh] = numbers.try_emplace({source.document.id, source.span.begin}, sheet.notes.size() + 1);
        if (fresh) {
          sheet.notes.push_back(source);
          sheet.notes.back().first = firsts.try_emplace(source.document.id, found->second).first->second;
        }
        line.notes.push_back(found->second);
      }
    }
  }
}

/// What marks on its days mean, where it has them.
std::string days_mean(const BriefDraft& draft) {
  const auto any = [&](const auto& holds) { return std::any_of(draft.entries.begin(), draft.entries.end(), [&](const BriefEntry& entry) { return holds(entry.front()); }); };
  std::string note = any([](const BriefLine& line) { return line.basis == "inferred"; }) ? "*: the day is worked out from words such as “today”" : "";
  if (any([](const BriefLine& line) { return line.label.starts_with("by "); })) note += std::string(note.empty() ? "" : "; ") + "“by”: the text gives no day, and was published then";
  return note;
}

BriefSection section_of(BriefDraft draft) {
  if (const std::string days = days_mean(draft); !days.empty()) draft.note += (draft.note.empty() ? "" : "; ") + days;
  BriefSection section{draft.id, draft.title, draft.note, {}, draft.total - static_cast<int64_t>(draft.entries.size())};
  section.more = std::max<int64_t>(section.more, 0);
  if (draft.entries.empty()) {
    section.note = draft.total > 0 ? section.note : draft.none;
  }
  for (BriefEntry& entry : draft.entries) std::move(entry.begin(), entry.end(), std::back_inserter(section.lines));
  return section;
}

BriefTopic topic_of(const record::Record& record, const Knowledge& knowledge, Wordings& wordings, Brief& sheet) {
  BriefTopic topic{record, knowledge, wordings, sheet.query.on, false, {}, {}, {}, {}};
  if (!sheet.query.for_whom.empty()) {
    topic.other = sheet.for_code = country_code_of(knowledge, sheet.query.for_whom);
    if (topic.other.empty()) throw Error(ErrorKind::input, fmt::format("no country is called \"{}\": give its name or its ISO 3166-1 alpha-3 code", sheet.query.for_whom));
    sheet.for_name = country_name(knowledge, topic.other);
  }
  if (const std::string country = country_code_of(knowledge, sheet.query.of); !country.empty()) {
    topic.key = topic.country = country;
    topic.name = country_name(knowledge, country);
  } else {
    const auto person = person_meant(record, knowledge, sheet.query, sheet.others);
    topic.person = true;
    topic.key = person.key;
    topic.name = person.name;
    if (!person.countries.empty()) topic.country = person.countries.front();
  }
  if (topic.other == topic.key && !topic.other.empty()) throw Error(ErrorKind::usage, fmt::format("a sheet on {} is for another country than itself: leave that out, or name another", topic.name));
  if (topic.other == topic.country) topic.other.clear();
  sheet.kind = topic.person ? "person" : "country";
  sheet.key = topic.key;
  sheet.name = topic.name;
  return topic;
}

}  // namespace

Brief brief(const record::Record& record, const Knowledge& knowledge, const BriefQuery& query) {
  const record::Record::Snapshot snapshot(record);
  Brief sheet;
  sheet.query = query;
  Wordings wordings(record);
  const BriefTopic topic = topic_of(record, knowledge, wordings, sheet);
  std::vector<BriefDraft> drafts;
  const auto put = [&](std::vector<BriefDraft> more) { std::move(more.begin(), more.end(), std::back_inserter(drafts)); };
  drafts.push_back(who(topic));
  BriefEncounters encounters = last_encounters(topic);
  put(std::move(encounters.drafts));
  put(said_since(topic, encounters));
  put(open_commitments(topic));
  drafts.push_back(given_figures(topic));
  drafts.push_back(coming(topic));
  drafts.push_back(not_covered(topic));
  // Only what finds room is looked up; the marks take a little of it.
  drafts = fitted(std::move(drafts));
  mark_quotes(drafts, record, wordings);
  for (BriefDraft& draft : fitted(std::move(drafts))) sheet.sections.push_back(section_of(std::move(draft)));
  number_notes(sheet);
  return sheet;
}

bool has_marks(const Brief& sheet) {
  for (const BriefSection& section : sheet.sections) {
    for (const BriefLine& line : section.lines) {
      const bool any = std::any_of(line.parts.begin(), line.parts.end(), [](const BriefPart& part) { return part.quote && !mark_of(*part.quote).empty(); });
      if (any) return true;
    }
  }
  return false;
}

}  // namespace chancery::questions
