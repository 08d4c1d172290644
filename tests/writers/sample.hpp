// A small document with one fact of each kind, filled by hand: what the writers are tried on.
#pragma once

#include <string>

#include "base/utf8.hpp"
#include "document/document.hpp"
#include "document/identify.hpp"

namespace chancery::writers {

inline std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (size_t at = 0; at < text.size();) {
    const auto decoded = utf8::decode(text, at);
    out += decoded.code_point;
    at += decoded.length;
  }
  return out;
}

/// Span of the first `words` at or after byte `from`.
inline Span where(std::string_view text, std::string_view words, Part part = Part::text, size_t from = 0) {
  const auto at = text.find(words, from);
  if (at == std::string_view::npos) throw std::logic_error("the sample does not hold: " + std::string(words));
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size()), part};
}

template <typename T>
T at(Span span) {
  T fact;
  fact.span = span;
  fact.stage = "hand";
  return fact;
}

inline Document sample() {
  Document d;
  d.info.id = "sample-1";
  d.info.source = "sample.txt";
  d.info.published = "2024-06-14";
  d.info.publisher = "Office of the President";
  d.info.country = "SVK";
  d.info.kind = DocumentKind::readout;
  d.title = "É Čaputová receives minister";
  d.text =
      "“Café”: President Zuzana Čaputová received Minister Anna Nováková today in Bratislava.\n"
      "Trade grew by about 12.5 per cent, the minister said. They agreed to stay in touch. She conveyed greetings.";
  const auto& t = d.text;
  const Span caputova = where(t, "Čaputová"), novakova = where(t, "Anna Nováková"), growth = where(t, "Trade grew by about 12.5 per cent");

  d.entities.resize(2);
  d.entities[0].name = "Zuzana Čaputová";
  d.entities[0].names = {"Čaputová", "Zuzana Čaputová"};
  d.entities[0].country = "SVK";
  d.entities[0].offices = {{"President", "SVK", ""}};
  d.entities[1].name = "Anna Nováková";
  d.entities[1].names = {"Anna Nováková"};

  for (const auto& [span, entity] : {std::pair{where(d.title, "Čaputová", Part::title), 0u}, {caputova, 0u}, {novakova, 1u}}) {
    auto mention = at<Mention>(span);
    mention.entity = entity;
    d.mentions.push_back(mention);
  }
  auto today = at<Timex>(where(t, "today"));
  today.value = "2024-06-14";
  today.from = today.to = parse_day("2024-06-14");
  d.times = {today};

  auto said = at<Statement>(growth);
  said.speakers = {0, 1};
  d.statements = {said};

  Event event;
  event.type = EventType::reception;
  event.main = true;
  event.time = {"2024-06-14", today.from, today.to, TimeBasis::relative, today.span};
  event.place = {"Bratislava", "SVK", PlaceBasis::stated, where(t, "Bratislava")};
  event.participants = {{0, Role::host, "", caputova}, {1, Role::guest, "", novakova}};
  event.evidence = {where(t, "President Zuzana Čaputová received Minister Anna Nováková today in Bratislava.")};
  d.events = {event};

  auto figure = at<Figure>(where(t, "12.5 per cent"));
  figure.value = 12.5;
  figure.unit = "percent";
  figure.comparison = Comparison::about;
  figure.indicator = "trade";
  d.figures = {figure};

  auto promise = at<Commitment>(where(t, "stay in touch"));
  promise.parties = {0, 1};
  promise.kind = CommitmentClass::ritual;
  promise.strength = Strength::agreed;
  d.commitments = {promise};

  Courtesy greetings;
  greetings.from = 1;
  greetings.to = 0;
  greetings.evidence = {where(t, "She conveyed greetings")};
  d.courtesies = {greetings};
  identify(d);
  return d;
}

}  // namespace chancery::writers
