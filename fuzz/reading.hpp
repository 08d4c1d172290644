// What must hold of every reader, whatever bytes it is given: it ends, throws nothing but an Error, and every
// document is valid UTF-8 with spans inside its text.
#pragma once

#include <cstdint>
#include <sstream>
#include <string>

#include "base/utf8.hpp"
#include "readers/reader.hpp"
#include "require.hpp"

namespace chancery::fuzz {

inline void check(const Document& document) {
  require(utf8::is_valid(document.text) && utf8::is_valid(document.title));
  for (const std::string* value : {&document.info.id, &document.info.url, &document.info.publisher, &document.info.published, &document.info.language}) {
    require(utf8::is_valid(*value));
  }
  uint32_t at = 0;
  for (const Token& token : document.tokens) {
    require(token.span.begin >= at && token.span.begin <= token.span.end && token.span.end <= document.text.size());
    at = token.span.end;
  }
}

inline void read_as(readers::Input input, const uint8_t* data, size_t size) {
  std::istringstream stream(std::string(reinterpret_cast<const char*>(data), size));
  readers::Options options;
  options.input = input;
  readers::read(stream, "-", options, [](Document&& document, const readers::Original&) { check(document); },
                [](readers::Failure&& failure) { require(!failure.id.empty() && utf8::is_valid(failure.message)); });
}

}  // namespace chancery::fuzz
