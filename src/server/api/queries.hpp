// From query parameters to the values that questions/ takes.
#pragma once

#include "app/cite.hpp"
#include "questions/export.hpp"
#include "questions/facts.hpp"
#include "questions/ledger.hpp"
#include "questions/pair.hpp"
#include "questions/search.hpp"
#include "questions/series.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

// Each throws ProblemError for a parameter it does not know or that does not hold what it should.
questions::SearchQuery search_query(const Request& request);
questions::LedgerQuery ledger_query(const Request& request);
/// Commitments are open or due by the day of `on`, today where it is not given.
questions::FiguresQuery figures_query(const Request& request);
questions::SeriesQuery series_query(const Request& request);
questions::CommitmentsQuery commitments_query(const Request& request);
/// Throws ProblemError (404) where the two are no two codes of countries.
questions::PairQuery pair_query(const Request& request, const std::string& a, const std::string& b);
questions::MatrixQuery matrix_query(const Request& request);
/// The only parameter of an encounter and a person.
Day on_query(const Request& request);
/// Nothing where the whole record is asked for as a data package.
std::optional<questions::ExportQuery> export_query(const Request& request);

/// A passage to cite: `begin` (else its first character), `end` (else its last), `in` title or text, `version`; and the
/// form of the citation.
struct CiteRequest {
  questions::CiteQuery query;
  std::optional<app::CitationForm> form;  ///< none: all of them, as JSON
};
CiteRequest cite_query(const Request& request, const std::string& document);

/// A search by its parameters as they stand in an address ("q=gas&speaker=putin", a "?" before it or not); `what` is
/// documents, statements or encounters, and says which parameters there are.
questions::ExportQuery saved_query(const std::string& what, const std::string& parameters);
/// The same parameters, written in one way only: without empty ones, encoded as forms are.
std::string plain_parameters(const std::string& parameters);

/// `page` and `limit` of a list that has no other parameters than these and `others`.
record::Page page_query(const Request& request, const std::vector<std::string_view>& others);

}  // namespace chancery::server::api
