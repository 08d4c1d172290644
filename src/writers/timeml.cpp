#include "writers/timeml.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

bool allowed_in_xml(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    switch (d.code_point) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\r': out += "&#13;"; break;  // a parser would make it a line feed
      default: utf8::append(out, allowed_in_xml(d.code_point) ? d.code_point : utf8::kReplacement);
    }
    at += d.length;
  }
  return out;
}

void add_attribute(std::string& out, std::string_view name, std::string_view value) {
  if (!value.empty()) out += fmt::format(" {}=\"{}\"", name, escaped(value));
}

std::string opening(const Timex& time, size_t number) {
  std::string out = fmt::format("<TIMEX3 tid=\"t{}\" type=\"{}\"", number, name_of(time.type));
  // TIMEX3 asks for a value; a date of another calendar has none on ours.
  out += fmt::format(" value=\"{}\"", time.value.empty() ? "XXXX-XX-XX" : escaped(time.value));
  add_attribute(out, "mod", time.mod);
  add_attribute(out, "quant", time.quant);
  add_attribute(out, "freq", time.freq);
  return out + " functionInDocument=\"NONE\">";
}

/// The part with its expressions marked; `number` counts on over title and text.
std::string marked(const Document& document, Part part, size_t& number) {
  const std::string_view text = document.part(part);
  std::string out;
  size_t done = 0;
  for (const Timex& time : document.times) {
    if (time.span.part != part || time.span.begin < done || time.span.empty()) continue;
    out += escaped(text.substr(done, time.span.begin - done));
    out += opening(time, ++number) + escaped(document.of(time.span)) + "</TIMEX3>";
    done = time.span.end;
  }
  return out + escaped(text.substr(done));
}

}  // namespace

std::string to_timeml(const Document& document) {
  const std::string day = document.info.published.empty() ? "XXXX-XX-XX" : document.info.published;
  size_t number = 0;
  const std::string title = marked(document, Part::title, number);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
      " xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n"
      "<DOCID>{}</DOCID>\n"
      "<DCT><TIMEX3 tid=\"t0\" type=\"{}\" value=\"{}\" functionInDocument=\"CREATION_TIME\">{}</TIMEX3></DCT>\n"
      "<TITLE>{}</TITLE>\n"
      "<TEXT>{}</TEXT>\n"
      "</TimeML>\n",
      escaped(document.info.id), day.size() > 10 ? "TIME" : "DATE", escaped(day), escaped(day), title, marked(document, Part::text, number));
}

}  // namespace chancery::writers
