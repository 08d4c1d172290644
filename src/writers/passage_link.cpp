#include "writers/passage_link.hpp"

#include <algorithm>
#include <vector>

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

// A directive of one piece must lie in one block of the page; longer ones name their ends.
constexpr size_t kWholeWords = 12, kEndWords = 5, kContextWords = 3;

constexpr std::string_view kHex = "0123456789ABCDEF";

bool is_line_end(char c) { return c == '\n' || c == '\r'; }

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("_.!~*'()").find(c) != std::string_view::npos;
}

void encode(char c, std::string& out) {
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += kHex[byte >> 4U];
  out += kHex[byte & 15U];
}

/// A hyphen, a comma and an ampersand are the directive's own syntax.
std::string directive(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (unreserved(c)) out += c;
    else encode(c, out);
  }
  return out;
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  size_t begin = 0, at = 0;
  const auto close = [&](size_t end) {
    if (end > begin) words.push_back(text.substr(begin, end - begin));
  };
  while (at < text.size()) {
    const auto one = utf8::decode(text, at);
    if (utf8::is_space(one.code_point)) {
      close(at);
      begin = at + one.length;
    }
    at += one.length;
  }
  close(text.size());
  return words;
}

std::string joined(const std::vector<std::string_view>& words, size_t first, size_t last) {
  std::string out;
  for (size_t i = first; i < last; ++i) out.append(out.empty() ? "" : " ").append(words[i]);
  return out;
}

std::string first_words(std::string_view text, size_t most) {
  const auto words = words_of(text);
  return joined(words, 0, std::min(most, words.size()));
}

std::string last_words(std::string_view text, size_t most) {
  const auto words = words_of(text);
  return joined(words, words.size() - std::min(most, words.size()), words.size());
}

/// The lines of a passage that hold words.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of("\r\n"), text.size());
    if (!words_of(text.substr(0, end)).empty()) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace

std::string web_address(std::string_view url) {
  std::string scheme(url.substr(0, std::min<size_t>(url.find(':'), 6)));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if ((scheme != "http" && scheme != "https") || url.substr(scheme.size(), 3) != "://") return {};
  std::string out;
  for (const char c : url) {
    // RFC 3986: these never stand in an address as they are.
    const bool wrong = static_cast<unsigned char>(c) <= 0x20 || static_cast<unsigned char>(c) >= 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    if (wrong) encode(c, out);
    else out += c;
  }
  return out;
}

std::string passage_link(std::string_view url, const CitedPassage& passage) {
  const std::string page = web_address(url.substr(0, url.find('#')));
  const auto lines = lines_of(passage.exact);
  if (page.empty() || lines.empty()) return {};
  // Words beyond a paragraph's end would not be found there.
  const size_t line = passage.before.find_last_of("\r\n");
  const std::string before = last_words(line == std::string::npos ? std::string_view(passage.before) : std::string_view(passage.before).substr(line + 1), kContextWords);
  const std::string after = first_words(std::string_view(passage.after).substr(0, passage.after.find_first_of("\r\n")), kContextWords);
  std::string parts;
  const auto add = [&](const std::string& part) { parts += (parts.empty() ? "" : ",") + part; };
  if (!before.empty() && !is_line_end(passage.before.back())) add(directive(before) + "-");
  const auto all = words_of(passage.exact);
  if (lines.size() == 1 && all.size() <= kWholeWords) {
    add(directive(joined(all, 0, all.size())));
  } else {
    add(directive(first_words(lines.front(), kEndWords)));
    add(directive(last_words(lines.back(), kEndWords)));
  }
  if (!after.empty() && !is_line_end(passage.after.front())) add("-" + directive(after));
  return page + "#:~:text=" + parts;
}

}  // namespace chancery::writers
