#include "writers/json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

Json day_or_null(const std::optional<Day>& day) { return day ? Json(iso(*day)) : Json(nullptr); }

/// 60 and not 60.0; a number that JSON cannot write is unknown.
Json number_or_null(const std::optional<double>& value) {
  if (!value || !std::isfinite(*value)) return nullptr;
  constexpr double kExact = 9007199254740992.0;  // 2^53
  if (std::trunc(*value) == *value && std::abs(*value) < kExact) return static_cast<int64_t>(*value);
  return *value;
}

template <typename E>
Json code_or_null(const std::optional<E>& code) {
  return code ? Json(name_of(*code)) : Json(nullptr);
}

/// Writes one document; holds the code point offsets of its two parts.
class Writer {
 public:
  explicit Writer(const Document& document) : d_(document), title_(document.title), text_(document.text) {}

  Json all() const;

 private:
  Json info() const;
  Json mention(const Mention& m) const;
  Json entity(const Entity& e) const;
  Json timex(const Timex& t) const;
  Json statement(const Statement& s) const;
  Json point(const Point& p) const;
  Json event(const Event& e) const;
  Json figure(const Figure& f) const;
  Json commitment(const Commitment& c) const;
  Json courtesy(const Courtesy& c) const;

  void put_span(Json& out, const Span& span) const;
  Json span(const Span& span) const;
  Json span_or_null(const Span& s) const { return s.empty() ? Json(nullptr) : span(s); }
  Json spans(const std::vector<Span>& list) const;
  Json time(const EventTime& t) const;
  Json time_or_null(const EventTime& t) const;
  Json participant(const Participant& p) const;

  template <typename T>
  static Json id_in(const std::vector<T>& layer, Index i) {
    return i < layer.size() ? Json(layer[i].id) : Json(nullptr);
  }
  Json who(Index i) const { return id_in(d_.entities, i); }
  Json who(const std::vector<Index>& list) const;

  template <typename T>
  Json layer(const std::vector<T>& facts, Json (Writer::*write)(const T&) const) const;

  static Json begun(const Fact& fact) { return {{"id", fact.id}}; }
  static void close(Json& out, const Fact& fact);

  const Document& d_;
  utf8::CodePoints title_, text_;
};

void Writer::put_span(Json& out, const Span& span) const {
  const auto& offsets = span.part == Part::title ? title_ : text_;
  out["begin"] = offsets.at(span.begin);
  out["end"] = offsets.at(span.end);
  if (span.part == Part::title) out["in"] = "title";
}

Json Writer::span(const Span& span) const {
  Json out = Json::object();
  put_span(out, span);
  return out;
}

Json Writer::spans(const std::vector<Span>& list) const {
  Json out = Json::array();
  for (const Span& s : list) {
    if (!s.empty()) out.push_back(span(s));
  }
  return out;
}

Json Writer::who(const std::vector<Index>& list) const {
  Json out = Json::array();
  for (const Index i : list) {
    if (i < d_.entities.size()) out.push_back(d_.entities[i].id);
  }
  return out;
}

void Writer::close(Json& out, const Fact& fact) {
  if (fact.confidence) out["confidence"] = std::round(*fact.confidence * 1000) / 1000;
  if (!fact.stage.empty()) out["stage"] = fact.stage;
}

template <typename T>
Json Writer::layer(const std::vector<T>& facts, Json (Writer::*write)(const T&) const) const {
  Json out = Json::array();
  for (const T& fact : facts) {
    out.push_back((this->*write)(fact));
    close(out.back(), fact);
  }
  return out;
}

Json Writer::info() const {
  const DocumentInfo& i = d_.info;
  Json out = {{"id", i.id},
              {"source", text_or_null(i.source)},
              {"title", text_or_null(d_.title)},
              {"published", text_or_null(i.published)},
              {"language", text_or_null(i.language)},
              {"publisher", text_or_null(i.publisher)},
              {"country", text_or_null(i.country)},
              {"dateline", text_or_null(i.dateline)},
              {"kind", name_of(i.kind)},
              {"terms", i.terms}};
  if (!i.url.empty()) out["url"] = i.url;
  if (!d_.notes.empty()) out["notes"] = d_.notes;
  return out;
}

