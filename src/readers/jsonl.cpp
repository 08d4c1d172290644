#include <fmt/format.h>
#include <simdjson.h>

#include <sstream>
#include <vector>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/formats.hpp"

namespace chancery::readers {
namespace {

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = line.find_first_not_of(kBlanks);
  return first == std::string_view::npos ? std::string_view() : line.substr(first, line.find_last_not_of(kBlanks) - first + 1);
}

/// Half of a surrogate pair, written as an escape, is no character: it becomes \ufffd as an invalid byte does.
std::string without_lone_surrogates(std::string_view json) {
  std::string out(json);
  const auto unit = [&](size_t at) -> int {
    if (at + 6 > out.size() || out[at] != '\\' || out[at + 1] != 'u') return -1;
    int value = 0;
    for (size_t i = at + 2; i < at + 6; ++i) {
      const char c = out[i];
      const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  };
  for (size_t i = 0; i + 1 < out.size(); ++i) {
    if (out[i] != '\\') continue;
    const int first = unit(i);
    if (first < 0xD800 || first > 0xDFFF) {
      ++i;
      continue;
    }
    const int second = unit(i + 6);
    if (first < 0xDC00 && second >= 0xDC00 && second <= 0xDFFF) {
      i += 11;
      continue;
    }
    out.replace(i, 6, "\\ufffd");
    i += 5;
  }
  return out;
}

/// The id of a line that is no JSON, where it comes first and is whole.
std::string id_at_front(std::string_view line) {
  constexpr std::string_view kKey = "\"id\"";
  if (line.empty() || line.front() != '{') return {};
  line = trimmed(line.substr(1));
  if (!line.starts_with(kKey)) return {};
  line = trimmed(line.substr(kKey.size()));
  if (!line.starts_with(':')) return {};
  line = trimmed(line.substr(1));
  if (!line.starts_with('"')) return {};
  const size_t end = line.find_first_of("\"\\", 1);
  if (end == std::string_view::npos || line[end] != '"') return {};
  return utf8::repaired(line.substr(1, end - 1));
}

std::string string_value(Field field, simdjson::dom::element value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.is_null()) return {};
  if (field == Field::id && (value.is_int64() || value.is_uint64())) return simdjson::minify(value);
  throw Error(ErrorKind::input, fmt::format("field \"{}\" is no string; put its value in quotes", name_of(field)));
}

class LineReader {
 public:
  Document read(std::string_view line) {
    Document document;
    id_.clear();
    if (line.size() > kLargestDocument) throw Error(ErrorKind::input, fmt::format("this line is larger than {} MiB", kLargestDocument >> 20));
    const simdjson::dom::object object = parse(line);
    bool has_text = false;
    // The id first, so that a failure in any other field can name the document.
    simdjson::dom::element id;
    if (object["id"].get(id) == simdjson::SUCCESS) {
      id_ = string_value(Field::id, id);
      document.info.id = id_;
    }
    for (const auto& [key, value] : object) {
      const Field field = field_of(key);
      // Other spellings of a name count only where the plain one is not there.
      if (field == kNoField || field == Field::id || (key != name_of(field) && object[name_of(field)].error() == simdjson::SUCCESS)) continue;
      has_text = has_text || (field == Field::text && !value.is_null());
      set_field(document, field, string_value(field, value));
    }
    if (!has_text) throw Error(ErrorKind::input, "field \"text\" is missing; every line needs one");
    return document;
  }

  /// The objects of an array, or the one object, each as JSON of its own.
  std::vector<std::string> split(std::string_view json) {
    simdjson::dom::element root;
    if (const auto error = parser_.parse(json.data(), json.size()).get(root)) {
      throw Error(ErrorKind::input, fmt::format("is not valid JSON ({}); write one object a line, or one array of objects", simdjson::error_message(error)));
    }
    std::vector<std::string> all;
    simdjson::dom::array array;
    if (root.get(array) != simdjson::SUCCESS) return {simdjson::minify(root)};
    for (const simdjson::dom::element each : array) all.push_back(simdjson::minify(each));
    return all;
  }

  const std::string& id() const { return id_; }

