#include <iostream>

#include "train/arguments.hpp"
#include "train/command.hpp"
#include "train/conllu.hpp"

namespace chancery::train {

int run_segment(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--train", "--dev", "--out"});
  const auto names = given.all("--train");
  const std::vector<std::filesystem::path> files(names.begin(), names.end());
  std::cerr << read_conllu(files).size() << " sentences\n";
  return 0;
}

}  // namespace chancery::train