Json Writer::mention(const Mention& m) const {
  Json out = begun(m);
  put_span(out, m.span);
  out["type"] = name_of(m.type);
  out["entity"] = who(m.entity);
  out["form"] = name_of(m.form);
  return out;
}

Json Writer::entity(const Entity& e) const {
  Json out = begun(e);
  out["type"] = name_of(e.type);
  out["name"] = text_or_null(e.name);
  out["names"] = e.names;
  out["country"] = text_or_null(e.country);
  Json offices = Json::array();
  for (const Office& o : e.offices) {
    offices.push_back({{"title", o.title}, {"country", text_or_null(o.country)}, {"status", text_or_null(o.status)}});
  }
  out["offices"] = std::move(offices);
  return out;
}

Json Writer::timex(const Timex& t) const {
  Json out = begun(t);
  put_span(out, t.span);
  out["type"] = name_of(t.type);
  out["value"] = text_or_null(t.value);
  out["mod"] = text_or_null(t.mod);
  out["quant"] = text_or_null(t.quant);
  out["freq"] = text_or_null(t.freq);
  if (!t.zone.empty()) out["zone"] = t.zone;
  if (!t.calendar.empty()) out["calendar"] = t.calendar;
  out["from"] = day_or_null(t.from);
  out["to"] = day_or_null(t.to);
  return out;
}

Json Writer::statement(const Statement& s) const {
  Json out = begun(s);
  put_span(out, s.span);
  out["pieces"] = s.pieces.empty() ? spans({s.span}) : spans(s.pieces);
  out["mode"] = name_of(s.mode);
  out["speaker"] = s.speakers.empty() ? Json(nullptr) : who(s.speakers.front());
  out["speakers"] = who(s.speakers);
  out["speaker_span"] = span_or_null(s.speaker_span);
  out["reported_by"] = who(s.reported_by);
  out["cue"] = span_or_null(s.cue);
  out["cue_lemma"] = text_or_null(s.cue_lemma);
  out["addressee"] = who(s.addressee);
  out["negated"] = s.negated;
  out["parent"] = id_in(d_.statements, s.parent);
  out["topics"] = s.topics;
  return out;
}

Json Writer::point(const Point& p) const {
  Json out = begun(p);
  put_span(out, p.span);
  out["act"] = name_of(p.act);
  out["holders"] = who(p.holders);
  out["topic"] = nullptr;
  if (!p.topic.empty() || !p.topic_label.empty()) {
    Json topic = p.topic.empty() ? Json{{"begin", nullptr}, {"end", nullptr}} : span(p.topic);
    topic["label"] = text_or_null(p.topic_label);
    out["topic"] = std::move(topic);
  }
  out["condition"] = span_or_null(p.condition);
  out["negated"] = p.negated;
  out["prominence"] = number_or_null(p.prominence);
  return out;
}

Json Writer::time(const EventTime& t) const {
  // A day that was only published under is open: its value stays unknown (see the contract).
  const bool open = t.basis == TimeBasis::published;
  Json out = {{"value", open ? Json(nullptr) : text_or_null(t.value)},
              {"from", day_or_null(t.from)},
              {"to", day_or_null(t.to)},
              {"basis", code_or_null(t.basis)},
              {"begin", nullptr},
              {"end", nullptr}};
  if (!t.span.empty()) put_span(out, t.span);
  return out;
}

Json Writer::time_or_null(const EventTime& t) const {
  const bool unknown = t.value.empty() && !t.from && !t.to && !t.basis && t.span.empty();
  return unknown ? Json(nullptr) : time(t);
}

Json Writer::participant(const Participant& p) const {
  return {{"entity", who(p.entity)}, {"role", name_of(p.role)}, {"side", text_or_null(p.side)}, {"mention", span_or_null(p.mention)}};
}

