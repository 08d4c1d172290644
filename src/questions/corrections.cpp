#include "questions/corrections.hpp"

#include <algorithm>
#include <cmath>

#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

/// "time.from" into {"time":{"from":...}}, as the fact stands in the analysis.
void put(Json& fact, const std::string& name, Json value) {
  const size_t dot = name.find('.');
  if (dot == std::string::npos) fact[name] = std::move(value);
  else fact[name.substr(0, dot)][name.substr(dot + 1)] = std::move(value);
}

Json named(const std::string& word, const std::string& name) {
  const size_t colon = word.find(':');
  Json one = {{"id", word.substr(0, colon)}, {"name", name}};
  if (colon != std::string::npos) one["role"] = word.substr(colon + 1);
  return one;
}

Json value_of(const record::FieldValue& field) {
  if (field.names.empty()) {
    if (field.name == "main" || field.name == "negated") return field.value == "1";
    return or_null(field.value);
  }
  Json all = Json::array();
  size_t at = 0;
  for (const std::string& name : field.names) {
    const size_t end = std::min(field.value.find(' ', at), field.value.size());
    all.push_back(named(field.value.substr(at, end - at), name));
    at = end + 1;
  }
  return all;
}

Json to_json(const record::OpenFact& open) {
  Json fact = Json::object();
  fact["id"] = open.id;
  for (const auto& field : open.fields) put(fact, field.name, value_of(field));
  std::string why;
  for (const std::string& doubt : open.doubts) why += (why.empty() ? "" : "; ") + doubt;
  Json out = {{"kind", open.kind}, {"id", open.id}, {"document", questions::to_json(open.document)}, {"reading", open.reading}, {"confidence", std::round(open.sure * 1000) / 1000}, {"why", why},
              {"doubts", open.doubts}, {"quote", or_null(open.quote)}};
  out.update(range(open.span));
  out["fact"] = std::move(fact);
  return out;
}

/// What is said of what.
void put_subject(const record::Correction& c, Json& out) {
  const bool changes = c.action == "change";
  out["fact"] = or_null(c.fact);
  out["field"] = or_null(c.field);
  out["value"] = changes ? Json(c.value) : Json();
  out["before"] = changes ? Json(c.before) : Json();
  out["person"] = or_null(c.person);
  out["other"] = or_null(c.other);
}

void put_author(const record::Correction& c, Json& out) {
  out["label"] = or_null(c.label);
  out["who"] = c.who;
  out["why"] = or_null(c.why);
  out["made"] = c.when;
}

std::string text(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || found->is_null()) return {};
  if (!found->is_string()) throw Error(ErrorKind::input, std::string("\"") + name + "\" is no string");
  return found->get<std::string>();
}

record::SharedEncounter encounter_of(const Json& line, const char* name) {
  record::SharedEncounter shared;
  const auto found = line.find(name);
  if (found == line.end() || !found->is_object()) return shared;
  shared.key = text(*found, "id");
  shared.account = text(*found, "account");
  if (const auto document = found->find("document"); document != found->end() && document->is_object()) {
    shared.document = text(*document, "id");
    shared.identity = text(*document, "identity");
  }
  return shared;
}

Json to_json(const record::SharedEncounter& shared) {
  if (shared.key.empty()) return {};
  return {{"id", shared.key}, {"account", or_null(shared.account)}, {"document", shared.document.empty() ? Json() : Json({{"id", shared.document}, {"identity", or_null(shared.identity)}})}};
}

record::SharedCorrection shared_of(const Json& line) {
  record::SharedCorrection shared;
  record::Correction& c = shared.correction;
  c.key = text(line, "key");
  c.action = text(line, "action");
  c.fact = text(line, "fact");
  c.field = text(line, "field");
  c.value = text(line, "value");
  c.before = text(line, "before");
  c.person = text(line, "person");
  c.other = text(line, "other");
  c.label = text(line, "label");
  c.who = text(line, "who");
  c.why = text(line, "why");
  c.when = text(line, "made");
  if (const auto batch = line.find("batch"); batch != line.end() && batch->is_number_integer()) c.batch = batch->get<int64_t>();
  if (const auto document = line.find("document"); document != line.end() && document->is_object()) {
    c.document = text(*document, "id");
    shared.identity = text(*document, "identity");
  }
  shared.encounter = encounter_of(line, "encounter");
  shared.other_encounter = encounter_of(line, "other_encounter");
  if (const auto turns = line.find("turns"); turns != line.end() && turns->is_array()) {
    for (const Json& turn : *turns) {
      if (turn.is_object()) shared.turns.push_back({text(turn, "action"), text(turn, "who"), text(turn, "why"), text(turn, "made")});
    }
  }
  return shared;
}

