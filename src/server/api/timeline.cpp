#include "server/api/timeline.hpp"

#include "server/api/parameters.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

constexpr size_t kLongestName = 200;
constexpr size_t kMostItems = 200, kItems = 50, kMostOffset = 1'000'000;

[[noreturn]] void refuse(const std::string& parameter, const std::string& why, const std::string& next) {
  throw ProblemError{{400, "Wrong parameter", "The parameter \"" + parameter + "\" " + why + ".", next, parameter}};
}

/// Given once each, or several with commas between.
std::vector<questions::ItemKind> kinds_in(const Parameters& parameters) {
  std::vector<questions::ItemKind> kinds;
  for (const std::string& list : parameters.texts("types")) {
    for (size_t begin = 0; begin <= list.size();) {
      const size_t end = std::min(list.find(',', begin), list.size());
      const std::string name = list.substr(begin, end - begin);
      const auto kind = questions::parse_item_kind(name);
      if (!kind) refuse("types", "has \"" + name + "\"", "It holds: meeting, call, letter, announcement, statement.");
      kinds.push_back(*kind);
      begin = end + 1;
    }
  }
  return kinds;
}

}  // namespace

TimelineRequest timeline_request(const Request& request) {
  const Parameters parameters(request, {"a", "b", "from", "to", "types", "order", "offset", "limit", "format"});
  TimelineRequest asked;
  questions::TimelineQuery& query = asked.query;
  query.a = parameters.text("a", kLongestName);
  query.b = parameters.text("b", kLongestName);
  if (query.a.empty()) refuse("a", "is missing", "Give a country by its code or name, or a person by name or key.");
  query.from = parameters.day("from");
  query.to = parameters.day("to");
  if (query.from && query.to && *query.from > *query.to) refuse("from", "is a later day than \"to\"", "Exchange them.");
  query.kinds = kinds_in(parameters);
  query.oldest_first = parameters.choice("order", {"newest", "oldest"}) == "oldest";
  query.page = {parameters.number("offset", 0, kMostOffset, 0), parameters.number("limit", 1, kMostItems, kItems)};
  asked.csv = parameters.choice("format", {"json", "csv"}) == "csv";
  return asked;
}

bool is_complete(const questions::Timeline& timeline) { return timeline.a.found && (timeline.alone || timeline.b.found); }

Response nobody_answer(const questions::Timeline& timeline) {
  const bool first = !timeline.a.found;
  const questions::Who& who = first ? timeline.a : timeline.b;
  Response response = to_response({404, "Not in this record", questions::nobody_is_called(who) , "", first ? "a" : "b"});
  questions::Json json = questions::Json::parse(response.body);
  json["suggestions"] = questions::suggestions_json(who);
  response.body = json.dump(-1, ' ', false, questions::Json::error_handler_t::replace);
  return response;
}

Response csv_answer(BodySource rows) {
  Response response;
  response.headers = {{"Content-Type", "text/csv; charset=utf-8"}, {"Content-Disposition", "attachment; filename=\"chancery-timeline.csv\""}};
  response.source = std::move(rows);
  return response;
}

void timeline_rows(const record::Record& record, const Knowledge& knowledge, const questions::TimelineQuery& query,
                   const std::function<bool(std::string_view)>& sink) {
  if (!sink(questions::kTimelineHead)) return;
  questions::each_timeline_item(record, knowledge, query, [&](const questions::TimelineItem& item) { return sink(questions::csv(item)); });
}

}  // namespace chancery::server::api
