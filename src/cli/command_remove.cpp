#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

class RemoveCommand : public Command {
 public:
  void declare(CLI::App& app) override {
    app.add_option("ID", ids_, "Documents to remove, by their whole id.")->required();
    record_.declare(app);
    app.add_option("--why", why_, "The reason; it stays in the record with the tombstone.")->required()->type_name("REASON");
    app.add_flag("--json", json_, "A line of JSON for each.");
  }

  void setup(const Screen&) override {
    if (why_.find_first_not_of(" \t\n") == std::string::npos) throw Error(ErrorKind::usage, "--why is empty; say in a few words why the document goes");
  }

  int run(Console& console) override {
    auto record = record_.open(record::Mode::read_write, console);
    int code = kDone;
    for (const auto& id : ids_) {
      try {
        const auto removed = record.remove(id, why_);
        if (json_) console.print_json(questions::to_json(removed).dump());
        else console.print(fmt::format("removed  {}  {}\n", removed.id, writers::safe_line(removed.title)));
      } catch (const Error& error) {
        if (error.kind() != ErrorKind::input) throw;
        console.complain(error.what());
        code = kNothing;
      }
      console.flush();
    }
    return code;
  }

 private:
  std::vector<std::string> ids_;
  std::string why_;
  RecordOption record_;
  bool json_ = false;
};

}  // namespace

Verb remove_verb() {
  return {.name = "remove",
          .summary = "take a document out of the record, leaving a tombstone",
          .about = "The text, its raw bytes, its facts and its entries in the index go; a tombstone says that it was there, when it went and "
                   "why, and keeps it from being added again by accident.",
          .examples = {{"chancery remove d-4f0k2m7q1a --why \"personal data, on request\"", "one document"}},
          .exits = {{kNothing, "no such document; the others were removed"}, {kIo, "the record could not be written"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<RemoveCommand>()); }};
}

}  // namespace chancery::cli
