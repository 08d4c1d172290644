// Putting documents into a record: read on the caller's thread, analysed on several, written on one.
//
// What is known is not analysed again. Each document is atomic; what `on_added` reports is safely on disk. Ended at any
// moment, the record is sound, and adding the same sources again finishes the work.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

#include "app/engine.hpp"
#include "app/sources.hpp"
#include "readers/reader.hpp"
#include "record/record.hpp"

namespace chancery::app {

struct AddOptions {
  readers::Options input;
  unsigned threads = 1;
};

struct AddCount {
  size_t added = 0, known = 0, changed = 0;
  size_t removed = 0;  ///< refused: a person removed it from the record before
  size_t failed = 0;
  bool interrupted = false;

  size_t all() const { return added + known + changed + removed + failed; }
};

struct AddProgress {
  uint64_t bytes_done = 0;
  size_t documents = 0, failed = 0;
};

/// All are called from one thread at a time, never after `add` has returned. What they throw ends the adding.
struct AddEvents {
  std::function<void(const record::Added&)> on_added;
  std::function<void(const std::string& item, const std::string& reason)> on_failed;
  std::function<void(const AddProgress&)> on_progress;
};

/// Stops after the documents under way when `stop` is requested. Throws Error(io) or Error(record) when the record
/// cannot be written; what was reported stays.
AddCount add(const Engine& engine, record::Record& record, const Sources& sources, const AddOptions& options, const AddEvents& events,
             std::stop_token stop = {});

}  // namespace chancery::app
