#include <fmt/format.h>

#include <fstream>

#include "app/datapackage.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/fact_options.hpp"
#include "cli/record_option.hpp"
#include "questions/export.hpp"
#include "questions/plover.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::Format;
using questions::Rows;

class ExportCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void declare_filters(CLI::App& app);
  void check_filters() const;
  void put_filters();
  bool packaged() const { return format_ == "datapackage"; }
  void check_package(const CLI::App& app) const;
  int export_package(Console& console) const;

  std::string rows_, format_ = "csv", words_, output_;
  const CLI::App* app_ = nullptr;
  RecordOption record_;
  FilterOptions documents_;
  EncounterOptions encounters_;
  FigureOptions figures_;
  CommitmentOptions commitments_;
  std::vector<std::string> courtesies_, acts_;
  bool json_ = false, codebook_ = false;
  questions::ExportQuery query_;
};

void ExportCommand::declare(CLI::App& app) {
  app_ = &app;
  app.add_option("WHAT", rows_, "documents, encounters, statements, figures, commitments, courtesies or points; encounters where --format is plover.")
      ->check(CLI::IsMember(std::vector<std::string>(questions::kRowNames.begin(), questions::kRowNames.end())));
  record_.declare(app);
  app.add_option("--format", format_, "csv (RFC 4180; no cell acts as a formula), jsonl, plover: coded events as CSV, or datapackage: all tables as CSV with a datapackage.json (Frictionless).")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"csv", "jsonl", "plover", "datapackage"}));
  app.add_option("-o,--output", output_, "datapackage: the folder to write to, or a file NAME.zip.")->type_name("PATH");
  app.add_flag("--json", json_, "The same as --format jsonl.");
  app.add_flag("--codebook", codebook_, "Print what the columns and codes of --format plover mean, and nothing else.");
  declare_filters(app);
}

void ExportCommand::declare_filters(CLI::App& app) {
  app.add_option("--words", words_, "Documents, statements and commitments: only those with these words.")->type_name("WORDS");
  app.add_option("--speaker", documents_.filters.speakers, "Documents, statements and figures: who says something.")->type_name("NAME");
  app.add_option("--topic", documents_.filters.topics, "Documents and statements: what is said is about this topic.")->type_name("TOPIC")->delimiter(',');
  app.add_option("--about", documents_.filters.about, "Documents and statements: a person, organisation, place or country named.")->type_name("NAME");
  app.add_option("--publisher", documents_.filters.publishers, "All but encounters: who published it.")->type_name("NAME");
  app.add_option("--kind", documents_.filters.kinds, "Documents and statements: readout, transcript, announcement, ...")->type_name("KIND")->delimiter(',');
  encounters_.declare(app);
  figures_.declare(app);
  commitments_.declare(app);
  app.add_option("--courtesy", courtesies_, "Courtesies: greetings, congratulations, condolences, thanks, invitation, gift or award.")->type_name("KIND")->delimiter(',');
  app.add_option("--act", acts_, "Points: discussed, raised, urged, agreed, warned, ...")->type_name("ACT")->delimiter(',');
  const auto describe = [&](const char* option, const char* says) { app.get_option(option)->description(says); };
  describe("--person", "Who takes part in an encounter, gives a figure, makes a commitment, pays a courtesy or holds a point.");
  describe("--country", "The publisher's country of documents and statements; else one for which someone does so, or that a figure is about. ISO 3166-1 alpha-3.");
  describe("--with", "The other side of it, a name or a country's three letters.");
  describe("--type", "Encounters: meeting, reception, talks, visit, phone_call, ...");
  describe("--status", "Encounters: happened, planned, proposed, postponed, cancelled or denied.");
  describe("--main", "Encounters: only what a release is about.");
  describe("--from", "First day of publication, or of the encounter: 2017-11-19, 2017-11 or 2017.");
  describe("--to", "Last day, written in the same way.");
  describe("--indicator", "Figures: what is measured, by its words.");
  describe("--unit", "Figures: percent, USD, people, tonnes, ...");
}

/// An option that does nothing for these rows would be taken for one that found everything.
void ExportCommand::check_filters() const {
  const bool found = query_.rows == Rows::documents || query_.rows == Rows::statements, encounters = query_.rows == Rows::encounters;
  const bool figures = query_.rows == Rows::figures, commitments = query_.rows == Rows::commitments;
  const auto& d = documents_.filters;
  const auto& e = encounters_.filters;
  const std::pair<bool, bool> given_and_fitting[] = {
      {!words_.empty(), found || commitments},
      {!d.speakers.empty(), found || figures},
      {!d.about.empty() || !d.kinds.empty() || !d.topics.empty(), found},
      {!d.publishers.empty(), !encounters},
      {!e.person.empty() || !e.with.empty(), !found},
      {!encounters_.types.empty() || !encounters_.statuses.empty() || e.main_only, encounters},
      {figures_.any(), figures},
      {commitments_.any(), commitments},
      {!courtesies_.empty(), query_.rows == Rows::courtesies},
      {!acts_.empty(), query_.rows == Rows::points},
  };
  for (const auto& [given, fitting] : given_and_fitting) {
    if (given && !fitting) throw Error(ErrorKind::usage, fmt::format("one of the options does not narrow down {}; see chancery export --help", name_of(query_.rows)));
  }
}

