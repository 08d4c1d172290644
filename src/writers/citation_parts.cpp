#include "writers/citation_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/day.hpp"
#include "base/utf8.hpp"
#include "writers/passage_link.hpp"

namespace chancery::writers {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};

// What is quoted longer than this is no quotation any more; where it stands says the rest.
constexpr size_t kMostQuoted = 2000, kShownOfEach = 500;

/// "2017" at `at`, with as many digits as asked; 0 where there are none.
int digits(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return 0;
  int value = 0;
  for (const char c : text.substr(at, count)) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Controls, soft hyphens, and marks that turn or isolate the direction of text.
bool unseen(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

/// A quotation inside ours takes single marks.
std::string inner_marks(std::string text) {
  for (const std::string_view mark : {"“", "”", "\""}) {
    const std::string_view with = mark == "“" ? "‘" : "’";
    for (size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at)) {
      const bool opens = mark == "\"" && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '(');
      text.replace(at, mark.size(), opens ? std::string_view("‘") : with);
    }
  }
  return text;
}

}  // namespace

CitedDate cited_date(std::string_view given) {
  const int year = digits(given, 0, 4);
  if (year == 0 || (given.size() > 4 && given[4] != '-')) return {};
  const int month = digits(given, 5, 2);
  if (given.size() == 4) return {year};
  if (month < 1 || month > 12) return {};
  if (given.size() == 7) return {year, month};
  const int day = given[7] == '-' ? digits(given, 8, 2) : 0;
  if (!make_day(year, static_cast<unsigned>(month), static_cast<unsigned>(day))) return {};
  return {year, month, day};
}

std::string said(const CitedDate& date) {
  if (date.year == 0) return {};
  if (date.month == 0) return std::to_string(date.year);
  const std::string_view month = kMonths[static_cast<size_t>(date.month) - 1];
  return date.day == 0 ? fmt::format("{} {}", month, date.year) : fmt::format("{} {} {}", date.day, month, date.year);
}

std::string cited_line(std::string_view text) {
  std::string out;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    const auto one = utf8::decode(text, at);
    at += one.length;
    if (utf8::is_space(one.code_point)) {
      space = true;
    } else if (!unseen(one.code_point)) {
      if (space && !out.empty()) out += ' ';
      space = false;
      utf8::append(out, one.code_point);
    }
  }
  return out;
}

std::string cited_title(const Citation& citation) {
  std::string title = cited_line(citation.title);
  if (!title.empty()) return title;
  std::string kind = citation.kind.empty() || citation.kind == "other" ? "document" : citation.kind;
  std::replace(kind.begin(), kind.end(), '_', ' ');
  return "[Untitled " + kind + "]";
}

std::string cited_words(const Citation& citation) {
  if (!citation.passage) return {};
  const std::string words = inner_marks(cited_line(citation.passage->exact));
  const utf8::CodePoints points(words);
  const size_t length = points.at(words.size());
  if (length <= kMostQuoted) return "“" + words + "”";
  return fmt::format("“{} […] {}”", words.substr(0, points.byte_of(kShownOfEach)), words.substr(points.byte_of(length - kShownOfEach)));
}

std::string cited_place(const Citation& citation) {
  if (!citation.passage) return {};
  const CitedPassage& p = *citation.passage;
  std::string place = fmt::format("characters {}–{} of the {}", p.begin, p.end, p.in_title ? "title" : "text");
  if (citation.version > 0) place += fmt::format(" of version {}", citation.version);
  std::string speakers;
  for (const std::string& name : citation.speakers) speakers += (speakers.empty() ? "" : ", ") + cited_line(name);
  if (!speakers.empty()) place += fmt::format("; said by {}, in this account", speakers);
  return place;
}

std::string cited_address(const Citation& citation) {
  const bool in_text = citation.passage && !citation.passage->in_title;
  const std::string link = in_text ? passage_link(citation.url, *citation.passage) : std::string();
  return link.empty() ? web_address(citation.url) : link;
}

}  // namespace chancery::writers