 private:
  simdjson::dom::object parse(std::string_view line) {
    line_ = is_valid_utf8(line) ? std::string(line) : utf8::repaired(line);
    auto parsed = parser_.parse(line_);
    if (parsed.error() == simdjson::STRING_ERROR) {
      line_ = without_lone_surrogates(line_);
      parsed = parser_.parse(line_);
    }
    if (parsed.error() != simdjson::SUCCESS) {
      id_ = id_at_front(line);
      throw Error(ErrorKind::input, fmt::format("this line is not valid JSON ({}); write one object a line", simdjson::error_message(parsed.error())));
    }
    simdjson::dom::object object;
    if (parsed.get(object) != simdjson::SUCCESS) throw Error(ErrorKind::input, "this line is JSON but no object; write {\"id\": ..., \"text\": ...}");
    return object;
  }

  simdjson::dom::parser parser_;
  std::string line_;
  std::string id_;
};

void read_object(LineReader& reader, const std::string& json, const std::string& place, const Source& source, const Options& options, const OnDocument& give,
                 const OnFailure& fail) {
  Document document;
  try {
    document = reader.read(trimmed(json));
    document.info.source = source.name();
    complete(document, options);
  } catch (const Error& error) {
    fail({reader.id().empty() ? place : reader.id(), fmt::format("{}: {}", place, error.what())});
    return;
  }
  give(std::move(document), {json, "application/json"});
}

/// A file that is one JSON value over many lines: "{" or "[" with a line end or an object after it.
bool is_one_value(std::string_view head) {
  const std::string_view start = trimmed(head);
  if (start.empty() || (start.front() != '{' && start.front() != '[')) return false;
  const size_t line_end = start.find('\n');
  // A first line that is a lone "{" may also be a spoilt one; a whole object in the second line tells.
  if (start.front() == '{' && line_end != std::string_view::npos && trimmed(start.substr(line_end + 1)).starts_with('{')) return false;
  const size_t next = start.find_first_not_of(" \t", 1);
  return next != std::string_view::npos && (start[next] == '\n' || start[next] == '\r' || (start.front() == '[' && start[next] == '{'));
}

void read_lines(std::istream& stream, const Source& source, const Options& options, const OnDocument& give, const OnFailure& fail) {
  LineReader reader;
  std::string line;
  for (size_t number = 1; std::getline(stream, line); ++number) {
    if (!trimmed(line).empty()) read_object(reader, line, fmt::format("{}:{}", source.name(), number), source, options, give, fail);
  }
}

/// What is no JSON value as a whole, and whose last line is one by itself, is told line by line with a spoilt first one.
bool ends_with_an_object(LineReader& reader, std::string_view text) {
  const std::string_view whole = trimmed(text);
  const size_t line = whole.rfind('\n');
  if (line == std::string_view::npos || !trimmed(whole.substr(line + 1)).starts_with('{')) return false;
  try {
    return !reader.split(whole.substr(line + 1)).empty();
  } catch (const Error&) {
    return false;
  }
}

void read_one_value(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail) {
  LineReader reader;
  std::vector<std::string> objects;
  std::string text;
  try {
    const std::string bytes = source.rest();
    const Charset charset = detect_charset(bytes);
    text = to_utf8(std::string_view(bytes).substr(charset.bom), charset.name);
    objects = reader.split(text);
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    if (ends_with_an_object(reader, text)) {
      std::istringstream lines(std::move(text));
      return read_lines(lines, source, options, give, fail);
    }
    fail({source.name(), fmt::format("{}: {}", source.shown_name(), error.what())});
    return;
  }
  for (size_t i = 0; i < objects.size(); ++i) read_object(reader, objects[i], fmt::format("{}:[{}]", source.name(), i), source, options, give, fail);
}

}  // namespace

void read_jsonl(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail) {
  const Charset charset = detect_charset(source.head());
  if (is_one_value(to_utf8(source.head().substr(charset.bom), charset.name))) return read_one_value(source, options, give, fail);
  read_lines(source.as_utf8(charset), source, options, give, fail);
}

}  // namespace chancery::readers
