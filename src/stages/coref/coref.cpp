#include "stages/coref/coref.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "stages/coref/resolver.hpp"

namespace chancery {

CorefStage::CorefStage(const std::filesystem::path& data_folder) {
  const auto file = data_folder / "coref" / "en" / "groups.txt";
  std::istringstream lines(read_file(file));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string kind, word;
    words >> kind;
    if (kind != "principals" && kind != "others") throw Error(ErrorKind::input, fmt::format("{}:{}: \"{}\" is neither principals nor others", file.string(), number, kind));
    while (words >> word) nouns_.emplace(word, kind == "principals");
  }
}

void CorefStage::run(Document& document) const { Resolver(document, nouns_).run(); }

}  // namespace chancery
