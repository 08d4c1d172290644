// Adding to a record and searching it, measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "measure.hpp"

namespace chancery::bench {

struct Adding {
  Seconds wall{};
  size_t added = 0;
  Seconds again{};      ///< adding the same once more
  size_t known = 0;
  uintmax_t file_bytes = 0;
};
Adding add_to_record(const app::Engine& engine, const std::vector<std::string>& files, const std::filesystem::path& record, unsigned threads);

struct Searching {
  std::vector<double> milliseconds;
  size_t queries = 0, found = 0;
};
/// Each of the given words asked as a search, some with filters, some for statements; after the whole set was asked once.
Searching search_record(const std::filesystem::path& record, const std::vector<std::string>& words);

}  // namespace chancery::bench
