#include "readers/published.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kHeadLines = 12;

bool two_digits(std::string_view s, size_t at, unsigned most) {
  if (at + 2 > s.size() || !utf8::is_digit(static_cast<unsigned char>(s[at])) || !utf8::is_digit(static_cast<unsigned char>(s[at + 1]))) return false;
  return static_cast<unsigned>((s[at] - '0') * 10 + (s[at + 1] - '0')) <= most;
}

/// "T19:23", "T19:23:05.123Z", " 19:23+04:00"; the empty string too.
bool is_iso_time(std::string_view s) {
  if (s.empty()) return true;
  if (!two_digits(s, 1, 24)) return false;
  size_t i = 3;
  for (int part = 0; part < 2 && i < s.size() && s[i] == ':'; ++part, i += 3) {
    if (!two_digits(s, i + 1, part == 0 ? 59 : 60)) return false;
  }
  if (i < s.size() && (s[i] == '.' || s[i] == ',')) {
    ++i;
    while (i < s.size() && utf8::is_digit(static_cast<unsigned char>(s[i]))) ++i;
  }
  if (i == s.size()) return true;
  if (s[i] == ' ') ++i;
  if (s.substr(i) == "Z" || s.substr(i) == "z" || s.substr(i) == "UTC" || s.substr(i) == "GMT") return true;
  if (s[i] != '+' && s[i] != '-') return false;
  if (!two_digits(s, i + 1, 15)) return false;
  if (i + 3 == s.size()) return true;
  const size_t minutes = s[i + 3] == ':' ? i + 4 : i + 3;
  return two_digits(s, minutes, 59) && minutes + 2 == s.size();
}

bool looks_iso(std::string_view s) {
  if (s.size() < 10 || s[4] != '-' || s[7] != '-') return false;
  for (const size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!utf8::is_digit(static_cast<unsigned char>(s[i]))) return false;
  }
  return s.size() == 10 || s[10] == 'T' || s[10] == 't' || s[10] == ' ';
}

std::string_view trimmed(std::string_view s) {
  while (!s.empty()) {
    const utf8::Decoded d = utf8::decode(s, 0);
    if (!utf8::is_space(d.code_point)) break;
    s.remove_prefix(d.length);
  }
  while (!s.empty()) {
    const utf8::Decoded d = utf8::decode_before(s, s.size());
    if (!utf8::is_space(d.code_point)) break;
    s.remove_suffix(d.length);
  }
  return s;
}

Day today() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace

bool is_plausible(Day day) { return day >= *make_day(1400, 1, 1) && day <= today() + std::chrono::days{366}; }

std::string checked_published(std::string_view value, std::string_view field) {
  value = trimmed(value);
  const auto bad = [&](std::string_view why) {
    return Error(ErrorKind::input, fmt::format("field \"{}\": \"{}\" {}", field, utf8::repaired(value.substr(0, 60)), why));
  };
  if (looks_iso(value)) {
    const auto day = parse_day(value.substr(0, 10));
    if (!day) throw bad("is a day that does not exist; correct it or leave the field out");
    if (!is_iso_time(value.substr(10))) throw bad("has a malformed time of day; write it as 2017-11-19T19:23 or give the day alone");
    if (!is_plausible(*day)) throw bad(*day > today() ? "lies in the future; a publication day cannot" : "lies too far back to be a publication day");
    return std::string(value);
  }
  const auto day = read_date_line(value);
  if (!day) throw bad("is not a date that can be read in one way only; write it as 2017-11-19 or 2017-11-19T19:23");
  return *day;
}

std::optional<std::string> find_date_line(std::string_view text) {
  for (size_t lines = 0, begin = 0; lines < kHeadLines && begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    begin = end + 1;
    if (line.empty()) continue;
    ++lines;
    if (auto found = read_date_line(line)) return found;
  }
  return std::nullopt;
}

}  // namespace chancery::readers
