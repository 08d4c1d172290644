#include "app/sources.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

constexpr auto kEndings = std::to_array<std::string_view>(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".csv", ".tsv", ".conllu"});

std::string ending_of(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

class Walk {
 public:
  explicit Walk(Sources& sources) : sources_(sources) {}

  void take(const fs::path& path) {
    std::error_code error;
    const auto size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    sources_.files.push_back({path.string(), error ? 0 : size});
    sources_.bytes += sources_.files.back().bytes;
  }

  void enter(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) entries.push_back(*at);
    if (error) {
      sources_.unreadable.emplace_back(folder.string(), folder.string() + ": the folder cannot be read: " + error.message() +
                                                            "; allow it (chmod u+rx) or leave it out");
    }
    std::sort(entries.begin(), entries.end());
    for (const auto& entry : entries) sort_out(entry);
  }

 private:
  void sort_out(const fs::directory_entry& entry) {
    if (is_hidden(entry.path())) return;
    std::error_code error;
    if (entry.is_directory(error)) {
      if (!entry.is_symlink(error)) enter(entry.path());
    } else if (const std::string ending = ending_of(entry.path()); std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end()) {
      take(entry.path());
    } else {
      ++sources_.passed_over[ending.empty() ? "no ending" : ending];
    }
  }

  Sources& sources_;
};

}  // namespace

Sources find_sources(const std::vector<std::string>& paths) {
  Sources sources;
  Walk walk(sources);
  for (const auto& path : paths) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      walk.enter(path);
    } else if (path == "-") {
      sources.files.push_back({path, 0});
    } else {
      walk.take(path);
    }
  }
  return sources;
}

}  // namespace chancery::app
