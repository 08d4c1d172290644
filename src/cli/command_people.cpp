#include <fmt/format.h>

#include <limits>

#include "app/encounters.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/who.hpp"
#include "questions/json.hpp"
#include "record/people.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::padded;
using writers::safe_line;

constexpr size_t kName = 34, kCountries = 12;  ///< columns

class PeopleCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  bool changes() const { return !join_.empty() || !part_.empty() || undo_ > 0; }
  std::string key_of(const record::Record& record, const std::string& name) const;
  int change(Console& console) const;
  void print(Console& console, const questions::PeopleList& list) const;
  void print_log(Console& console, const record::Record& record) const;

  std::string words_, why_, who_;
  std::vector<std::string> join_, part_;
  int64_t undo_ = 0;
  bool log_ = false, json_ = false;
  RecordOption record_;
  PageOption page_{50};
};

void PeopleCommand::declare(CLI::App& app) {
  app.add_option("WORDS", words_, "The beginnings of words of a name.");
  record_.declare(app);
  auto* join = app.add_option("--join", join_, "Two who are one: all that is known of OTHER is shown with PERSON. Keys or full names.")->type_name("PERSON OTHER")->expected(2);
  auto* part = app.add_option("--part", part_, "Whoever these documents name is somebody else than PERSON.")->type_name("PERSON DOCUMENT...")->expected(2, -1)->excludes(join);
  app.add_option("--undo", undo_, "Take back the correction of that number.")->type_name("N")->check(CLI::Range(1, std::numeric_limits<int>::max()))->excludes(join)->excludes(part);
  app.add_flag("--log", log_, "The corrections that stand.");
  app.add_option("--why", why_, "The reason, kept with the correction.")->type_name("WORDS");
  app.add_option("--who", who_, "Who says so; the user's name where not given.")->type_name("NAME");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void PeopleCommand::setup(const Screen&) {
  if (who_.empty()) who_ = user_name();
}

/// By key, or by a name that only one person has.
std::string PeopleCommand::key_of(const record::Record& record, const std::string& name) const {
  const auto found = record::person(record, name);
  if (!found || !found->key.starts_with("w-")) throw Error(ErrorKind::input, fmt::format("nobody on record is told apart as {}: `chancery people` lists who is", name));
  const auto others = record::namesakes(record, name, found->key);
  if (others.empty()) return found->key;
  throw Error(ErrorKind::input, fmt::format("{} is {} ({}) as well as {} ({}): give the key", name, found->name, found->key, others.front().name, others.front().key));
}

int PeopleCommand::change(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  if (undo_ > 0) {
    record::undo_people_correction(record, undo_, who_);
    console.note(fmt::format("taken back: {}", undo_));
  } else if (!join_.empty()) {
    const auto made = record::join_people(record, key_of(record, join_[0]), key_of(record, join_[1]), who_, why_);
    console.note(fmt::format("joined; `chancery people --undo {}` takes it back", made.number));
  } else {
    const auto made = record::part_person(record, key_of(record, part_[0]), {part_.begin() + 1, part_.end()}, who_, why_);
    console.note(fmt::format("parted, they are {} now; `chancery people --undo {}` takes it back", made.front().other, made.front().number));
  }
  // Who took part is what encounters are known by.
  app::match_encounters(record);
  return kDone;
}

void PeopleCommand::print(Console& console, const questions::PeopleList& list) const {
  for (const auto& person : list.people) {
    std::string countries;
    for (const auto& country : person.countries) countries += (countries.empty() ? "" : ",") + country;
    const std::string seen = person.first_day.empty() ? "" : person.first_day + " to " + person.last_day;
    console.print(fmt::format("{} {} {:>5}  {} {}\n", padded(safe_line(person.name), kName), padded(countries, kCountries), person.documents, padded(seen, 24),
                              console.styled(person.key.starts_with("w-") ? person.key : "", Style::dim)));
  }
  if (list.people.empty()) console.note("Nobody in this record is called so.");
  if (list.people.size() == page_.page.limit) console.note(fmt::format("the next: --offset {}", page_.page.offset + list.people.size()));
}

void PeopleCommand::print_log(Console& console, const record::Record& record) const {
  for (const auto& one : record::people_corrections(record)) {
    const std::string what = one.action == "join" ? fmt::format("{} is {}", one.person, one.other) : fmt::format("in {} not {} but {}", one.document, one.person, one.other);
    console.print(fmt::format("{:>4}  {}  {}  {}{}\n", one.number, one.when, safe_line(one.who), safe_line(what), one.why.empty() ? "" : ": " + safe_line(one.why)));
  }
}

int PeopleCommand::run(Console& console) {
  if (changes()) return change(console);
  const auto record = record_.open(record::Mode::read_only, console);
  if (log_) {
    print_log(console, record);
    return kDone;
  }
  const auto list = questions::people(record, words_, page_.page);
  if (json_) console.print_json(questions::to_json(list).dump());
  else print(console, list);
  return list.people.empty() ? kNothing : kDone;
}

}  // namespace

Verb people_verb() {
  return {.name = "people",
          .summary = "list the people of the record, join two or part one",
          .about = "One line a person: the name that documents use most, the countries acted for, how many documents, from when to when, and a key "
                   "that every filter for a person takes. Without a key: of whom only a surname is known, so that nobody has told who it is. "
                   "What is joined or parted here stands through every new reading and can be taken back.",
          .examples = {{"chancery people biden", "who is called so"},
                       {"chancery people --join w-e3vg7mbqwbbqm w-0sn1vdg7467p5 --why \"a pen name\"", "two who are one"},
                       {"chancery people --part \"John Murphy\" d-0a1b2c3d4e5f6 --why \"the ambassador\"", "one who is two"}},
          .exits = {{kNothing, "nobody is called so"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<PeopleCommand>()); }};
}

}  // namespace chancery::cli
