#include "questions/json.hpp"

namespace chancery::questions {
namespace {

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json range(const record::Range& r) {
  Json out = Json::object();
  if (r.part == Part::title) out["in"] = "title";
  out["begin"] = r.begin;
  out["end"] = r.end;
  return out;
}

/// Within a piece of text the part says nothing.
Json marks(const std::vector<record::Range>& ranges) {
  Json out = Json::array();
  for (const record::Range& r : ranges) out.push_back({{"begin", r.begin}, {"end", r.end}});
  return out;
}

template <typename T>
Json list(const std::vector<T>& items) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(to_json(item));
  return out;
}

Json party(const record::Party& p) {
  return {{"entity", or_null(p.entity)}, {"name", p.name}, {"type", or_null(p.type)}, {"country", or_null(p.country)}, {"office", or_null(p.office)}};
}

Json participant(const record::Party& p) {
  Json out = party(p);
  out["role"] = or_null(p.role);
  out["side"] = or_null(p.side);
  return out;
}

Json parties(const std::vector<record::Party>& all) {
  Json out = Json::array();
  for (const record::Party& p : all) out.push_back(party(p));
  return out;
}

Json counts(const std::vector<record::Count>& all) {
  Json out = Json::array();
  for (const record::Count& c : all) out.push_back({{"value", or_null(c.value)}, {"count", c.count}});
  return out;
}

Json snippet(const Snippet& s) {
  return {{"span", range(s.span)}, {"text", s.text}, {"marks", marks(s.marks)}, {"cut_before", s.cut_before}, {"cut_after", s.cut_after}};
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
  for (const FacetValue& v : f.values) values.push_back({{"value", v.value}, {"count", v.count}, {"selected", v.selected}});
  return {{"name", f.name}, {"values", values}};
}

Json version(const record::VersionLine& v) {
  return {{"number", v.number}, {"title", or_null(v.title)}, {"published", or_null(v.published)}, {"added", v.added}, {"made_by", v.made_by}, {"media_type", or_null(v.media_type)}, {"current", v.current}};
}

Json found(const record::Found& f) {
  return {{"id", f.id}, {"kind", f.kind}, {"document", f.document}, {"label", f.label}};
}

Json page(int64_t total, const record::Page& p) {
  return {{"total", total}, {"offset", p.offset}, {"limit", p.limit}};
}

Json person_line(const record::PersonLine& p) {
  return {{"key", p.key}, {"name", p.name}, {"countries", p.countries}, {"documents", p.documents}, {"encounters", p.encounters}, {"statements", p.statements}, {"first_day", or_null(p.first_day)}, {"last_day", or_null(p.last_day)}};
}

Json office(const record::OfficeLine& o) {
  return {{"title", o.title}, {"country", or_null(o.country)}, {"status", or_null(o.status)}, {"first_day", or_null(o.first_day)}, {"last_day", or_null(o.last_day)}, {"documents", o.documents}};
}

}  // namespace

Json to_json(const record::DocumentLine& d) {
  return {{"id", d.id}, {"title", or_null(d.title)}, {"published", or_null(d.published)}, {"day", or_null(d.day)}, {"publisher", or_null(d.publisher)}, {"country", or_null(d.country)}, {"language", or_null(d.language)}, {"kind", or_null(d.kind)}, {"url", or_null(d.url)}, {"source", or_null(d.source)}, {"added", d.added}, {"versions", d.versions}};
}

Json to_json(const record::StatementLine& s) {
  Json out = {{"id", s.id}, {"mode", s.mode}, {"speakers", parties(s.speakers)}};
  out["reported_by"] = s.reported_by ? party(*s.reported_by) : Json(nullptr);
  out["addressee"] = s.addressee ? party(*s.addressee) : Json(nullptr);
  out["content"] = s.content;
  out["span"] = range(s.span);
  out["negated"] = s.negated;
  out["document"] = to_json(s.document);
  return out;
}

Json to_json(const record::EncounterLine& e) {
  Json out = {{"id", e.id}, {"event", e.event}, {"type", e.type}, {"subtype", or_null(e.subtype)}, {"status", e.status}, {"main", e.main}, {"channel", or_null(e.channel)}, {"format", or_null(e.format)}, {"duration", or_null(e.duration)}};
  out["time"] = {{"value", or_null(e.at.value)}, {"from", or_null(e.at.from)}, {"to", or_null(e.at.to)}, {"basis", or_null(e.at.time_basis)}};
  out["place"] = {{"name", or_null(e.at.place)}, {"country", or_null(e.at.place_country)}, {"basis", or_null(e.at.place_basis)}};
  out["participants"] = Json::array();
  for (const record::Party& p : e.participants) out["participants"].push_back(participant(p));
  out["accounts"] = e.accounts;
  out["evidence"] = Json::array();
  for (const record::Range& r : e.evidence) out["evidence"].push_back(range(r));
  out["quote"] = or_null(e.quote);
  out["document"] = to_json(e.document);
  return out;
}

Json to_json(const record::FailureLine& f) {
  return {{"item", f.item}, {"reason", f.reason}, {"first", f.first}, {"last", f.last}, {"attempts", f.attempts}};
}

Json to_json(const record::Status& s) {
  return {{"record", s.path}, {"schema", s.schema}, {"bytes", s.bytes}, {"documents", s.documents}, {"versions", s.versions}, {"encounters", s.encounters}, {"accounts", s.accounts}, {"entities", s.entities}, {"statements", s.statements}, {"points", s.points}, {"figures", s.figures}, {"commitments", s.commitments}, {"courtesies", s.courtesies}, {"mentions", s.mentions}, {"times", s.times}, {"corrections", s.corrections}, {"removed", s.removed}, {"failures", s.failures},
          {"kinds", counts(s.kinds)}, {"publishers", counts(s.publishers)}, {"countries", counts(s.countries)}, {"years", counts(s.years)}, {"made_by", counts(s.made_by)}, {"first_day", or_null(s.first_day)}, {"last_day", or_null(s.last_day)}, {"last_added", or_null(s.last_added)}};
}

Json to_json(const record::Added& a) {
  return {{"outcome", name_of(a.outcome)}, {"id", a.id}, {"source", or_null(a.source)}, {"version", a.version}, {"why", or_null(a.why)}};
}

Json to_json(const record::Removed& r) { return {{"id", r.id}, {"title", or_null(r.title)}, {"why", r.why}, {"when", r.when}}; }

Json to_json(const record::Finding& f) { return {{"kind", f.kind}, {"where", f.where}, {"message", f.message}}; }

Json to_json(const record::Correction& c) {
  return {{"number", c.number}, {"document", c.document}, {"fact", c.fact}, {"action", c.action}, {"field", or_null(c.field)}, {"value", or_null(c.value)}, {"before", or_null(c.before)}, {"who", c.who}, {"why", or_null(c.why)}, {"when", c.when}};
}

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
  out["all_versions"] = Json::array();
  for (const record::VersionLine& one : v.versions) out["all_versions"].push_back(version(one));
  out["encounters"] = list(v.encounters);
  out["corrections"] = list(v.corrections);
  out["analysis"] = std::move(analysis);
  return out;
}

Json to_json(const EncounterView& v) {
  Json out = v.accounts.empty() ? Json::object() : to_json(v.accounts.front());
  out["all_accounts"] = list(v.accounts);
  return out;
}

Json to_json(const PersonView& v) {
  Json out = person_line(v.person);
  out["offices"] = Json::array();
  for (const record::OfficeLine& o : v.offices) out["offices"].push_back(office(o));
  out["latest_encounters"] = list(v.encounters);
  out["latest_statements"] = list(v.statements);
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
