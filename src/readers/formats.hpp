// One function a format. Each gives every document to `give` and every failure to `fail`, and goes on where it can;
// it throws Error(io) only where the stream fails. Whole-document formats take the decoded text.
#pragma once

#include <string>
#include <string_view>

#include "readers/fields.hpp"
#include "readers/reader.hpp"
#include "readers/source.hpp"

namespace chancery::readers {

/// Text as it is: `text` unchanged; the title where the first lines plainly show one.
Document read_text(std::string text);

/// Markdown with optional YAML front matter; the body's characters stay as they are. Throws Error(input).
Document read_markdown(std::string_view text);

/// Main text and what the page says of itself. `notes` tells what was left out.
Document read_html(std::string_view text);

void read_jsonl(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail);
void read_csv(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail);
void read_conllu(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail);

/// The title of a plain text, empty where none is plainly shown.
std::string shown_title(std::string_view text);

}  // namespace chancery::readers
