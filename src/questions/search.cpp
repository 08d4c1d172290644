#include "questions/search.hpp"

#include <algorithm>

#include "questions/snippet.hpp"
#include "record/normal.hpp"

namespace chancery::questions {
namespace {

using record::FacetName;

constexpr size_t kStatementsOfADocument = 3;
constexpr size_t kFacetValues = 20;

std::vector<record::Range> only(const std::vector<record::Range>& marks, Part part) {
  std::vector<record::Range> chosen;
  for (const record::Range& mark : marks) {
    if (mark.part == part) chosen.push_back(mark);
  }
  return chosen;
}

DocumentHit hit_of(const record::Record& record, const SearchQuery& query, const std::string& match,
                   record::DocumentMatch&& found) {
  DocumentHit hit;
  hit.title_marks = only(found.marks, Part::title);
  hit.snippets = snippets(found.text, only(found.marks, Part::text));
  for (auto& one : find_statements_in(record, found.document.id, match, query.filters, kStatementsOfADocument)) {
    hit.statements.push_back({std::move(one.statement), std::move(one.marks)});
  }
  hit.document = std::move(found.document);
  return hit;
}

bool same(const std::string& selected, const std::string& value) { return selected == value; }

/// "putin" selects "Vladimir Putin", as the filter does.
bool named_so(const std::string& selected, const std::string& name) {
  const auto wanted = record::words_of(record::normal(selected)), there = record::words_of(record::normal(name));
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(there.begin(), there.end(), word) != there.end();
  });
}

Facet facet_of(std::string name, std::vector<record::Count>&& counts, const std::vector<std::string>& selected,
               bool (*selects)(const std::string&, const std::string&) = same) {
  Facet facet{std::move(name), {}};
  for (record::Count& one : counts) {
    const bool chosen =
        std::any_of(selected.begin(), selected.end(), [&](const std::string& s) { return selects(s, one.value); });
    facet.values.push_back({std::move(one.value), one.count, chosen});
  }
  // What is selected is shown even where nothing is left of it, so that it can be let go.
  for (const std::string& value : selected) {
    const bool shown = std::any_of(facet.values.begin(), facet.values.end(),
                                   [&](const FacetValue& v) { return selects(value, v.value); });
    if (!shown) facet.values.push_back({value, 0, true});
  }
  return facet;
}

std::vector<Facet> facets_of(const record::Record& record, const SearchQuery& query, const std::string& match) {
  const record::Filters& f = query.filters;
  auto counts = facets(record, query.statements ? record::Counted::statements : record::Counted::documents, match, f,
                       kFacetValues);
  const auto take = [&](FacetName name) { return std::move(counts[static_cast<size_t>(name)]); };
  return {facet_of("publisher", take(FacetName::publisher), f.publishers),
          facet_of("country", take(FacetName::country), f.countries),
          facet_of("speaker", take(FacetName::speaker), f.speakers, named_so),
          facet_of("kind", take(FacetName::kind), f.kinds), facet_of("year", take(FacetName::year), f.years),
          facet_of("topic", take(FacetName::topic), f.topics)};
}

}  // namespace

SearchResult search(const record::Record& record, const SearchQuery& query) {
  SearchResult result;
  result.query = query;
  const std::string match = record::match_expression(query.words, query.typing);
  if (match.empty() && query.words.find_first_not_of(" \t\r\n") != std::string::npos) {
    result.note = "there is no word to look for: type letters or digits; -word alone leaves nothing to find";
    return result;
  }
  const record::Record::Snapshot snapshot(record);
  if (query.statements) {
    result.total = count_statements(record, match, query.filters);
    for (auto& one : find_statements(record, match, query.filters, query.page))
      result.statements.push_back({std::move(one.statement), std::move(one.marks)});
  } else {
    result.total = count_documents(record, match, query.filters);
    for (auto& one : find_documents(record, match, query.filters, query.page))
      result.documents.push_back(hit_of(record, query, match, std::move(one)));
  }
  if (query.facets) result.facets = facets_of(record, query, match);
  return result;
}

}  // namespace chancery::questions
