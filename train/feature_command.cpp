#include <fmt/format.h>

#include <iostream>

#include "base/file.hpp"
#include "train/arguments.hpp"
#include "train/command.hpp"
#include "train/feature_trainer.hpp"

namespace chancery::train {

int run_features(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--train", "--dev", "--out", "--misses"});
  const std::string section = train_features(read_conllu(std::filesystem::path(given.one("--train"))));
  std::cerr << fmt::format("section \"features\": {} bytes\n", section.size());
  for (const std::string& path : given.all("--dev")) {
    const FeatureScore score = score_features(std::as_bytes(std::span(section)), read_conllu(std::filesystem::path(path)));
    std::cout << fmt::format("{}: {} words, features {:.2f} % (given tags and trees)\n", path, score.words, 100.0 * static_cast<double>(score.right) / static_cast<double>(score.words));
    if (!given.has("--misses")) continue;
    for (const std::string& miss : score.misses) std::cout << miss << '\n';
  }
  if (given.has("--out")) write_file(given.one("--out"), section);
  return 0;
}

}  // namespace chancery::train
