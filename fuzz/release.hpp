// Bytes as a release: what stands before a unit separator (0x1F) is its title.
#pragma once

#include <cstdint>
#include <string>

#include "base/utf8.hpp"
#include "document/document.hpp"

namespace chancery::fuzz {

inline Document release(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const size_t separator = bytes.find('\x1F');
  Document document;
  if (separator != std::string::npos) document.title = utf8::repaired(bytes.substr(0, separator));
  document.text = utf8::repaired(bytes.substr(separator == std::string::npos ? 0 : separator + 1));
  return document;
}

}  // namespace chancery::fuzz
