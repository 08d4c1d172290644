#include "questions/timeline_json.hpp"

#include "questions/csv.hpp"
#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

Json known(const Known& one) {
  return {{"country", or_null(one.side.country)},
          {"person", or_null(one.side.person)},
          {"name", one.name},
          {"acts_for", or_null(one.country)},
          {"documents", one.side.country.empty() ? Json(one.documents) : Json(nullptr)}};
}

Json known_list(const std::vector<Known>& all) {
  Json out = Json::array();
  for (const Known& one : all) out.push_back(known(one));
  return out;
}

Json who(const Who& who) {
  Json out = known(who.taken);
  out["asked"] = who.asked;
  out["others"] = known_list(who.others);
  return out;
}

Json time(const record::WhenWhere& at) {
  return {{"value", or_null(at.value)}, {"from", or_null(at.from)}, {"to", or_null(at.to)}, {"basis", or_null(at.time_basis)}};
}

Json account(const AccountLine& line) {
  return {{"event", line.event}, {"main", line.main}, {"type", line.type},
          {"status", line.status}, {"time", time(line.at)}, {"document", to_json(line.document)}};
}

/// Without all of its words, which may be an hour's: they are in the document.
Json statement(const record::StatementLine& line) {
  Json out = to_json(line);
  out.erase("content");
  out.erase("document");
  return out;
}

Json passage(const Snippet& snippet) {
  return {{"span", range(snippet.span)},
          {"text", snippet.text},
          {"marks", ranges(snippet.marks)},
          {"cut_before", snippet.cut_before},
          {"cut_after", snippet.cut_after}};
}

Json item_or_null(const std::optional<TimelineItem>& item) { return item ? to_json(*item) : Json(nullptr); }

void add_counts(Json& out, const int64_t (&counts)[kItemKinds]) {
  for (size_t i = 0; i < kItemKinds; ++i) out[std::string(name_of(static_cast<ItemKind>(i)))] = counts[i];
}

Json tallies(const std::vector<Tally>& all, const char* name) {
  Json out = Json::array();
  for (const Tally& one : all) {
    Json line = {{name, or_null(one.value)}};
    add_counts(line, one.counts);
    out.push_back(std::move(line));
  }
  return out;
}

Json gap(const Gap& gap) {
  return {{"of", name_of(gap.of)},
          {"from", iso(gap.from)},
          {"to", iso(gap.to)},
          {"open_before", gap.open_before},
          {"open_after", gap.open_after},
          {"months", gap.months},
          {"extent", gap.extent},
          {"complete_months", gap.complete_months},
          {"announced", gap.announced},
          {"releases", counts(gap.releases)},
          {"says", gap.says}};
}

Json coverage(const Coverage& cover) {
  Json publishers = Json::array();
  for (const PublisherCover& one : cover.publishers) {
    publishers.push_back({{"publisher", or_null(one.publisher)},
                          {"country", or_null(one.country)},
                          {"documents", one.documents},
                          {"first_day", or_null(one.first_day)},
                          {"last_day", or_null(one.last_day)},
                          {"years", counts(one.years)},
                          {"extent", one.extent},
                          {"stated", list(one.extents)}});
  }
  Json stretches = Json::array();
  for (const Period& one : cover.stretches) stretches.push_back({{"from", iso(one.from)}, {"to", iso(one.to)}});
  return {{"publishers", std::move(publishers)}, {"of_sides", cover.of_sides}, {"others", cover.others}, {"stretches", std::move(stretches)}};
}

/// How sure the day is, in one word for a column.
std::string_view day_is(const ItemRow& row) {
  if (sort_day(row).empty()) return "unknown";
  if (row.by_publication) return "published";
  return row.from.empty() ? "no later than" : row.basis == "relative" ? "reckoned" : "stated";
}

}  // namespace

Json to_json(const TimelineItem& item) {
  const ItemRow& row = item.row;
  Json out = {{"kind", name_of(row.kind)}, {"from", or_null(row.from)}, {"to", or_null(row.to)}, {"basis", or_null(row.basis)}};
  out["dated_by"] = sort_day(row).empty() ? Json(nullptr) : Json(row.by_publication ? "publication" : "encounter");
  out["encounter"] = item.encounter ? to_json(*item.encounter) : Json(nullptr);
  out["accounts"] = Json::array();
  for (const AccountLine& one : item.accounts) out["accounts"].push_back(account(one));
  out["direction"] = or_null(std::string(name_of(row.direction)));
  out["statement"] = item.statement ? statement(*item.statement) : Json(nullptr);
  out["statements"] = row.statements.size();
  out["passage"] = item.statement ? passage(item.passage) : Json(nullptr);
  const auto& document = item.statement ? item.statement->document : item.encounter->document;
  out["document"] = to_json(document);
  return out;
}

Json to_json(const Timeline& answer) {
  Json out;
  out["a"] = who(answer.a);
  out["b"] = answer.alone ? Json(nullptr) : who(answer.b);
  out["from"] = answer.query.from ? Json(iso(*answer.query.from)) : Json(nullptr);
  out["to"] = answer.query.to ? Json(iso(*answer.query.to)) : Json(nullptr);
  out["types"] = Json::array();
  for (const ItemKind kind : answer.query.kinds) out["types"].push_back(name_of(kind));
  out["order"] = answer.query.oldest_first ? "oldest" : "newest";
  out["total"] = answer.total;
  out["undated"] = answer.undated;
  out["offset"] = answer.query.page.offset;
  out["limit"] = answer.query.page.limit;
  out["counts"] = Json::object();
  add_counts(out["counts"], answer.counts);
  out["encounter_types"] = counts(answer.types);
  out["years"] = tallies(answer.years, "year");
  out["months"] = tallies(answer.months, "month");
  out["last_met"] = item_or_null(answer.last_met);
  out["last_spoke"] = item_or_null(answer.last_spoke);
  out["first"] = item_or_null(answer.first);
  out["gaps"] = Json::array();
  for (const Gap& one : answer.gaps) out["gaps"].push_back(gap(one));
  out["coverage"] = coverage(answer.coverage);
  out["items"] = list(answer.items);
  return out;
}

Json suggestions_json(const Who& who) { return known_list(who.suggestions); }

const std::string_view kTimelineHead =
    "kind,type,status,from,to,day_is,who,who_countries,statements,words,place,accounts,told_by,encounter,document,title,"
    "published,publisher,publisher_country,url\r\n";

std::string csv(const TimelineItem& item) {
  const ItemRow& row = item.row;
  const bool said = item.statement.has_value();
  const auto& people = said ? item.statement->speakers : item.encounter->participants;
  const record::DocumentLine& d = said ? item.statement->document : item.encounter->document;
  std::vector<std::string> told_by;
  for (const AccountLine& one : item.accounts) told_by.push_back(one.document.publisher);
  if (said) told_by.push_back(d.publisher);
  CsvRow out;
  out << name_of(row.kind) << (said ? "" : item.encounter->type) << (said ? "" : item.encounter->status) << row.from << row.to
      << day_is(row) << joined(people, &record::Party::name) << joined(people, &record::Party::country)
      << static_cast<int64_t>(row.statements.size()) << (said ? item.passage.text : item.encounter->quote)
      << (said ? "" : item.encounter->at.place) << static_cast<int64_t>(said ? 1 : item.accounts.size()) << joined(told_by)
      << (said ? "" : item.encounter->id) << d.id << d.title << d.published << d.publisher << d.country << d.url;
  return out.line();
}

}  // namespace chancery::questions
