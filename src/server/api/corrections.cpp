#include "server/api/corrections.hpp"

#include "app/encounters.hpp"
#include "questions/corrections.hpp"
#include "questions/queue.hpp"
#include "server/api/answers.hpp"
#include "server/api/body.hpp"
#include "server/api/parameters.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

using questions::Json;

constexpr size_t kMostCorrections = 1000;            // in one request
constexpr size_t kMostBody = 1024 * 1024;
constexpr size_t kMostImport = 32 * 1024 * 1024;
constexpr size_t kMostPage = 200, kUsualPage = 50, kFarthest = 10'000'000;
constexpr size_t kLongestWhy = 2000, kLongestValue = 4000;

record::Page page_of(const Parameters& parameters) {
  return {parameters.number("offset", 0, kFarthest, 0), parameters.number("limit", 1, kMostPage, kUsualPage)};
}

record::Wish wish_of(const Json& object, const std::string& where) {
  const Members members(object, where,
                        {"action", "document", "fact", "field", "value", "why", "seen", "reading", "person", "other", "documents", "encounter", "other_encounter"});
  record::Wish wish;
  wish.action = members.text("action");
  wish.document = members.text("document");
  wish.fact = members.text("fact");
  wish.field = members.text("field");
  wish.value = members.text("value", kLongestValue);
  wish.why = members.text("why", kLongestWhy);
  wish.person = members.text("person");
  wish.other = members.text("other");
  wish.encounter = members.text("encounter");
  wish.other_encounter = members.text("other_encounter");
  wish.documents = members.texts("documents", kMostCorrections);
  wish.seen = members.number("seen", 0, INT64_MAX);
  wish.reading = members.number("reading", 0, INT64_MAX);
  if (wish.action.empty()) members.refuse("action", "is missing");
  const bool of_fact = wish.action == "confirm" || wish.action == "change" || wish.action == "reject" || wish.action == "part_account";
  if (of_fact && wish.document.empty()) members.refuse("document", "is missing");
  if (of_fact && wish.fact.empty()) members.refuse("fact", "is missing");
  return wish;
}

/// The second of two is told what the first one did.
template <typename Write>
Response told(const Write& write) {
  try {
    return write();
  } catch (const record::Conflict& conflict) {
    const Json more = {{"theirs", conflict.theirs ? questions::to_json(*conflict.theirs) : Json()}};
    throw ProblemError{{409, "Corrected or made anew meanwhile", conflict.what(), "", "", more.dump(-1, ' ', false, Json::error_handler_t::replace)}};
  }
}

std::vector<int64_t> numbers_of(const record::Record& record, const Request& request, bool undoing, std::string& why) {
  const Json body = object_of(request);
  const Members members(body, "", {"numbers", "of", "why"});
  why = members.text("why", kLongestWhy);
  if (members.has("numbers") == members.has("of")) members.refuse("numbers", "or \"of\" must be given, and only one of them");
  if (members.has("numbers")) {
    auto numbers = members.numbers("numbers", kMostCorrections * 10);
    if (numbers.empty()) members.refuse("numbers", "is empty: give the number of at least one correction");
    return numbers;
  }
  const Members of(body.at("of"), "of", {"document", "who", "kind", "batch"});
  record::CorrectionFilters filters;
  filters.document = of.text("document");
  filters.who = of.text("who");
  filters.kind = of.text("kind");
  filters.batch = of.number("batch", 1, INT64_MAX);
  filters.undone = !undoing;
  if (filters.document.empty() && filters.who.empty() && filters.kind.empty() && !filters.batch) members.refuse("of", "must name a document, a person, a kind or a batch");
  auto numbers = record::correction_numbers(record, filters);
  if (numbers.empty()) members.refuse("of", "fits no correction that could be " + std::string(undoing ? "taken back" : "done again"));
  return numbers;
}

}  // namespace

