#include "record/encounter_corrections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/error.hpp"
#include "record/encounter_rows.hpp"
#include "record/facts.hpp"
#include "record/keep.hpp"
#include "record/offsets.hpp"

namespace chancery::record {
namespace {

constexpr std::string_view kParted = "a person parted them";

/// The account in force that comes home to that key.
std::optional<int64_t> account_of(Database& database, const std::string& home) {
  return database.integer("SELECT a.id FROM accounts a JOIN documents d ON d.version = a.version WHERE a.home = ? AND a.standing <> 'rejected' LIMIT 1", home);
}

std::string known_encounter(Database& database, const std::string& key) {
  std::string found = encounter_key(database, key);
  if (found.empty()) throw Error(ErrorKind::input, fmt::format("no encounter {} in {}: `chancery ledger` lists them", key, database.path().string()));
  return found;
}

std::string label_of(Database& database, const std::string& encounter) {
  return database.text("SELECT a.type || ' ' || coalesce(a.from_day, '') || ' ' || d.title FROM encounters n JOIN accounts a ON a.id = n.leading JOIN documents d ON d.version = a.version WHERE n.key = ?", encounter).value_or("");
}

/// Accounts that any ruling speaks of, also those taken back.
std::set<int64_t> spoken_of(Database& database) {
  std::set<int64_t> accounts;
  Rows rows = database.query(
      "SELECT a.id FROM corrections c JOIN accounts a ON a.home IN (c.encounter, c.other_encounter) JOIN documents d ON d.version = a.version WHERE c.action IN "
      "('join_encounters', 'part_account') AND a.standing <> 'rejected'");
  while (rows.next()) accounts.insert(rows.integer(0));
  return accounts;
}

/// Matches that hold, of an account.
std::vector<AccountMatch> holding(Database& database, int64_t row) {
  std::vector<AccountMatch> all;
  Rows rows = database.query(
      "SELECT account, other, confidence, why FROM account_matches WHERE account = ?1 AND against IS NULL UNION ALL SELECT account, other, confidence, why FROM "
      "account_matches WHERE other = ?1 AND against IS NULL",
      row);
  while (rows.next()) all.push_back({rows.integer(0), rows.integer(1), rows.real(2), parse_list(rows.text(3)), {}});
  return all;
}

/// Everything that matches and rulings hold together with `start`, and as few of them as do.
AccountGroup held_together(Database& database, int64_t start, const EncounterRulings& rulings) {
  std::map<std::pair<int64_t, int64_t>, AccountMatch> links;
  std::set<int64_t> seen;
  std::vector<int64_t> ahead{start};
  while (!ahead.empty()) {
    const int64_t row = ahead.back();
    ahead.pop_back();
    if (!seen.insert(row).second) continue;
    std::vector<AccountMatch> beside = holding(database, row);
    for (const AccountMatch& told : rulings.joined) {
      if (told.account == row || told.other == row) beside.push_back(told);
    }
    for (AccountMatch& one : beside) {
      ahead.push_back(one.account == row ? one.other : one.account);
      AccountMatch& kept = links[{one.account, one.other}];
      if (one.confidence > kept.confidence) kept = std::move(one);
    }
  }
  std::vector<AccountMatch> order;
  for (auto& [rows, link] : links) order.push_back(std::move(link));
  std::stable_sort(order.begin(), order.end(), [](const AccountMatch& a, const AccountMatch& b) { return a.confidence > b.confidence; });
  std::map<int64_t, int64_t> part;
  for (const int64_t row : seen) part[row] = row;
  AccountGroup group{{seen.begin(), seen.end()}, {}};
  for (AccountMatch& link : order) {
    const int64_t from = part[link.account], to = part[link.other];
    if (from == to) continue;
    for (auto& [row, of] : part) of = of == from ? to : of;
    group.links.push_back(std::move(link));
  }
  return group;
}

}  // namespace

EncounterRulings encounter_rulings(Database& database) {
  EncounterRulings rulings;
  std::map<std::string, std::string> parted;  // by home: when it was last parted
  {
    Rows rows = database.query("SELECT other_encounter, max(made) FROM corrections WHERE action = 'part_account' AND undone IS NULL GROUP BY 1");
    while (rows.next()) parted[rows.string(0)] = rows.string(1);
  }
  for (const auto& [home, when] : parted) {
    if (const auto row = account_of(database, home)) rulings.parted.push_back(*row);
  }
  std::sort(rulings.parted.begin(), rulings.parted.end());
  struct Told {
    std::string made, one, other, why;
  };
  std::vector<Told> told;
  {
    Rows rows = database.query("SELECT made, encounter, other_encounter, who || coalesce(': ' || why, '') FROM corrections WHERE action = 'join_encounters' AND undone IS NULL ORDER BY made, key");
    while (rows.next()) told.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  }
  for (const Told& one : told) {
    const auto later = [&](const std::string& home) {
      const auto at = parted.find(home);
      return at != parted.end() && at->second > one.made;
    };
    if (later(one.one) || later(one.other)) continue;
    const auto a = account_of(database, one.one), b = account_of(database, one.other);
    if (a && b && *a != *b) rulings.joined.push_back({std::min(*a, *b), std::max(*a, *b), 1, {"joined by " + one.why}, {}});
  }
  return rulings;
}

Correction joining_encounters(Database& database, const Correction& wish) {
  const std::string one = known_encounter(database, wish.encounter), other = known_encounter(database, wish.other_encounter);
  if (one == other) throw Error(ErrorKind::input, fmt::format("{} and {} are one encounter already", wish.encounter, wish.other_encounter));
  Correction made = wish;
  made.encounter = one;
  made.other_encounter = other;
  made.document = made.fact = made.field = made.value = made.person = made.other = {};
  made.label = label_of(database, other) + " = " + label_of(database, one);
  return made;
}

Correction parting_account(Database& database, const Correction& wish) {
  const int64_t document = document_row(database, wish.document);
  Correction made = wish;
  made.field = made.value = made.person = made.other = {};
  Rows rows = database.query(
      "SELECT n.key, a.home, a.quote, (SELECT count(*) FROM accounts b JOIN documents e ON e.version = b.version WHERE b.encounter = n.id AND b.standing <> 'rejected') FROM accounts "
      "a JOIN encounters n ON n.id = a.encounter JOIN documents d ON d.version = a.version WHERE d.id = ? AND a.key = ? AND a.standing <> 'rejected'",
      document, wish.fact);
  if (!rows.next()) throw Error(ErrorKind::input, fmt::format("document {} holds no account {} now: look at it again, it may have been made anew", wish.document, wish.fact));
  if (rows.integer(3) < 2) throw Error(ErrorKind::input, fmt::format("{} is the only account of {}: there is nothing to part it from", wish.fact, rows.string(0)));
  made.encounter = rows.string(0);
  made.other_encounter = rows.string(1);
  made.label = rows.string(2);
  return made;
}

void apply_encounter_rulings(Database& database) {
  const EncounterRulings rulings = encounter_rulings(database);
  const auto parted = [&](int64_t row) { return std::binary_search(rulings.parted.begin(), rulings.parted.end(), row); };
  std::set<int64_t> touched = spoken_of(database);
  std::vector<AccountMatch> turned;
  for (const int64_t row : touched) {
    Rows rows = database.query("SELECT account, other, against FROM account_matches WHERE (account = ?1 OR other = ?1) AND (against IS NULL OR against = ?2)", row, kParted);
    while (rows.next()) {
      AccountMatch match{rows.integer(0), rows.integer(1), 0, {}, {}};
      const bool apart = parted(match.account) || parted(match.other);
      if (apart != rows.null(2)) continue;
      if (apart) match.against = kParted;
      turned.push_back(std::move(match));
    }
  }
  for (const AccountMatch& one : turned) {
    database.run("UPDATE account_matches SET against = ? WHERE account = ? AND other = ?", or_null(one.against), one.account, one.other);
    touched.insert({one.account, one.other});
  }
  // Those that have been of one encounter with them until now.
  for (const int64_t row : std::vector<int64_t>(touched.begin(), touched.end())) {
    Rows rows = database.query("SELECT b.id FROM accounts a JOIN accounts b ON b.encounter = a.encounter JOIN documents d ON d.version = b.version WHERE a.id = ? AND b.standing <> 'rejected'", row);
    while (rows.next()) touched.insert(rows.integer(0));
  }
  for (const int64_t row : touched) database.run("UPDATE accounts SET matched = 0 WHERE id = ?", row);
  while (!touched.empty()) {
    const AccountGroup group = held_together(database, *touched.begin(), rulings);
    gather(database, group);
    for (const int64_t row : group.accounts) touched.erase(row);
  }
  settle_encounters(database);
}

}  // namespace chancery::record
