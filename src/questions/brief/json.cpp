#include <fmt/format.h>

#include "questions/brief/write.hpp"
#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

/// As in comparisons; null where nothing can be said.
Json formula_json(const BriefQuote& quote) {
  if (!quote.usual) return quote.fresh ? Json{{"novelty", "new"}} : Json(nullptr);
  const Formula& usual = *quote.usual;
  Json out = {{"novelty", "usual"}, {"basis", name_of(usual.basis)}, {"count", usual.count}, {"of", usual.of}, {"kind", or_null(usual.kind)}, {"first", or_null(usual.first)}, {"last", or_null(usual.last)}, {"begin", usual.span.begin}, {"end", usual.span.end}};
  if (!quote.usual_words.empty()) out["words"] = quote.usual_words;
  return out;
}

Json part_json(const BriefPart& part) {
  Json out = {{"text", part.text}, {"quote", nullptr}};
  if (!part.quote) return out;
  out["quote"] = range(part.quote->span);
  out["quote"]["document"] = part.quote->document.id;
  out["quote"]["formula"] = formula_json(*part.quote);
  return out;
}

Json line_json(const BriefLine& line) {
  Json parts = Json::array();
  for (const BriefPart& part : line.parts) parts.push_back(part_json(part));
  return {{"level", line.level}, {"label", or_null(line.label)}, {"text", line.text()}, {"parts", std::move(parts)}, {"basis", line.basis}, {"encounter", or_null(line.link)}, {"notes", line.notes}};
}

Json note_json(const BriefNote& note, size_t number) {
  Json out = {{"number", number}, {"document", note.document.id}, {"publisher", or_null(note.document.publisher)}, {"title", note.document.title},
              {"day", or_null(note.document.day)}, {"url", or_null(note.document.url)}, {"passage", note.passage},
              {"first", note.first == 0 ? number : note.first}};
  out["span"] = note.span.begin == note.span.end ? Json(nullptr) : range(note.span);
  return out;
}

}  // namespace

std::string title_of(const Brief& sheet) { return "Briefing: " + sheet.name + (sheet.for_name.empty() ? "" : ", for " + sheet.for_name); }

std::string label_of(const BriefLine& line) { return line.label + (line.basis == "inferred" && !line.label.empty() ? "*" : ""); }

std::string more_of(const BriefSection& section) { return section.more == 0 ? "" : fmt::format("{} more in this record", section.more); }

Json to_json(const Brief& sheet) {
  Json out = {{"title", title_of(sheet)}, {"of", {{"kind", sheet.kind}, {"key", sheet.key}, {"name", sheet.name}}}, {"for", nullptr}, {"on", iso(sheet.query.on)}, {"others", sheet.others},
              {"sections", Json::array()}, {"notes", Json::array()}};
  if (!sheet.for_code.empty()) out["for"] = {{"code", sheet.for_code}, {"name", sheet.for_name}};
  for (const BriefSection& section : sheet.sections) {
    Json lines = Json::array();
    for (const BriefLine& line : section.lines) lines.push_back(line_json(line));
    out["sections"].push_back({{"id", section.id}, {"title", section.title}, {"note", or_null(section.note)}, {"lines", std::move(lines)}, {"more", section.more}});
  }
  for (size_t i = 0; i < sheet.notes.size(); ++i) out["notes"].push_back(note_json(sheet.notes[i], i + 1));
  return out;
}

}  // namespace chancery::questions
