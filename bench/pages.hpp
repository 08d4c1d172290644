// How long the pages of the reading room wait for what they show: every page's question asked of the real server over
// HTTP, on a connection that stays open as a browser's does, packed with gzip as a browser asks for it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/engine.hpp"
#include "measure.hpp"

namespace chancery::bench {

struct PageTimes {
  std::string page;
  std::vector<double> milliseconds;
  size_t bytes = 0;   ///< of all answers, as sent
  size_t failed = 0;  ///< answers other than 200
  std::string first_failure;
};

/// Every question is asked once to warm up, then once more and timed. The server has two threads.
std::vector<PageTimes> time_pages(const app::Engine& engine, const std::filesystem::path& record, const std::vector<std::string>& words);

}  // namespace chancery::bench
