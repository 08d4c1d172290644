#include "app/cite.hpp"

#include "writers/citation.hpp"
#include "writers/citation_parts.hpp"

namespace chancery::app {
namespace {

using questions::Json;

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json cited(const Citation& citation) {
  Json one;
  one["document"] = citation.document;
  one["fact"] = or_null(citation.fact);
  one["quote"] = nullptr;
  if (citation.passage) {
    if (citation.passage->in_title) one["in"] = "title";
    one["begin"] = citation.passage->begin;
    one["end"] = citation.passage->end;
    one["quote"] = citation.passage->exact;
  }
  one["link"] = or_null(writers::cited_address(citation));
  one["text"] = writers::cite_as_text(citation);
  one["csl"] = std::move(Json::parse(writers::cite_as_csl({citation})).front());
  one["bibtex"] = writers::cite_as_bibtex(citation);
  return one;
}

}  // namespace

std::optional<CitationForm> parse_citation_form(std::string_view name) {
  if (name == "text") return CitationForm::text;
  if (name == "csl") return CitationForm::csl;
  if (name == "bibtex") return CitationForm::bibtex;
  return std::nullopt;
}

std::string cite(const record::Record& record, const questions::CiteQuery& query, CitationForm form) {
  const auto citations = questions::cite(record, query);
  if (form == CitationForm::csl) return writers::cite_as_csl(citations, 2) + "\n";
  std::string out;
  for (const Citation& one : citations) out += form == CitationForm::bibtex ? writers::cite_as_bibtex(one) : writers::cite_as_text(one) + "\n";
  return out;
}

Json cite_json(const record::Record& record, const questions::CiteQuery& query) {
  Json list = Json::array();
  for (const Citation& one : questions::cite(record, query)) list.push_back(cited(one));
  return {{"citations", std::move(list)}};
}

}  // namespace chancery::app
