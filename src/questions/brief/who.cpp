#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"
#include "record/normal.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kOffices = 6, kForms = 6, kOfficials = 6;
constexpr int64_t kRarely = 20;
constexpr auto kRecently = std::chrono::days{730};

BriefLine line_of(const record::OfficeSource& source, std::string text) {
  BriefLine line;
  line.say(std::move(text));
  line.basis = "record";
  line.sources.push_back({source.document, passage_of(source.passage, 140), source.span});
  return line;
}

void put_forms(const BriefTopic& topic, BriefDraft& draft) {
  const auto names = record::names_of(topic.record, topic.key, topic.on);
  if (names.size() < 2) return;
  std::vector<std::string> forms;
  for (const auto& one : names) {
    if (forms.size() < kForms) forms.push_back(one.name);
  }
  BriefLine line;
  line.label = "called";
  line.say(fmt::format("{}{}", fmt::join(forms, ", "), names.size() > kForms ? fmt::format(" and {} more forms", names.size() - kForms) : ""));
  line.basis = "record";
  draft.entries.push_back({std::move(line)});
}

/// "Recently President" beside "President": named once with a word more, it is a way of putting it.
bool is_wording_of(const record::OfficeLine& office, const record::OfficeLine& main) {
  if (office.documents > 1 || main.documents <= 1) return false;
  const auto words = record::words_of(record::normal(office.title)), known = record::words_of(record::normal(main.title));
  return std::all_of(known.begin(), known.end(), [&](const std::string& word) { return std::find(words.begin(), words.end(), word) != words.end(); });
}

/// The title without country, order and small words: "Secretary of Russia's Security Council" is "Security Council Secretary".
std::vector<std::string> core_of(const BriefTopic& topic, const std::string& title) {
  std::string left_out = "of the s";
  if (const Country* country = topic.knowledge.country(topic.country)) left_out += " " + country->name + " " + country->demonym;
  const auto small = record::words_of(record::normal(left_out));
  auto words = record::words_of(record::normal(title));
  std::erase_if(words, [&](const std::string& word) {
    return std::any_of(small.begin(), small.end(), [&](const std::string& other) { return word == other || word == other + "'s" || word == other + "s"; });
  });
  std::sort(words.begin(), words.end());
  return words;
}

void put_offices(const BriefTopic& topic, BriefDraft& draft) {
  const auto offices = record::offices_of(topic.record, topic.key, topic.on);
  std::vector<std::vector<std::string>> told;
  for (const auto& office : offices) {
    // Named once beside dozens of times is more likely a slip of the reading than an office.
    if (office.documents * kRarely < offices.front().documents || is_wording_of(office, offices.front())) continue;
    auto core = core_of(topic, office.title);
    core.push_back(office.status);
    if (std::find(told.begin(), told.end(), core) != told.end()) continue;
    told.push_back(std::move(core));
    const auto source = record::office_source(topic.record, topic.key, office.forms, topic.on);
    if (!source || office.first_day.empty()) continue;
    ++draft.total;
    if (draft.entries.size() >= kOffices) continue;
    const std::string name = topic.country_name(office.country);
    const std::string country = office.country.empty() || office.title.find(name) != std::string::npos ? "" : ", " + name;
    const std::string status = office.status.empty() || office.status == "current" ? "" : " (" + office.status + ")";
    const std::string days = office.first_day == office.last_day ? "on " + office.first_day : "first on " + office.first_day + ", last on " + office.last_day;
    draft.entries.push_back({line_of(*source, fmt::format("{}{}{}: so named in this record {}, in {} release{}", office.title, country, status, days, office.documents, office.documents == 1 ? "" : "s"))});
  }
}

bool same_person(const Tenure& tenure, const BriefTopic& topic) {
  return tenure.country == topic.country && record::normal(tenure.person) == record::normal(topic.name);
}

/// Since when, only where the list's source gives the day of taking office; else the days on which it shows somebody there.
std::string told(const Tenure& tenure, Day on) {
  const bool over = tenure.to && *tenure.to <= on;
  if (!tenure.from) return {};
  if (!tenure.seen) return ": since " + iso(*tenure.from) + (over ? ", until " + iso(*tenure.to) : "") + " (CountryInfo)";
  return ": seen in that office " + (over && *tenure.to != *tenure.from ? "from " + iso(*tenure.from) + " to " + iso(*tenure.to) : "on " + iso(*tenure.from)) + "; since when is not said (Office of the Historian)";
}

void put_tenures(const BriefTopic& topic, BriefDraft& draft) {
  const std::string normal = record::normal(topic.name);
  const std::string surname = normal.substr(normal.rfind(' ') + 1);
  std::vector<std::string> told_already;
  for (const Tenure* tenure : topic.knowledge.tenures(surname)) {
    if (!same_person(*tenure, topic) || (tenure->from && *tenure->from > topic.on)) continue;
    BriefLine line;
    line.label = "list of leaders";
    line.say(fmt::format("{}, {}{}", in_words(tenure->office), topic.country_name(tenure->country), told(*tenure, topic.on)));
    line.basis = "leaders";
    if (std::find(told_already.begin(), told_already.end(), line.text()) != told_already.end()) continue;
    told_already.push_back(line.text());
    ++draft.total;
    if (told_already.size() <= 2) draft.entries.push_back({std::move(line)});
  }
}

void put_holders(const BriefTopic& topic, BriefDraft& draft) {
  for (const std::string_view office : {"head_of_state", "head_of_government", "foreign_minister"}) {
    const Tenure* holder = topic.knowledge.holder(topic.key, office, topic.on);
    if (!holder) continue;
    BriefLine line;
    line.label = "list of leaders";
    line.say(fmt::format("{}, {}{}", holder->person, in_words(std::string(office)), told(*holder, topic.on)));
    line.basis = "leaders";
    ++draft.total;
    draft.entries.push_back({std::move(line)});
  }
}

/// "Ambassador to Germany" acts for another.
bool is_sent_to(const BriefTopic& topic, const std::string& title) {
  const std::string words = record::normal(title);
  return words.find("ambassador") != std::string::npos && words.find(" to " + record::normal(topic.name)) != std::string::npos;
}

void put_officials(const BriefTopic& topic, BriefDraft& draft) {
  for (const auto& source : record::officials(topic.record, topic.key, topic.on - kRecently, topic.on, kOfficials)) {
    if (is_sent_to(topic, source.title)) continue;
    ++draft.total;
    draft.entries.push_back({line_of(source, fmt::format("{}, {}: so named on {}; in {} release{} of the last two years", source.name, source.title, source.document.day,
                                                         source.documents, source.documents == 1 ? "" : "s"))});
  }
}

}  // namespace

BriefDraft who(const BriefTopic& topic) {
  BriefDraft draft;
  draft.id = "who";
  draft.title = topic.person ? "Who" : "Who acts for it";
  draft.none = "No office is named in this record up to that day.";
  draft.least = 4;
  if (topic.person) {
    put_tenures(topic, draft);
    put_offices(topic, draft);
    put_forms(topic, draft);
  } else {
    put_holders(topic, draft);
    put_officials(topic, draft);
  }
  draft.total = std::max<int64_t>(draft.total, static_cast<int64_t>(draft.entries.size()));
  return draft;
}

}  // namespace chancery::questions
