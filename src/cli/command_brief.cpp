#include "base/file.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/options.hpp"
#include "cli/record_option.hpp"
#include "questions/brief/write.hpp"
#include "questions/facts.hpp"

namespace chancery::cli {
namespace {

class BriefCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen&) override { query_.on = on_.empty() ? questions::today() : last_day(on_, "--on"); }
  int run(Console& console) override;

 private:
  RecordOption record_;
  questions::BriefQuery query_;
  std::string on_, format_ = "md";
  bool json_ = false;
};

void BriefCommand::declare(CLI::App& app) {
  app.add_option("NAME", query_.of, "A person by name or key, or a country by name or code.")->required();
  record_.declare(app);
  app.add_option("--for", query_.for_whom, "Whose sheet it is: encounters with this country come first, and each side's words on the other.")->type_name("COUNTRY");
  app.add_option("--on", on_, "The day: nothing published later is in the sheet; today where not given.")->type_name("DAY");
  auto* format = app.add_option("--format", format_, "html: a file of its own that prints on two pages; md: Markdown; json: as the API.")->check(CLI::IsMember({"html", "md", "json"}));
  app.add_flag("--json", json_, "The same as --format json.")->excludes(format);
}

int BriefCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const Knowledge knowledge = Knowledge::load(data_folder());
  try {
    const auto sheet = questions::brief(record, knowledge, query_);
    if (json_ || format_ == "json") console.print_json(questions::to_json(sheet).dump());
    else console.print(format_ == "html" ? questions::to_html(sheet) : questions::to_markdown(sheet));
    return kDone;
  } catch (const Error& error) {
    if (error.kind() != ErrorKind::input) throw;
    console.complain(error.what());
    return kNothing;
  }
}

}  // namespace

Verb brief_verb() {
  return {.name = "brief",
          .summary = "a briefing sheet of two pages on a person or a country, with a source for every line",
          .about = "Who it is, the last encounters and what each side's account says they were about, what each has said since, open commitments "
                   "both ways, figures, what is coming, and what the record does not cover. It is the record as it stood on a day: nothing published "
                   "later is in it. What there is no room for is counted at the end of each section.",
          .examples = {{"chancery brief \"Olaf Scholz\" --for FRA --on 2022-03-01", "Markdown to read or paste"},
                       {"chancery brief KAZ --for UZB --format html > kaz.html", "a file that prints on two pages"}},
          .exits = {{kNothing, "nobody, or more than one, in this record is called so"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<BriefCommand>()); }};
}

}  // namespace chancery::cli
