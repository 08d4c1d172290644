// A document as its reader gave it, ready to be analysed anew.
#pragma once

#include <utility>

#include "document/document.hpp"

namespace chancery::app {

/// Keeps what was known before reading, title and text; the layers of facts are empty.
inline Document bare(Document&& analysed) {
  Document out;
  out.info = std::move(analysed.info);
  out.info.kind = DocumentKind::other;
  out.title = std::move(analysed.title);
  out.text = std::move(analysed.text);
  out.notes = std::move(analysed.notes);
  return out;
}

}  // namespace chancery::app
