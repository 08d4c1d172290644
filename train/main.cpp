#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <iostream>

#include "base/error.hpp"
#include "train/command.hpp"

namespace {

std::string help() {
  std::string text = "chancery-train: makes the model from treebanks\n\n";
  for (const auto& command : chancery::train::commands()) {
    text += fmt::format("  chancery-train {} {}\n      {}\n", command.verb, command.arguments, command.summary);
  }
  return text;
}

int run(const std::vector<std::string>& arguments) {
  using namespace chancery;
  if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h") {
    std::cout << help();
    return 0;
  }
  const auto all = train::commands();
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.verb == arguments[0]; });
  if (found == all.end()) throw Error(ErrorKind::usage, fmt::format("there is no \"{}\" to train; chancery-train --help lists what there is", arguments[0]));
  return found->run({arguments.begin() + 1, arguments.end()});
}

}  // namespace

int main(int count, char** values) {
  try {
    return run({values + (count > 0 ? 1 : 0), values + count});
  } catch (const chancery::Error& error) {
    std::cerr << "chancery-train: " << error.what() << '\n';
    return static_cast<int>(error.kind());
  } catch (const std::exception& error) {
    std::cerr << "chancery-train: " << error.what() << '\n';
    return static_cast<int>(chancery::ErrorKind::internal);
  }
}
