// Making the facts of a record anew with today's stages; what people confirmed, corrected or rejected stays.
#pragma once

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

#include "app/engine.hpp"
#include "record/record.hpp"

namespace chancery::app {

struct RereadOptions {
  std::optional<std::string> made_by;  ///< only facts that a program of this name made
  bool all = false;                    ///< also those that this very program made
  unsigned threads = 1;
};

struct RereadCount {
  size_t documents = 0;
  size_t failed = 0;
  size_t current = 0;  ///< left alone: made by this very program
  bool interrupted = false;
};

/// Called from one thread at a time. `done` counts documents whose new facts are safely on disk.
struct RereadEvents {
  std::function<void(size_t done, size_t total)> on_progress;
  std::function<void(const std::string& id, const std::string& reason)> on_failed;
};

/// Each document in a transaction of its own, so that it may be ended at any moment and begun again. Throws Error(input)
/// where nothing in the record was made by `made_by`.
RereadCount reread(const Engine& engine, record::Record& record, const RereadOptions& options, const RereadEvents& events,
                   std::stop_token stop = {});

}  // namespace chancery::app
