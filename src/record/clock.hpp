// The time as the record writes it down.
#pragma once

#include <fmt/chrono.h>

#include <chrono>
#include <string>

namespace chancery::record {

/// UTC: "2026-01-31T08:00:00Z".
inline std::string now() {
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
}

}  // namespace chancery::record
