// One line a request: 2026-01-31T08:00:00Z 127.0.0.1 "GET /api/v1/search?q=Baku" 200 5120 12.3ms
#pragma once

#include <chrono>
#include <string>

#include "server/listener.hpp"

namespace chancery::server {

/// Characters that could end the line, or command a terminal, are percent-encoded.
std::string access_line(const Access& access, std::chrono::system_clock::time_point now);

}  // namespace chancery::server
