#include <fmt/format.h>

#include <map>

#include "app/read.hpp"
#include "base/error.hpp"
#include "base/file.hpp"
#include "cli/command.hpp"
#include "cli/filter_options.hpp"
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
  void print(Console& console, app::ReadResult&& result);
  void put_timeml(Console& console, const app::ReadResult& result);
  int outcome(Console& console, const app::ReadCount& count) const;

  std::vector<std::string> files_;
  std::string format_name_, into_;
  bool json_ = false, strict_ = false;
  InputOptions input_;
  ThreadsOption threads_;
  ColourOption colour_;
  StatementOptions statements_;
  std::vector<std::string> only_, skip_;
  Format format_ = Format::json;
  app::ReadOptions options_;
  std::map<std::string, size_t> written_;  ///< names of TimeML files, and how many documents came to each
};

/// A document's id as part of a file's name.
std::string as_file_name(const std::string& id) {
  std::string name;
  for (const char c : id) name += std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.' ? c : '_';
  return name;
}

void make_folder(const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorKind::io, fmt::format("cannot make the folder {}: {}", folder, error.message()));
}

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
  statements_.declare(app, "Text: ");
  app.add_option("--into", into_, "TimeML: write each document to a file of its own in this folder, named by its id.")->type_name("FOLDER");
  colour_.declare(app);
}

void ReadCommand::setup(const Screen& screen) {
  if (json_ && !format_name_.empty() && format_name_ != "json") {
    throw Error(ErrorKind::usage, fmt::format("--json and --format {} contradict each other; give one of them", format_name_));
  }
  if (format_name_.empty() && statements_.wanted() && !json_) format_name_ = "text";
  if (format_name_.empty()) format_name_ = screen.out_is_terminal && !json_ ? "text" : "json";
  format_ = format_name_ == "text" ? Format::text : format_name_ == "conllu" ? Format::conllu : format_name_ == "timeml" ? Format::timeml : Format::json;
  if (!into_.empty() && format_ != Format::timeml) throw Error(ErrorKind::usage, "--into is for --format timeml; other formats hold many documents in one stream");
  if (statements_.wanted() && format_ != Format::text) {
    throw Error(ErrorKind::usage, "--statements, --speaker and --topic are for --format text; the other formats hold every statement");
  }
  options_.input = input_.value();
  options_.threads = threads_.value();
}

app::WriteDocument ReadCommand::writer(const Console& console) const {
  const writers::TextLayout layout{.width = console.screen().width, .colour = console.colour()};
  if (statements_.wanted()) {
    return [layout, filter = statements_.filter](const Document& document) {
      const std::string said = writers::to_statements(document, filter, layout);
      return said.empty() ? said : said + "\n";
    };
  }
  switch (format_) {
    case Format::text: return [layout](const Document& document) { return writers::to_text(document, layout) + "\n"; };
    case Format::conllu: return [](const Document& document) { return writers::to_conllu(document); };
    case Format::timeml: return [](const Document& document) { return writers::to_timeml(document); };
    default: return [](const Document& document) { return writers::to_json(document) + "\n"; };
  }
}

/// An XML file holds one document.
void ReadCommand::put_timeml(Console& console, const app::ReadResult& result) {
  const std::string name = as_file_name(result.id);
  const size_t before = written_[name]++;
  if (!into_.empty()) return write_file(std::filesystem::path(into_) / (name + (before > 0 ? fmt::format("-{}", before + 1) : "") + ".tml"), result.written);
  if (written_.size() > 1 || before > 0) throw Error(ErrorKind::usage, "TimeML holds one document a file; for more, name a folder with --into");
  console.print(result.written);
}

void ReadCommand::print(Console& console, app::ReadResult&& result) {
  if (!result.failure && format_ == Format::timeml) {
    put_timeml(console, result);
  } else if (!result.failure) {
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
  if (!into_.empty()) make_folder(into_);
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
                       {"chancery read --statements --speaker lavrov release.html", "what one person says in it, each statement with its words"},
                       {"chancery read --input jsonl --format json - < releases.jsonl", "a filter for programs"},
                       {"chancery read --only times --format timeml --into tml releases.jsonl", "a TimeML file for each release"}},
          .exits = {{kSomeFailed, "a file could not be read; the others were"}, {kIo, "the output could not be written"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<ReadCommand>()); }};
}

}  // namespace chancery::cli
