#include "knowledge/table.hpp"

#include <charconv>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery {
namespace {

std::vector<std::string_view> divided(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0;;) {
    const size_t end = text.find(by, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

}  // namespace

std::vector<std::string_view> Row::list(size_t cell) const {
  const std::string_view text = (*this)[cell];
  return text.empty() ? std::vector<std::string_view>() : divided(text, '|');
}

uint32_t Row::number(size_t cell) const {
  const std::string_view text = (*this)[cell];
  uint32_t value = 0;
  if (text.empty()) return value;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (failure != std::errc() || end != text.data() + text.size()) fail("\"" + std::string(text) + "\" is no number");
  return value;
}

void Row::fail(const std::string& what) const {
  throw Error(ErrorKind::input, file_.string() + ":" + std::to_string(line_) + ": " + what +
                                    ". Mend the line, or put back the file that came with the program.");
}

void for_each_row(const std::filesystem::path& file, size_t least_cells, const std::function<void(const Row&)>& take) {
  const std::string content = read_file(file);
  size_t line_number = 0;
  for (size_t begin = 0; begin < content.size();) {
    const size_t end = std::min(content.find('\n', begin), content.size());
    std::string_view line = std::string_view(content).substr(begin, end - begin);
    begin = end + 1;
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const Row row(file, line_number, divided(line, '\t'));
    if (row.list(0).empty() || row[least_cells - 1].data() == nullptr) {
      row.fail("a row needs " + std::to_string(least_cells) + " cells divided by tabs, the first not empty");
    }
    take(row);
  }
}

}  // namespace chancery
