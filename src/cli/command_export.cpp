#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/record_option.hpp"
#include "questions/export.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class ExportCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  std::string rows_, format_ = "csv", words_;
  RecordOption record_;
  FilterOptions documents_;
  EncounterOptions encounters_;
  bool json_ = false;
  questions::ExportQuery query_;
};

void ExportCommand::declare(CLI::App& app) {
  app.add_option("WHAT", rows_, "documents, encounters or statements.")->required()->check(CLI::IsMember({"documents", "encounters", "statements"}));
  record_.declare(app);
  app.add_option("--format", format_, "csv (RFC 4180; no cell acts as a formula) or jsonl.")->type_name("FORMAT")->check(CLI::IsMember({"csv", "jsonl"}));
  app.add_flag("--json", json_, "The same as --format jsonl.");
  app.add_option("--words", words_, "Documents and statements: only those with these words.")->type_name("WORDS");
  app.add_option("--speaker", documents_.filters.speakers, "Documents and statements: who says something.")->type_name("NAME");
  app.add_option("--topic", documents_.filters.topics, "Documents and statements: what is said is about this topic.")->type_name("TOPIC")->delimiter(',');
  app.add_option("--about", documents_.filters.about, "Documents and statements: a person, organisation, place or country named.")->type_name("NAME");
  app.add_option("--publisher", documents_.filters.publishers, "Documents and statements: who published it.")->type_name("NAME");
  app.add_option("--kind", documents_.filters.kinds, "Documents and statements: readout, transcript, announcement, ...")->type_name("KIND")->delimiter(',');
  encounters_.declare(app);
  app.get_option("--person")->description("Encounters: who takes part.");
  app.get_option("--country")->description("The publisher's country; for encounters a country for which someone takes part. ISO 3166-1 alpha-3.");
  app.get_option("--with")->description("Encounters: the other side, a name or a country's three letters.");
  app.get_option("--type")->description("Encounters: meeting, reception, talks, visit, phone_call, ...");
  app.get_option("--status")->description("Encounters: happened, planned, proposed, postponed, cancelled or denied.");
  app.get_option("--main")->description("Encounters: only what a release is about.");
  app.get_option("--from")->description("First day of publication, or of the encounter: 2017-11-19, 2017-11 or 2017.");
  app.get_option("--to")->description("Last day, written in the same way.");
}

void ExportCommand::setup(const Screen&) {
  query_.rows = rows_ == "encounters" ? questions::Rows::encounters : rows_ == "statements" ? questions::Rows::statements : questions::Rows::documents;
  query_.format = json_ || format_ == "jsonl" ? questions::Format::jsonl : questions::Format::csv;
  query_.encounters = encounters_.value();
  documents_.period = encounters_.period;
  if (!query_.encounters.country.empty()) documents_.filters.countries = {query_.encounters.country};
  query_.search.filters = documents_.value();
  query_.search.words = words_;
  const auto& f = documents_.filters;
  const bool only_documents = !words_.empty() || !f.speakers.empty() || !f.topics.empty() || !f.about.empty() || !f.publishers.empty() || !f.kinds.empty();
  const auto& e = encounters_.filters;
  const bool only_encounters = !e.person.empty() || !e.with.empty() || !encounters_.types.empty() || !encounters_.statuses.empty() || e.main_only;
  const bool encounters = query_.rows == questions::Rows::encounters;
  if (encounters ? only_documents : only_encounters) {
    throw Error(ErrorKind::usage, fmt::format("one of the options does not narrow down {}; see chancery export --help", rows_));
  }
}

int ExportCommand::run(Console& console) {
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
          .summary = "write documents, encounters or statements as CSV or JSON Lines",
          .about = "Writes rows to standard output: for a spreadsheet as CSV, for programs as JSON Lines. One state of the record is exported, "
                   "whatever is added meanwhile; memory does not grow with the number of rows.",
          .examples = {{"chancery export encounters --country AZE > encounters.csv", "who met whom, for a spreadsheet"},
                       {"chancery export statements --speaker \"Sergey Lavrov\" --format jsonl", "what one person said, for a program"}},
          .exits = {{kNothing, "no rows"}, {kIo, "the output could not be written"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ExportCommand>()); }};
}

}  // namespace chancery::cli