Json Writer::event(const Event& e) const {
  Json out = begun(e);
  out["type"] = name_of(e.type);
  out["subtype"] = text_or_null(e.subtype);
  out["main"] = e.main;
  out["status"] = name_of(e.status);
  out["plover"] = text_or_null(e.plover);
  out["mode"] = text_or_null(e.mode);
  out["context"] = text_or_null(e.context);
  out["time"] = time(e.time);
  Json place = {{"name", text_or_null(e.place.name)},
                {"country", text_or_null(e.place.country)},
                {"basis", code_or_null(e.place.basis)},
                {"begin", nullptr},
                {"end", nullptr}};
  if (!e.place.span.empty()) put_span(place, e.place.span);
  out["place"] = std::move(place);
  out["channel"] = text_or_null(e.channel);
  out["format"] = text_or_null(e.format);
  out["level"] = text_or_null(e.level);
  out["initiator"] = nullptr;
  if (e.initiator < d_.entities.size()) {
    Json initiator = {{"entity", who(e.initiator)}, {"country", text_or_null(d_.entities[e.initiator].country)}, {"begin", nullptr}, {"end", nullptr}};
    if (!e.initiator_span.empty()) put_span(initiator, e.initiator_span);
    out["initiator"] = std::move(initiator);
  }
  out["duration"] = text_or_null(e.duration);
  out["part_of"] = id_in(d_.events, e.part_of);
  out["reschedules"] = id_in(d_.events, e.reschedules);
  Json participants = Json::array();
  for (const Participant& p : e.participants) participants.push_back(participant(p));
  out["participants"] = std::move(participants);
  out["evidence"] = spans(e.evidence);
  return out;
}

Json Writer::figure(const Figure& f) const {
  Json out = begun(f);
  put_span(out, f.span);
  out["value"] = number_or_null(f.value);
  out["value_to"] = number_or_null(f.value_to);
  out["unit"] = text_or_null(f.unit);
  out["comparison"] = name_of(f.comparison);
  out["direction"] = text_or_null(f.direction);
  out["indicator"] = text_or_null(f.indicator);
  out["time"] = time_or_null(f.time);
  out["about"] = f.about;
  out["speaker"] = who(f.speaker);
  out["hedge"] = span_or_null(f.hedge);
  return out;
}

Json Writer::commitment(const Commitment& c) const {
  Json out = begun(c);
  put_span(out, c.span);
  out["by"] = who(c.by);
  out["parties"] = who(c.parties);
  out["to"] = who(c.to);
  out["due"] = time_or_null(c.due);
  out["strength"] = name_of(c.strength);
  out["class"] = name_of(c.kind);
  out["condition"] = span_or_null(c.condition);
  return out;
}

Json Writer::courtesy(const Courtesy& c) const {
  Json out = begun(c);
  out["kind"] = name_of(c.kind);
  out["from"] = who(c.from);
  out["to"] = who(c.to);
  out["via"] = who(c.via);
  out["evidence"] = spans(c.evidence);
  return out;
}

Json Writer::all() const {
  Json out = {{"schema", "chancery/analysis/1"}, {"document", info()}, {"text", d_.text}};
  out["mentions"] = layer(d_.mentions, &Writer::mention);
  out["entities"] = layer(d_.entities, &Writer::entity);
  out["times"] = layer(d_.times, &Writer::timex);
  out["statements"] = layer(d_.statements, &Writer::statement);
  out["points"] = layer(d_.points, &Writer::point);
  out["events"] = layer(d_.events, &Writer::event);
  out["figures"] = layer(d_.figures, &Writer::figure);
  out["commitments"] = layer(d_.commitments, &Writer::commitment);
  out["courtesies"] = layer(d_.courtesies, &Writer::courtesy);
  return out;
}

/// Text is valid by the contract of Document; ids and paths come from outside and may not be.
std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const Document& document) { return line(Writer(document).all()); }

std::string error_line(const std::string& id, const std::string& message) {
  return line(Json{{"id", id}, {"error", message}});
}

}  // namespace chancery::writers
