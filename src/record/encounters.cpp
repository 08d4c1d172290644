#include "record/encounters.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "record/encounter_corrections.hpp"
#include "record/encounter_rows.hpp"
#include "record/facts.hpp"
#include "record/near_duplicates.hpp"
#include "record/offsets.hpp"
#include "record/rows.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

std::vector<AttendeeOnRecord> attendees(Database& database, std::string_view of, int64_t id) {
  static const std::string columns =
      "SELECT DISTINCT w.key, e.name, e.country, e.type FROM participants p JOIN entities e ON e.id = p.entity LEFT JOIN people w ON w.id = e.person WHERE ";
  std::vector<AttendeeOnRecord> all;
  Rows rows = database.query(columns + std::string(of), id);
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return all;
}

AccountOnRecord account_in(const Rows& rows) {
  AccountOnRecord a;
  a.row = rows.integer(0);
  a.encounter = rows.integer(1);
  int column = 2;
  for (std::string* field : {&a.key, &a.document, &a.publisher, &a.country, &a.day, &a.told_by, &a.type, &a.status, &a.from, &a.to, &a.basis, &a.place, &a.place_country, &a.place_basis, &a.channel, &a.home})
    *field = rows.string(column++);
  a.main = rows.integer(column) != 0;
  return a;
}

constexpr std::string_view kAccount =
    "SELECT a.id, a.encounter, a.key, d.key, d.publisher, d.country, d.day, coalesce((SELECT s.key FROM documents s WHERE s.id = d.same_as), d.key), a.type, "
    "a.status, a.from_day, a.to_day, a.time_basis, a.place, a.place_country, a.place_basis, a.channel, a.home, a.main FROM accounts a JOIN documents d ON "
    "d.version = a.version WHERE a.id = ? AND a.standing <> 'rejected'";

std::optional<AccountOnRecord> account_at(Database& database, int64_t row) {
  std::optional<AccountOnRecord> account;
  {
    Rows rows = database.query(kAccount, row);
    if (!rows.next()) return std::nullopt;
    account = account_in(rows);
  }
  account->attendees = attendees(database, "p.account = ?", row);
  if (!account->main && account->attendees.size() < 2)
    account->context = attendees(database, "p.account = (SELECT m.id FROM accounts m WHERE m.version = (SELECT version FROM accounts WHERE id = ?) AND m.main = 1 ORDER BY m.id LIMIT 1)", row);
  return account;
}

std::vector<int64_t> ids(Rows rows) {
  std::vector<int64_t> all;
  while (rows.next()) all.push_back(rows.integer(0));
  return all;
}

/// Two encounters that a match lies between, of which ?1 is one, where it is given.
constexpr std::string_view kCandidates =
    " FROM account_matches m JOIN accounts a ON a.id = m.account JOIN accounts b ON b.id = m.other JOIN encounters n ON n.id = min(a.encounter, b.encounter) JOIN encounters o ON "
    "o.id = max(a.encounter, b.encounter) WHERE m.against IS NOT NULL AND a.encounter <> b.encounter AND (?1 = '' OR n.key = ?1 OR o.key = ?1) ";

AccountMatch match_in(const Rows& rows) { return {rows.integer(0), rows.integer(1), rows.real(2), parse_list(rows.text(3)), rows.string(4)}; }

}  // namespace

int64_t accounts_due(const Record& record) {
  return record.database().integer("SELECT count(*) FROM accounts a JOIN documents d ON d.version = a.version WHERE a.matched = 0").value_or(0);
}

void make_all_due(Record& record) {
  Transaction transaction(record.database());
  record.database().run("UPDATE accounts SET matched = 0");
  transaction.commit();
}

class Matching::Inside {
 public:
  explicit Inside(Record& record) : database(record.database()), transaction(database), rulings(encounter_rulings(database)) {}
  Database& database;
  Transaction transaction;
  EncounterRulings rulings;
};

Matching::Matching(Record& record) : inside_(std::make_unique<Inside>(record)) {}
Matching::~Matching() = default;

std::vector<int64_t> Matching::due(size_t limit) const {
  return ids(inside_->database.query("SELECT id FROM accounts WHERE matched = 0 ORDER BY around, id LIMIT ?", limit));
}

void Matching::fold(const std::vector<int64_t>& accounts) {
  Database& database = inside_->database;
  std::set<int64_t> documents;
  for (const int64_t row : accounts) {
    if (const auto document = database.integer("SELECT d.id FROM accounts a JOIN documents d ON d.version = a.version WHERE a.id = ?", row)) documents.insert(*document);
  }
  for (const int64_t document : documents) fold_near_duplicates(database, document);
}

std::vector<AccountOnRecord> Matching::load(const std::vector<int64_t>& rows) const {
  std::vector<AccountOnRecord> all;
  all.reserve(rows.size());
  for (const int64_t row : rows) {
    if (auto account = account_at(inside_->database, row)) all.push_back(std::move(*account));
  }
  return all;
}

