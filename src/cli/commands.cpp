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

std::unique_ptr<CLI::App> app_for(const Verb& verb, Command& command) {
  auto app = std::make_unique<CLI::App>(std::string(verb.summary), "chancery " + std::string(verb.name));
  app->set_help_flag("-h,--help", "Print this help.");
  app->option_defaults()->always_capture_default();
  command.declare(*app);
  return app;
}

}  // namespace chancery::cli
