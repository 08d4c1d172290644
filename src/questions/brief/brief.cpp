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

const Country* country_called(const Knowledge& knowledge, const std::string& name) {
  std::string code = name;
  std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  if (code.size() == 3) {
    if (const Country* found = knowledge.country(code)) return found;
  }
  const std::string wanted = record::normal(name);
  const auto is_called = [&](const Country& country) {
    return wanted == record::normal(country.name) || (!country.official.empty() && wanted == record::normal(country.official));
  };
  const auto& all = knowledge.countries();
  const auto found = std::find_if(all.begin(), all.end(), is_called);
  return found == all.end() || wanted.empty() ? nullptr : &*found;
}

std::string listed(const std::vector<record::PersonLine>& people) {
  std::string out;
  for (const auto& one : people) {
    out += fmt::format("{}{} ({}{} releases, {})", out.empty() ? "" : "; ", one.name, one.countries.empty() ? "" : one.countries.front() + ", ", one.documents, one.key);
  }
  return out;
}

record::PersonLine person_meant(const record::Record& record, const BriefQuery& query, std::vector<std::string>& others) {
  const auto person = record::person(record, query.of);
  if (!person || person->documents == 0)
    throw Error(ErrorKind::input, fmt::format("neither a person of this record nor a country is called \"{}\": chancery people finds names", query.of));
  const auto fitting = record::namesakes(record, query.of, person->key, kNamesakes);
  if (!fitting.empty() && record::normal(query.of) != record::normal(person->name) && fitting.front().documents * kFarBetterKnown > person->documents) {
    std::vector<record::PersonLine> all{*person};
    all.insert(all.end(), fitting.begin(), fitting.end());
    throw Error(ErrorKind::input, fmt::format("\"{}\" is the name of several people; give more of it, or a key: {}", query.of, listed(all)));
  }
  for (const auto& one : fitting) others.push_back(one.name == person->name ? fmt::format("{} ({})", one.name, one.key) : one.name);
  return *person;
}

/// Numbers the passages in the order of the lines; the same passage has one number.
void number_notes(Brief& sheet) {
  std::map<std::pair<std::string, uint32_t>, size_t> numbers;
  std::map<std::string, size_t> firsts;
  for (BriefSection& section : sheet.sections) {
    for (BriefLine& line : section.lines) {
      for (const BriefNote& source : line.sources) {
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

BriefSection section_of(BriefDraft draft) {
  BriefSection section{draft.id, draft.title, draft.note, {}, draft.total - static_cast<int64_t>(draft.entries.size())};
  section.more = std::max<int64_t>(section.more, 0);
  if (draft.entries.empty()) {
    section.note = draft.total > 0 ? section.note : draft.none;
  }
  for (BriefEntry& entry : draft.entries) std::move(entry.begin(), entry.end(), std::back_inserter(section.lines));
  return section;
}

BriefTopic topic_of(const record::Record& record, const Knowledge& knowledge, Brief& sheet) {
  BriefTopic topic{record, knowledge, sheet.query.on, false, {}, {}, {}, {}};
  if (!sheet.query.for_whom.empty()) {
    const Country* reader = country_called(knowledge, sheet.query.for_whom);
    if (!reader) throw Error(ErrorKind::input, fmt::format("no country is called \"{}\": give its name or its ISO 3166-1 alpha-3 code", sheet.query.for_whom));
    topic.other = sheet.for_code = reader->code;
    sheet.for_name = reader->name;
  }
  if (const Country* country = country_called(knowledge, sheet.query.of)) {
    topic.key = topic.country = country->code;
    topic.name = country->name;
  } else {
    const auto person = person_meant(record, sheet.query, sheet.others);
    topic.person = true;
    topic.key = person.key;
    topic.name = person.name;
    if (!person.countries.empty()) topic.country = person.countries.front();
  }
  if (topic.other == topic.key && !topic.other.empty()) throw Error(ErrorKind::input, fmt::format("a sheet on {} is for another country than itself", topic.name));
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
  const BriefTopic topic = topic_of(record, knowledge, sheet);
  std::vector<BriefDraft> drafts;
  const auto put = [&](std::vector<BriefDraft> more) { std::move(more.begin(), more.end(), std::back_inserter(drafts)); };
  std::string last_day;
  drafts.push_back(who(topic));
  put(last_encounters(topic, last_day));
  put(said_since(topic, last_day));
  put(open_commitments(topic));
  drafts.push_back(given_figures(topic));
  drafts.push_back(coming(topic));
  drafts.push_back(not_covered(topic));
  for (BriefDraft& draft : fitted(std::move(drafts))) sheet.sections.push_back(section_of(std::move(draft)));
  number_notes(sheet);
  return sheet;
}

}  // namespace chancery::questions
