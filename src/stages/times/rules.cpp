#include "stages/times/rules.hpp"

#include <array>
#include <sstream>
#include <stdexcept>

#include "base/error.hpp"
#include "base/file.hpp"
#include "stages/times/pattern.hpp"

namespace chancery::times {
namespace {

constexpr std::array<std::string_view, 11> kOps = {"none",     "date", "relative",  "ago",  "later",  "weekday",
                                                   "duration", "set",  "reference", "same", "holiday"};
constexpr std::array<std::string_view, 7> kConditions = {"tight",     "capital", "lower", "cased",
                                                         "narrative", "first",   "spaced"};
constexpr std::array<std::string_view, 5> kKinds = {"plain", "ordinal", "decade", "grouped", "decimal"};

template <size_t N>
std::optional<size_t> index_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return i;
  }
  return std::nullopt;
}

std::string trimmed(std::string_view s) {
  const size_t first = s.find_first_not_of(" \t\r");
  return first == std::string_view::npos ? std::string()
                                         : std::string(s.substr(first, s.find_last_not_of(" \t\r") + 1 - first));
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(separator, begin), text.size());
    if (std::string part = trimmed(text.substr(begin, end - begin)); !part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

/// Reads the files of one folder; any std::invalid_argument becomes an Error that says file and line.
class Reader {
 public:
  Reader(const std::filesystem::path& folder, RuleSet& out) : folder_(folder), out_(out), compiler_(out, macros_) {}

  void read() {
    each_line("words.txt", [this](const std::string& line) { word_line(line); });
    std::vector<std::string> files;
    each_line("rules.txt", [&](const std::string& line) { files.push_back(line); });
    for (const auto& file : files) each_line(file, [this](const std::string& line) { rule_line(line); });
  }

 private:
  template <typename F>
  void each_line(const std::string& name, const F& use) {
    const auto path = folder_ / name;
    std::istringstream lines(read_file(path));
    int number = 0;
    std::string line, whole;
    while (std::getline(lines, line)) {
      ++number;
      // '#' begins a comment; a line that ends with '\' goes on.
      line = trimmed(line.substr(0, line.find('#')));
      if (line.ends_with('\\')) {
        whole += line.substr(0, line.size() - 1) + " ";
        continue;
      }
      whole += line;
      try {
        if (!whole.empty()) use(whole);
      } catch (const std::invalid_argument& e) {
        throw Error(ErrorKind::input, path.string() + ":" + std::to_string(number) + ": " + e.what() +
                                          "; see data/times/README.md for the notation");
      }
      whole.clear();
    }
  }

  std::optional<Field> field_or_none(const std::string& name) {
    if (name == "-") return std::nullopt;
    const auto field = field_named(name);
    if (!field) throw std::invalid_argument("no field '" + name + "'");
    return field;
  }

  void word_line(const std::string& line) {
    const auto parts = split(line, ' ');
    if (parts[0] == "class") {
      if (parts.size() != 3) throw std::invalid_argument("expected 'class NAME field'");
      field_ = field_or_none(parts[2]);
      class_ = out_.lexicon.declare_class(parts[1], field_);
    } else if (parts[0] == "number") {
      number_line(parts);
    } else {
      entry_line(line);
    }
  }

  /// number NAME field kind LOW..HIGH MIN..MAX
  void number_line(const std::vector<std::string>& parts) {
    if (parts.size() != 6) throw std::invalid_argument("expected 'number NAME field kind LOW..HIGH DIGITS..DIGITS'");
    const auto kind = index_of(kKinds, parts[3]);
    if (!kind) throw std::invalid_argument("no kind of number '" + parts[3] + "'");
    const auto [low, high] = range(parts[4]);
    const auto [fewest, most] = range(parts[5]);
    out_.lexicon.add_number_class(parts[1], field_or_none(parts[2]), static_cast<NumberKind>(*kind), low, high, fewest,
                                  most);
  }

  std::pair<int, int> range(const std::string& text) {
    const size_t dots = text.find("..");
    if (dots == std::string::npos) throw std::invalid_argument("expected LOW..HIGH, not '" + text + "'");
    return {std::stoi(text.substr(0, dots)), std::stoi(text.substr(dots + 2))};
  }

  /// "january, jan = 1" or "some, words"
  void entry_line(const std::string& line) {
    const size_t equals = line.find(" = ");
    int value = kUnset;
    if (equals != std::string::npos) {
      if (!field_) throw std::invalid_argument("a value in a class without a field");
      const auto symbol = symbol_named(*field_, trimmed(line.substr(equals + 3)));
      if (!symbol) throw std::invalid_argument("no such value '" + line.substr(equals + 3) + "'");
      value = *symbol;
    }
    for (const auto& phrase : split(line.substr(0, equals), ',')) out_.lexicon.add(class_, phrase, value);
  }

  /// "@name = pattern" or "name: pattern => op field=value ... ; condition ..."
  void rule_line(const std::string& line) {
    if (line[0] == '@') {
      const size_t equals = line.find('=');
      if (equals == std::string::npos) throw std::invalid_argument("expected '@name = pattern'");
      macros_[trimmed(line.substr(0, equals))] = trimmed(line.substr(equals + 1));
      return;
    }
    const size_t colon = line.find(": "), arrow = line.find("=>");
    if (colon == std::string::npos || arrow == std::string::npos)
      throw std::invalid_argument("expected 'name: pattern => op'");
    Rule rule;
    rule.name = trimmed(line.substr(0, colon));
    std::tie(rule.start, rule.accept) = compiler_.compile(line.substr(colon + 2, arrow - colon - 2));
    const size_t semicolon = std::min(line.find(';', arrow), line.size());
    meaning(split(line.substr(arrow + 2, semicolon - arrow - 2), ' '), rule);
    if (semicolon < line.size()) conditions(split(line.substr(semicolon + 1), ' '), rule);
    out_.rules.push_back(std::move(rule));
  }

  void meaning(const std::vector<std::string>& parts, Rule& rule) {
    const auto op = parts.empty() ? std::nullopt : index_of(kOps, parts[0]);
    if (!op) throw std::invalid_argument("no operation after '=>'");
    rule.op = static_cast<Op>(*op);
    for (size_t i = 1; i < parts.size(); ++i) {
      const size_t equals = parts[i].find('=');
      const auto field = field_named(parts[i].substr(0, equals));
      const auto value =
          field && equals != std::string::npos ? symbol_named(*field, parts[i].substr(equals + 1)) : std::nullopt;
      if (!value) throw std::invalid_argument("no field or value '" + parts[i] + "'");
      rule.constants.emplace_back(*field, *value);
    }
  }

  void conditions(const std::vector<std::string>& parts, Rule& rule) {
    for (const auto& part : parts) {
      const auto condition = index_of(kConditions, part);
      if (!condition) throw std::invalid_argument("no condition '" + part + "'");
      rule.conditions.push_back(static_cast<Condition>(*condition));
    }
  }

  std::filesystem::path folder_;
  RuleSet& out_;
  Macros macros_;
  PatternCompiler compiler_;
  AtomId class_ = 0;
  std::optional<Field> field_;
};

}  // namespace

RuleSet RuleSet::load(const std::filesystem::path& folder) {
  RuleSet rules;
  Reader(folder, rules).read();
  rules.lexicon.finish();
  return rules;
}

}  // namespace chancery::times
