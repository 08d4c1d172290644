#include "train/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"

namespace chancery::train {

Arguments::Arguments(const std::vector<std::string>& arguments, const std::vector<std::string>& known) {
  std::vector<std::string>* values = nullptr;
  for (const std::string& argument : arguments) {
    if (argument.starts_with("--")) {
      if (std::find(known.begin(), known.end(), argument) == known.end()) {
        throw Error(ErrorKind::usage, fmt::format("there is no option {}; the options here are {}", argument, fmt::join(known, ", ")));
      }
      values = &values_[argument];
    } else if (values) {
      values->push_back(argument);
    } else {
      throw Error(ErrorKind::usage, fmt::format("\"{}\" belongs to no option; the options here are {}", argument, fmt::join(known, ", ")));
    }
  }
}

std::vector<std::string> Arguments::all(const std::string& option) const {
  const auto found = values_.find(option);
  return found == values_.end() ? std::vector<std::string>() : found->second;
}

std::string Arguments::one(const std::string& option) const {
  const auto values = all(option);
  if (values.size() != 1) throw Error(ErrorKind::usage, fmt::format("{} needs one value, got {}", option, values.size()));
  return values[0];
}

}  // namespace chancery::train
