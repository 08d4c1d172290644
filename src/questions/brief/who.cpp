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

std::string in_words(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return code;
}

BriefLine line_of(const record::OfficeSource& source, std::string text) {
  BriefLine line;
  line.text = std::move(text);
  line.basis = "record";
  line.sources.push_back({source.document, shortened(source.passage, 140), source.span});
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
  line.text = fmt::format("{}{}", fmt::join(forms, ", "), names.size() > kForms ? fmt::format(" and {} more forms", names.size() - kForms) : "");
  line.basis = "record";
  draft.entries.push_back({std::move(line)});
}

void put_offices(const BriefTopic& topic, BriefDraft& draft) {
  const auto offices = record::offices_of(topic.record, topic.key, topic.on);
  for (const auto& office : offices) {
    // Named once beside dozens of times is more likely a slip of the reading than an office.
    if (office.documents * kRarely < offices.front().documents) continue;
    const auto source = record::office_source(topic.record, topic.key, office.forms, topic.on);
    if (!source || office.first_day.empty()) continue;
    ++draft.total;
    if (draft.entries.size() >= kOffices) continue;
    const std::string country = office.country.empty() ? "" : ", " + topic.country_name(office.country);
    const std::string status = office.status.empty() || office.status == "current" ? "" : " (" + office.status + ")";
    const std::string days = office.first_day == office.last_day ? "on " + office.first_day : "from " + office.first_day + " to " + office.last_day;
    draft.entries.push_back({line_of(*source, fmt::format("{}{}{}: so named {}, in {} release{}", office.title, country, status, days, office.documents, office.documents == 1 ? "" : "s"))});
  }
}

bool same_person(const Tenure& tenure, const BriefTopic& topic) {
  return tenure.country == topic.country && record::normal(tenure.person) == record::normal(topic.name);
}

std::string told(const Tenure& tenure, Day on) {
  // Some of its sources give no more than the days on which somebody was seen in the office.
  const std::string since = tenure.from ? ", in that list from " + iso(*tenure.from) : "";
  const bool over = tenure.to && *tenure.to <= on;
  return over ? fmt::format("{} to {}", since, iso(*tenure.to)) : since;
}

void put_tenures(const BriefTopic& topic, BriefDraft& draft) {
  const std::string normal = record::normal(topic.name);
  const std::string surname = normal.substr(normal.rfind(' ') + 1);
  std::vector<std::string> told_already;
  for (const Tenure* tenure : topic.knowledge.tenures(surname)) {
    if (!same_person(*tenure, topic) || (tenure->from && *tenure->from > topic.on)) continue;
    BriefLine line;
    line.label = "list of leaders";
    line.text = fmt::format("{}, {}{}", in_words(tenure->office), topic.country_name(tenure->country), told(*tenure, topic.on));
    line.basis = "leaders";
    if (std::find(told_already.begin(), told_already.end(), line.text) != told_already.end()) continue;
    told_already.push_back(line.text);
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
    line.text = fmt::format("{}, {}{}", holder->person, in_words(std::string(office)), told(*holder, topic.on));
    line.basis = "leaders";
    ++draft.total;
    draft.entries.push_back({std::move(line)});
  }
}

void put_officials(const BriefTopic& topic, BriefDraft& draft) {
  for (const auto& source : record::officials(topic.record, topic.key, topic.on - kRecently, topic.on, kOfficials)) {
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
