#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

constexpr std::pair<int, std::string_view> kExits[] = {
    {kDone, "done"},
    {kNothing, "nothing was found, or something was refused"},
    {kUsage, "the options or arguments are wrong"},
    {kSomeFailed, "some inputs could not be read; the others were"},
    {kIo, "a file, folder, disk or port does not let us"},
    {kRecord, "the record cannot be used as it is"},
    {kInterrupted, "interrupted (Ctrl-C); what was reported as done is done"},
};

constexpr std::pair<std::string_view, std::string_view> kVariables[] = {
    {"CHANCERY_RECORD", "the record to use where --record does not name one"},
    {"CHANCERY_DATA", "the folder with lexicons and gazetteers"},
    {"CHANCERY_MODEL", "another model file than models/english.model"},
    {"CHANCERY_KERNELS", "the arithmetic to use: portable, avx2, avx2-vnni or avx512; else the best this processor has"},
    {"NO_COLOR", "no colours on a terminal"},
};

struct OptionText {
  std::string names;
  std::string description;
};

OptionText text_of(const CLI::Option& option) {
  OptionText text{option.get_name(false, true), option.get_description()};
  if (option.get_positional()) text.names = option.get_name(true, false);
  std::replace(text.names.begin(), text.names.end(), ',', ' ');
  const size_t gap = text.names.find(" --");
  if (gap != std::string::npos && gap > 0) text.names.insert(gap, ",");
  if (!option.get_positional() && option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();  // "WHEN:{auto,always}": the description says it better
    text.names += " " + type.substr(0, type.find(':'));
  }
  const std::string standard = option.get_default_str();
  if (!standard.empty() && standard != "\"\"" && standard != "false" && standard != "[]") text.description += fmt::format(" [default: {}]", standard);
  return text;
}

std::vector<const CLI::Option*> options_of(const CLI::App& app, bool positional) {
  auto all = app.get_options([&](const CLI::Option* o) { return o->get_positional() == positional; });
  return {all.begin(), all.end()};
}

std::string usage_of(const CLI::App& app) {
  std::string line = app.get_name() + " [OPTIONS]";
  for (const CLI::Option* option : options_of(app, true)) {
    const std::string many = option->get_expected_max() > 1 ? "..." : "";
    const std::string name = option->get_name(true, false) + many;
    line += option->get_required() ? " " + name : " [" + name + "]";
  }
  return line;
}

void add_paragraphs(std::string& out, std::string_view text, size_t width) {
  for (const auto& line : writers::wrapped(text, width)) out += line + "\n";
}

void add_rows(std::string& out, const std::vector<OptionText>& rows, size_t width) {
  size_t first = 0;
  for (const auto& row : rows) first = std::max(first, row.names.size());
  first = std::min<size_t>(first, 28);
  for (const auto& row : rows) {
    const auto lines = writers::wrapped(row.description, width > first + 24 ? width - first - 4 : 20);
    if (row.names.size() > first) {
      out += fmt::format("  {}\n", row.names);
      for (const auto& line : lines) out += fmt::format("  {:{}}  {}\n", "", first, line);
      continue;
    }
    out += fmt::format("  {:{}}  {}\n", row.names, first, lines.front());
    for (size_t i = 1; i < lines.size(); ++i) out += fmt::format("  {:{}}  {}\n", "", first, lines[i]);
  }
}

std::vector<OptionText> rows_of(const CLI::App& app, bool positional) {
  std::vector<OptionText> rows;
  for (const CLI::Option* option : options_of(app, positional)) rows.push_back(text_of(*option));
  if (!positional && !rows.empty()) std::rotate(rows.begin(), rows.begin() + 1, rows.end());  // --help last
  return rows;
}

size_t help_width(const Console& console) { return std::clamp<size_t>(console.screen().width, 40, 100); }

std::vector<OptionText> exits_of(const Verb& verb) {
  std::vector<OptionText> rows;
  for (const auto& [code, says] : kExits) {
    const auto own = std::find_if(verb.exits.begin(), verb.exits.end(), [c = code](const auto& e) { return e.first == c; });
    if (own != verb.exits.end()) rows.push_back({std::to_string(code), std::string(own->second)});
    else if (code == kDone || code == kUsage) rows.push_back({std::to_string(code), std::string(says)});
  }
  return rows;
}

