#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/error.hpp"
#include "readers/formats.hpp"
#include "readers/html/charset.hpp"
#include "readers/reader.hpp"
#include "readers/sniff.hpp"

namespace chancery::readers {
namespace {

std::string_view media_type(Input input) {
  switch (input) {
    case Input::html: return "text/html";
    case Input::markdown: return "text/markdown";
    default: return "text/plain";
  }
}

Document read_whole(Input input, std::string text) {
  switch (input) {
    case Input::html: return read_html(text);
    case Input::markdown: return read_markdown(text);
    default: return read_text(std::move(text));
  }
}

Document read_document(Source& source, std::string_view bytes, Input input, const Options& options) {
  const Charset charset = input == Input::html ? html::page_charset(bytes) : detect_charset(bytes);
  std::string text = to_utf8(bytes.substr(charset.bom), charset.name);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) throw Error(ErrorKind::input, "is empty: there is nothing to read in it");
  Document document = read_whole(input, std::move(text));
  document.info.source = source.name();
  if (charset.guessed) document.notes.push_back(fmt::format("read as {}, which its bytes suggest but nothing says", charset.name));
  complete(document, options);
  return document;
}

void read_one(Source& source, Input input, const Options& options, const OnDocument& give, const OnFailure& fail) {
  std::string bytes;
  Document document;
  try {
    bytes = source.rest();
    document = read_document(source, bytes, input, options);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    fail({source.name(), fmt::format("{}: {}", source.shown_name(), error.what())});
    return;
  }
  give(std::move(document), {bytes, media_type(input)});
}

Input input_of(const Source& source, const Options& options, const Charset& charset) {
  if (options.input != Input::automatic) return options.input;
  return sniff(source.name(), to_utf8(source.head().substr(charset.bom), charset.name));
}

}  // namespace

void read(std::istream& stream, const std::string& name, const Options& options, const OnDocument& on_document, const OnFailure& on_failure) {
  Source source(stream, name);
  const Charset charset = detect_charset(source.head());
  const bool wide = charset.name.starts_with("UTF-16") || charset.name.starts_with("UTF-32");
  const bool lines = options.input == Input::jsonl || options.input == Input::csv || options.input == Input::conllu;
  if (const std::string kind = wide ? "" : binary_kind(source.head(), lines); !kind.empty()) {
    on_failure({name, fmt::format("{}: looks like {}, which this version does not read yet; give text, Markdown, HTML, JSON Lines, CSV or CoNLL-U",
                                  source.shown_name(), kind)});
    return;
  }
  switch (const Input input = input_of(source, options, charset)) {
    case Input::jsonl: return read_jsonl(source, options, on_document, on_failure);
    case Input::csv: return read_csv(source, options, on_document, on_failure);
    case Input::conllu: return read_conllu(source, options, on_document, on_failure);
    default: return read_one(source, input, options, on_document, on_failure);
  }
}

void read_path(const std::string& path, const Options& options, const OnDocument& on_document, const OnFailure& on_failure) {
  if (path == "-") return read(std::cin, path, options, on_document, on_failure);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    throw Error(ErrorKind::io, fmt::format("{} is a folder; name the files in it, or add the folder to a record", path));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorKind::io, fmt::format("cannot open {}: {}", path, std::strerror(errno)));
  read(file, path, options, on_document, on_failure);
}

}  // namespace chancery::readers
