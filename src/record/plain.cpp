#include "record/plain.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/utf8.hpp"

namespace chancery::record {
namespace {

constexpr size_t kTold = 60;  ///< bytes of a wrong value that a message repeats

bool is_control(char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }
bool breaks_line(char c) { return c == '\n' || c == '\r' || c == '\t'; }

std::string told(const std::string& text) { return text.size() <= kTold ? text : utf8::repaired(text.substr(0, kTold)) + "..."; }

}  // namespace

bool is_line(std::string_view text, size_t most) { return text.size() <= most && utf8::is_valid(text) && std::none_of(text.begin(), text.end(), is_control); }

bool is_lines(std::string_view text, size_t most) {
  return text.size() <= most && utf8::is_valid(text) && std::none_of(text.begin(), text.end(), [](char c) { return is_control(c) && !breaks_line(c); });
}

bool is_name(std::string_view text, size_t most) { return !text.empty() && is_line(text, most) && text.front() != ' ' && text.back() != ' '; }

void need_name(const std::string& name, size_t most, std::string_view what) {
  if (!is_name(name, most)) throw Error(ErrorKind::input, fmt::format("\"{}\" is no {}: give one line of at most {} bytes", told(name), what, most));
}

void need_lines(const std::string& text, size_t most, std::string_view what) {
  if (!is_lines(text, most)) throw Error(ErrorKind::input, fmt::format("{} is longer than {} bytes, or holds control characters: write it shorter and plainer", what, most));
}

}  // namespace chancery::record
