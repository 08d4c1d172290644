#include "record/shared_names.hpp"

#include <fmt/format.h>

namespace chancery::record {

std::optional<int64_t> shared_document(Database& database, const std::string& key, const std::string& identity) {
  if (!identity.empty()) {
    if (const auto row = database.integer("SELECT id FROM documents WHERE identity = ?", identity)) return row;
  }
  // Where a file lies differs from machine to machine; the id made of its words does not.
  const bool placed = identity.empty() || identity.starts_with("path:") || identity.starts_with("words:");
  return placed ? database.integer("SELECT id FROM documents WHERE key = ?", key) : std::nullopt;
}

SharedEncounter share_encounter(Database& database, const std::string& home) {
  SharedEncounter shared{home, {}, {}, {}};
  // The newest version that tells of it: the one in force, unless its account was lost to a new one.
  Rows rows = database.query(
      "SELECT d.key, d.identity, a.key FROM accounts a JOIN versions v ON v.id = a.version JOIN documents d ON d.id = v.document WHERE a.home = ? ORDER BY a.version = d.version DESC, "
      "v.number DESC, a.id LIMIT 1",
      home);
  if (rows.next()) shared = {home, rows.string(0), rows.string(1), rows.string(2)};
  return shared;
}

std::optional<KnownAccount> known_account(Database& database, const SharedEncounter& shared, std::string& why) {
  if (shared.document.empty() || shared.account.empty()) {
    why = fmt::format("it does not say which account encounter {} is known by", shared.key);
    return std::nullopt;
  }
  const auto document = shared_document(database, shared.document, shared.identity);
  if (!document) {
    why = fmt::format("document {} is not in this record", shared.document);
    return std::nullopt;
  }
  // Read anew on one side only, the account has another key there, and comes home to the same as before.
  Rows rows = database.query(
      "SELECT a.key, a.home FROM accounts a JOIN documents d ON d.version = a.version WHERE d.id = ?1 AND a.standing <> 'rejected' AND (a.key = ?2 OR a.home = ?3) ORDER BY a.key = ?2 "
      "DESC LIMIT 1",
      *document, shared.account, shared.key);
  if (rows.next()) return KnownAccount{*document, rows.string(0), rows.string(1)};
  why = fmt::format("document {} holds no account {} in this record: it may have been read by another program or model", shared.document, shared.account);
  return std::nullopt;
}

}  // namespace chancery::record
