#include <fmt/format.h>

#include "app/read.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "writers/conllu.hpp"
#include "writers/json.hpp"
#include "writers/text.hpp"
#include "writers/timeml.hpp"

namespace chancery::cli {
namespace {

enum class Format { json, text, conllu, timeml };

class ReadCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  app::WriteDocument writer(const Console& console) const;
  void print(Console& console, app::ReadResult&& result) const;
  int outcome(Console& console, const app::ReadCount& count) const;

  std::vector<std::string> files_;
  std::string format_name_;
  bool json_ = false, strict_ = false;
  InputOptions input_;
  ThreadsOption threads_;
  ColourOption colour_;
  std::vector<std::string> only_, skip_;
  Format format_ = Format::json;
  app::ReadOptions options_;
};

void ReadCommand::declare(CLI::App& app) {
  app.add_option("FILE", files_, "Files to read; - is standard input.")->required();
  app.add_option("--format", format_name_, "How to print: json, text (for people), conllu, timeml. Default: text on a terminal, else json.")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"json", "text", "conllu", "timeml"}));
  app.add_flag("--json", json_, "The same as --format json.");
  input_.declare(app);
  threads_.declare(app);
  app.add_option("--only", only_, "Run just these stages and those they need.")->type_name("STAGE")->delimiter(',');
  app.add_option("--skip", skip_, "Leave these stages out.")->type_name("STAGE")->delimiter(',');
  app.add_flag("--strict", strict_, "Exit with 3 for a bad line of JSON Lines or CSV too, not only for a bad file.");
  colour_.declare(app);
}

void ReadCommand::setup(const Screen& screen) {
  if (json_ && !format_name_.empty() && format_name_ != "json") {
    throw Error(ErrorKind::usage, fmt::format("--json and --format {} contradict each other; give one of them", format_name_));
  }
  if (format_name_.empty()) format_name_ = screen.out_is_terminal && !json_ ? "text" : "json";
  format_ = format_name_ == "text" ? Format::text : format_name_ == "conllu" ? Format::conllu : format_name_ == "timeml" ? Format::timeml : Format::json;
  options_.input = input_.value();
  options_.threads = threads_.value();
}

app::WriteDocument ReadCommand::writer(const Console& console) const {
  const writers::TextLayout layout{.width = console.screen().width, .colour = console.colour()};
  switch (format_) {
    case Format::text: return [layout](const Document& document) { return writers::to_text(document, layout) + "\n"; };
    case Format::conllu: return [](const Document& document) { return writers::to_conllu(document); };
    case Format::timeml: return [](const Document& document) { return writers::to_timeml(document); };
    default: return [](const Document& document) { return writers::to_json(document) + "\n"; };
  }
}

void ReadCommand::print(Console& console, app::ReadResult&& result) const {
  if (!result.failure) {
    console.print(result.written);
  } else {
    if (format_ == Format::json) console.print_json(writers::error_line(result.failure->id, result.failure->message));
    if (format_ != Format::json || result.whole_source) console.complain(result.failure->message);
  }
  console.flush();
}

int ReadCommand::outcome(Console& console, const app::ReadCount& count) const {
  const size_t failed = count.failed_documents;
  if (failed > 0) {
    console.complain(fmt::format("{} of {} documents could not be read{}", failed, failed + count.documents,
                                 format_ == Format::json ? "; each has its line with \"error\"" : ""));
  }
  return count.failed_sources > 0 || (failed > 0 && strict_) ? kSomeFailed : kDone;
}

int ReadCommand::run(Console& console) {
  console.choose_colour(colour_.value());
  const app::Engine engine({.data = {}, .only = only_, .skip = skip_});
  const auto count = app::read(engine, files_, options_, writer(console), [&](app::ReadResult&& result) { print(console, std::move(result)); });
  return outcome(console, count);
}

}  // namespace

Verb read_verb() {
  return {.name = "read",
          .summary = "analyse texts and print what they say, keeping nothing",
          .about = "Reads each document, finds who met whom, when and where, who said what, the figures, promises and greetings, and prints "
                   "it: as JSON (one object a document, the contract chancery/analysis/1, offsets in code points), as text for people, as "
                   "CoNLL-U or as TimeML. Nothing is kept.\n\n"
                   "JSON Lines stream: one line out for one line in, in order, in memory that does not grow. A bad line gets a line with "
                   "\"id\" and \"error\" and does not stop the rest.",
          .examples = {{"chancery read --format text release.html", "the release with its facts, readable in a terminal"},
                       {"chancery read --input jsonl --format json - < releases.jsonl", "a filter for programs"}},
          .exits = {{kSomeFailed, "a file could not be read; the others were"}, {kIo, "the output could not be written"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ReadCommand>()); }};
}

}  // namespace chancery::cli
