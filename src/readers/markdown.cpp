#include <fmt/format.h>
#include <yaml.h>

#include <memory>

#include "base/error.hpp"
#include "readers/formats.hpp"

namespace chancery::readers {
namespace {

struct Parts {
  std::string_view matter;  // between the lines of dashes; empty where there is none
  std::string_view body;
};

std::string_view line_at(std::string_view text, size_t begin) {
  std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

Parts split(std::string_view text) {
  if (line_at(text, 0) != "---") return {{}, text};
  const size_t first = std::min(text.find('\n'), text.size() - 1) + 1;
  for (size_t begin = first; begin < text.size();) {
    const std::string_view line = line_at(text, begin);
    const size_t next = std::min(text.find('\n', begin), text.size() - 1) + 1;
    if (line == "---" || line == "...") return {text.substr(first, begin - first), text.substr(next)};
    begin = next;
  }
  return {{}, text};  // a rule at the top, not a front matter
}

class YamlEvents {
 public:
  explicit YamlEvents(std::string_view yaml) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()), yaml.size());
  }
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;
  ~YamlEvents() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }

  const yaml_event_t& next() {
    yaml_event_delete(&event_);
    if (yaml_parser_parse(&parser_, &event_) == 0) {
      throw Error(ErrorKind::input, fmt::format("line {}, column {}: the front matter is not valid YAML: {}; correct it or put the value in quotes",
                                                parser_.problem_mark.line + 2, parser_.problem_mark.column + 1, parser_.problem));
    }
    return event_;
  }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

std::string scalar(const yaml_event_t& event) {
  std::string value(reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length);
  const bool plain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
  return plain && (value == "null" || value == "~" || value == "Null" || value == "NULL") ? std::string() : value;
}

/// Takes the scalars of the outermost mapping; deeper values are not ours.
void read_matter(std::string_view yaml, Document& document) {
  YamlEvents events(yaml);
  int depth = 0;
  bool is_key = true;
  std::string key;
  for (;;) {
    const yaml_event_t& event = events.next();
    switch (event.type) {
      case YAML_STREAM_END_EVENT: return;
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT: ++depth; break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        if (--depth == 1) is_key = true;
        break;
      case YAML_ALIAS_EVENT:
        if (depth == 1) is_key = true;
        break;
      case YAML_SCALAR_EVENT:
        if (depth != 1) break;
        if (is_key) {
          key = scalar(event);
        } else if (const Field field = field_of(key); field != kNoField && field != Field::text) {
          set_field(document, field, scalar(event));
        }
        is_key = !is_key;
        break;
      default: break;
    }
  }
}

/// A heading's words without its marks: "**Call** with [X](https://x.org)" => "Call with X".
std::string unmarked(std::string_view heading) {
  std::string out;
  for (size_t i = 0; i < heading.size(); ++i) {
    const char c = heading[i];
    if (c == '\\' && i + 1 < heading.size()) {
      out += heading[++i];
    } else if (c == ']' && i + 1 < heading.size() && heading[i + 1] == '(') {
      const size_t end = heading.find(')', i);
      if (end == std::string_view::npos) break;
      i = end;
    } else if (c != '*' && c != '`' && c != '[' && c != ']' && !(c == '_' && (i == 0 || heading[i - 1] == ' ' || i + 1 == heading.size() || heading[i + 1] == ' '))) {
      out += c;
    }
  }
  return one_line(out);
}

/// "# Title" or "Title" over "=====", if it is the first thing in the body.
std::string first_heading(std::string_view body) {
  const size_t start = body.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  std::string_view line = line_at(body, start);
  if (line.starts_with("# ")) {
    line.remove_prefix(2);
    while (!line.empty() && (line.back() == '#' || line.back() == ' ')) line.remove_suffix(1);
    return unmarked(line);
  }
  const size_t next = body.find('\n', start);
  if (next == std::string_view::npos) return {};
  const std::string_view under = line_at(body, next + 1);
  return under.size() >= 3 && under.find_first_not_of('=') == std::string_view::npos ? unmarked(line) : std::string();
}

}  // namespace

Document read_markdown(std::string_view text) {
  Document document;
  const Parts parts = split(text);
  if (!parts.matter.empty()) read_matter(parts.matter, document);
  document.text = std::string(parts.body);
  if (document.title.empty()) document.title = first_heading(parts.body);
  if (document.title.empty()) document.title = shown_title(parts.body);
  return document;
}

}  // namespace chancery::readers
