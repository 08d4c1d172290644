#include "stages/codes/pattern_file.hpp"

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery::codes {
namespace {

constexpr std::pair<std::string_view, Direction> kArrows[] = {{" <-> ", Direction::mutual}, {" <- ", Direction::backward}, {" -> ", Direction::forward}};

std::vector<std::string_view> divided(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(by, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t\r"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

}  // namespace

void PatternFile::read() {
  const std::string content = read_file(file_);
  for (size_t begin = 0; begin < content.size();) {
    const size_t end = std::min(content.find('\n', begin), content.size());
    ++line_;
    const std::string_view line = trimmed(std::string_view(content).substr(begin, end - begin));
    if (!line.empty() && line.front() != '#') take(line);
    begin = end + 1;
  }
}

void PatternFile::take(std::string_view line) {
  if (line.front() == '[') return take_header(line);
  if (line.front() == '@' && line.find(" = ") != std::string_view::npos) return take_class(line);
  if (line.starts_with("e.g. ")) return take_example(line.substr(5), true);
  if (line.starts_with("not: ")) return take_example(line.substr(5), false);
  for (const auto& [arrow, direction] : kArrows) {
    if (line.find(arrow) != std::string_view::npos) return take_pattern(line, arrow);
  }
  fail("neither a header, a class, a pattern with \"->\" nor an example");
}

void PatternFile::take_header(std::string_view line) {
  if (line.back() != ']') fail("a header ends with \"]\"");
  const auto parts = divided(line.substr(1, line.size() - 2), ' ');
  if (parts.empty() || !book_.classes_.contains(std::string(parts[0]))) fail("a header names a root of roots.tsv first");
  root_ = parts[0];
  mode_ = parts.size() > 1 && parts[1] != "-" ? parts[1] : std::string_view();
  context_ = parts.size() > 2 && parts[2] != "-" ? parts[2] : std::string_view();
}

void PatternFile::take_class(std::string_view line) {
  const size_t equals = line.find(" = ");
  std::vector<std::string> members;
  for (const auto word : divided(line.substr(equals + 3), ' ')) members.emplace_back(word);
  classes_[std::string(line.substr(0, equals))] = std::move(members);
}

/// "launch|@begin": words, with the names of classes replaced by their members.
std::vector<std::string> PatternFile::words(std::string_view cell) const {
  std::vector<std::string> out;
  for (const auto part : divided(cell, '|')) {
    if (part.front() != '@') {
      out.emplace_back(part);
      continue;
    }
    const auto found = classes_.find(std::string(part));
    if (found == classes_.end()) fail("\"" + std::string(part) + "\" is no class of this file");
    out.insert(out.end(), found->second.begin(), found->second.end());
  }
  return out;
}

void PatternFile::take_pattern(std::string_view line, std::string_view arrow) {
  if (root_.empty()) fail("a pattern stands below a header such as [ACCUSE disapprove]");
  Pattern pattern;
  pattern.root = root_;
  pattern.mode = mode_;
  pattern.context = context_;
  for (const auto& [sign, direction] : kArrows) {
    if (sign == arrow) pattern.direction = direction;
  }
  const size_t at = line.find(arrow);
  const auto tests = divided(line.substr(0, at), ' ');
  for (size_t i = 1; i < tests.size(); ++i) {
    if (tests[i].front() == '+') {
      pattern.modals = words(tests[i].substr(1));
      continue;
    }
    if (tests[i].front() == '-') {
      pattern.barred = tests[i].substr(1);
      continue;
    }
    const size_t colon = tests[i].find(':');
    const bool governed = colon != std::string_view::npos;
    pattern.arguments.push_back({governed ? std::string(tests[i].substr(0, colon)) : std::string(), words(governed ? tests[i].substr(colon + 1) : tests[i])});
  }
  for (const auto slot : divided(line.substr(at + arrow.size()), ' ')) {
    const auto named = words(slot);
    pattern.slots.insert(pattern.slots.end(), named.begin(), named.end());
  }
  if (tests.empty() || pattern.slots.empty()) fail("a pattern has a verb before its arrow and a place behind it");
  ++book_.size_;
  for (const std::string& verb : words(tests[0])) {
    const size_t joint = verb.find('_');
    pattern.particle = joint == std::string::npos ? std::string() : verb.substr(joint + 1);
    book_.patterns_[verb.substr(0, joint)].push_back(pattern);
  }
}

/// Takes the marks out of the sentence and returns what stood between them.
std::string_view PatternFile::marked(std::string& text, char open, char close) const {
  const size_t begin = text.find(open);
  const size_t end = text.find(close);
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  text.erase(end, 1);
  text.erase(begin, 1);
  return std::string_view(text).substr(begin, end - begin - 1);
}

void PatternFile::take_example(std::string_view sentence, bool holds) {
  Example example;
  example.root = root_;
  example.holds = holds;
  example.file = file_.filename().string();
  example.line = line_;
  example.text = sentence;
  example.source = marked(example.text, '[', ']');
  example.target = marked(example.text, '{', '}');
  if (holds && (example.source.empty() || example.target.empty())) fail("an example marks its [source] and its {target}");
  book_.examples_.push_back(std::move(example));
}

void PatternFile::fail(const std::string& what) const {
  throw Error(ErrorKind::input, file_.string() + ":" + std::to_string(line_) + ": " + what + ". Mend the line, or put back the file that came with the program.");
}

}  // namespace chancery::codes
