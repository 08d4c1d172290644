#include <fmt/format.h>

#include <iostream>

#include "base/file.hpp"
#include "train/arguments.hpp"
#include "train/command.hpp"
#include "train/segment_trainer.hpp"

namespace chancery::train {
namespace {

std::vector<TreeSentence> read_all(const std::vector<std::string>& names) {
  const std::vector<std::filesystem::path> files(names.begin(), names.end());
  return read_conllu(files);
}

}  // namespace

int run_segment(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--train", "--dev", "--out", "--rounds", "--rate", "--decay", "--least", "--bits", "--folds", "--data"});
  BoundarySettings settings;
  if (given.has("--rounds")) settings.rounds = static_cast<uint32_t>(std::stoul(given.one("--rounds")));
  if (given.has("--rate")) settings.rate = std::stof(given.one("--rate"));
  if (given.has("--decay")) settings.decay = std::stof(given.one("--decay"));
  if (given.has("--least")) settings.least = static_cast<uint32_t>(std::stoul(given.one("--least")));
  if (given.has("--bits")) settings.bits = static_cast<uint32_t>(std::stoul(given.one("--bits")));
  if (given.has("--folds")) settings.folds = static_cast<uint32_t>(std::stoul(given.one("--folds")));
  const std::filesystem::path data = given.has("--data") ? std::filesystem::path(given.one("--data")) : data_folder();
  const std::string section = train_boundaries(read_all(given.all("--train")), data, settings, std::cerr);
  for (const auto& name : given.all("--dev")) {
    const auto score = score_boundaries(read_all({name}), data, section);
    std::cerr << fmt::format("{}: sentences F1 {:.2f} ({} right, {} given, {} wanted)\n", name, 100 * score.f1(), score.right, score.given, score.wanted);
  }
  if (given.has("--out")) write_file(given.one("--out"), section);
  return 0;
}

}  // namespace chancery::train
