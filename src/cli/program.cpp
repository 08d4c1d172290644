#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"

namespace chancery::cli {
namespace {

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Levenshtein distance; both words are short.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

std::string unknown_verb(const std::string& word) {
  const Verb* nearest = nullptr;
  size_t best = 3;
  for (const Verb& verb : verbs()) {
    const size_t d = distance(word, verb.name);
    if (d < best) best = d, nearest = &verb;
  }
  return fmt::format("there is no command \"{}\"{}; chancery --help lists them", word,
                     nearest ? fmt::format(" (did you mean {}?)", nearest->name) : "");
}

int help(const std::vector<std::string>& arguments, Console& console) {
  if (arguments.empty()) {
    console.print(overview_help(console));
  } else if (arguments.size() == 1 && arguments[0] == "--markdown") {
    console.print(markdown_help());
  } else if (const Verb* verb = find_verb(arguments[0]); verb && arguments.size() == 1) {
    console.print(verb_help(*verb, console));
  } else {
    throw Error(ErrorKind::usage, unknown_verb(arguments[0]));
  }
  return kDone;
}

int run_verb(const Verb& verb, std::vector<std::string> arguments, Console& console) {
  const auto command = verb.make();
  const auto app = app_for(verb, *command);
  std::reverse(arguments.begin(), arguments.end());  // the order CLI11 takes them in
  try {
    app->parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    console.print(verb_help(verb, console));
    return kDone;
  } catch (const CLI::ParseError& error) {
    throw Error(ErrorKind::usage, fmt::format("{}; see chancery {} --help", error.what(), verb.name));
  }
  command->setup(console.screen());
  return command->run(console);
}

int dispatch(const std::vector<std::string>& arguments, Console& console) {
  if (arguments.empty()) {
    console.note(overview_help(console));
    return kUsage;
  }
  const std::string& word = arguments.front();
  const std::vector<std::string> rest(arguments.begin() + 1, arguments.end());
  if (is_one_of(word, {"--help", "-h", "help"})) return help(rest, console);
  if (is_one_of(word, {"--version", "-V"})) return run_verb(*find_verb("version"), rest, console);
  const Verb* verb = find_verb(word);
  if (!verb) throw Error(ErrorKind::usage, unknown_verb(word));
  return run_verb(*verb, rest, console);
}

}  // namespace

int run_program(const std::vector<std::string>& arguments, Console& console) {
  try {
    console.choose_colour(ColourChoice::automatic);
    const int code = dispatch(arguments, console);
    console.flush();
    return code;
  } catch (const Error& error) {
    console.complain(error.what());
    return static_cast<int>(error.kind());
  } catch (const std::bad_alloc&) {
    console.complain("there is not enough memory; try fewer threads (--threads 1) or smaller files");
    return kInternal;
  } catch (const std::exception& error) {
    console.complain(fmt::format("this should not have happened: {}; please report it with the command you gave", error.what()));
    return kInternal;
  }
}

}  // namespace chancery::cli
