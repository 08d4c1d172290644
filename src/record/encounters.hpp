// Accounts across documents: what is needed to tell which of them are of one encounter, and keeping what was found.
//
// The decision is not made here: app/ asks for the accounts, decides and hands back matches and groups. Each account is
// compared once (accounts.matched); what changes it, or one that it was matched with, makes it due again, so that
// adding costs what is new and nothing is lost where the program was stopped. Threads, errors: as Record.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

struct AttendeeOnRecord {
  std::string person, name, country, type;  ///< key of the person, empty where unknown
};

/// One account of a document's current version.
struct AccountOnRecord {
  int64_t row = 0, encounter = 0;
  std::string key, document, publisher, country, day;  ///< of the document, but `key`
  std::string told_by;  ///< the document, or the one it has its text in common with
  std::string type, status, from, to, basis, place, place_country, place_basis, channel, home;
  bool main = false;
  std::vector<AttendeeOnRecord> attendees;
  std::vector<AttendeeOnRecord> context;  ///< of what the document is about, where the account names fewer than two
};

struct AccountMatch {
  int64_t account = 0, other = 0;
  double confidence = 0;
  std::vector<std::string> why;
  std::string against;  ///< empty: they are of one encounter
};

/// Accounts of one encounter, and the matches that made it one.
struct AccountGroup {
  std::vector<int64_t> accounts;
  std::vector<AccountMatch> links;
};

int64_t accounts_due(const Record& record);
/// Every account is due again.
void make_all_due(Record& record);

/// One transaction of matching; taken back where it is not committed.
class Matching {
 public:
  explicit Matching(Record& record);
  Matching(const Matching&) = delete;
  Matching& operator=(const Matching&) = delete;
  ~Matching();

  /// At most `limit`, by day.
  std::vector<int64_t> due(size_t limit) const;
  /// Looks for texts that their documents have in common with others.
  void fold(const std::vector<int64_t>& accounts);
  std::vector<AccountOnRecord> load(const std::vector<int64_t>& rows) const;
  /// Rows of those to be looked for between two days.
  std::vector<int64_t> around(const std::string& from, const std::string& to) const;
  /// In the place of what was kept for `accounts`, which are due no longer.
  void keep(const std::vector<int64_t>& accounts, const std::vector<AccountMatch>& matches);
  /// Every match of these accounts, and of those they are matched with, and so on.
  std::vector<AccountMatch> connected(const std::vector<int64_t>& accounts) const;
  /// All that a person joined.
  const std::vector<AccountMatch>& told() const;
  /// Rows of accounts that a person parted, sorted.
  const std::vector<int64_t>& parted() const;
  /// `proposed`: matches between different groups.
  void regroup(const std::vector<AccountGroup>& groups, const std::vector<AccountMatch>& proposed);
  void commit();

 private:
  class Inside;
  std::unique_ptr<Inside> inside_;
};

/// Why the accounts of an encounter tell of one.
struct JoiningLink {
  std::string account, with;  ///< "d-...#v-..."
  double confidence = 0;
  std::vector<std::string> why;
};
struct Joining {
  std::optional<double> confidence;  ///< of the weakest link; nothing where there is one account
  std::vector<JoiningLink> links;
};
Joining joining_of(const Record& record, const std::string& encounter);

/// Why two encounters may be one, and what speaks against it.
struct Candidate {
  EncounterLine encounter, other;
  double confidence = 0;
  std::vector<std::string> why;
  std::string against;
};
/// Surest first; each pair of encounters once; of one encounter (by the key it has now) where it is given.
std::vector<Candidate> candidates(const Record& record, const std::string& encounter, size_t offset, size_t limit);
int64_t count_candidates(const Record& record, const std::string& encounter);

}  // namespace chancery::record
