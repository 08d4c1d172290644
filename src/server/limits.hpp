// What one client may cost the server. Values, set before the server starts.
#pragma once

#include <chrono>
#include <cstddef>

namespace chancery::server {

struct Limits {
  size_t header_bytes = 16 * 1024;        ///< request line and headers: 431
  size_t body_bytes = 64 * 1024;          ///< chunked bodies too: 413
  size_t connections = 1024;              ///< above it the one that has waited longest without asking is closed
  size_t waiting_requests = 256;          ///< above it: 503
  size_t requests_per_connection = 1000;  ///< then it is closed, and the client opens another
  std::chrono::milliseconds idle_time{30'000};    ///< between requests, and before the first
  std::chrono::milliseconds request_time{10'000}; ///< from the first byte of a request to its last: 408
  std::chrono::milliseconds write_time{20'000};   ///< for the client to take 64 KiB of a response
  std::chrono::milliseconds drain_time{5'000};    ///< for what is running when the server is told to stop
};

}  // namespace chancery::server
