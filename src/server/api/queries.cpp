#include "server/api/queries.hpp"

#include <algorithm>

#include "server/api/parameters.hpp"
#include "server/problem.hpp"
#include "server/target.hpp"

namespace chancery::server::api {
namespace {

using Names = std::vector<std::string_view>;

constexpr size_t kMostPages = 100'000;
constexpr size_t kMostOnPage = 100;
constexpr size_t kOnPage = 20;
constexpr size_t kMostPoints = 500;

const Names kPaging{"page", "limit"};
const Names kSearchFilters{"q", "speaker", "topic", "about", "country", "publisher", "kind", "year", "from", "to"};
const Names kLedgerFilters{"person", "country", "with", "type", "status", "told", "from", "to"};
const Names kFactFilters{"country", "with", "publisher", "from", "to"};
const Names kFigureFilters{"indicator", "unit", "speaker"};
const Names kCommitmentFilters{"q", "person", "by", "class", "strength", "due_from", "due_to", "state", "on"};
const Names kMatrixFilters{"type", "status", "told", "from", "to"};

Names operator+(Names names, const Names& more) {
  for (const std::string_view name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

record::Page page(const Parameters& parameters) {
  const size_t number = parameters.number("page", 1, kMostPages, 1);
  const size_t limit = parameters.number("limit", 1, kMostOnPage, kOnPage);
  return {(number - 1) * limit, limit};
}

void period(const Parameters& parameters, const std::string& first, const std::string& last, std::optional<Day>& from, std::optional<Day>& to) {
  from = parameters.day(first);
  to = parameters.day(last);
  if (from && to && *from > *to) {
    throw ProblemError{{400, "Wrong parameter", "The parameter \"" + first + "\" is a later day than \"" + last + "\".", "Exchange them.", first}};
  }
}

template <typename Filters>
void days(const Parameters& parameters, Filters& filters) {
  period(parameters, "from", "to", filters.from, filters.to);
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

/// Without those who took part.
record::EncounterFilters held(const Parameters& parameters) {
  record::EncounterFilters filters;
  filters.types = parameters.codes<EventType>("type");
  filters.statuses = parameters.codes<Status>("status");
  filters.main_only = parameters.choice("told", {"main", "all"}) == "main";
  days(parameters, filters);
  return filters;
}

record::EncounterFilters met(const Parameters& parameters) {
  record::EncounterFilters filters = held(parameters);
  filters.person = parameters.text("person");
  filters.country = parameters.country("country");
  filters.with = parameters.text("with");
  return filters;
}

void facts(const Parameters& parameters, record::FactFilters& filters) {
  filters.country = parameters.country("country");
  filters.publishers = parameters.texts("publisher");
  days(parameters, filters);
}

record::FigureFilters given(const Parameters& parameters) {
  record::FigureFilters filters;
  facts(parameters, filters);
  filters.person = parameters.text("speaker");
  filters.with = parameters.country("with");
  filters.indicators = parameters.texts("indicator");
  filters.units = parameters.texts("unit");
  return filters;
}

record::CommitmentFilters committed(const Parameters& parameters) {
  record::CommitmentFilters filters;
  facts(parameters, filters);
  filters.person = parameters.text("person");
  filters.with = parameters.text("with");
  filters.words = parameters.text("q");
  filters.by = parameters.text("by");
  filters.classes = parameters.codes<CommitmentClass>("class");
  filters.strengths = parameters.codes<Strength>("strength");
  period(parameters, "due_from", "due_to", filters.due_from, filters.due_to);
  const std::string_view state = parameters.choice("state", {"any", "open", "due", "overdue"});
  filters.state = record::due_state(state).value_or(record::DueState::any);
  filters.on = parameters.day("on").value_or(questions::today());
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

questions::FiguresQuery figures_query(const Request& request) {
  const Parameters parameters(request, kFigureFilters + kFactFilters + kPaging);
  return {given(parameters), page(parameters)};
}

questions::SeriesQuery series_query(const Request& request) {
  const Parameters parameters(request, kFigureFilters + kFactFilters + Names{"limit"});
  return {given(parameters), parameters.number("limit", 1, kMostPoints, kMostPoints)};
}

questions::CommitmentsQuery commitments_query(const Request& request) {
  const Parameters parameters(request, kCommitmentFilters + kFactFilters + kPaging);
  return {committed(parameters), page(parameters)};
}

questions::PairQuery pair_query(const Request& request, const std::string& a, const std::string& b) {
  const Parameters parameters(request, kMatrixFilters + kPaging + Names{"on"});
  if (!questions::pair_of_codes(a + "-" + b)) {
    throw ProblemError{{404, "Not in this record", "\"" + a + "\" and \"" + b + "\" are not the codes of two countries.", "Write them as /pairs/KAZ/UZB.", ""}};
  }
  return {a, b, held(parameters), page(parameters), parameters.day("on").value_or(questions::today())};
}

questions::MatrixQuery matrix_query(const Request& request) {
  constexpr size_t kMostCountries = 50, kCountries = 12;
  const Parameters parameters(request, kMatrixFilters + Names{"limit"});
  return {held(parameters), parameters.number("limit", 2, kMostCountries, kCountries)};
}

Day on_query(const Request& request) { return Parameters(request, {"on"}).day("on").value_or(questions::today()); }

CiteRequest cite_query(const Request& request, const std::string& document) {
  constexpr size_t kLongestText = 1'000'000'000;
  const Parameters parameters(request, {"begin", "end", "in", "version", "format"});
  CiteRequest out;
  out.query.id = document;
  const Part part = parameters.choice("in", {"text", "title"}) == "title" ? Part::title : Part::text;
  const auto at = [&](std::string_view name, size_t least, size_t otherwise) { return static_cast<uint32_t>(parameters.number(name, least, kLongestText, otherwise)); };
  if (!parameters.text("begin").empty() || !parameters.text("end").empty() || part == Part::title) {
    out.query.span = record::Range{at("begin", 0, 0), at("end", 1, questions::kToTheEnd), part};
  }
  if (const size_t version = parameters.number("version", 1, 1'000'000, 0); version != 0) out.query.version = static_cast<int>(version);
  out.form = app::parse_citation_form(parameters.choice("format", {"json", "text", "csl", "bibtex"}));
  return out;
}

namespace {

std::vector<std::pair<std::string, std::string>> pairs_of(std::string_view parameters) {
  if (parameters.starts_with('?')) parameters.remove_prefix(1);
  try {
    return parse_target("/?" + std::string(parameters)).query;
  } catch (const BadTarget& bad) {
    throw ProblemError{{400, "Wrong parameter", bad.why, "", "query"}};
  }
}

std::string form_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._*").find(c) != std::string_view::npos) out += c;
    else if (c == ' ') out += '+';
    else (out += '%').append(1, kHex[byte >> 4U]).append(1, kHex[byte & 15U]);
  }
  return out;
}

}  // namespace

questions::ExportQuery saved_query(const std::string& what, const std::string& parameters) {
  Request request;
  request.target.path = "searches for " + what;
  request.target.query = pairs_of(parameters);
  questions::ExportQuery query;
  if (what == "encounters") {
    query.rows = questions::Rows::encounters;
    query.encounters = met(Parameters(request, kLedgerFilters));
  } else if (what == "documents" || what == "statements") {
    query.rows = what == "documents" ? questions::Rows::documents : questions::Rows::statements;
    query.search = searched(Parameters(request, kSearchFilters));
    query.search.statements = what == "statements";
  } else {
    throw ProblemError{{400, "Wrong parameter", "A search is for documents, statements or encounters, not for \"" + what + "\".", "", "what"}};
  }
  return query;
}

std::string plain_parameters(const std::string& parameters) {
  std::string out;
  for (const auto& [name, value] : pairs_of(parameters)) {
    if (!value.empty()) out += (out.empty() ? "" : "&") + form_encoded(name) + "=" + form_encoded(value);
  }
  return out;
}

std::optional<questions::ExportQuery> export_query(const Request& request) {
  const Names choices{"what", "format"};
  const Names people{"person"};
  const Parameters any(request, choices + kSearchFilters + kLedgerFilters + kFigureFilters + kCommitmentFilters + kFactFilters + Names{"courtesy", "act"});
  questions::ExportQuery query;
  const std::string_view what = any.required_choice("what", {"documents", "encounters", "statements", "figures", "commitments", "courtesies", "points", "all"});
  if (what == "all") {
    Parameters(request, choices).choice("format", {"datapackage"});
    return std::nullopt;
  }
  query.rows = *questions::parse_rows(what);
  const auto only = [&](const Names& names) { return Parameters(request, choices + names); };
  const auto paid = [&](const Parameters& parameters, record::FactFilters& filters) {
    facts(parameters, filters);
    filters.person = parameters.text("person");
    filters.with = parameters.text("with");
  };
  switch (query.rows) {
    case questions::Rows::documents:
    case questions::Rows::statements:
      query.search = searched(only(kSearchFilters));
      query.search.statements = query.rows == questions::Rows::statements;
      break;
    case questions::Rows::encounters: query.encounters = met(only(kLedgerFilters)); break;
    case questions::Rows::figures: query.figures = given(only(kFigureFilters + kFactFilters)); break;
    case questions::Rows::commitments: query.commitments = committed(only(kCommitmentFilters + kFactFilters)); break;
    case questions::Rows::courtesies: {
      const Parameters parameters = only(people + kFactFilters + Names{"courtesy"});
      paid(parameters, query.courtesies);
      query.courtesies.kinds = parameters.codes<CourtesyKind>("courtesy");
      break;
    }
    case questions::Rows::points: {
      const Parameters parameters = only(people + kFactFilters + Names{"act"});
      paid(parameters, query.points);
      query.points.acts = parameters.codes<PointAct>("act");
      break;
    }
  }
  const bool coded = query.rows == questions::Rows::encounters;
  const std::string_view format = coded ? any.choice("format", {"csv", "jsonl", "plover"}) : any.choice("format", {"csv", "jsonl"});
  query.format = format == "csv" ? questions::Format::csv : format == "jsonl" ? questions::Format::jsonl : questions::Format::plover;
  return query;
}

}  // namespace chancery::server::api
