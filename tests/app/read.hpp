// A text read by all stages, for the tests of this folder.
#pragma once

#include <string>

#include "app/engine.hpp"

namespace chancery::test {

inline Document read(std::string text, std::string title = "", std::string country = "", std::string published = "2023-05-10") {
  static const app::Engine engine;
  Document document;
  document.text = std::move(text);
  document.title = std::move(title);
  document.info.country = std::move(country);
  document.info.published = std::move(published);
  engine.analyse(document);
  return document;
}

}  // namespace chancery::test