void CorrectionRoutes::add_to(Router& router) {
  const std::string root = "/api/v1/corrections";
  router.add("GET", root, [this](const Request& request, const PathParameters&) { return log(request); });
  router.add("GET", root + "/queue", [this](const Request& request, const PathParameters&) { return queue(request); });
  router.add("GET", root + "/agreement", [this](const Request& request, const PathParameters&) { return agreement(request); });
  router.add("GET", root + "/export", [this](const Request& request, const PathParameters&) { return exported(request); });
  const RouteRules rules{Role::editor, kMostBody, {"application/json"}};
  router.add("POST", root, [this](const Request& request, const PathParameters&) { return make(request); }, rules);
  router.add("POST", root + "/undo", [this](const Request& request, const PathParameters&) { return turn(request, true); }, rules);
  router.add("POST", root + "/redo", [this](const Request& request, const PathParameters&) { return turn(request, false); }, rules);
  router.add("POST", root + "/import", [this](const Request& request, const PathParameters&) { return imported(request); },
             {Role::editor, kMostImport, {"application/x-ndjson", "application/jsonl"}});
}

Response CorrectionRoutes::log(const Request& request) {
  const Parameters parameters(request, {"document", "who", "kind", "batch", "undone", "person", "encounter", "offset", "limit"});
  record::CorrectionFilters filters;
  filters.document = parameters.text("document");
  filters.who = parameters.text("who");
  filters.person = parameters.text("person");
  filters.encounter = parameters.text("encounter");
  filters.kind = parameters.choice("kind", {"", "mention", "entity", "time", "statement", "point", "event", "figure", "commitment", "courtesy", "person", "encounter"});
  if (const size_t batch = parameters.number("batch", 1, INT64_MAX, 0); batch > 0) filters.batch = static_cast<int64_t>(batch);
  if (const auto undone = parameters.choice("undone", {"", "0", "1"}); !undone.empty()) filters.undone = undone == "1";
  const record::Page page = page_of(parameters);
  const auto record = records_.lend();
  return json_answer(questions::to_json(record::list_corrections(*record, filters, page)));
}

Response CorrectionRoutes::queue(const Request& request) {
  const Parameters parameters(request, {"kind", "publisher", "offset", "limit"});
  record::QueueFilters filters;
  filters.kind = parameters.choice("kind", {"", "statement", "event", "point", "figure", "commitment", "courtesy"});
  filters.publisher = parameters.text("publisher");
  const record::Page page = page_of(parameters);
  const auto record = records_.lend();
  return json_answer(questions::to_json(questions::queue(*record, filters, page)));
}

Response CorrectionRoutes::agreement(const Request& request) {
  const Parameters none(request, {});
  const auto record = records_.lend();
  Json kinds = Json::array();
  for (const record::Agreement& one : record::agreement(*record)) kinds.push_back(questions::to_json(one));
  return json_answer({{"kinds", std::move(kinds)}});
}

Response CorrectionRoutes::make(const Request& request) {
  const Json body = object_of(request);
  const Members members(body, "", {"corrections"});
  std::vector<record::Wish> wishes;
  for (const Json& one : members.list("corrections", kMostCorrections)) wishes.push_back(wish_of(one, "corrections[" + std::to_string(wishes.size()) + "]"));
  return told([&] {
    const auto record = records_.write();
    const auto made = record::correct(*record, wishes, request.session.user);
    app::match_encounters(*record);
    Json answer = {{"batch", made.front().batch}};
    answer.update(questions::to_json(made));
    return json_answer(answer);
  });
}

Response CorrectionRoutes::turn(const Request& request, bool undoing) {
  return told([&] {
    const auto record = records_.write();
    std::string why;
    const auto numbers = numbers_of(*record, request, undoing, why);
    const auto turned = undoing ? record::undo(*record, numbers, request.session.user, why) : record::redo(*record, numbers, request.session.user, why);
    app::match_encounters(*record);
    return json_answer(questions::to_json(turned));
  });
}

Response CorrectionRoutes::exported(const Request& request) {
  const Parameters none(request, {});
  Response response;
  response.headers = {{"Content-Type", "application/x-ndjson"}, {"Content-Disposition", "attachment; filename=\"chancery-corrections.jsonl\""}};
  response.source = [](std::string&) { return false; };
  if (request.method != "HEAD") {
    response.source = streams_.start([this](const Streams::Sink& sink) {
      const auto record = records_.lend();
      bool wanted = true;
      record::share_corrections(*record, [&](const record::SharedCorrection& shared) {
        if (wanted) wanted = sink(questions::to_line(shared));
      });
    });
  }
  return response;
}

Response CorrectionRoutes::imported(const Request& request) {
  const auto record = records_.write();
  const auto taken = questions::import_corrections(*record, request.body);
  app::match_encounters(*record);
  return json_answer(questions::to_json(taken));
}

}  // namespace chancery::server::api
