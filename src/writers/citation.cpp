#include "writers/citation.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/hash.hpp"
#include "writers/citation_parts.hpp"

namespace chancery::writers {
namespace {

using Json = nlohmann::ordered_json;

Json csl_date(const CitedDate& date) {
  Json parts = Json::array({date.year});
  if (date.month != 0) parts.push_back(date.month);
  if (date.day != 0) parts.push_back(date.day);
  return {{"date-parts", Json::array({parts})}};
}

/// What is quoted and where; of an item as a whole, nothing.
std::string note(const Citation& citation) {
  const std::string words = cited_words(citation);
  return words.empty() ? std::string() : fmt::format("{} ({})", words, cited_place(citation));
}

std::string spaced(std::string kind) {
  for (char& c : kind) c = c == '_' ? ' ' : c;
  return kind;
}

Json csl_item(const Citation& c) {
  const std::string address = cited_address(c), quoted = note(c), publisher = cited_line(c.publisher);
  Json item;
  item["id"] = citation_key(c);
  item["type"] = address.empty() ? "document" : "webpage";
  // A literal name is never taken apart into given and family names.
  if (!publisher.empty()) item["author"] = Json::array({{{"literal", publisher}}});
  item["title"] = cited_title(c);
  if (!c.kind.empty() && c.kind != "other") item["genre"] = spaced(c.kind);
  if (const CitedDate issued = cited_date(c.published); issued.year != 0) item["issued"] = csl_date(issued);
  if (const CitedDate seen = cited_date(c.accessed); seen.year != 0) item["accessed"] = csl_date(seen);
  if (!c.language.empty()) item["language"] = c.language;
  if (!address.empty()) item["URL"] = address;
  if (!quoted.empty()) item["annote"] = quoted;
  return item;
}

/// Text inside the braces of a BibTeX field. Braces as such would not balance, so they are named.
std::string tex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\\': out += "{\\textbackslash}"; break;
      case '{': out += "{\\textbraceleft}"; break;
      case '}': out += "{\\textbraceright}"; break;
      case '~': out += "{\\textasciitilde}"; break;
      case '^': out += "{\\textasciicircum}"; break;
      case '&': case '%': case '$': case '#': case '_': out.append("\\").append(1, c); break;
      default: out += c;
    }
  }
  return out;
}

void field(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += fmt::format("  {} = {{{}}},\n", name, value);
}

std::string iso_of(const CitedDate& date) { return date.day == 0 ? std::string() : fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

}  // namespace

std::string cite_as_text(const Citation& c) {
  std::string out;
  const auto part = [&](const std::string& text) {
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  };
  part(cited_line(c.publisher));
  part("“" + cited_title(c) + "”");
  const std::string date = said(cited_date(c.published));
  part(date.empty() ? "no date" : date);
  if (const std::string quoted = note(c); !quoted.empty()) part(quoted);
  const std::string address = cited_address(c);
  return out + "." + (address.empty() ? "" : " " + address);
}

std::string cite_as_csl(const std::vector<Citation>& citations, int indent) {
  Json items = Json::array();
  for (const Citation& one : citations) items.push_back(csl_item(one));
  return items.dump(indent, ' ', false, Json::error_handler_t::replace);
}

std::string cite_as_bibtex(const Citation& c) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const CitedDate issued = cited_date(c.published);
  std::string out = fmt::format("@misc{{{},\n", citation_key(c));
  // A second pair of braces keeps an institution one name and a title's capitals.
  const std::string publisher = tex(cited_line(c.publisher));
  field(out, "author", publisher.empty() ? "" : "{" + publisher + "}");
  field(out, "title", "{" + tex(cited_title(c)) + "}");
  if (issued.year != 0) field(out, "year", std::to_string(issued.year));
  if (issued.month != 0) out += fmt::format("  month = {},\n", kMonths.substr(static_cast<size_t>(issued.month - 1) * 3, 3));
  if (issued.day != 0) field(out, "day", std::to_string(issued.day));
  // An address is set as it is; what would end the field is percent-encoded in it.
  field(out, "url", cited_address(c));
  field(out, "urldate", iso_of(cited_date(c.accessed)));
  field(out, "language", tex(c.language));
  field(out, "note", tex(note(c)));
  return out + "}\n";
}

std::string citation_key(const Citation& c) {
  constexpr size_t kLongest = 40;
  std::string id;
  bool plain = c.document.size() <= kLongest;
  for (const char letter : c.document) {
    const bool keeps = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-';
    plain = plain && keeps;
    id += keeps ? letter : '-';
  }
  // Two ids must not become one.
  if (!plain) id = id.substr(0, kLongest) + "-" + base32(hash64(c.document));
  const int year = cited_date(c.published).year;
  if (year != 0) id += fmt::format("-{}", year);
  if (c.passage) id += fmt::format("-{}{}-{}", c.passage->in_title ? "t" : "", c.passage->begin, c.passage->end);
  return id;
}

}  // namespace chancery::writers
