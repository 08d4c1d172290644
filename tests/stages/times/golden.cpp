#include "golden.hpp"

#include <cstdlib>
#include <sstream>

#include "base/file.hpp"

namespace chancery::test {

std::string unmarked(const std::string& line) {
  std::string plain;
  for (size_t i = 0; i < line.size();) {
    const size_t open = line.find("[[", i);
    if (open == std::string::npos) return plain + line.substr(i);
    const size_t bar = line.find('|', open), close = line.find("]]", open);
    plain += line.substr(i, open - i) + line.substr(open + 2, bar - open - 2);
    i = close + 2;
  }
  return plain;
}

std::string marked(const Stage& segment, const Stage& times, const std::string& text, const std::string& published) {
  Document document;
  document.text = text;
  document.info.published = published;
  segment.run(document);
  times.run(document);
  std::string out;
  size_t at = 0;
  for (const Timex& t : document.times) {
    out += text.substr(at, t.span.begin - at) + "[[" + std::string(document.of(t.span)) + "|" +
           std::string(name_of(t.type)) + " " + t.value;
    if (!t.mod.empty()) out += " mod=" + t.mod;
    if (!t.quant.empty()) out += " quant=" + t.quant;
    if (!t.freq.empty()) out += " freq=" + t.freq;
    if (!t.zone.empty()) out += " zone=" + t.zone;
    if (!t.calendar.empty()) out += " calendar=" + t.calendar;
    if (t.from && t.to && *t.from != *t.to) out += " " + iso(*t.from) + ".." + iso(*t.to);
    out += "]]";
    at = t.span.end;
  }
  return out + text.substr(at);
}

std::vector<GoldenLine> run_golden(const std::filesystem::path& list, const Stage& segment, const Stage& times) {
  std::vector<GoldenLine> lines;
  std::istringstream in(read_file(list));
  std::string line, published, approved;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("published:")) {
      published = line.size() > 11 ? line.substr(11) : "";
    } else if (!line.empty() && line[0] != '#') {
      lines.push_back({number, line, marked(segment, times, unmarked(line), published)});
      line = lines.back().actual;
    }
    approved += line + "\n";
  }
  if (std::getenv("CHANCERY_APPROVE")) write_file(list, approved);
  return lines;
}

}  // namespace chancery::test
