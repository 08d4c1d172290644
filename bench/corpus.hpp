// The releases that are measured on, and the parts of the program run over them. Every run gives a digest of what came
// out, so that runs which must agree can be compared.
#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"
#include "measure.hpp"

namespace chancery::bench {

/// JSON Lines files below a folder, or one file.
std::vector<std::string> corpus_files(const std::string& path);

struct Loaded {
  std::vector<Document> documents;
  size_t text_bytes = 0;
  Seconds reading{};
};
Loaded load(const std::vector<std::string>& files);

struct OneThread {
  Timing stages;
  Seconds analysing{}, writing{};
  Seconds processor{};  ///< of both
  size_t words = 0, json_bytes = 0;
  size_t without_words = 0, with_main_event = 0;
  std::string digest;
};
OneThread analyse_one_by_one(const app::Engine& engine, std::vector<Document> documents);

struct Streamed {
  Seconds wall{};
  size_t documents = 0, failed = 0;
  std::string digest;
};
/// The whole way from files to JSON, as `chancery read` does it.
Streamed stream(const app::Engine& engine, const std::vector<std::string>& files, unsigned threads);

}  // namespace chancery::bench
