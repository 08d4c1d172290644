// Reading what people have (plain text, Markdown, HTML, JSON Lines, CSV, CoNLL-U) into Documents, one at a time.
//
// - Charsets: byte order mark, declaration (HTML, XML), valid UTF-8, then the look of the bytes; in UTF-8 an invalid
//   byte becomes one U+FFFD. Plain text, JSON Lines and CSV cells are otherwise unchanged: CRLF, no-break spaces and
//   soft hyphens stay. HTML gives its main text; Markdown loses its front matter, nothing else; CoNLL-U comes with its
//   tokens, sentences and blocks (byte spans into `text`), which later stages keep.
// - Titles, times and publishers are taken where they are plainly shown, else left empty; dates that cannot be
//   (31 February, next century) are failures in fields and ignored in pages.
// - What was left out or guessed is said in Document::notes.
//
// A reader never stops at a bad document: it reports it and goes on. Memory is bounded by the largest single
// document, not by their number. Functions are safe to call from several threads on different streams.
#pragma once

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace chancery::readers {

enum class Input : uint8_t { automatic, text, markdown, html, jsonl, csv, conllu };

/// Which CSV column holds which field; empty means: guess from the header.
struct Columns {
  std::string id, text, title, date, url, publisher, country, dateline, language;
};

struct Options {
  Input input = Input::automatic;
  Columns columns;
  char delimiter = 0;          ///< CSV: 0 means look
  // Given by the user for every document; they fill what the document does not say itself.
  std::string date, language, publisher, country;
};

/// The bytes a document came from, for the record; valid only during the call.
struct Original {
  std::string_view bytes;
  std::string_view media_type;  ///< "text/html", "text/plain", "application/json" ...
};

/// What could not be read: `id` of the document where it has one, else "FILE:LINE".
struct Failure {
  std::string id;
  std::string message;  ///< what, where, what to do
};

using OnDocument = std::function<void(Document&&, const Original&)>;
using OnFailure = std::function<void(Failure&&)>;

/// Reads every document of `stream`. `name` (a path, a URL or "-") goes into DocumentInfo::source and messages and,
/// by its ending, helps `automatic`. Throws Error(io) only when the stream itself fails.
void read(std::istream& stream, const std::string& name, const Options& options, const OnDocument& on_document, const OnFailure& on_failure);

/// Opens and reads a file; "-" is standard input. Throws Error(io) where it cannot be opened or is a folder.
void read_path(const std::string& path, const Options& options, const OnDocument& on_document, const OnFailure& on_failure);

}  // namespace chancery::readers
