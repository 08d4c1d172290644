#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/coverage_lines.hpp"
#include "cli/filter_options.hpp"
#include "cli/record_option.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;

class CoverageCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  int list(Console& console) const;
  int set(Console& console) const;
  int remove(Console& console) const;

  std::string action_ = "list", number_text_, publisher_, country_, kind_, source_;
  int64_t number_ = 0;
  PeriodOption period_;
  record::Extent extent_;
  RecordOption record_;
  bool json_ = false;
};

void CoverageCommand::declare(CLI::App& app) {
  app.add_option("ACTION", action_, "list, set or remove.")->check(CLI::IsMember({"list", "set", "remove"}));
  app.add_option("NUMBER", number_text_, "remove: what was set, by the number in the list.")->type_name("NUMBER");
  record_.declare(app);
  app.add_option("--publisher", publisher_, "list: only this one; set: whose releases.")->type_name("NAME");
  app.add_option("--country", country_, "set: the publisher's, where several have that name.")->type_name("CODE");
  period_.declare(app, "of what is stated (set); left out, it is open");
  app.add_option("--kind", kind_, "set: complete (every release of these days is in the record) or sample.")->type_name("KIND")->check(CLI::IsMember({"complete", "sample"}));
  app.add_option("--source", source_, "set: how this is known.")->type_name("WORDS");
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void CoverageCommand::setup(const Screen&) {
  const bool removes = action_ == "remove", sets = action_ == "set";
  const char* end = number_text_.data() + number_text_.size();
  const bool is_number = std::from_chars(number_text_.data(), end, number_).ptr == end && !number_text_.empty();
  if (removes && !is_number) throw Error(ErrorKind::usage, fmt::format("coverage remove takes a number from the list{}", number_text_.empty() ? "" : ", and \"" + number_text_ + "\" is none"));
  if (!removes && !number_text_.empty()) throw Error(ErrorKind::usage, fmt::format("coverage {} takes no number; \"{}\" is one word too many", action_, number_text_));
  const bool has_what_is_set = !country_.empty() || !kind_.empty() || !source_.empty() || !period_.from.empty() || !period_.to.empty();
  if (!sets && has_what_is_set) throw Error(ErrorKind::usage, "--country, --from, --to, --kind and --source are what `chancery coverage set` states");
  if (removes && !publisher_.empty()) throw Error(ErrorKind::usage, "coverage remove takes a number, and no --publisher");
  if (!sets) return;
  if (publisher_.empty()) throw Error(ErrorKind::usage, "coverage set: of whom? Give --publisher NAME, as `chancery coverage` lists it");
  if (kind_.empty()) throw Error(ErrorKind::usage, "coverage set: what is it? Give --kind complete or --kind sample");
  if (source_.find_first_not_of(" \t\r\n") == std::string::npos) throw Error(ErrorKind::usage, "coverage set: how is it known? Give --source WORDS, such as \"counted on the site's archive\"");
  std::optional<Day> from, to;
  period_.put(from, to);
  extent_ = {0, from ? iso(*from) : "", to ? iso(*to) : "", kind_, source_};
}

int CoverageCommand::list(Console& console) const {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto all = questions::coverage(record, publisher_);
  if (json_) console.print_json(questions::to_json(all).dump(-1, ' ', false, questions::Json::error_handler_t::replace));
  for (size_t i = 0; i < all.publishers.size() && !json_; ++i) {
    if (i > 0) console.print("\n");
    for (const auto& line : coverage_lines(all.publishers[i], console)) console.print(line + "\n");
  }
  if (!all.publishers.empty()) return kDone;
  if (publisher_.empty()) console.note("Nothing is in this record yet: `chancery add` puts releases into it.");
  else console.note(fmt::format("No release of \"{}\" in this record: `chancery coverage` lists the publishers that it has.", safe_line(publisher_)));
  return kNothing;
}

int CoverageCommand::set(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  const int64_t number = record::state_extent(record, publisher_, country_, extent_);
  if (json_) {
    auto stated = extent_;
    stated.number = number;
    console.print_json(questions::to_json(stated).dump());
  } else {
    console.print(fmt::format("{} is stated to be {} from {} to {} (number {})\n", safe_line(publisher_), kind_ == "sample" ? "a sample" : kind_, extent_.from.empty() ? "the beginning" : extent_.from,
                              extent_.to.empty() ? "now" : extent_.to, number));
  }
  return kDone;
}

int CoverageCommand::remove(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  record::remove_extent(record, number_);
  console.note(fmt::format("number {} is no longer stated", number_));
  return kDone;
}

int CoverageCommand::run(Console& console) {
  if (action_ == "set") return set(console);
  return action_ == "remove" ? remove(console) : list(console);
}

}  // namespace

Verb coverage_verb() {
  return {.name = "coverage",
          .summary = "say what the record covers, and state how complete it is",
          .about = "For each publisher: how many releases are in the record, from when to when, how many a month, and which months have none. That nothing is on record "
                   "says something only where the record is complete; nobody but you can know that. What `set` states is used in timelines, where a gap within days that "
                   "are complete comes first, in briefs, and in the data package of an export.",
          .examples = {{"chancery coverage", "every publisher, month by month"},
                       {"chancery coverage set --publisher \"President of Russia\" --from 2021-11 --to 2022-05 --kind complete --source \"compared with the site's archive\"", "these months"},
                       {"chancery coverage remove 1", "takes back what was stated under that number"}},
          .exits = {{kNothing, "there is no release, or none of that publisher"}, {kSomeFailed, "nothing can be stated so: no such publisher, days of which something is stated already, days to come"},
                    {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CoverageCommand>()); }};
}

}  // namespace chancery::cli
