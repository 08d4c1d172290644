// Reading and analysing without keeping: sources in, written analyses out, in the order of the sources.
//
// Memory is bounded by what is under way, not by the number of documents.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "readers/reader.hpp"

namespace chancery::app {

struct ReadOptions {
  readers::Options input;
  unsigned threads = 1;
};

/// One of the two is set.
struct ReadResult {
  std::string written;                        ///< what `write` made of a document
  std::string id;                             ///< the document's
  std::optional<readers::Failure> failure;
  bool whole_source = false;                  ///< the failure is that of a whole file, not of one line or row in it
};

struct ReadCount {
  size_t documents = 0;
  size_t failed_documents = 0;
  size_t failed_sources = 0;
};

/// Called from several threads at once.
using WriteDocument = std::function<std::string(const Document&)>;
/// Called from one thread at a time, in order.
using OnResult = std::function<void(ReadResult&&)>;

/// Reads every path ("-" is standard input), analyses and writes. A path that cannot be read is a result too.
/// What `on_result` throws ends the reading and is thrown on.
ReadCount read(const Engine& engine, const std::vector<std::string>& paths, const ReadOptions& options, const WriteDocument& write,
               const OnResult& on_result);

}  // namespace chancery::app