void ExportCommand::put_filters() {
  query_.encounters = encounters_.value();
  const auto& publishers = documents_.filters.publishers;
  const record::FactFilters facts = fact_filters(encounters_.filters.person, encounters_.filters.country, encounters_.filters.with, publishers, encounters_.period);
  for (record::FactFilters* filters : std::initializer_list<record::FactFilters*>{&query_.figures, &query_.commitments, &query_.courtesies, &query_.points}) *filters = facts;
  const auto& speakers = documents_.filters.speakers;
  if (query_.rows == Rows::figures) {
    if (speakers.size() + (facts.person.empty() ? 0 : 1) > 1) throw Error(ErrorKind::usage, "--speaker: figures are given by one person at a time; name one");
    if (!speakers.empty()) query_.figures.person = speakers.front();
    figures_.put(query_.figures);
  }
  commitments_.put(query_.commitments);
  query_.commitments.words = words_;
  query_.courtesies.kinds = parsed<CourtesyKind>(courtesies_, "--courtesy");
  query_.points.acts = parsed<PointAct>(acts_, "--act");
  documents_.period = encounters_.period;
  if (!query_.encounters.country.empty()) documents_.filters.countries = {query_.encounters.country};
  query_.search.filters = documents_.value();
  query_.search.words = words_;
}

/// A package is the whole record, so that nothing may narrow it down.
void ExportCommand::check_package(const CLI::App& app) const {
  if (output_.empty()) throw Error(ErrorKind::usage, "--format datapackage: name a folder or a .zip file with --output");
  for (const CLI::Option* option : app.get_options()) {
    const std::string name = option->get_single_name();
    if (option->count() > 0 && name != "format" && name != "output" && name != "record")
      throw Error(ErrorKind::usage, fmt::format("--format datapackage is the whole record and takes no {}", option->get_positional() ? name : "--" + name));
  }
}

void ExportCommand::setup(const Screen&) {
  if (codebook_) return;
  if (packaged()) return check_package(*app_);
  if (!output_.empty()) throw Error(ErrorKind::usage, "--output is for --format datapackage; other formats go to standard output");
  if (json_ && format_ == "plover") throw Error(ErrorKind::usage, "--json and --format plover contradict each other");
  query_.format = json_ || format_ == "jsonl" ? Format::jsonl : format_ == "plover" ? Format::plover : Format::csv;
  if (rows_.empty() && query_.format != Format::plover) throw Error(ErrorKind::usage, "WHAT is required; see chancery export --help");
  query_.rows = rows_.empty() ? Rows::encounters : *questions::parse_rows(rows_);
  if (query_.format == Format::plover && query_.rows != Rows::encounters) throw Error(ErrorKind::usage, "--format plover: only encounters are coded events");
  check_filters();
  put_filters();
}

int ExportCommand::export_package(Console& console) const {
  const auto record = record_.open(record::Mode::read_only, console);
  int64_t rows = 0;
  if (output_.ends_with(".zip")) {
    std::ofstream out(output_, std::ios::binary | std::ios::trunc);
    rows = app::zip_datapackage(record, [&](std::string_view piece) { return static_cast<bool>(out.write(piece.data(), static_cast<std::streamsize>(piece.size()))); });
    out.close();
    if (!out) throw Error(ErrorKind::io, fmt::format("{} cannot be written: is there room on the disk, and may you write there?", output_));
  } else {
    rows = app::write_datapackage(record, output_);
  }
  console.note(fmt::format("{} rows in {} tables are in {}", rows, questions::kRowNames.size(), output_));
  return rows > 0 ? kDone : kNothing;
}

int ExportCommand::run(Console& console) {
  if (packaged() && !codebook_) return export_package(console);
  if (codebook_) {
    console.print(questions::plover_codebook());
    return kDone;
  }
  const auto record = record_.open(record::Mode::read_only, console);
  const bool terminal = console.screen().out_is_terminal;
  const int64_t rows = questions::export_rows(record, query_, [&](std::string_view piece) {
    if (!terminal) console.print(piece);
    else console.print(query_.format == questions::Format::jsonl ? writers::safe_json(piece) : writers::safe(piece));
    return true;
  });
  return rows > 0 ? kDone : kNothing;
}

}  // namespace

Verb export_verb() {
  return {.name = "export",
          .summary = "write rows of the record as CSV, JSON Lines or PLOVER events",
          .about = "Writes rows to standard output: for a spreadsheet as CSV, for programs as JSON Lines, for event data as PLOVER, one row a "
                   "direction with its evidence. One state of the record is exported, whatever is added meanwhile; memory does not grow with the number of rows.",
          .examples = {{"chancery export encounters --country AZE > encounters.csv", "who met whom, for a spreadsheet"},
                       {"chancery export statements --speaker \"Sergey Lavrov\" --format jsonl", "what one person said, for a program"},
                       {"chancery export --format plover --from 2022 > events.csv", "coded events; chancery export --codebook says what the columns mean"}},
          .exits = {{kNothing, "no rows"}, {kIo, "the output could not be written"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ExportCommand>()); }};
}

}  // namespace chancery::cli
