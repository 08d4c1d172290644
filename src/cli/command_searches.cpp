#include <fmt/format.h>

#include <algorithm>

#include "app/feed.hpp"
#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/lines.hpp"
#include "cli/record_option.hpp"
#include "cli/who.hpp"
#include "questions/json.hpp"
#include "server/api/queries.hpp"
#include "server/problem.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using writers::padded;
using writers::safe_line;

constexpr size_t kName = 30, kWhat = 12;  ///< columns

/// The same checks as the API has, as errors of the program.
template <typename Ask>
auto checked(const Ask& ask) {
  try {
    return ask();
  } catch (const server::ProblemError& error) {
    throw Error(ErrorKind::usage, error.problem.next.empty() ? error.problem.detail : error.problem.detail + " " + error.problem.next);
  }
}

/// Of a server: all else would make links that no reader of feeds can follow.
bool is_address(std::string_view url) {
  const size_t host = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : url.size();
  return host < url.size() && std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '<' && c != '>'; });
}

class SearchesCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  int add(Console& console) const;
  int list(Console& console) const;
  int run_search(Console& console, const record::Record& record) const;
  int feed(Console& console, const record::Record& record) const;

  std::string action_ = "list", name_, query_, what_ = "documents", base_ = "http://127.0.0.1:8417", who_;
  RecordOption record_;
  bool json_ = false;
};

void SearchesCommand::declare(CLI::App& app) {
  app.add_option("ACTION", action_, "list, add, run, feed or remove.")->check(CLI::IsMember({"list", "add", "run", "feed", "remove"}));
  app.add_option("NAME", name_, "The search's name or id; all actions but list need it.");
  app.add_option("QUERY", query_, "add: what is asked, as the address of the search page has it: \"q=gas transit&speaker=putin&from=2021-01-01\".");
  record_.declare(app);
  app.add_option("--what", what_, "add: documents, statements or encounters.")->type_name("WHAT")->check(CLI::IsMember({"documents", "statements", "encounters"}));
  app.add_option("--base", base_, "feed: where the reading room is, for the links.")->type_name("URL");
  app.add_option("--who", who_, "add: who saves it; the user's name where not given.")->type_name("NAME");
  app.add_flag("--json", json_, "Print one JSON object, as the API does.");
}

void SearchesCommand::setup(const Screen&) {
  if (action_ != "list" && name_.empty()) throw Error(ErrorKind::usage, fmt::format("chancery searches {}: which? Name a saved search", action_));
  if (action_ != "add" && !query_.empty()) throw Error(ErrorKind::usage, fmt::format("chancery searches {} takes a name alone; \"{}\" is one word too many", action_, query_));
  if (action_ == "add") {
    checked([&] { return server::api::saved_query(what_, query_); });
    query_ = checked([&] { return server::api::plain_parameters(query_); });
  }
  while (base_.ends_with('/')) base_.pop_back();
  if (!is_address(base_)) throw Error(ErrorKind::usage, fmt::format("--base {}: write it as http://127.0.0.1:8417 or https://readouts.example.org", base_));
  if (who_.empty()) who_ = user_name();
}

int SearchesCommand::add(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  const record::SavedSearch made = record::save_search(record, {{}, name_, what_, query_, who_, {}});
  if (json_) console.print_json(questions::to_json(made).dump());
  else console.print(fmt::format("{} is saved as {}\n", safe_line(made.name), made.id));
  return kDone;
}

int SearchesCommand::list(Console& console) const {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto all = record::saved_searches(record);
  if (json_) {
    console.print_json(questions::to_json(all).dump());
    return all.empty() ? kNothing : kDone;
  }
  for (const auto& one : all) {
    console.print(fmt::format("{}  {} {} {}  {}, {}\n", one.id, padded(safe_line(one.name), kName), padded(one.what, kWhat), safe_line(one.query), safe_line(one.who), one.made.substr(0, 10)));
  }
  if (all.empty()) console.note("No search is saved in this record: `chancery searches add NAME QUERY` saves one.");
  return all.empty() ? kNothing : kDone;
}

int ended(Console& console, int64_t total) {
  if (total == 0) console.note("Nothing in this record answers it yet.");
  return total > 0 ? kDone : kNothing;
}

int SearchesCommand::run_search(Console& console, const record::Record& record) const {
  const auto saved = record::saved_search(record, name_);
  questions::ExportQuery query = checked([&] { return server::api::saved_query(saved.what, saved.query); });
  const auto print = [&](const std::vector<std::string>& lines) {
    for (const auto& line : lines) console.print(line + "\n");
  };
  if (saved.what == "encounters") {
    const auto found = questions::ledger(record, {query.encounters, {0, 100}});
    if (json_) console.print_json(questions::to_json(found).dump());
    else print(ledger_lines(found.encounters, console));
    return ended(console, found.total);
  }
  query.search.facets = json_;
  const auto found = questions::search(record, query.search);
  if (json_) console.print_json(questions::to_json(found).dump());
  for (const auto& hit : found.documents) if (!json_) print(hit_lines(hit, console));
  for (const auto& hit : found.statements) if (!json_) print(hit_lines(hit, console));
  return ended(console, found.total);
}

int SearchesCommand::feed(Console& console, const record::Record& record) const {
  app::FeedQuery query;
  query.search = record::saved_search(record, name_);
  query.query = checked([&] { return server::api::saved_query(query.search.what, query.search.query); });
  query.base = base_;
  query.generator = fmt::format("Chancery {}", CHANCERY_VERSION);
  const std::string out = app::feed(record, query);
  console.print(console.screen().out_is_terminal ? writers::safe(out) : out);
  return kDone;
}

int SearchesCommand::run(Console& console) {
  if (action_ == "add") return add(console);
  if (action_ == "list") return list(console);
  if (action_ == "remove") {
    auto record = record_.open(record::Mode::read_write, console);
    const auto saved = record::saved_search(record, name_);
    record::remove_search(record, saved.id);
    console.note(fmt::format("{} is no longer saved; its feed ends", saved.name));
    return kDone;
  }
  const auto record = record_.open(record::Mode::read_only, console);
  return action_ == "run" ? run_search(console, record) : feed(console, record);
}

}  // namespace

Verb searches_verb() {
  return {.name = "searches",
          .summary = "save searches, ask them again, and follow them as Atom feeds",
          .about = "A saved search has a name, a question and a feed in which whatever comes into the record and answers it appears first. The "
                   "question is written as the address of the search page or the ledger has it, so that either can be copied into the other.",
          .examples = {{"chancery searches add \"Grain, by Ukraine\" \"q=grain&country=UKR\"", "documents with a word, of one country's publishers"},
                       {"chancery searches add Calls \"type=phone_call&with=USA\" --what encounters", "encounters, as in the ledger"},
                       {"chancery searches feed Calls > calls.atom", "the feed, for a reader that cannot ask the server"}},
          .exits = {{kNothing, "nothing is saved, or nothing was found"}, {3, "there is no search of that name, or there is one already"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<SearchesCommand>()); }};
}

}  // namespace chancery::cli
