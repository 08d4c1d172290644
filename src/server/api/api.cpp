#include "server/api/api.hpp"

#include <algorithm>

#include "app/datapackage.hpp"
#include "questions/coverage.hpp"
#include "questions/json_novelty.hpp"
#include "questions/overview.hpp"
#include "record/users.hpp"
#include "server/api/answers.hpp"
#include "server/api/compare.hpp"
#include "server/api/found.hpp"
#include "server/api/brief.hpp"
#include "server/api/parameters.hpp"
#include "server/api/queries.hpp"
#include "server/api/timeline.hpp"
#include "server/problem.hpp"
#include "writers/json.hpp"

extern "C" {
extern const char chancery_description_0_begin[], chancery_description_0_end[];
}

namespace chancery::server::api {
namespace {

// Each holds a connection to the record and a snapshot of it.
constexpr size_t kMostDownloads = 8;
constexpr size_t kMostPasted = 12 * 1024 * 1024;  // two texts that someone wants compared
constexpr size_t kLatestEncounters = 10;
constexpr size_t kMostVersions = 1'000'000;

std::optional<int> version_asked(const Request& request) {
  const size_t number = Parameters(request, {"version"}).number("version", 1, kMostVersions, 0);
  return number == 0 ? std::nullopt : std::optional<int>(static_cast<int>(number));
}

}  // namespace

std::string_view embedded_description() {
  return {chancery_description_0_begin, static_cast<size_t>(chancery_description_0_end - chancery_description_0_begin)};
}

Api::Api(std::filesystem::path record, Program program)
    : program_(std::move(program)), records_(std::move(record)), streams_(kMostDownloads) {}

void Api::add_routes(Router& router) {
  const auto get = [&](const std::string& path, auto member) {
    router.add("GET", "/api/v1" + path, [this, member](const Request& request, const PathParameters&) { return (this->*member)(request); });
  };
  const auto get_by = [&](const std::string& path, const char* name, auto member) {
    router.add("GET", "/api/v1" + path, [this, name, member](const Request& request, const PathParameters& parameters) {
      return (this->*member)(request, parameters.at(name));
    });
  };
  get("/status", &Api::status);
  get("/session", &Api::session);
  get("/countries", &Api::countries);
  get("/search", &Api::search);
  get("/encounters", &Api::encounters);
  get("/figures", &Api::figures);
  get("/figures/series", &Api::series);
  get("/commitments", &Api::commitments);
  get("/matrix", &Api::matrix);
  get("/timeline", &Api::timeline);
  get("/coverage", &Api::coverage);
  get("/people", &Api::people);
  get("/brief", &Api::brief);
  get("/export", &Api::exported);
  get("/searches", &Api::searches);
  get_by("/searches/{id}/feed.atom", "id", &Api::feed);
  router.add("POST", "/api/v1/searches", [this](const Request& request, const PathParameters&) { return save_search(request); });
  router.add("DELETE", "/api/v1/searches/{id}", [this](const Request& request, const PathParameters& parameters) {
    return remove_search(request, parameters.at("id"));
  });
  get_by("/documents/{id}/cite", "id", &Api::cite);
  get_by("/encounters/{id}/cite", "id", &Api::cite_encounter);
  get_by("/documents/{id}", "id", &Api::document);
  get_by("/documents/{id}/text", "id", &Api::text);
  get_by("/documents/{id}/formulae", "id", &Api::formulae);
  get_by("/documents/{id}/original", "id", &Api::original);
  get_by("/encounters/{id}", "id", &Api::encounter);
  get_by("/encounters/{id}/candidates", "id", &Api::candidates);
  get("/compare", &Api::compare_documents);
  get_by("/encounters/{id}/compare", "id", &Api::compare_accounts);
  router.add("POST", "/api/v1/compare", [this](const Request& request, const PathParameters&) { return compare_texts(request); }, for_readers(kMostPasted));
  get_by("/people/{name}", "name", &Api::person);
  router.add("GET", "/api/v1/pairs/{a}/{b}", [this](const Request& request, const PathParameters& parameters) {
    return pair(request, parameters.at("a"), parameters.at("b"));
  });
  router.add("GET", "/api/v1/documents/{id}/commitments/{commitment}/follow-ups", [this](const Request& request, const PathParameters& parameters) {
    return follow_ups(request, parameters.at("id"), parameters.at("commitment"));
  });
  corrections_.add_to(router);
  router.add("GET", "/api/v1/openapi.yaml", [](const Request& request, const PathParameters&) {
    const Parameters none(request, {});
    return text_answer(std::string(embedded_description()), "application/yaml");
  });
}

bool Api::has_users() {
  const auto record = records_.lend();
  const auto all = record::users(*record);
  return std::any_of(all.begin(), all.end(), [](const record::User& one) { return one.revoked.empty(); });
}

std::optional<Session> Api::user_of(std::string_view token) {
  const auto record = records_.lend();
  const auto user = record::user_of_token(*record, token);
  if (!user) return std::nullopt;
  return Session{user->name, user->role == "editor" ? Role::editor : Role::reader, false};
}

Response Api::status(const Request& request) {
  const Parameters none(request, {});
  const auto record = records_.lend();
  return json_answer(status_json(program_.version, program_.made_by, questions::overview(*record, kLatestEncounters)));
}

Response Api::session(const Request& request) const {
  const Parameters none(request, {});
  const Session& who = request.session;
  return json_answer({{"user", who.user.empty() ? questions::Json() : questions::Json(who.user)}, {"role", name_of(who.role)}, {"local", who.local}});
}

Response Api::countries(const Request& request) const {
  const Parameters none(request, {});
  questions::Json json;
  json["countries"] = program_.countries;
  return json_answer(json);
}

Response Api::coverage(const Request& request) {
  const std::string publisher = Parameters(request, {"publisher"}).text("publisher");
  const auto record = records_.lend();
  return json_answer(questions::to_json(questions::coverage(*record, publisher)));
}

Response Api::search(const Request& request) {
  const questions::SearchQuery query = search_query(request);
  const auto record = records_.lend();
  return json_answer(search_json(questions::search(*record, query)));
}

Response Api::document(const Request& request, const std::string& id) {
  const std::optional<int> version = version_asked(request);
  const auto record = records_.lend();
  const auto view = found([&] { return questions::show_document(*record, id, version); });
  return json_answer(questions::to_json(view, questions::Json::parse(writers::to_json(view.kept.document))));
}

Response Api::text(const Request& request, const std::string& id) {
  const std::optional<int> version = version_asked(request);
  const auto record = records_.lend();
  return text_answer(found([&] { return (*record).load(id, version).document.text; }), "text/plain; charset=utf-8");
}

Response Api::formulae(const Request& request, const std::string& id) {
  const Parameters none(request, {});
  const auto record = records_.lend();
  return json_answer(questions::to_json(found([&] { return questions::novelty(*record, id); })));
}

Response Api::original(const Request& request, const std::string& id) {
  const std::optional<int> version = version_asked(request);
  const auto record = records_.lend();
  auto [bytes, type] = found([&] { return (*record).original(id, version); });
  return foreign_answer(std::move(bytes), type);
}

Response Api::encounters(const Request& request) {
  const questions::LedgerQuery query = ledger_query(request);
  const auto record = records_.lend();
  return json_answer(ledger_json(questions::ledger(*record, query)));
}

Response Api::encounter(const Request& request, const std::string& id) {
  const Day on = on_query(request);
  const auto record = records_.lend();
  return json_answer(questions::to_json(found([&] { return questions::show_encounter(*record, id, on); })));
}

Response Api::candidates(const Request& request, const std::string& id) {
  const record::Page page = page_query(request, {});
  const auto record = records_.lend();
  return json_answer(paged_json(questions::to_json(found([&] { return questions::encounter_candidates(*record, id, page); })), page));
}

Response Api::figures(const Request& request) {
  const questions::FiguresQuery query = figures_query(request);
  const auto record = records_.lend();
  return json_answer(paged_json(questions::to_json(questions::figures(*record, query)), query.page));
}

Response Api::series(const Request& request) {
  const questions::SeriesQuery query = series_query(request);
  const auto record = records_.lend();
  return json_answer(questions::to_json(questions::series(*record, query)));
}

Response Api::commitments(const Request& request) {
  const questions::CommitmentsQuery query = commitments_query(request);
  const auto record = records_.lend();
  return json_answer(paged_json(questions::to_json(questions::commitments(*record, query)), query.page));
}

Response Api::follow_ups(const Request& request, const std::string& document, const std::string& commitment) {
  const Day on = on_query(request);
  const auto record = records_.lend();
  return json_answer(questions::to_json(found([&] { return questions::follow_ups(*record, document, commitment, on); })));
}

Response Api::pair(const Request& request, const std::string& a, const std::string& b) {
  const questions::PairQuery query = pair_query(request, a, b);
  const auto record = records_.lend();
  return json_answer(paged_json(questions::to_json(questions::pair(*record, query)), query.page));
}

Response Api::matrix(const Request& request) {
  const questions::MatrixQuery query = matrix_query(request);
  const auto record = records_.lend();
  return json_answer(questions::to_json(questions::matrix(*record, query)));
}

Response Api::people(const Request& request) {
  constexpr size_t kLongestName = 200;
  const record::Page page = page_query(request, {"q"});
  const std::string words = Parameters(request, {"q", "page", "limit"}).text("q", kLongestName);
  const auto record = records_.lend();
  return json_answer(questions::to_json(questions::people(*record, words, page)));
}

Response Api::person(const Request& request, const std::string& name) {
  const Day on = on_query(request);
  const auto record = records_.lend();
  return json_answer(questions::to_json(found([&] { return questions::show_person(*record, name, on); })));
}

Response Api::timeline(const Request& request) {
  const TimelineRequest asked = timeline_request(request);
  const auto record = records_.lend();
  const auto timeline = questions::timeline(*record, *program_.knowledge, asked.query);
  if (!is_complete(timeline)) return nobody_answer(timeline);
  if (!asked.csv) return json_answer(questions::to_json(timeline));
  if (request.method == "HEAD") return csv_answer([](std::string&) { return false; });
  return csv_answer(streams_.start([this, query = asked.query](const Streams::Sink& sink) {
    const auto lent = records_.lend();
    timeline_rows(*lent, *program_.knowledge, query, sink);
  }));
}

Response Api::compare_texts(const Request& request) {
  auto [a, b] = compare_request(request);
  return comparison_answer(program_.comparer->texts(std::move(a), std::move(b)));
}

Response Api::compare_documents(const Request& request) {
  const ComparedIds ids = compared_documents(request);
  const auto record = records_.lend();
  return comparison_answer(found([&] { return program_.comparer->documents(*record, ids.a, ids.b); }));
}

Response Api::compare_accounts(const Request& request, const std::string& id) {
  const ComparedIds ids = compared_accounts(request);
  const auto record = records_.lend();
  return comparison_answer(found([&] { return program_.comparer->accounts(*record, id, ids.a, ids.b); }));
}

Response Api::brief(const Request& request) {
  const BriefRequest asked = brief_request(request);
  const auto record = records_.lend();
  return found([&] {
    try {
      return brief_answer(questions::brief(*record, *program_.knowledge, asked.query), asked.format);
    } catch (const questions::UnclearName& error) {
      return unclear_answer(error);
    }
  });
}

Response Api::exported(const Request& request) {
  const std::optional<questions::ExportQuery> query = export_query(request);
  BodySource rows = [](std::string&) { return false; };
  if (request.method != "HEAD") {
    rows = streams_.start([this, query](const Streams::Sink& sink) {
      const auto record = records_.lend();
      if (query) questions::export_rows(*record, *query, sink);
      else app::zip_datapackage(*record, sink);
    });
  }
  return query ? download_answer(std::move(rows), *query) : package_answer(std::move(rows));
}

}  // namespace chancery::server::api