std::vector<int64_t> Matching::around(const std::string& from, const std::string& to) const {
  return ids(inside_->database.query(
      "SELECT a.id FROM accounts a JOIN documents d ON d.version = a.version WHERE a.around BETWEEN ? AND ? AND a.standing <> 'rejected'", from, to));
}

void Matching::keep(const std::vector<int64_t>& accounts, const std::vector<AccountMatch>& matches) {
  Database& database = inside_->database;
  for (const int64_t row : accounts) {
    database.run("DELETE FROM account_matches WHERE account = ?", row);
    database.run("DELETE FROM account_matches WHERE other = ?", row);
    database.run("UPDATE accounts SET matched = 1 WHERE id = ?", row);
  }
  for (const AccountMatch& one : matches) {
    database.run("INSERT OR REPLACE INTO account_matches(account, other, confidence, why, against) VALUES (?,?,?,?,?)", std::min(one.account, one.other),
                 std::max(one.account, one.other), one.confidence, list_json(one.why), or_null(one.against));
  }
}

std::vector<AccountMatch> Matching::connected(const std::vector<int64_t>& accounts) const {
  std::map<std::pair<int64_t, int64_t>, AccountMatch> found;
  std::set<int64_t> seen;
  std::vector<int64_t> ahead = accounts;
  while (!ahead.empty()) {
    const int64_t row = ahead.back();
    ahead.pop_back();
    if (!seen.insert(row).second) continue;
    Rows rows = inside_->database.query(
        "SELECT account, other, confidence, why, against FROM account_matches WHERE account = ?1 UNION ALL SELECT account, other, confidence, why, against FROM "
        "account_matches WHERE other = ?1",
        row);
    while (rows.next()) {
      AccountMatch match = match_in(rows);
      ahead.push_back(match.account == row ? match.other : match.account);
      found.emplace(std::pair(match.account, match.other), std::move(match));
    }
    for (const AccountMatch& told : inside_->rulings.joined) {
      if (told.account == row) ahead.push_back(told.other);
      if (told.other == row) ahead.push_back(told.account);
    }
  }
  std::vector<AccountMatch> all;
  for (auto& [rows, match] : found) all.push_back(std::move(match));
  return all;
}

const std::vector<AccountMatch>& Matching::told() const { return inside_->rulings.joined; }

const std::vector<int64_t>& Matching::parted() const { return inside_->rulings.parted; }

void Matching::regroup(const std::vector<AccountGroup>& groups, const std::vector<AccountMatch>& proposed) {
  Database& database = inside_->database;
  for (const AccountGroup& one : groups) gather(database, one);
  for (const AccountMatch& one : proposed) {
    database.run("UPDATE account_matches SET against = ? WHERE account = ? AND other = ?", or_null(one.against), std::min(one.account, one.other),
                 std::max(one.account, one.other));
  }
  settle_encounters(database);
}

void Matching::commit() { inside_->transaction.commit(); }

Joining joining_of(const Record& record, const std::string& encounter) {
  Joining joining;
  Rows rows = record.database().query("SELECT n.joined_by, n.confidence FROM encounters n WHERE n.key = ?", encounter);
  if (!rows.next() || rows.null(0)) return joining;
  joining.confidence = rows.real(1);
  for (const auto& one : nlohmann::json::parse(rows.text(0), nullptr, false)) {
    if (!one.is_object()) continue;
    joining.links.push_back({one.value("account", ""), one.value("with", ""), one.value("confidence", 0.0), one.value("why", std::vector<std::string>())});
  }
  return joining;
}

std::vector<Candidate> candidates(const Record& record, const std::string& encounter, size_t offset, size_t limit) {
  Database& database = record.database();
  // SQLite takes why and against from the row that has the largest confidence.
  Rows rows = database.query("SELECT max(m.confidence), m.why, m.against, n.leading, o.leading" + std::string(kCandidates) + "GROUP BY n.id, o.id ORDER BY 1 DESC, n.key, o.key LIMIT ?2 OFFSET ?3",
                             encounter, limit, offset);
  std::vector<Candidate> all;
  while (rows.next()) {
    Candidate one;
    one.confidence = rows.real(0);
    one.why = parse_list(rows.text(1));
    one.against = rows.string(2);
    one.encounter = encounter_at(database, rows.integer(3));
    one.other = encounter_at(database, rows.integer(4));
    if (one.other.id == encounter) std::swap(one.encounter, one.other);
    all.push_back(std::move(one));
  }
  return all;
}

int64_t count_candidates(const Record& record, const std::string& encounter) {
  Rows rows = record.database().query("SELECT count(*) FROM (SELECT 1" + std::string(kCandidates) + "GROUP BY n.id, o.id)", encounter);
  return rows.next() ? rows.integer(0) : 0;
}

}  // namespace chancery::record
