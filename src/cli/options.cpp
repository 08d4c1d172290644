#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/error.hpp"

namespace chancery::cli {
namespace {

using readers::Input;

constexpr std::pair<std::string_view, Input> kInputs[] = {
    {"auto", Input::automatic}, {"text", Input::text}, {"markdown", Input::markdown}, {"html", Input::html},
    {"jsonl", Input::jsonl},    {"csv", Input::csv},   {"conllu", Input::conllu},
};

struct Period {
  Day first, last;
};

std::optional<int> number(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return {};
  return std::stoi(std::string(text));
}

std::optional<Period> period(const std::string& text) {
  if (text.size() == 10) {
    const auto day = parse_day(text);
    if (day) return Period{*day, *day};
  }
  const auto year = number(text.substr(0, 4));
  if (!year || *year < 1 || (text.size() != 4 && text.size() != 7)) return {};
  if (text.size() == 4) return Period{*make_day(*year, 1, 1), *make_day(*year, 12, 31)};
  const auto month = number(text.substr(5));
  if (text[4] != '-' || !month || *month < 1 || *month > 12) return {};
  const auto m = static_cast<unsigned>(*month);
  return Period{*make_day(*year, m, 1), *make_day(*year, m, last_of_month(*year, m))};
}

Period wanted_period(const std::string& text, std::string_view option) {
  const auto found = period(text);
  if (!found) {
    throw Error(ErrorKind::usage, fmt::format("{} {}: there is no such day; write it as 2024-06-14, 2024-06 or 2024", option, text));
  }
  return *found;
}

void check_country(const std::string& code) {
  const bool fits = code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!code.empty() && !fits) {
    throw Error(ErrorKind::usage, fmt::format("--publisher-country {}: write the country as three capitals (ISO 3166-1), such as AZE", code));
  }
}

void check_language(const std::string& tag) {
  const bool fits = tag.size() >= 2 && std::all_of(tag.begin(), tag.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; });
  if (!tag.empty() && !fits) {
    throw Error(ErrorKind::usage, fmt::format("--language {}: write the language as a BCP 47 tag, such as en or en-GB", tag));
  }
}

char delimiter_of(const std::string& text) {
  if (text.empty()) return 0;
  if (text == "tab" || text == "\\t" || text == "\t") return '\t';
  if (text.size() == 1) return text[0];
  throw Error(ErrorKind::usage, fmt::format("--delimiter {}: one character, or tab", text));
}

}  // namespace

void ColourOption::declare(CLI::App& app) {
  app.add_option("--color", choice, "Colours: auto (on a terminal, unless NO_COLOR is set), always, never.")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

ColourChoice ColourOption::value() const {
  if (choice == "always") return ColourChoice::always;
  return choice == "never" ? ColourChoice::never : ColourChoice::automatic;
}

void ThreadsOption::declare(CLI::App& app) {
  app.add_option("--threads", threads, "Threads that analyse; 0 takes one a core.")->type_name("N")->check(CLI::Range(0, 256));
}

unsigned ThreadsOption::value() const { return threads != 0 ? threads : std::max(1u, std::thread::hardware_concurrency()); }

void InputOptions::declare(CLI::App& app) {
  std::vector<std::string> names;
  for (const auto& [name, kind] : kInputs) names.emplace_back(name);
  app.add_option("--input", input, "What the input is: auto (by its name and first bytes), text, markdown, html, jsonl, csv or conllu.")
      ->type_name("KIND")
      ->check(CLI::IsMember(names));
  app.add_option("--date", options.date, "Day of publication where the document gives none: 2017-11-19.")->type_name("DAY");
  app.add_option("--language", options.language, "Language where the document gives none: a BCP 47 tag.")->type_name("TAG");
  app.add_option("--publisher", options.publisher, "Publisher where the document gives none.")->type_name("NAME");
  app.add_option("--publisher-country", options.country, "The publisher's country, ISO 3166-1 alpha-3, where the document gives none.")->type_name("CODE");
  auto& c = options.columns;
  const std::pair<const char*, std::string*> columns[] = {
      {"id", &c.id},   {"text", &c.text},           {"title", &c.title},     {"date", &c.date},         {"url", &c.url},
      {"publisher", &c.publisher}, {"country", &c.country}, {"dateline", &c.dateline}, {"language", &c.language},
  };
  for (const auto& [name, value] : columns) {
    app.add_option(fmt::format("--column-{}", name), *value, fmt::format("CSV column that holds the {}; else guessed from the header.", name))->type_name("NAME");
  }
  app.add_option("--delimiter", delimiter, "CSV: the character between cells, or tab; else found by looking.")->type_name("CHAR");
}

readers::Options InputOptions::value() const {
  readers::Options out = options;
  out.input = std::find_if(std::begin(kInputs), std::end(kInputs), [&](const auto& kind) { return kind.first == input; })->second;
  if (!out.date.empty() && !parse_day(out.date)) {
    throw Error(ErrorKind::usage, fmt::format("--date {}: there is no such day; write it as 2017-11-19", out.date));
  }
  check_country(out.country);
  check_language(out.language);
  out.delimiter = delimiter_of(delimiter);
  return out;
}

Day first_day(const std::string& text, std::string_view option) { return wanted_period(text, option).first; }
Day last_day(const std::string& text, std::string_view option) { return wanted_period(text, option).last; }

}  // namespace chancery::cli
