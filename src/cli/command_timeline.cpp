#include <fmt/format.h>

#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "cli/timeline_lines.hpp"
#include "knowledge/knowledge.hpp"
#include "questions/timeline_json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class TimelineCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  int print_csv(Console& console, const record::Record& record, const Knowledge& knowledge) const;
  void print(Console& console, const questions::Timeline& timeline) const;

  RecordOption record_;
  PeriodOption period_;
  PageOption page_{50};
  std::string a_, b_, order_ = "newest";
  std::vector<std::string> kinds_;
  bool json_ = false, csv_ = false;
  questions::TimelineQuery query_;
};

void TimelineCommand::declare(CLI::App& app) {
  app.add_option("A", a_, "A country by its code or name, or a person by name or key.")->required();
  app.add_option("B", b_, "The other; without it, A alone: whom A met and what A said.");
  record_.declare(app);
  period_.declare(app, "of the items");
  app.add_option("--types", kinds_, "Only these: meeting, call, letter, announcement, statement.")->type_name("TYPE")->delimiter(',');
  app.add_option("--order", order_, "newest or oldest first; what has no day comes last.")->type_name("ORDER")->check(CLI::IsMember({"newest", "oldest"}));
  page_.declare(app);
  auto* json = app.add_flag("--json", json_, "Print one JSON object, as the API does.");
  app.add_flag("--csv", csv_, "Print every item as a row of CSV, whatever --limit says.")->excludes(json);
}

void TimelineCommand::setup(const Screen&) {
  query_.a = a_;
  query_.b = b_;
  for (const std::string& name : kinds_) {
    const auto kind = questions::parse_item_kind(name);
    if (!kind) throw Error(ErrorKind::usage, fmt::format("--types {}: it is one of meeting, call, letter, announcement, statement", name));
    query_.kinds.push_back(*kind);
  }
  period_.put(query_.from, query_.to);
  query_.oldest_first = order_ == "oldest";
  query_.page = page_.page;
}

int TimelineCommand::print_csv(Console& console, const record::Record& record, const Knowledge& knowledge) const {
  console.print(questions::kTimelineHead);
  int64_t rows = 0;
  questions::each_timeline_item(record, knowledge, query_, [&](const questions::TimelineItem& item) {
    ++rows;
    console.print(questions::csv(item));
    return true;
  });
  return rows > 0 ? kDone : kNothing;
}

void TimelineCommand::print(Console& console, const questions::Timeline& timeline) const {
  for (const auto& line : summary_lines(timeline, console)) console.print(line + "\n");
  if (!timeline.items.empty()) console.print("\n");
  for (const auto& line : item_lines(timeline, console)) console.print(line + "\n");
  const auto total = static_cast<size_t>(timeline.total);
  const size_t shown = timeline.items.size();
  if (const std::string signs = day_legend(timeline); !signs.empty()) console.note("\n" + signs);
  if (timeline.undated > 0) console.note(fmt::format("{} of {} have no day and come last", grouped(static_cast<uint64_t>(timeline.undated)), grouped(total)));
  if (total > shown) console.note(fmt::format("{} of {}; the next: --offset {}", grouped(shown), grouped(total), query_.page.offset + shown));
  if (total == 0) console.note("None in this record; that it holds none does not mean that there was none.");
}

int TimelineCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto knowledge = Knowledge::load(data_folder());
  const auto timeline = questions::timeline(record, knowledge, query_);
  const bool known = timeline.a.found && (timeline.alone || timeline.b.found);
  if (!known) {
    console.complain(questions::nobody_is_called(timeline.a.found ? timeline.b : timeline.a));
    return kNothing;
  }
  if (csv_) return print_csv(console, record, knowledge);
  if (json_) console.print_json(questions::to_json(timeline).dump(-1, ' ', false, questions::Json::error_handler_t::replace));
  else print(console, timeline);
  return timeline.total > 0 ? kDone : kNothing;
}

}  // namespace

Verb timeline_verb() {
  return {.name = "timeline",
          .summary = "show day by day what stands between two countries or people, with the gaps",
          .about = "When they met and called, what was announced, which letters went and what each said of the other, newest first, each by whose "
                   "account. Above it: when they last met, counts by year, the gaps of three months and more, and what the record covers, "
                   "without which a gap says nothing. Without B: whom A met and what A said.",
          .examples = {{"chancery timeline RUS USA", "two countries"},
                       {"chancery timeline \"Joe Biden\" zelenskyy --types meeting,call --order oldest", "two people, from the first encounter on"},
                       {"chancery timeline Kazakhstan --from 2022 --csv", "one country alone, as a table"}},
          .exits = {{kNothing, "there is none in this record, or nobody is called so"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<TimelineCommand>()); }};
}

}  // namespace chancery::cli
