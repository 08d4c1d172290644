#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/lines.hpp"
#include "cli/options.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "questions/show.hpp"
#include "writers/json.hpp"
#include "writers/terminal.hpp"
#include "writers/text.hpp"

namespace chancery::cli {
namespace {

using questions::Shown;
using writers::safe_line;

class ShowCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen&) override {}
  int run(Console& console) override;

 private:
  Shown look_up(const record::Record& record) const;
  void print(Console& console, const questions::DocumentView& view) const;
  /// Whether there were any.
  bool print_statements(Console& console, const questions::DocumentView& view) const;
  void print(Console& console, const questions::EncounterView& view) const;
  void print(Console& console, const questions::PersonView& view) const;
  void print(Console& console, const questions::FactView& view) const;
  void print(Console& console, const questions::Several& several) const;

  std::string id_;
  RecordOption record_;
  int version_ = 0;
  bool original_ = false, person_ = false, json_ = false;
  StatementOptions statements_;
  ColourOption colour_;
};

void ShowCommand::declare(CLI::App& app) {
  app.add_option("ID", id_, "The id of a document, an encounter or any fact, or the beginning of one; with --person a name.")->required();
  record_.declare(app);
  app.add_option("--version", version_, "An older version of a document.")->type_name("N")->check(CLI::PositiveNumber);
  auto* original = app.add_flag("--original", original_, "The bytes of the document as they were read.");
  auto* person = app.add_flag("--person", person_, "ID is a person's name: offices, encounters and statements of this person.")->excludes(original);
  auto* json = app.add_flag("--json", json_, "Print one JSON object, as the API does.")->excludes(original);
  statements_.declare(app, "A document: ");
  for (const char* name : {"--statements", "--speaker", "--topic"}) app.get_option(name)->excludes(original)->excludes(person)->excludes(json);
  colour_.declare(app);
}

Shown ShowCommand::look_up(const record::Record& record) const {
  if (person_) return questions::show_person(record, id_);
  if (version_ > 0) return questions::show_document(record, id_, version_);
  return questions::show(record, id_);
}

void print_lines(Console& console, const std::vector<std::string>& lines) {
  for (const auto& line : lines) console.print(line + "\n");
}

void print_heading(Console& console, std::string_view text) { console.print("\n" + console.styled(text, Style::bold) + "\n"); }

bool ShowCommand::print_statements(Console& console, const questions::DocumentView& view) const {
  const auto said = writers::to_statements(view.kept.document, statements_.filter, {.width = console.screen().width, .colour = console.colour()});
  console.print(said);
  if (said.empty()) console.note("No such statement is in this document.");
  return !said.empty() && !view.kept.document.statements.empty();
}

void ShowCommand::print(Console& console, const questions::DocumentView& view) const {
  console.print(writers::to_text(view.kept.document, {.width = console.screen().width, .colour = console.colour()}));
  if (!view.encounters.empty()) {
    print_heading(console, "Encounters");
    print_lines(console, ledger_lines(view.encounters, console));
  }
  if (view.versions.size() > 1) {
    print_heading(console, "Versions");
    for (const auto& v : view.versions) {
      console.print(fmt::format("{:>3}  {}  {}{}\n", v.number, v.added, safe_line(v.title), v.current ? "  (current)" : ""));
    }
  }
  for (const auto& c : view.corrections) {
    console.print(fmt::format("corrected: {} {} {} {} ({}, {})\n", c.action, c.fact, safe_line(c.field), safe_line(c.value), safe_line(c.who), c.when));
  }
  console.print(console.styled(fmt::format("\n{} · version {} · facts by {}\n", view.line.id, view.kept.version, view.kept.made_by), Style::dim));
}

void ShowCommand::print(Console& console, const questions::EncounterView& view) const {
  print_lines(console, ledger_lines(view.accounts, console));
  for (const auto& account : view.accounts) {
    print_heading(console, safe_line(account.document.title));
    console.print(console.styled(fmt::format("{} · {} · {}\n", safe_line(account.document.publisher), account.document.published, account.document.id), Style::dim));
    for (const auto& line : writers::wrapped("“" + safe_line(account.quote) + "”", std::min<size_t>(console.screen().width, 100))) console.print(line + "\n");
  }
}

