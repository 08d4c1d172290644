// Which files a person means by naming files and folders: folders are walked, in the order of names.
//
// In a folder only files with an ending that a reader knows are taken (the others are counted), and nothing hidden; a
// file named by itself is always taken. Links to folders are not followed, so that no walk is endless.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace chancery::app {

struct SourceFile {
  std::string path;    ///< as given, or below the folder as given
  uint64_t bytes = 0;  ///< 0 where unknown: standard input
};

struct Sources {
  std::vector<SourceFile> files;
  uint64_t bytes = 0;
  std::map<std::string, size_t> passed_over;                     ///< ending => files in folders that no reader knows
  std::vector<std::pair<std::string, std::string>> unreadable;  ///< path and reason
};

Sources find_sources(const std::vector<std::string>& paths);

}  // namespace chancery::app