std::string markdown_cell(std::string text) {
  for (size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.replace(at, 1, "\\|");
  return text;
}

void add_table(std::string& out, std::string_view left, std::string_view right, const std::vector<OptionText>& rows) {
  out += fmt::format("| {} | {} |\n|---|---|\n", left, right);
  for (const auto& row : rows) out += fmt::format("| `{}` | {} |\n", row.names, markdown_cell(row.description));
  out += "\n";
}

void add_markdown(std::string& out, const Verb& verb) {
  const auto command = verb.make();
  const auto app = app_for(verb, *command);
  out += fmt::format("## chancery {}\n\n{}\n\n```\n{}\n```\n\n", verb.name, verb.about, usage_of(*app));
  const auto arguments = rows_of(*app, true);
  if (!arguments.empty()) add_table(out, "Argument", "Meaning", arguments);
  add_table(out, "Option", "Meaning", rows_of(*app, false));
  for (const auto& example : verb.examples) out += fmt::format("Example, {}:\n\n```sh\n{}\n```\n\n", example.says, example.line);
  add_table(out, "Exit code", "Meaning", exits_of(verb));
}

}  // namespace

std::string overview_help(const Console& console) {
  const auto title = [&](std::string_view text) { return console.styled(text, Style::bold); };
  const size_t width = help_width(console);
  std::string out = "chancery keeps the record of diplomacy: it reads what governments publish about their meetings,\n"
                    "calls and visits, and writes down who met whom, when and where, and who said what.\n\n";
  out += fmt::format("{} chancery COMMAND [OPTIONS] [ARGUMENTS]\n\n{}\n", title("Usage:"), title("Commands:"));
  std::vector<OptionText> rows;
  for (const Verb& verb : verbs()) rows.push_back({std::string(verb.name), std::string(verb.summary)});
  rows.push_back({"help", "the help of a command, or all of it as Markdown (--markdown)"});
  add_rows(out, rows, width);
  out += fmt::format("\n{}\n", title("A first look:"));
  out += "  chancery read --format text release.html     what is in one release\n"
         "  chancery add releases/                       keep a folder of them\n"
         "  chancery ledger --person lavrov              who met whom\n"
         "  chancery serve                               the reading room, in a browser\n";
  out += fmt::format("\n{}\n", title("Environment:"));
  rows.clear();
  for (const auto& [name, says] : kVariables) rows.push_back({std::string(name), std::string(says)});
  add_rows(out, rows, width);
  out += "\nEach command has its own: chancery COMMAND --help\n";
  return out;
}

std::string verb_help(const Verb& verb, const Console& console) {
  const auto title = [&](std::string_view text) { return console.styled(text, Style::bold); };
  const auto command = verb.make();
  const auto app = app_for(verb, *command);
  const size_t width = help_width(console);
  std::string out;
  add_paragraphs(out, verb.about, width);
  out += fmt::format("\n{} {}\n", title("Usage:"), usage_of(*app));
  const auto arguments = rows_of(*app, true);
  if (!arguments.empty()) {
    out += fmt::format("\n{}\n", title("Arguments:"));
    add_rows(out, arguments, width);
  }
  out += fmt::format("\n{}\n", title("Options:"));
  add_rows(out, rows_of(*app, false), width);
  out += fmt::format("\n{}\n", title(verb.examples.size() == 1 ? "Example:" : "Examples:"));
  for (const auto& example : verb.examples) out += fmt::format("  {}\n      {}\n", example.line, example.says);
  out += fmt::format("\n{}\n", title("Exit codes:"));
  add_rows(out, exits_of(verb), width);
  return out;
}

std::string markdown_help() {
  std::string out =
      "# Commands\n\n"
      "Printed by `chancery help --markdown`; do not edit. A test compares it with the program.\n\n";
  for (const Verb& verb : verbs()) out += fmt::format("- [`chancery {0}`](#chancery-{0}): {1}\n", verb.name, verb.summary);
  out += "\n";
  for (const Verb& verb : verbs()) add_markdown(out, verb);
  out += "## Exit codes\n\n";
  std::vector<OptionText> rows;
  for (const auto& [code, says] : kExits) rows.push_back({std::to_string(code), std::string(says)});
  add_table(out, "Code", "Meaning", rows);
  out += "## Environment\n\n";
  rows.clear();
  for (const auto& [name, says] : kVariables) rows.push_back({std::string(name), std::string(says)});
  add_table(out, "Variable", "Meaning", rows);
  out.pop_back();
  return out;
}

}  // namespace chancery::cli
