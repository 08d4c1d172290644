#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "questions/overview.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::safe_line;

std::string size_of(int64_t bytes) {
  if (bytes < 10'000) return fmt::format("{} bytes", grouped(static_cast<uint64_t>(bytes)));
  if (bytes < 10'000'000) return fmt::format("{} kB", grouped(static_cast<uint64_t>(bytes / 1000)));
  return fmt::format("{} MB", grouped(static_cast<uint64_t>(bytes / 1'000'000)));
}

class StatusCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    record_.declare(app);
    app.add_flag("--json", json_, "Print one JSON object, as the API does.");
  }
  void setup(const Screen&) override {}

  int run(Console& console) override {
    const auto record = record_.open(record::Mode::read_only, console);
    const auto overview = questions::overview(record, 0);
    if (json_) console.print_json(questions::to_json(overview).dump());
    else print(console, overview);
    return kDone;
  }

 private:
  static void print_counts(Console& console, std::string_view name, const std::vector<record::Count>& counts) {
    if (counts.empty()) return;
    constexpr size_t kShown = 6;
    std::string line;
    for (size_t i = 0; i < counts.size() && i < kShown; ++i) {
      const std::string value = counts[i].value.empty() ? "unknown" : safe_line(counts[i].value);
      line += fmt::format("{}{} {}", i == 0 ? "" : ", ", value, grouped(static_cast<uint64_t>(counts[i].count)));
    }
    if (counts.size() > kShown) line += fmt::format(" and {} more", counts.size() - kShown);
    const size_t width = std::max<size_t>(console.screen().width, 40);
    const auto lines = writers::wrapped(line, width - 14);
    for (size_t i = 0; i < lines.size(); ++i) console.print(fmt::format("{:<12}  {}\n", i == 0 ? name : "", lines[i]));
  }

  static void print(Console& console, const questions::Overview& overview) {
    const auto& s = overview.status;
    console.print(console.styled(safe_line(s.path), Style::bold) + fmt::format("  {}, schema {}\n", size_of(s.bytes), s.schema));
    const std::pair<std::string_view, int64_t> counts[] = {
        {"documents", s.documents}, {"encounters", s.encounters},   {"statements", s.statements}, {"points", s.points},
        {"figures", s.figures},     {"commitments", s.commitments}, {"courtesies", s.courtesies}, {"corrections", s.corrections},
        {"removed", s.removed},     {"failures", s.failures}};
    for (const auto& [name, count] : counts) {
      if (count > 0 || name == "documents") console.print(fmt::format("{:<12}  {:>9}\n", name, grouped(static_cast<uint64_t>(count))));
    }
    if (!s.first_day.empty()) console.print(fmt::format("{:<12}  {} to {}\n", "published", s.first_day, s.last_day));
    print_counts(console, "publishers", s.publishers);
    print_counts(console, "kinds", s.kinds);
    print_counts(console, "facts by", s.made_by);
    if (!s.last_added.empty()) console.print(fmt::format("{:<12}  {}\n", "last added", s.last_added));
    if (overview.failures.empty()) return;
    console.print("\n" + console.styled("What failed", Style::bold) + "\n");
    for (const auto& f : overview.failures) {
      const std::string item = f.reason.find(f.item) == std::string::npos ? safe_line(f.item) + ": " : "";
      console.print(fmt::format("  {}{}{}\n", item, safe_line(f.reason), f.attempts > 1 ? fmt::format(" ({} times)", f.attempts) : ""));
    }
    if (static_cast<size_t>(s.failures) > overview.failures.size()) console.print(fmt::format("  and {} more\n", static_cast<size_t>(s.failures) - overview.failures.size()));
  }

  RecordOption record_;
  bool json_ = false;
};

}  // namespace

Verb status_verb() {
  return {.name = "status",
          .summary = "say what is in the record and what failed",
          .about = "Counts what is in the record, by publisher and kind, says between which days it was published and which program made the "
                   "facts, and lists what could not be added, with the reason, until it succeeds.",
          .examples = {{"chancery status", "the record chancery.db in this folder"}},
          .exits = {{kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<StatusCommand>()); }};
}

}  // namespace chancery::cli
