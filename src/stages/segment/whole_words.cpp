#include "stages/segment/whole_words.hpp"

#include <algorithm>
#include <array>

namespace chancery {
namespace {

bool is_digit_at(const Run& run, uint32_t at) { return utf8::is_digit(run.at(at)); }

uint32_t digits_from(const Run& run, uint32_t at) {
  uint32_t end = at;
  while (is_digit_at(run, end)) ++end;
  return end - at;
}

bool is_site_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

/// Up to the first of `marks` (ASCII) or a closing quotation mark, which is several bytes.
std::string_view up_to(std::string_view text, std::string_view marks) {
  return text.substr(0, std::min({text.find_first_of(marks), text.find("”"), text.size()}));
}

/// The length of an address up to closing punctuation that does not belong to it; a bracket does when it was opened.
uint32_t without_closing(std::string_view address) {
  const auto closes = [&](char c) {
    if (c == ')') return std::count(address.begin(), address.end(), '(') < std::count(address.begin(), address.end(), ')');
    return std::string_view(".,;:!?'\"]*").find(c) != std::string_view::npos;
  };
  while (address.size() > 1 && closes(address.back())) address.remove_suffix(1);
  return static_cast<uint32_t>(address.size());
}

/// "713-555-0100", "555-0100", "1-800-555-0100", "x3-9890", "(713)555/555-0100": groups that end in four digits.
uint32_t telephone_length(const Run& run, uint32_t at) {
  std::array<uint32_t, 5> groups{};
  size_t count = 0;
  uint32_t end = at;
  for (; count < groups.size(); ++count) {
    groups[count] = digits_from(run, end);
    if (groups[count] == 0) break;
    end += groups[count];
    const char32_t mark = run.at(end);
    if ((mark != '-' && mark != '/') || !is_digit_at(run, end + 1)) {
      ++count;
      break;
    }
    ++end;
  }
  if (count < 2 || count > 4 || is_word_char(run.at(end)) || groups[count - 1] != 4) return 0;
  const uint32_t exchange = groups[count - 2];
  const bool middle_right = count < 3 || groups[count - 3] == 3 || groups[count - 3] == 1;
  const bool extension = count == 2 && exchange == 1, post_code = count == 2 && exchange == 5;
  return (exchange == 3 || extension || post_code) && middle_right ? end - at : 0;
}

/// "2017-11-19", "11-19-2017", "09-12-01".
uint32_t dashed_date_length(const Run& run, uint32_t at) {
  const uint32_t a = digits_from(run, at), b = a > 0 ? digits_from(run, at + a + 1) : 0;
  if (a == 0 || b == 0 || a > 4 || b > 2 || run.at(at + a) != '-' || run.at(at + a + 1 + b) != '-') return 0;
  const uint32_t c = digits_from(run, at + a + b + 2);
  const bool year_first = a == 4 && c <= 2, year_last = a <= 2 && (c == 4 || c == 2);
  const uint32_t end = at + a + b + 2 + c;
  return c > 0 && (year_first || year_last) && !is_word_char(run.at(end)) ? end - at : 0;
}

/// Where the letters after a figure stand alone: "5pm", "35mm", "10k"; not "25th", "1990s", "4G".
bool parts_from_figure(std::string_view letters, const Spelling& spelling) {
  const std::string lower = utf8::lower(letters);
  return spelling.is_unit(lower) || (lower.size() > 4 && letters == lower);
}

uint32_t letters_from(const Run& run, uint32_t at) {
  uint32_t end = at;
  while (end < run.size() && is_word_char(run.at(end)) && !is_digit_at(run, end)) end += run.peek(end).length;
  return end - at;
}

bool is_ending_mark(char32_t c) { return c == '.' || c == '!' || c == '?' || c == U'…'; }

}  // namespace

uint32_t address_length(const Run& run, uint32_t at) {
  const std::string_view rest = run.from(at);
  const auto begins = [&](std::string_view what) { return rest.size() > what.size() && utf8::lower(rest.substr(0, what.size())) == what; };
  if (begins("http://") || begins("https://") || begins("ftp://") || begins("www.")) {
    return without_closing(up_to(rest, "<>\""));
  }
  if (!is_word_char(run.at(at))) return 0;
  size_t end = 0;
  while (end < rest.size() && (is_site_char(rest[end]) || rest[end] == '+')) ++end;
  if (end == 0 || end >= rest.size() || rest[end] != '@') return 0;
  size_t host = end + 1;
  while (host < rest.size() && is_site_char(rest[host])) ++host;
  return host > end + 1 ? without_closing(rest.substr(0, host)) : 0;
}

uint32_t name_with_stops_length(const Run& run, uint32_t at, const Spelling& spelling) {
  const std::string_view rest = run.from(at);
  size_t end = 0, stops = 0, last_stop = 0;
  bool small = true;
  for (; end < rest.size() && (is_site_char(rest[end]) || (rest[end] == '#' && end > 0) || (rest[end] == '~' && end > 0)); ++end) {
    if (rest[end] == '.') ++stops, last_stop = end;
    small &= rest[end] == '.' || (rest[end] >= 'a' && rest[end] <= 'z');
  }
  while (end > 0 && (rest[end - 1] == '.' || rest[end - 1] == '-' || rest[end - 1] == '#')) {
    if (rest[end - 1] == '.') --stops, last_stop = rest.substr(0, end - 1).rfind('.');
    --end;
  }
  if (stops == 0 || last_stop == std::string_view::npos || last_stop + 1 >= end) return 0;
  const std::string_view ending = rest.substr(last_stop + 1, end - last_stop - 1);
  const bool known = ending.size() >= 2 && spelling.is_ending(utf8::lower(ending)) && (ending[0] >= 'a' || last_stop == 0 || ending == utf8::lower(ending) || ending.size() >= 3);
  const bool groups = small && stops >= 2 && last_stop > 3 && ending.size() > 1;
  if (!known && !groups) return 0;
  uint32_t length = static_cast<uint32_t>(end);
  if (known && length < rest.size() && rest[length] == '/') length = without_closing(up_to(rest, "<>\"()"));
  return length;
}

uint32_t number_length(const Run& run, uint32_t at, const Spelling& spelling) {
  const bool decade = is_apostrophe(run.at(at)), sign = run.at(at) == '+' || run.at(at) == '.';
  if (!is_digit_at(run, decade ? at + run.peek(at).length : sign ? at + 1 : at)) return 0;
  uint32_t end = decade ? at + run.peek(at).length : sign ? at + 1 : at;
  if (const uint32_t telephone = telephone_length(run, end)) return end + telephone - at;
  if (const uint32_t date = dashed_date_length(run, end)) return end + date - at;
  while (end < run.size()) {
    const auto d = run.peek(end);
    const bool inner = (d.code_point == '.' || d.code_point == ',' || d.code_point == ':' || d.code_point == '/') && is_digit_at(run, end + 1);
    if (!utf8::is_digit(d.code_point) && !inner && !is_combining(d.code_point) && d.code_point != '_') break;
    end += d.length;
  }
  const uint32_t letters = letters_from(run, end);
  const bool tied = is_digit_at(run, end + letters);  // "4x4", "3801A2"
  if (letters > 0 && !tied && parts_from_figure(run.between(end, end + letters), spelling)) return end - at;
  while (end < run.size() && is_word_char(run.at(end))) end += run.peek(end).length;
  const uint32_t mark = run.peek(end).length;
  const bool plural = is_apostrophe(run.at(end)) && (run.at(end + mark) | 0x20) == 's' && !is_word_char(run.at(end + mark + 1)) && letters == 0 && run.before(end) == '0' && end - at <= 4;  // "the 60's", but "2003's"
  return end + (plural ? mark + 1 : 0) - at;
}

uint32_t smiley_length(const Run& run, uint32_t at) {
  static constexpr std::array<std::string_view, 34> smileys = {
      ":-)", ":-(", ";-)", ":-D", ":-P", ":-/", ":'(", ":)", ":(", ";)", ":D", ":P", ":p", ":/", "=)", "=(", "=D", "(:", "^_^", "-_-", "<3", ">:(",
      ":o)", ":O", ":|", ":*", ":]", "xD", "XD", ";D", ":-|", ":-*", ";P", "</3"};
  const std::string_view rest = run.from(at);
  if (std::string_view(":;=(^-<>xX").find(rest.front()) == std::string_view::npos) return 0;
  for (const auto smiley : smileys) {
    if (!rest.starts_with(smiley)) continue;
    const bool letters_tie = is_word_char(run.at(at)) && is_word_char(run.before(at));
    const uint32_t end = at + static_cast<uint32_t>(smiley.size());
    const char32_t after = run.at(end);
    if (letters_tie || is_word_char(after) || after == '/') continue;
    return static_cast<uint32_t>(smiley.size());
  }
  return 0;
}

uint32_t marks_length(const Run& run, uint32_t at) {
  const auto first = run.peek(at);
  uint32_t end = at + first.length;
  if (is_ending_mark(first.code_point)) {
    while (is_ending_mark(run.at(end))) end += run.peek(end).length;
    return end - at;
  }
  static constexpr std::u32string_view repeated = U"-–—=*+_~#<>'`’‘^|$";
  if (repeated.find(first.code_point) == std::u32string_view::npos) return first.length;
  while (end < run.size() && run.at(end) == first.code_point) end += first.length;
  const bool quotes = first.code_point == U'‘' && run.at(end) == U'’';
  return end + (quotes ? run.peek(end).length : 0) - at;
}

}  // namespace chancery
