#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/lines.hpp"
#include "cli/novelty_lines.hpp"
#include "cli/options.hpp"
#include "cli/record_option.hpp"
#include "cli/show_lines.hpp"
#include "questions/json_novelty.hpp"
#include "questions/show.hpp"
#include "writers/json.hpp"
#include "writers/terminal.hpp"
#include "writers/text.hpp"

namespace chancery::cli {
namespace {

using questions::Shown;
using writers::safe_line;

constexpr int kMostVersions = 1'000'000;

class ShowCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen&) override {
    if (!on_.empty()) last_day(on_, "--on");
  }
  int run(Console& console) override;

 private:
  Shown look_up(const record::Record& record) const;
  /// Documents, facts and several candidates are printed here, the larger answers in show_lines.hpp.
  template <typename View>
  void put(Console& console, const View& view) const {
    if constexpr (requires { print(console, view); }) print(console, view);
    else print_view(console, view);
  }
  void print(Console& console, const questions::DocumentView& view) const;
  /// Whether there were any.
  bool print_formulae(Console& console, const record::Record& record, const questions::DocumentView& view) const;
  bool print_statements(Console& console, const questions::DocumentView& view) const;
  void print(Console& console, const questions::FactView& view) const;
  void print(Console& console, const questions::Several& several) const;

  std::string id_, on_;
  RecordOption record_;
  int version_ = 0;
  bool original_ = false, person_ = false, json_ = false, formulae_ = false;
  StatementOptions statements_;
  ColourOption colour_;
};

void ShowCommand::declare(CLI::App& app) {
  app.add_option("ID", id_, "The id of a document, an encounter or any fact, or the beginning of one; two countries as KAZ-UZB; with --person a name.")->required();
  record_.declare(app);
  app.add_option("--version", version_, "An older version of a document.")->type_name("N")->check(CLI::Range(1, kMostVersions));
  auto* original = app.add_flag("--original", original_, "The bytes of the document as they were read.");
  auto* person = app.add_flag("--person", person_, "ID is a person's name: offices, encounters, statements, commitments and figures of this person.")->excludes(original);
  app.add_option("--on", on_, "The day by which commitments are open or due; today where not given.")->type_name("DAY");
  app.add_flag("--formulae", formulae_, "A document: which of its words are usual where it comes from, which are new, and which usual ones it has not.")->excludes(original)->excludes(person);
  auto* json = app.add_flag("--json", json_, "Print one JSON object, as the API does.")->excludes(original);
  statements_.declare(app, "A document: ");
  for (const char* name : {"--statements", "--speaker", "--topic"}) app.get_option(name)->excludes(original)->excludes(person)->excludes(json);
  colour_.declare(app);
}

Shown ShowCommand::look_up(const record::Record& record) const {
  const Day on = on_.empty() ? questions::today() : last_day(on_, "--on");
  if (person_) return questions::show_person(record, id_, on);
  if (version_ > 0) return questions::show_document(record, id_, version_);
  return questions::show(record, id_, on);
}

bool ShowCommand::print_statements(Console& console, const questions::DocumentView& view) const {
  const auto said = writers::to_statements(view.kept.document, statements_.filter, {.width = console.screen().width, .colour = console.colour()});
  console.print(said);
  if (said.empty()) console.note("No such statement is in this document.");
  return !said.empty() && !view.kept.document.statements.empty();
}

bool ShowCommand::print_formulae(Console& console, const record::Record& record, const questions::DocumentView& view) const {
  const auto novelty = questions::novelty(record, view.line.id);
  if (json_) console.print_json(questions::to_json(novelty).dump());
  else print_view(console, novelty, view.kept.document.text);
  return !novelty.references.empty();
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
    if (formulae_ && !std::holds_alternative<questions::Several>(shown)) {
      const auto* document = std::get_if<questions::DocumentView>(&shown);
      if (!document) throw Error(ErrorKind::usage, "--formulae is about a document, and this is the id of something else");
      return print_formulae(console, record, *document) ? kDone : kNothing;
    }
    if (json_) console.print_json(json_of(shown).dump());
    else std::visit([&](const auto& view) { put(console, view); }, shown);
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
          .summary = "show one thing of the record: a document with its facts, an encounter, a person, two countries, a fact",
          .about = "Shows what an id leads to: a document as published with its facts beside it, an encounter with every account of it "
                   "and what each tells, two countries (KAZ-UZB) with their encounters, figures and open commitments, any other fact in its sentence. The beginning of an id is enough. With --person it shows a person by name.",
          .examples = {{"chancery show d-4f0k2m7q1a", "a document with its facts"},
                       {"chancery show --speaker putin d-4f0k2m7q1a", "what one person says in it"},
                       {"chancery show --person \"Sergey Lavrov\"", "offices, encounters, statements, commitments and figures of a person"},
                       {"chancery show --formulae d-4f0k2m7q1a", "what is usual, new and absent in its wording"},
                       {"chancery show KAZ-UZB", "two countries"},
                       {"chancery show --original d-4f0k2m7q1a > release.html", "the bytes as they were read"}},
          .exits = {{kNothing, "nothing has that id, or several have"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ShowCommand>()); }};
}

}  // namespace chancery::cli
