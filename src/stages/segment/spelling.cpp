#include "stages/segment/spelling.hpp"

#include <fmt/format.h>

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery {

Spelling Spelling::load(const std::filesystem::path& file) {
  Spelling result;
  const std::unordered_map<std::string, Words*> lists = {
      {"its", &result.follows_is_}, {"prefix", &result.prefixes_}, {"unit", &result.units_}, {"ending", &result.endings_}};
  std::istringstream lines(read_file(file));
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string kind, whole, word, together;
    words >> kind;
    if (const auto list = lists.find(kind); list != lists.end()) {
      while (words >> word) list->second->insert(word);
      continue;
    }
    std::vector<uint32_t> lengths;
    words >> whole;
    while (words >> word) {
      lengths.push_back(static_cast<uint32_t>(word.size()));
      together += word;
    }
    if (kind != "split" || together != whole || lengths.size() < 2) {
      throw Error(ErrorKind::input, fmt::format("{}:{}: \"{}\" is not understood; write split WORD PART PART, its, prefix, unit or ending", file.string(), number, line));
    }
    result.parts_.emplace(whole, std::move(lengths));
  }
  return result;
}

const std::vector<uint32_t>& Spelling::parts(std::string_view lower) const {
  static const std::vector<uint32_t> none;
  if (lower.size() > kLongest) return none;
  const auto found = parts_.find(std::string(lower));
  return found == parts_.end() ? none : found->second;
}

}  // namespace chancery
