#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

Json participant(const record::Party& p) {
  Json out = party(p);
  out["role"] = or_null(p.role);
  out["side"] = or_null(p.side);
  return out;
}

}  // namespace

Json party(const record::Party& p) {
  return {{"entity", or_null(p.entity)},
          {"person", or_null(p.person)},
          {"name", p.name},
          {"type", or_null(p.type)},
          {"country", or_null(p.country)},
          {"office", or_null(p.office)}};
}

Json party_or_null(const std::optional<record::Party>& p) { return p ? party(*p) : Json(nullptr); }

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

Json to_json(const record::DocumentLine& d) {
  return {{"id", d.id},
          {"title", or_null(d.title)},
          {"published", or_null(d.published)},
          {"day", or_null(d.day)},
          {"publisher", or_null(d.publisher)},
          {"country", or_null(d.country)},
          {"language", or_null(d.language)},
          {"kind", or_null(d.kind)},
          {"url", or_null(d.url)},
          {"source", or_null(d.source)},
          {"added", d.added},
          {"versions", d.versions}};
}

Json to_json(const record::StatementLine& s) {
  Json out = {{"id", s.id}, {"mode", s.mode}, {"speakers", parties(s.speakers)}};
  out["reported_by"] = party_or_null(s.reported_by);
  out["addressee"] = party_or_null(s.addressee);
  out["content"] = s.content;
  out["span"] = range(s.span);
  out["negated"] = s.negated;
  out["cue"] = or_null(s.cue);
  out["topics"] = s.topics;
  out["document"] = to_json(s.document);
  return out;
}

Json to_json(const record::EncounterLine& e) {
  Json out = {{"id", e.id},
              {"event", e.event},
              {"type", e.type},
              {"subtype", or_null(e.subtype)},
              {"status", e.status},
              {"main", e.main},
              {"channel", or_null(e.channel)},
              {"format", or_null(e.format)},
              {"level", or_null(e.level)},
              {"duration", or_null(e.duration)},
              {"initiator", party_or_null(e.initiator)},
              {"part_of", or_null(e.part_of)},
              {"reschedules", or_null(e.reschedules)},
              {"plover", or_null(e.plover)},
              {"mode", or_null(e.mode)},
              {"context", or_null(e.context)}};
  out["time"] = {{"value", or_null(e.at.value)},
                 {"from", or_null(e.at.from)},
                 {"to", or_null(e.at.to)},
                 {"basis", or_null(e.at.time_basis)}};
  out["place"] = {
      {"name", or_null(e.at.place)}, {"country", or_null(e.at.place_country)}, {"basis", or_null(e.at.place_basis)}};
  out["participants"] = Json::array();
  for (const record::Party& p : e.participants) out["participants"].push_back(participant(p));
  out["accounts"] = e.accounts;
  out["publishers"] = e.publishers;
  out["evidence"] = ranges(e.evidence);
  out["quote"] = or_null(e.quote);
  out["document"] = to_json(e.document);
  return out;
}

Json to_json(const record::FailureLine& f) {
  return {{"item", f.item}, {"reason", f.reason}, {"first", f.first}, {"last", f.last}, {"attempts", f.attempts}};
}

Json to_json(const record::Status& s) {
  return {{"record", s.path},
          {"schema", s.schema},
          {"bytes", s.bytes},
          {"documents", s.documents},
          {"versions", s.versions},
          {"encounters", s.encounters},
          {"accounts", s.accounts},
          {"entities", s.entities},
          {"statements", s.statements},
          {"points", s.points},
          {"figures", s.figures},
          {"commitments", s.commitments},
          {"courtesies", s.courtesies},
          {"mentions", s.mentions},
          {"times", s.times},
          {"corrections", s.corrections},
          {"removed", s.removed},
          {"failures", s.failures},
          {"kinds", counts(s.kinds)},
          {"publishers", counts(s.publishers)},
          {"countries", counts(s.countries)},
          {"years", counts(s.years)},
          {"made_by", counts(s.made_by)},
          {"first_day", or_null(s.first_day)},
          {"last_day", or_null(s.last_day)},
          {"last_added", or_null(s.last_added)}};
}

Json to_json(const record::Added& a) {
  return {{"outcome", name_of(a.outcome)},
          {"id", a.id},
          {"source", or_null(a.source)},
          {"version", a.version},
          {"why", or_null(a.why)}};
}

Json to_json(const record::Removed& r) {
  return {{"id", r.id}, {"title", or_null(r.title)}, {"why", r.why}, {"when", r.when}};
}

Json to_json(const record::Finding& f) { return {{"kind", f.kind}, {"where", f.where}, {"message", f.message}}; }

Json to_json(const record::SavedSearch& search) {
  return {{"id", search.id}, {"name", search.name}, {"what", search.what}, {"query", search.query}, {"who", search.who}, {"made", search.made}};
}

Json to_json(const std::vector<record::SavedSearch>& searches) { return {{"searches", list(searches)}}; }

}  // namespace chancery::questions
