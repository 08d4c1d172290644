#include "server/target.hpp"

#include <optional>

#include "base/utf8.hpp"

namespace chancery::server {
namespace {

std::optional<unsigned> hex(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string decoded(std::string_view text, bool plus_is_space, std::string_view where) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus_is_space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const auto high = i + 2 < text.size() ? hex(text[i + 1]) : std::nullopt;
      const auto low = high ? hex(text[i + 2]) : std::nullopt;
      if (!low) throw BadTarget{"The " + std::string(where) + " has a percent sign that is not followed by two hexadecimal digits; write a percent sign itself as %25."};
      out += static_cast<char>(*high * 16 + *low);
      i += 2;
    }
  }
  if (out.find('\0') != std::string::npos) throw BadTarget{"The " + std::string(where) + " holds a NUL character; leave it out."};
  if (!utf8::is_valid(out)) throw BadTarget{"The " + std::string(where) + " is not valid UTF-8; encode it as UTF-8 before the percent signs."};
  return out;
}

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  size_t begin = 0;
  while (begin <= path.size()) {
    const size_t end = std::min(path.find('/', begin), path.size());
    segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

std::vector<std::string> parse_segments(std::string_view raw_path) {
  std::vector<std::string> segments = split(raw_path.substr(1));
  for (std::string& segment : segments) {
    segment = decoded(segment, false, "path");
    if (segment.find('\\') != std::string::npos) throw BadTarget{"The path has a backslash; no resource here is named so."};
    for (const std::string& part : split(segment)) {
      if (part == "." || part == "..") throw BadTarget{"The path has a dot segment; ask for the plain path."};
    }
  }
  return segments;
}

std::vector<std::pair<std::string, std::string>> parse_query(std::string_view raw) {
  std::vector<std::pair<std::string, std::string>> query;
  while (!raw.empty()) {
    const size_t end = std::min(raw.find('&'), raw.size());
    const std::string_view pair = raw.substr(0, end);
    raw.remove_prefix(std::min(end + 1, raw.size()));
    if (pair.empty()) continue;
    const size_t equals = std::min(pair.find('='), pair.size());
    const std::string_view value = equals < pair.size() ? pair.substr(equals + 1) : std::string_view();
    query.emplace_back(decoded(pair.substr(0, equals), true, "query"), decoded(value, true, "query"));
  }
  return query;
}

/// Removes "http://authority" where it stands, and gives the authority.
std::string take_authority(std::string_view& raw) {
  for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
    if (!raw.starts_with(scheme)) continue;
    raw.remove_prefix(scheme.size());
    const size_t end = std::min(raw.find_first_of("/?"), raw.size());
    const std::string authority(raw.substr(0, end));
    raw.remove_prefix(end);
    if (authority.empty()) throw BadTarget{"The address names no host."};
    return authority;
  }
  return {};
}

}  // namespace

Target parse_target(std::string_view raw) {
  Target target;
  if (raw == "*") {
    target.path = "*";
    return target;
  }
  target.authority = take_authority(raw);
  const size_t question = std::min(raw.find('?'), raw.size());
  std::string_view path = raw.substr(0, question);
  if (path.empty() && !target.authority.empty()) path = "/";
  if (!path.starts_with('/')) throw BadTarget{"The path does not begin with a slash."};
  if (path.find('#') != std::string_view::npos) throw BadTarget{"A fragment is not sent to a server; leave out what follows the number sign."};
  target.segments = parse_segments(path);
  target.path = decoded(path, false, "path");
  if (question < raw.size()) target.query = parse_query(raw.substr(question + 1));
  return target;
}

}  // namespace chancery::server
