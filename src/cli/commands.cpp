#include <algorithm>

#include "cli/command.hpp"

namespace chancery::cli {

std::span<const Verb> verbs() {
  static const std::vector<Verb> all = {
      read_verb(), add_verb(),  reread_verb(), remove_verb(), backup_verb(), check_verb(),   search_verb(), searches_verb(),
      ledger_verb(), compare_verb(), commitments_verb(), figures_verb(), people_verb(), encounters_verb(), timeline_verb(), brief_verb(), show_verb(), cite_verb(), export_verb(), codes_verb(), corrections_verb(), users_verb(), serve_verb(),
      status_verb(), coverage_verb(), version_verb(),
  };
  return all;
}

const Verb* find_verb(std::string_view name) {
  const auto all = verbs();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Verb& verb) { return verb.name == name; });
  return found == all.end() ? nullptr : &*found;
}

namespace {

/// An empty value is mostly a variable of the shell that was not set; taken for "not given" it would widen the question.
CLI::Validator not_empty() {
  return {[](const std::string& value) { return value.empty() ? std::string("is empty: give a value, or leave it out") : std::string(); }, ""};
}

/// WORDS, QUERY and ARGUMENT may be empty: everything, or a value taken away.
bool takes_no_empty(const CLI::Option& option) {
  const std::string& name = option.get_name();
  return option.get_items_expected_max() > 0 && name != "WORDS" && name != "QUERY" && name != "ARGUMENT";
}

}  // namespace

std::unique_ptr<CLI::App> app_for(const Verb& verb, Command& command) {
  auto app = std::make_unique<CLI::App>(std::string(verb.summary), "chancery " + std::string(verb.name));
  app->set_help_flag("-h,--help", "Print this help.");
  app->option_defaults()->always_capture_default();
  command.declare(*app);
  for (CLI::Option* option : app->get_options()) {
    if (takes_no_empty(*option)) option->check(not_empty());
  }
  return app;
}

}  // namespace chancery::cli
