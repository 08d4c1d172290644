#include "knowledge/word_classes.hpp"

#include <sstream>

#include "base/file.hpp"

namespace chancery {

WordClasses WordClasses::load(const std::filesystem::path& file) {
  WordClasses result;
  std::istringstream lines(read_file(file));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string name, word;
    words >> name;
    while (words >> word) result.classes_[name].insert(word);
  }
  return result;
}

bool WordClasses::has(std::string_view lower, const std::string& name) const {
  const auto found = classes_.find(name);
  return found != classes_.end() && found->second.contains(std::string(lower));
}

}  // namespace chancery
