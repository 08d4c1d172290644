#include <fmt/format.h>

#include <charconv>

#include "app/cite.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/record_option.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

/// "120:180" or "title:0:12", in characters (code points).
record::Range passage(std::string_view given) {
  record::Range range;
  std::string_view rest = given;
  if (rest.starts_with("title:")) {
    range.part = Part::title;
    rest.remove_prefix(6);
  }
  const size_t colon = rest.find(':');
  const auto number = [](std::string_view digits, uint32_t& value) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  if (colon == std::string_view::npos || !number(rest.substr(0, colon), range.begin) || !number(rest.substr(colon + 1), range.end))
    throw Error(ErrorKind::usage, fmt::format("--span {}: write the first character and the one after the last, such as 120:180, or title:0:12", given));
  return range;
}

constexpr int kMostVersions = 1'000'000;

class CiteCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  std::string id_, span_, format_ = "text";
  RecordOption record_;
  int version_ = 0;
  bool json_ = false;
  questions::CiteQuery query_;
};

void CiteCommand::declare(CLI::App& app) {
  app.add_option("ID", id_, "A document, a fact or an encounter by its id, or the beginning of it.")->required();
  record_.declare(app);
  app.add_option("--span", span_, "A passage of the document: its first character and the one after its last, counted from 0; title:0:12 in the title.")->type_name("BEGIN:END");
  app.add_option("--version", version_, "Of a document that has changed: the version whose words are cited.")->type_name("N")->check(CLI::Range(1, kMostVersions))->default_str("");
  app.add_option("--format", format_, "text, csl (CSL-JSON, for reference managers) or bibtex.")->type_name("FORMAT")->check(CLI::IsMember({"text", "csl", "bibtex"}));
  app.add_flag("--json", json_, "Print one JSON object with all of them, as the API does.");
}

void CiteCommand::setup(const Screen&) {
  query_.id = id_;
  if (!span_.empty()) query_.span = passage(span_);
  if (version_ > 0) query_.version = version_;
}

int CiteCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  if (json_) {
    console.print_json(app::cite_json(record, query_).dump());
    return kDone;
  }
  const std::string out = app::cite(record, query_, *app::parse_citation_form(format_));
  console.print(console.screen().out_is_terminal ? writers::safe(out) : out);
  return kDone;
}

}  // namespace

Verb cite_verb() {
  return {.name = "cite",
          .summary = "cite a document, a passage, a fact or an encounter",
          .about = "Prints a citation with the words, where they stand, and a link to the passage in the page as published. The author is who "
                   "published it: a document is its publisher's account, and who it says spoke is said as that. An encounter is cited once an "
                   "account. What is not known is left out.",
          .examples = {{"chancery cite d-8k3 --span 120:180", "a passage, as text"},
                       {"chancery cite s-01a --format bibtex", "a statement, for LaTeX"}},
          .exits = {{3, "nothing has that id, or the passage does not lie in the text"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<CiteCommand>()); }};
}

}  // namespace chancery::cli
