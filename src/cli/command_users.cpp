#include <fmt/format.h>

#include "base/error.hpp"
#include "cli/command.hpp"
#include "cli/record_option.hpp"
#include "questions/json.hpp"
#include "record/users.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using questions::Json;

class UsersCommand : public Command {
 public:
  void declare(CLI::App& app) override;
  void setup(const Screen& screen) override;
  int run(Console& console) override;

 private:
  int add(Console& console) const;
  int revoke(Console& console) const;
  int list(Console& console) const;

  std::string what_ = "list", name_, role_ = "reader";
  bool json_ = false;
  RecordOption record_;
};

void UsersCommand::declare(CLI::App& app) {
  app.add_option("WHAT", what_, "list, add or revoke.")->default_str("list");
  app.add_option("NAME", name_, "The user, as the log of corrections will call them.");
  record_.declare(app);
  app.add_option("--role", role_, "add: reader, who may ask anything, or editor, who may correct as well.")->type_name("ROLE")->default_str("reader")->check(CLI::IsMember({"reader", "editor"}));
  app.add_flag("--json", json_, "Print one JSON object.");
}

void UsersCommand::setup(const Screen&) {
  if (what_ != "list" && what_ != "add" && what_ != "revoke") throw Error(ErrorKind::usage, fmt::format("users {}: use list, add or revoke", what_));
  if ((what_ == "list") != name_.empty()) throw Error(ErrorKind::usage, what_ == "list" ? "users list takes no name" : fmt::format("users {} takes a NAME", what_));
}

int UsersCommand::add(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  const std::string token = record::add_user(record, name_, role_);
  if (json_) {
    console.print_json(Json({{"name", name_}, {"role", role_}, {"token", token}}).dump());
  } else {
    console.print(token + "\n");
    console.note(fmt::format("the token of {} ({}), shown this once: it is kept nowhere", writers::safe_line(name_), role_));
  }
  return kDone;
}

int UsersCommand::revoke(Console& console) const {
  auto record = record_.open(record::Mode::read_write, console);
  record::revoke_user(record, name_);
  console.note(fmt::format("the token of {} holds no more; what they corrected stays", writers::safe_line(name_)));
  return kDone;
}

int UsersCommand::list(Console& console) const {
  const auto record = record_.open(record::Mode::read_only, console);
  const auto all = record::users(record);
  if (json_) {
    Json users = Json::array();
    for (const auto& one : all) users.push_back({{"name", one.name}, {"role", one.role}, {"added", one.added}, {"revoked", one.revoked.empty() ? Json() : Json(one.revoked)}});
    console.print_json(Json({{"users", std::move(users)}}).dump());
  } else {
    for (const auto& one : all) {
      console.print(fmt::format("{}  {:<6}  {}{}\n", one.added, one.role, writers::safe_line(one.name), one.revoked.empty() ? "" : "  (revoked " + one.revoked + ")"));
    }
    if (all.empty()) console.note("Nobody: at this machine's own address its user is the one editor.");
  }
  return all.empty() ? kNothing : kDone;
}

int UsersCommand::run(Console& console) {
  if (what_ == "add") return add(console);
  return what_ == "revoke" ? revoke(console) : list(console);
}

}  // namespace

Verb users_verb() {
  return {.name = "users",
          .summary = "give people tokens of their own for the server",
          .about = "A user reads, or as an editor corrects, through `chancery serve` with a token of their own, and stands in the log by name. The token is printed once, when the "
                   "user is added; the record keeps only a hash of it. One who lost it is revoked and added under another name.",
          .examples = {{"chancery users add ana --role editor", "prints the token once"}, {"chancery users revoke ana", "the token holds no more"}},
          .exits = {{kNothing, "there are no users"}, {kRecord, "the record cannot be used"}},
          .make = [] { return std::unique_ptr<Command>(std::make_unique<UsersCommand>()); }};
}

}  // namespace chancery::cli
