#include "server/api/queries.hpp"

#include "server/api/parameters.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

using Names = std::vector<std::string_view>;

constexpr size_t kMostPages = 100'000;
constexpr size_t kMostOnPage = 100;
constexpr size_t kOnPage = 20;

const Names kPaging{"page", "limit"};
const Names kSearchFilters{"q", "speaker", "topic", "about", "country", "publisher", "kind", "year", "from", "to"};
const Names kLedgerFilters{"person", "country", "with", "type", "status", "told", "from", "to"};

Names operator+(Names names, const Names& more) {
  names.insert(names.end(), more.begin(), more.end());
  return names;
}

record::Page page(const Parameters& parameters) {
  const size_t number = parameters.number("page", 1, kMostPages, 1);
  const size_t limit = parameters.number("limit", 1, kMostOnPage, kOnPage);
  return {(number - 1) * limit, limit};
}

template <typename Filters>
void days(const Parameters& parameters, Filters& filters) {
  filters.from = parameters.day("from");
  filters.to = parameters.day("to");
  if (filters.from && filters.to && *filters.from > *filters.to) {
    throw ProblemError{{400, "Wrong parameter", "The parameter \"from\" is a later day than \"to\".", "Exchange them.", "from"}};
  }
}

questions::SearchQuery searched(const Parameters& parameters) {
  questions::SearchQuery query;
  query.words = parameters.text("q");
  query.filters.speakers = parameters.texts("speaker");
  query.filters.topics = parameters.texts("topic");
  query.filters.about = parameters.texts("about");
  query.filters.countries = parameters.countries("country");
  query.filters.publishers = parameters.texts("publisher");
  for (const DocumentKind kind : parameters.codes<DocumentKind>("kind")) query.filters.kinds.emplace_back(name_of(kind));
  query.filters.years = parameters.years("year");
  days(parameters, query.filters);
  return query;
}

record::EncounterFilters met(const Parameters& parameters) {
  record::EncounterFilters filters;
  filters.person = parameters.text("person");
  filters.country = parameters.country("country");
  filters.with = parameters.text("with");
  filters.types = parameters.codes<EventType>("type");
  filters.statuses = parameters.codes<Status>("status");
  filters.main_only = parameters.choice("told", {"main", "all"}) == "main";
  days(parameters, filters);
  return filters;
}

}  // namespace

record::Page page_query(const Request& request, const Names& others) { return page(Parameters(request, others + kPaging)); }

questions::SearchQuery search_query(const Request& request) {
  const Parameters parameters(request, kSearchFilters + kPaging + Names{"scope", "typing"});
  questions::SearchQuery query = searched(parameters);
  query.statements = parameters.choice("scope", {"documents", "statements"}) == "statements";
  query.typing = parameters.flag("typing");
  query.page = page(parameters);
  return query;
}

questions::LedgerQuery ledger_query(const Request& request) {
  const Parameters parameters(request, kLedgerFilters + kPaging);
  return {met(parameters), page(parameters)};
}

questions::ExportQuery export_query(const Request& request) {
  const Names choices{"what", "format"};
  const Parameters any(request, choices + kSearchFilters + kLedgerFilters);
  const std::string_view what = any.required_choice("what", {"documents", "encounters", "statements"});
  const bool encounters = what == "encounters";
  const Parameters parameters(request, choices + (encounters ? kLedgerFilters : kSearchFilters));
  questions::ExportQuery query;
  query.rows = encounters ? questions::Rows::encounters : what == "documents" ? questions::Rows::documents : questions::Rows::statements;
  query.format = parameters.choice("format", {"csv", "jsonl"}) == "csv" ? questions::Format::csv : questions::Format::jsonl;
  if (encounters) {
    query.encounters = met(parameters);
  } else {
    query.search = searched(parameters);
    query.search.statements = what == "statements";
  }
  return query;
}

}  // namespace chancery::server::api
