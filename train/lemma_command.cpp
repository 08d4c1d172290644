#include <fmt/format.h>

#include <iostream>

#include "base/file.hpp"
#include "train/arguments.hpp"
#include "train/command.hpp"
#include "train/lemma_trainer.hpp"

namespace chancery::train {

int run_lemmas(const std::vector<std::string>& arguments) {
  const Arguments given(arguments, {"--train", "--dev", "--wordnet", "--out", "--misses"});
  std::vector<std::vector<TreeSentence>> treebanks;
  for (const std::string& path : given.all("--train")) treebanks.push_back(read_conllu(std::filesystem::path(path)));
  const Lexicon lexicon = given.has("--wordnet") ? read_wordnet(given.one("--wordnet")) : Lexicon();
  const std::string section = train_lemmas(treebanks, lexicon);
  std::cerr << fmt::format("section \"lemmas\": {} bytes\n", section.size());
  for (const std::string& path : given.all("--dev")) {
    const LemmaScore score = score_lemmas(std::as_bytes(std::span(section)), read_conllu(std::filesystem::path(path)));
    std::cout << fmt::format("{}: {} words, lemmas {:.2f} % (given tags)\n", path, score.words, 100.0 * static_cast<double>(score.right) / static_cast<double>(score.words));
    if (!given.has("--misses")) continue;
    for (const std::string& miss : score.misses) std::cout << miss << '\n';
  }
  if (given.has("--out")) write_file(given.one("--out"), section);
  return 0;
}

}  // namespace chancery::train
