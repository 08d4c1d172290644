#include "cli/line_parts.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;

constexpr size_t kWidest = 120;  ///< columns beyond which a line is hard to follow

}  // namespace

size_t width_of(const Console& console) { return std::clamp<size_t>(console.screen().width, 40, 200); }

std::string party_name(const record::Party& party) {
  return safe_line(party.name) + (party.country.empty() || party.country == party.name ? "" : " (" + party.country + ")");
}

std::string names_of(const std::vector<record::Party>& parties) {
  std::string out;
  for (const auto& party : parties) out += (out.empty() ? "" : ", ") + party_name(party);
  return out;
}

std::string with_marks(std::string_view text, const std::vector<record::Range>& marks, const Console& console) {
  const utf8::CodePoints offsets(text);
  std::string out;
  size_t done = 0;
  for (const auto& mark : marks) {
    const size_t begin = std::max(done, offsets.byte_of(mark.begin)), end = offsets.byte_of(mark.end);
    if (begin >= end) continue;
    out += safe_line(text.substr(done, begin - done)) + console.styled(safe_line(text.substr(begin, end - begin)), Style::red);
    done = end;
  }
  return out + safe_line(text.substr(done));
}

void add_wrapped(std::vector<std::string>& out, std::string_view text, size_t indent, const Console& console, size_t hang) {
  const size_t width = std::min(width_of(console), kWidest);
  bool first = true;
  for (const auto& line : writers::wrapped(text, width - indent - hang)) {
    out.push_back(std::string(first ? indent : indent + hang, ' ') + line);
    first = false;
  }
}

std::string source_of(const record::DocumentLine& document) {
  std::string out;
  for (const auto& part : {document.publisher, document.country, document.id}) {
    if (!part.empty()) out += (out.empty() ? "" : " · ") + safe_line(part);
  }
  return out;
}

}  // namespace chancery::cli
