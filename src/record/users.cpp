#include "record/users.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "record/clock.hpp"
#include "record/plain.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

constexpr size_t kTokenBytes = 32;

}  // namespace

std::string add_user(Record& record, const std::string& name, const std::string& role) {
  need_name(name, kLongestUser, "name of a user");
  if (role != "reader" && role != "editor") throw Error(ErrorKind::input, fmt::format("\"{}\" is no role: use reader or editor", role));
  Database& database = record.database();
  Transaction transaction(database);
  if (const auto added = database.text("SELECT added FROM users WHERE name = ?", name)) {
    throw Error(ErrorKind::input, fmt::format("there has been a user {} since {}: choose another name, so that the log stays clear", name, *added));
  }
  const std::string token = random_text(kTokenBytes);
  database.run("INSERT INTO users(name, role, token, added) VALUES (?,?,?,?)", name, role, sha256(token), now());
  transaction.commit();
  return token;
}

void revoke_user(Record& record, const std::string& name) {
  Database& database = record.database();
  Transaction transaction(database);
  if (database.run("UPDATE users SET revoked = ? WHERE name = ? AND revoked IS NULL", now(), name) == 0) {
    throw Error(ErrorKind::input, fmt::format("no user {} holds a token: `chancery users` lists them", name));
  }
  transaction.commit();
}

std::vector<User> users(const Record& record) {
  std::vector<User> all;
  Rows rows = record.database().query("SELECT name, role, added, revoked FROM users ORDER BY id");
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return all;
}

std::optional<User> user_of_token(const Record& record, std::string_view token) {
  Rows rows = record.database().query("SELECT name, role, added FROM users WHERE token = ? AND revoked IS NULL", sha256(token));
  if (!rows.next()) return std::nullopt;
  return User{rows.string(0), rows.string(1), rows.string(2), {}};
}

}  // namespace chancery::record
