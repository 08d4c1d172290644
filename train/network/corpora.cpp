#include "network/corpora.hpp"

#include <algorithm>
#include <iostream>

#include "base/error.hpp"
#include "network/projected_names.hpp"
#include "readers/reader.hpp"
#include "stages/segment/segment.hpp"
#include "train/gum_names.hpp"

namespace chancery::train {
namespace {

constexpr size_t kShortestRaw = 4, kLongestRaw = 120;  ///< words of a sentence worth guessing in

bool left_out(const std::string& document, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& b) { return document.starts_with(b); });
}

std::vector<TreeSentence> read_trees(const std::filesystem::path& file, const std::vector<std::string>& beginnings) {
  std::vector<TreeSentence> trees = read_conllu(file);
  std::erase_if(trees, [&](const TreeSentence& s) { return left_out(s.document, beginnings); });
  return trees;
}

/// Names in a treebank that marks them (GUM), or a file of columns.
std::vector<NamedSentence> read_any_names(const std::filesystem::path& file, const std::vector<std::string>& beginnings, const WordSplitter& splitter,
                                          const chancery::Lexicon& lexicon) {
  if (!std::filesystem::is_directory(file) && file.extension() != ".conllu") return read_names(file, splitter);
  const auto is_title = [&](const std::string& lower) {
    const auto entries = lexicon.find(lower);
    return std::any_of(entries.begin(), entries.end(), [](const Entry& e) { return e.kind == EntryKind::honorific || e.kind == EntryKind::office; });
  };
  return names_in_treebank(read_trees(file, beginnings), is_title);
}

std::vector<std::filesystem::path> texts_in(const std::filesystem::path& file_or_folder) {
  if (!std::filesystem::is_directory(file_or_folder)) return {file_or_folder};
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(file_or_folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

void add_raw(const std::filesystem::path& file, const SegmentStage& segment, std::vector<std::vector<std::string>>& raw) {
  const auto take = [&](Document&& document, const readers::Original&) {
    segment.run(document);
    for (const Sentence& sentence : document.sentences) {
      const size_t words = sentence.last - sentence.first;
      if (words < kShortestRaw || words > kLongestRaw) continue;
      std::vector<std::string>& out = raw.emplace_back();
      for (Index i = sentence.first; i < sentence.last; ++i) out.emplace_back(document.of(document.tokens[i]));
    }
  };
  const auto fail = [](readers::Failure&& failure) { std::cerr << "left out " << failure.id << ": " << failure.message << "\n"; };
  readers::read_path(file.string(), {}, take, fail);
}

std::vector<std::string> list(const TrainingSettings& settings, const std::string& name) {
  const auto at = settings.lists.find(name);
  return at == settings.lists.end() ? std::vector<std::string>() : at->second;
}

}  // namespace

Corpora read_corpora(const TrainingSettings& settings, const std::filesystem::path& folder, const std::filesystem::path& data, const Knowledge& knowledge) {
  Corpora all;
  const auto without = list(settings, "leave_out");
  const auto abbreviations = Abbreviations::load(data / "segment" / "en" / "abbreviations.txt");
  const auto spelling = Spelling::load(data / "segment" / "en" / "spelling.txt");
  const WordSplitter splitter(abbreviations, spelling);
  const SegmentStage segment(data);
  for (const auto& file : settings.files("trees", folder)) {
    auto trees = read_trees(file, without);
    std::move(trees.begin(), trees.end(), std::back_inserter(all.trees));
    all.treebank_ends.push_back(all.trees.size());
  }
  for (const auto& file : settings.files("names", folder)) {
    auto names = read_any_names(file, without, splitter, knowledge.lexicon());
    std::move(names.begin(), names.end(), std::back_inserter(all.names));
  }
  auto projected = project_names(settings.files("projected", folder), data, knowledge, settings.projected_sentences);
  std::move(projected.begin(), projected.end(), std::back_inserter(all.names));
  for (const auto& file : settings.files("raw", folder)) {
    for (const auto& text : texts_in(file)) add_raw(text, segment, all.raw);
  }
  for (const auto& file : settings.files("dev_trees", folder)) all.dev.push_back({file.stem().string(), read_trees(file, without), {}});
  for (const auto& file : settings.files("dev_names", folder)) all.dev.push_back({file.stem().string(), {}, read_any_names(file, without, splitter, knowledge.lexicon())});
  return all;
}

}  // namespace chancery::train