void ShowCommand::print(Console& console, const questions::PersonView& view) const {
  console.print(console.styled(safe_line(view.person.name), Style::bold) + "\n");
  for (const auto& office : view.offices) {
    console.print(fmt::format("  {}{}{}  {} to {}\n", safe_line(office.title), office.country.empty() ? "" : ", ", office.country, office.first_day, office.last_day));
  }
  if (!view.encounters.empty()) print_heading(console, "Encounters");
  print_lines(console, ledger_lines(view.encounters, console));
  if (!view.statements.empty()) print_heading(console, "Statements");
  for (const auto& statement : view.statements) {
    console.print(console.styled(statement.document.day, Style::green) + "  " + console.styled(safe_line(statement.document.title), Style::dim) + "\n");
    print_lines(console, statement_lines(statement, {}, console));
  }
}

void ShowCommand::print(Console& console, const questions::FactView& view) const {
  console.print(fmt::format("{} {}\n{}\n\n", view.found.kind, view.found.id, safe_line(view.document.title)));
  const std::string words = "…" + safe_line(view.before) + console.styled(safe_line(view.exact), Style::red) + safe_line(view.after) + "…";
  print_lines(console, writers::wrapped(words, std::min<size_t>(console.screen().width, 100)));
  console.print(console.styled(fmt::format("\ncode points {} to {} of the {} of {}\n", view.span.begin, view.span.end, view.span.part == Part::title ? "title" : "text", view.document.id), Style::dim));
}

void ShowCommand::print(Console& console, const questions::Several& several) const {
  console.note(fmt::format("\"{}\" is the beginning of several ids; give more of one:", safe_line(id_)));
  for (const auto& found : several.candidates) console.print(fmt::format("{}  {}\n", found.id, safe_line(found.label)));
}

nlohmann::ordered_json json_of(const Shown& shown) {
  if (const auto* view = std::get_if<questions::DocumentView>(&shown)) {
    return questions::to_json(*view, nlohmann::ordered_json::parse(writers::to_json(view->kept.document)));
  }
  return std::visit(
      [](const auto& view) -> nlohmann::ordered_json {
        if constexpr (std::is_same_v<std::decay_t<decltype(view)>, questions::DocumentView>) return nullptr;
        else return questions::to_json(view);
      },
      shown);
}

int ShowCommand::run(Console& console) {
  console.choose_colour(colour_.value());
  const auto record = record_.open(record::Mode::read_only, console);
  if (original_) {
    const auto bytes = record.original(id_, version_ > 0 ? std::optional(version_) : std::nullopt).first;
    console.print(console.screen().out_is_terminal ? writers::safe(bytes) : bytes);
    return kDone;
  }
  try {
    const Shown shown = look_up(record);
    if (statements_.wanted() && !std::holds_alternative<questions::Several>(shown)) {
      const auto* document = std::get_if<questions::DocumentView>(&shown);
      if (!document) throw Error(ErrorKind::usage, "--statements, --speaker and --topic show part of a document, and this is the id of something else");
      return print_statements(console, *document) ? kDone : kNothing;
    }
    if (json_) console.print_json(json_of(shown).dump());
    else std::visit([&](const auto& view) { print(console, view); }, shown);
    return std::holds_alternative<questions::Several>(shown) ? kNothing : kDone;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    console.complain(error.what());
    return kNothing;
  }
}

}  // namespace

Verb show_verb() {
  return {.name = "show",
          .summary = "show one thing of the record: a document with its facts, an encounter, a person, a fact",
          .about = "Shows what an id leads to: a document as published with its facts beside it, an encounter with every account of it, any "
                   "other fact in its sentence. The beginning of an id is enough. With --person it shows a person by name.",
          .examples = {{"chancery show d-4f0k2m7q1a", "a document with its facts"},
                       {"chancery show --speaker putin d-4f0k2m7q1a", "what one person says in it"},
                       {"chancery show --person \"Sergey Lavrov\"", "offices, encounters and statements of a person"},
                       {"chancery show --original d-4f0k2m7q1a > release.html", "the bytes as they were read"}},
          .exits = {{kNothing, "nothing has that id, or several have"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ShowCommand>()); }};
}

}  // namespace chancery::cli
