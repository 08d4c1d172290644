#include "questions/corrections.hpp"
#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

/// Within a piece of text the part says nothing.
Json marks(const std::vector<record::Range>& ranges) {
  Json out = Json::array();
  for (const record::Range& r : ranges) out.push_back({{"begin", r.begin}, {"end", r.end}});
  return out;
}

Json snippet(const Snippet& s) {
  return {{"span", range(s.span)},
          {"text", s.text},
          {"marks", marks(s.marks)},
          {"cut_before", s.cut_before},
          {"cut_after", s.cut_after}};
}

Json statement_hit(const StatementHit& hit) {
  Json out = to_json(hit.statement);
  out["marks"] = marks(hit.marks);
  return out;
}

Json statement_in_document(const StatementHit& hit) {
  Json out = statement_hit(hit);
  out.erase("document");
  return out;
}

Json document_hit(const DocumentHit& hit) {
  Json out = to_json(hit.document);
  out["title_marks"] = marks(hit.title_marks);
  out["snippets"] = Json::array();
  for (const Snippet& s : hit.snippets) out["snippets"].push_back(snippet(s));
  out["statements"] = Json::array();
  for (const StatementHit& s : hit.statements) out["statements"].push_back(statement_in_document(s));
  return out;
}

Json facet(const Facet& f) {
  Json values = Json::array();
  for (const FacetValue& v : f.values)
    values.push_back({{"value", v.value}, {"count", v.count}, {"selected", v.selected}});
  return {{"name", f.name}, {"values", values}};
}

Json version(const record::VersionLine& v) {
  return {{"number", v.number},  {"title", or_null(v.title)}, {"published", or_null(v.published)},
          {"added", v.added},    {"made_by", v.made_by},      {"media_type", or_null(v.media_type)},
          {"current", v.current}};
}

Json found(const record::Found& f) {
  return {{"id", f.id}, {"kind", f.kind}, {"document", f.document}, {"label", f.label}};
}

Json page(int64_t total, const record::Page& p) { return {{"total", total}, {"offset", p.offset}, {"limit", p.limit}}; }

Json person_line(const record::PersonLine& p) {
  return {{"key", p.key},
          {"name", p.name},
          {"countries", p.countries},
          {"documents", p.documents},
          {"encounters", p.encounters},
          {"statements", p.statements},
          {"first_day", or_null(p.first_day)},
          {"last_day", or_null(p.last_day)}};
}

Json office(const record::OfficeLine& o) {
  return {{"title", o.title},
          {"country", or_null(o.country)},
          {"status", or_null(o.status)},
          {"first_day", or_null(o.first_day)},
          {"last_day", or_null(o.last_day)},
          {"documents", o.documents},
          {"forms", o.forms}};
}

}  // namespace

Json to_json(const SearchResult& r) {
  Json out = page(r.total, r.query.page);
  out["words"] = r.query.words;
  out["note"] = or_null(r.note);
  out["documents"] = Json::array();
  for (const DocumentHit& hit : r.documents) out["documents"].push_back(document_hit(hit));
  out["statements"] = Json::array();
  for (const StatementHit& hit : r.statements) out["statements"].push_back(statement_hit(hit));
  out["facets"] = Json::array();
  for (const Facet& f : r.facets) out["facets"].push_back(facet(f));
  return out;
}

Json to_json(const Ledger& l) {
  Json out = page(l.total, l.query.page);
  out["encounters"] = list(l.encounters);
  return out;
}

Json to_json(const Overview& o) {
  return {{"status", to_json(o.status)}, {"failures", list(o.failures)}, {"latest", list(o.latest)}};
}

Json to_json(const DocumentView& v, Json analysis) {
  Json out = to_json(v.line);
  out["version"] = v.kept.version;
  out["made_by"] = v.kept.made_by;
  out["reading"] = v.kept.reading;
  out["all_versions"] = Json::array();
  for (const record::VersionLine& one : v.versions) out["all_versions"].push_back(version(one));
  out["encounters"] = list(v.encounters);
  out["corrections"] = list(v.corrections);
  out["rejected"] = list(v.rejected);
  out["analysis"] = std::move(analysis);
  return out;
}

Json to_json(const PersonView& v) {
  Json out = person_line(v.person);
  out["names"] = Json::array();
  for (const record::NameLine& n : v.names) out["names"].push_back({{"name", n.name}, {"documents", n.documents}, {"why", or_null(n.why)}});
  out["others"] = Json::array();
  for (const record::PersonLine& o : v.others) out["others"].push_back(person_line(o));
  out["offices"] = Json::array();
  for (const record::OfficeLine& o : v.offices) out["offices"].push_back(office(o));
  out["latest_encounters"] = list(v.encounters);
  out["latest_statements"] = list(v.statements);
  out["latest_commitments"] = list(v.commitments);
  out["latest_figures"] = list(v.figures);
  out["commitments"] = v.commitments_total;
  out["figures"] = v.figures_total;
  return out;
}

Json to_json(const FactView& v) {
  Json out = found(v.found);
  out["document"] = to_json(v.document);
  out["span"] = range(v.span);
  out["prefix"] = v.before;
  out["exact"] = v.exact;
  out["suffix"] = v.after;
  return out;
}

Json to_json(const Several& s) {
  Json out = {{"candidates", Json::array()}};
  for (const record::Found& f : s.candidates) out["candidates"].push_back(found(f));
  return out;
}

Json to_json(const PeopleList& p) {
  Json out = {{"people", Json::array()}};
  for (const record::PersonLine& line : p.people) out["people"].push_back(person_line(line));
  return out;
}

}  // namespace chancery::questions
