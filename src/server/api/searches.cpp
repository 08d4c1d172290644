// The routes of citations, and of saved searches and their feeds.
#include <algorithm>

#include "app/feed.hpp"
#include "server/api/answers.hpp"
#include "server/api/api.hpp"
#include "server/api/body.hpp"
#include "server/api/found.hpp"
#include "server/api/parameters.hpp"
#include "server/api/queries.hpp"

namespace chancery::server::api {
namespace {

using questions::Json;

std::string_view media_type(app::CitationForm form) {
  switch (form) {
    case app::CitationForm::csl: return "application/vnd.citationstyles.csl+json";
    case app::CitationForm::bibtex: return "application/x-bibtex; charset=utf-8";
    case app::CitationForm::text: break;
  }
  return "text/plain; charset=utf-8";
}

Response cited(const record::Record& record, const CiteRequest& asked) {
  return found([&] {
    if (!asked.form) return json_answer(app::cite_json(record, asked.query));
    return text_answer(app::cite(record, asked.query, *asked.form), media_type(*asked.form));
  });
}

/// The address by which the client calls the server; behind a proxy that speaks TLS, with its scheme.
std::string base_of(const Request& request) {
  const std::string_view host = request.headers.find("Host").value_or(request.target.authority);
  const bool secure = request.headers.find("X-Forwarded-Proto").value_or("") == "https";
  return std::string(secure ? "https://" : "http://").append(host);
}

}  // namespace

Response Api::cite(const Request& request, const std::string& id) {
  const CiteRequest asked = cite_query(request, id);
  const auto record = records_.lend();
  return cited(*record, asked);
}

Response Api::cite_encounter(const Request& request, const std::string& id) {
  CiteRequest asked;
  asked.query.id = id;
  asked.form = app::parse_citation_form(Parameters(request, {"format"}).choice("format", {"json", "text", "csl", "bibtex"}));
  const auto record = records_.lend();
  return cited(*record, asked);
}

Response Api::searches(const Request& request) {
  const Parameters none(request, {});
  const auto record = records_.lend();
  return json_answer(questions::to_json(record::saved_searches(*record)));
}

Response Api::save_search(const Request& request) {
  const Parameters none(request, {});
  const Json body = object_of(request);
  const Members members(body, "", {"name", "what", "query"});
  record::SavedSearch search;
  search.name = members.text("name", 200);
  search.what = members.text("what");
  search.query = plain_parameters(members.text("query", 4000));
  search.who = request.session.user;
  // Refused now, and not when somebody follows it.
  saved_query(search.what, search.query);
  const auto record = records_.write();
  try {
    return json_answer(questions::to_json(record::save_search(*record, search)));
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    const bool taken = std::ranges::any_of(record::saved_searches(*record), [&](const record::SavedSearch& one) { return one.name == search.name; });
    throw ProblemError{{taken ? 409 : 400, taken ? "The name is taken" : "Wrong body", std::string(error.what()) + ".", "", "name"}};
  }
}

Response Api::remove_search(const Request& request, const std::string& id) {
  const Parameters none(request, {});
  const auto record = records_.write();
  found([&] { record::remove_search(*record, id); });
  Response response;
  response.status = 204;
  return response;
}

Response Api::feed(const Request& request, const std::string& id) {
  const Parameters none(request, {});
  const auto record = records_.lend();
  app::FeedQuery query;
  query.search = found([&] { return record::saved_search(*record, id); });
  query.query = saved_query(query.search.what, query.search.query);
  query.base = base_of(request);
  query.generator = "Chancery " + program_.version;
  return text_answer(app::feed(*record, query), "application/atom+xml; charset=utf-8");
}

}  // namespace chancery::server::api
