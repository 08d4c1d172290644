#include "knowledge/class_lines.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery {

void for_each_in_class(const std::filesystem::path& file, std::string_view classes, const std::function<bool(const std::string&, const std::string&)>& take) {
  std::istringstream lines(read_file(file));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string name, word;
    words >> name;
    while (words >> word) {
      if (!take(name, word)) throw Error(ErrorKind::input, fmt::format("{}:{}: \"{}\" is {}", file.string(), number, name, classes));
    }
  }
}

}  // namespace chancery