/// One line; why it is refused, or empty.
std::string take_line(record::Takeovers& takeovers, std::string_view line, Import& result) {
  try {
    const Json json = Json::parse(line);
    if (!json.is_object()) return "it is no JSON object";
    if (text(json, "chancery") != "correction/1") return "it is no correction in the form \"correction/1\"";
    std::string why;
    const record::Takeover takeover = takeovers.take(shared_of(json), why);
    if (takeover == record::Takeover::refused) return why;
    ++(takeover == record::Takeover::taken ? result.taken : result.known);
    return {};
  } catch (const Json::parse_error&) {
    return "it is no JSON";
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    return error.what();
  }
}

}  // namespace

Json to_json(const record::Correction& c) {
  Json out = {{"number", c.number}, {"batch", c.batch}, {"action", c.action}, {"kind", record::kind_of(c)}};
  out["document"] = c.document.empty() ? Json() : Json({{"id", c.document}, {"title", or_null(c.title)}});
  put_subject(c, out);
  out["encounter"] = or_null(c.encounter);
  out["other_encounter"] = or_null(c.other_encounter);
  put_author(c, out);
  out["undone"] = or_null(c.undone);
  out["undone_by"] = or_null(c.undone_by);
  return out;
}

Json to_json(const std::vector<record::Correction>& corrections) { return {{"corrections", list(corrections)}}; }

Json to_json(const record::CorrectionPage& page) { return {{"total", page.total}, {"corrections", list(page.corrections)}}; }

Json to_json(const record::Queue& queue) {
  Json facts = Json::array();
  for (const record::OpenFact& open : queue.facts) facts.push_back(to_json(open));
  return {{"total", queue.total}, {"kinds", counts(queue.kinds)}, {"facts", std::move(facts)}};
}

Json to_json(const record::RejectedFact& fact) {
  Json out = {{"id", fact.id}, {"kind", fact.kind}};
  out.update(range(fact.span));
  out["quote"] = or_null(fact.quote);
  return out;
}

Interval wilson(int64_t successes, int64_t of) {
  if (of <= 0) return {};
  constexpr double z = 1.959964;
  const auto n = static_cast<double>(of);
  const double p = static_cast<double>(successes) / n, scale = 1 + z * z / n;
  const double middle = (p + z * z / (2 * n)) / scale, half = z / scale * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Json to_json(const record::Agreement& a) {
  const auto rounded = [](double share) { return std::round(share * 1000) / 1000; };
  const Interval interval = wilson(a.confirmed, a.judged());
  return {{"kind", a.kind},
          {"judged", a.judged()},
          {"confirmed", a.confirmed},
          {"changed", a.changed},
          {"rejected", a.rejected},
          {"agreement", a.judged() == 0 ? Json() : Json(rounded(static_cast<double>(a.confirmed) / static_cast<double>(a.judged())))},
          {"low", rounded(interval.low)},
          {"high", rounded(interval.high)}};
}

std::string to_line(const record::SharedCorrection& shared) {
  const record::Correction& c = shared.correction;
  Json turns = Json::array();
  for (const record::Turn& turn : shared.turns) turns.push_back({{"action", turn.action}, {"who", turn.who}, {"why", or_null(turn.why)}, {"made", turn.made}});
  Json line = {{"chancery", "correction/1"}, {"key", c.key}, {"batch", c.batch}, {"action", c.action}};
  line["document"] = c.document.empty() ? Json() : Json({{"id", c.document}, {"identity", or_null(shared.identity)}, {"title", or_null(c.title)}});
  put_subject(c, line);
  line["encounter"] = to_json(shared.encounter);
  line["other_encounter"] = to_json(shared.other_encounter);
  put_author(c, line);
  line["turns"] = std::move(turns);
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Import import_corrections(record::Record& record, std::string_view lines) {
  record::Takeovers takeovers(record);
  Import result;
  for (size_t number = 1; !lines.empty(); ++number) {
    const size_t end = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    if (std::string why = take_line(takeovers, line, result); !why.empty()) result.refused.push_back({number, std::move(why)});
  }
  takeovers.commit();
  return result;
}

Json to_json(const Import& import) {
  Json refused = Json::array();
  for (const Refusal& one : import.refused) refused.push_back({{"line", one.line}, {"why", one.why}});
  return {{"taken", import.taken}, {"known", import.known}, {"refused", std::move(refused)}};
}

}  // namespace chancery::questions
