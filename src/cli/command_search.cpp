#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/filter_options.hpp"
#include "cli/lines.hpp"
#include "cli/progress.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "questions/search.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

constexpr size_t kFacetName = 11;  ///< columns

class SearchCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  void print(Console& console, const questions::SearchResult& result) const;
  void print_facets(Console& console, const questions::SearchResult& result) const;

  std::vector<std::string> words_;
  RecordOption record_;
  FilterOptions filters_;
  PageOption page_{10};
  bool statements_ = false, facets_ = false, json_ = false;
  questions::SearchQuery query_;
};

void SearchCommand::declare(CLI::App& app) {
  app.add_option("WORDS", words_, "Words that must all occur; \"a phrase\" stays together, and after -- a -word must not occur. None: everything, newest first.");
  record_.declare(app);
  filters_.declare(app);
  app.add_flag("--statements", statements_, "List statements instead of documents.");
  app.add_flag("--facets", facets_, "Also count by publisher, country, speaker, kind, year and topic.");
  page_.declare(app);
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void SearchCommand::setup(const Screen&) {
  for (const auto& word : words_) {
    // A shell has taken the quotation marks off a phrase; they are put back.
    const bool phrase = word.find(' ') != std::string::npos && word.find('"') == std::string::npos;
    query_.words += (query_.words.empty() ? "" : " ") + (phrase && words_.size() > 1 ? "\"" + word + "\"" : word);
  }
  query_.filters = filters_.value();
  query_.statements = statements_;
  query_.facets = facets_ || json_;
  query_.page = page_.page;
}

void SearchCommand::print_facets(Console& console, const questions::SearchResult& result) const {
  for (const auto& facet : result.facets) {
    if (facet.values.empty()) continue;
    std::string values;
    for (size_t i = 0; i < facet.values.size() && i < 8; ++i) values += fmt::format("{}{} {}", i == 0 ? "" : ", ", writers::safe_line(facet.values[i].value), grouped(facet.values[i].count));
    const auto lines = writers::wrapped(values, std::max<size_t>(console.screen().width, 40) - kFacetName);
    for (size_t i = 0; i < lines.size(); ++i) {
      console.print(console.styled(writers::padded(i == 0 ? facet.name : "", kFacetName), Style::bold) + lines[i] + "\n");
    }
  }
}

void SearchCommand::print(Console& console, const questions::SearchResult& result) const {
  bool first = true;
  const auto put = [&](const std::vector<std::string>& lines) {
    if (!first) console.print("\n");
    first = false;
    for (const auto& line : lines) console.print(line + "\n");
  };
  for (const auto& hit : result.documents) put(hit_lines(hit, console));
  for (const auto& hit : result.statements) put(hit_lines(hit, console));
  if (facets_ && !first) console.print("\n");
  if (facets_) print_facets(console, result);
  const size_t shown = result.documents.size() + result.statements.size();
  const auto total = static_cast<size_t>(result.total);
  if (total > shown) console.note(fmt::format("\n{} of {}; the next: --offset {}", grouped(shown), grouped(total), query_.page.offset + shown));
  if (total == 0) console.note("Nothing in this record." + (result.note.empty() ? "" : " " + result.note));
}

int SearchCommand::run(Console& console) {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto result = questions::search(record, query_);
  if (json_) console.print_json(questions::to_json(result).dump());
  else print(console, result);
  return result.total > 0 ? kDone : kNothing;
}

}  // namespace

Verb search_verb() {
  return {.name = "search",
          .summary = "find documents or statements by their words",
          .about = "Full-text search over documents and statements, best first, with the words in their context. Filters combine; several "
                   "values of one filter are alternatives. What you type is never a syntax error.",
          .examples = {{"chancery search gas transit --speaker putin --from 2021", "words, narrowed down by who says something and when"},
                       {"chancery search --statements '\"territorial integrity\"' --country UKR", "statements that hold a phrase"}},
          .exits = {{kNothing, "nothing was found"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<SearchCommand>()); }};
}

}  // namespace chancery::cli
