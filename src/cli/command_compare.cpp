#include <fmt/format.h>

#include "app/compare.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/compare_lines.hpp"
#include "cli/options.hpp"
#include "cli/record_option.hpp"
#include "questions/compare/json.hpp"
#include "record/query.hpp"

namespace chancery::cli {
namespace {

class CompareCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  app::SideBySide compared(const app::Comparer& comparer, Console& console) const;
  std::vector<Document> texts() const;

  std::vector<std::string> what_;
  std::string format_, a_, b_;
  bool json_ = false;
  RecordOption record_;
  InputOptions input_;
  ColourOption colour_;
  readers::Options reading_;
};

void CompareCommand::declare(CLI::App& app) {
  app.add_option("WHAT", what_, "The id of an encounter of the record (N-...), two files or ids of documents of the record, or - for two documents on standard input.")
      ->required()
      ->expected(1, 2);
  app.add_option("--format", format_, "How to print: text (two columns), json. Default: text on a terminal, else json.")
      ->type_name("FORMAT")
      ->check(CLI::IsMember({"json", "text"}));
  app.add_flag("--json", json_, "The same as --format json.");
  app.add_option("--a", a_, "Of an encounter: the account on the left, by the id of its document or event.")->type_name("ID");
  app.add_option("--b", b_, "Of an encounter: the account on the right.")->type_name("ID");
  record_.declare(app);
  input_.declare(app);
  colour_.declare(app);
}

void CompareCommand::setup(const Screen& screen) {
  if (json_ && format_ == "text") throw Error(ErrorKind::usage, "--json and --format text contradict each other; give one of them");
  if (json_) format_ = "json";
  if (format_.empty()) format_ = screen.out_is_terminal ? "text" : "json";
  reading_ = input_.value();
}

bool is_file(const std::string& name) {
  std::error_code error;
  return name == "-" || std::filesystem::exists(name, error);
}

/// The id that begins so, where one alone does.
std::string whole_id(const record::Record& record, const std::string& id) {
  const auto candidates = find_id(record, id);
  const bool like_a_path = id.find_first_of("./") != std::string::npos;
  if (candidates.empty() && like_a_path) throw Error(ErrorKind::input, fmt::format("there is no file {}, and nothing in {} has that id: `chancery search` finds ids", id, record.path().string()));
  return candidates.size() == 1 ? candidates.front().id : id;
}

/// The documents of the files named, which must be two in all.
std::vector<Document> CompareCommand::texts() const {
  std::vector<Document> documents;
  for (const std::string& path : what_) {
    if (!is_file(path)) throw Error(ErrorKind::input, fmt::format("there is no file {}: give two files, or two ids of documents of the record", path));
    readers::read_path(
        path, reading_, [&](Document&& document, const readers::Original&) { documents.push_back(std::move(document)); },
        [](readers::Failure&& failure) { throw Error(ErrorKind::input, failure.message); });
  }
  if (documents.size() != 2) {
    throw Error(ErrorKind::input, fmt::format("a comparison needs two documents; there {} {}. Give two files, or two lines of JSON Lines with --input jsonl",
                                              documents.size() == 1 ? "is" : "are", documents.size()));
  }
  for (const Document& document : documents) {
    if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) throw Error(ErrorKind::input, fmt::format("the text of {} holds no words: there is nothing to compare", document.info.id));
  }
  return documents;
}

app::SideBySide CompareCommand::compared(const app::Comparer& comparer, Console& console) const {
  const bool files = is_file(what_.front()) || is_file(what_.back());
  if ((files || what_.size() == 2) && !(a_ + b_).empty()) throw Error(ErrorKind::usage, "--a and --b choose among the accounts of one encounter; without one leave them out");
  if (files) {
    auto documents = texts();
    return comparer.texts(std::move(documents[0]), std::move(documents[1]));
  }
  const auto record = record_.open(record::Mode::read_only, console);
  if (what_.size() == 2) return comparer.documents(record, whole_id(record, what_[0]), whole_id(record, what_[1]));
  return comparer.accounts(record, whole_id(record, what_.front()), a_, b_);
}

int CompareCommand::run(Console& console) {
  console.choose_colour(colour_.value());
  const app::Comparer comparer(std::make_shared<const app::Engine>());
  const auto laid = compared(comparer, console);
  if (format_ == "json") console.print_json(to_json(laid.comparison).dump());
  else {
    for (const auto& line : comparison_lines(laid.comparison, console)) console.print(line + "\n");
  }
  return kDone;
}

}  // namespace

Verb compare_verb() {
  return {.name = "compare",
          .summary = "lay two accounts of one encounter side by side",
          .about = "Shows which clause of the one account tells what which clause of the other tells: the same, worded differently (the words that "
                   "differ are marked), contradicting (two values or polarities that cannot both hold, shown), or without a counterpart found. Then "
                   "what each says of the encounter itself, figures, and commitments that both or only one names.\n\n"
                   "Accounts come from the record, by the id of an encounter or of two documents, or from two files or two lines of JSON Lines, of which "
                   "nothing is kept.",
          .examples = {{"chancery compare n-3f2a", "two accounts of an encounter in the record"},
                       {"chancery compare ours.html theirs.txt", "two files"},
                       {"chancery compare --input jsonl --format json - < pair.jsonl", "two lines, for programs"}},
          .exits = {{kSomeFailed, "a file could not be read"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CompareCommand>()); }};
}

}  // namespace chancery::cli
