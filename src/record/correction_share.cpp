#include "record/correction_share.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>

#include "record/correction_fields.hpp"
#include "record/correction_log.hpp"
#include "record/correction_rows.hpp"
#include "record/correction_values.hpp"
#include "record/corrections.hpp"
#include "record/person_rows.hpp"
#include "record/plain.hpp"
#include "record/shared_names.hpp"

namespace chancery::record {
namespace {

// No two clocks agree; more than this is a wrong one, whose changes would hold over all that are made here.
constexpr std::chrono::minutes kClocksDiffer{1};
constexpr size_t kLongestKey = 100;

std::vector<Turn> turns_of(Database& database, int64_t correction) {
  std::vector<Turn> turns;
  Rows rows = database.query("SELECT action, who, why, made FROM correction_turns WHERE correction = ? ORDER BY made", correction);
  while (rows.next()) turns.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3)});
  return turns;
}

bool is_moment(const std::string& text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size() || text.size() > 24 || text.back() != 'Z') return false;
  for (size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == '0' ? text[i] < '0' || text[i] > '9' : text[i] != kShape[i]) return false;
  }
  return std::all_of(text.begin() + kShape.size(), text.end() - 1, [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

bool of_encounters(const Correction& c) { return c.action == "join_encounters" || c.action == "part_account"; }

bool judges(const Correction& c) { return c.action == "confirm" || c.action == "change" || c.action == "reject"; }

}  // namespace

void share_corrections(const Record& record, const std::function<void(const SharedCorrection&)>& take) {
  const Record::Snapshot snapshot(record);
  Database& database = record.database();
  Rows rows = database.query(std::string(kCorrectionColumns) + "ORDER BY c.id");
  while (rows.next()) {
    SharedCorrection shared{read_correction(rows), {}, {}, {}, {}};
    if (!shared.correction.document.empty()) shared.identity = database.text("SELECT identity FROM documents WHERE key = ?", shared.correction.document).value_or("");
    shared.turns = turns_of(database, shared.correction.number);
    if (of_encounters(shared.correction)) {
      shared.encounter = share_encounter(database, shared.correction.encounter);
      shared.other_encounter = share_encounter(database, shared.correction.other_encounter);
    }
    take(shared);
  }
}

class Takeovers::Work {
 public:
  explicit Work(Record& record) : database_(record.database()), transaction_(database_), touched_(database_), latest_(moment(database_, kClocksDiffer)) {}

  Takeover take(const SharedCorrection& shared, std::string& why) {
    if (why = fault(shared); !why.empty()) return Takeover::refused;
    if (const auto known = database_.integer("SELECT id FROM corrections WHERE key = ?", shared.correction.key)) {
      return turn(*known, shared.turns) ? Takeover::taken : Takeover::known;
    }
    Correction ours = shared.correction;
    std::optional<int64_t> document;
    if (!ours.document.empty()) {
      document = shared_document(database_, ours.document, shared.identity);
      if (!document) {
        why = fmt::format("document {} is not in this record", ours.document);
        return Takeover::refused;
      }
    }
    why = of_encounters(ours) ? misfit_of_encounters(shared, ours) : misfit(ours, document);
    if (!why.empty()) return Takeover::refused;
    turn(keep(ours, document), shared.turns);
    return Takeover::taken;
  }

  void commit() {
    touched_.finish();
    transaction_.commit();
  }

 private:
  /// What no program of ours would have written.
  std::string fault(const SharedCorrection& shared) const {
    const Correction& c = shared.correction;
    if (c.key.empty() || c.who.empty()) return "it has no key, or not the name of who made it";
    if (!is_name(c.key, kLongestKey) || !is_name(c.who, kLongestUser)) return fmt::format("its key or the name of who made it is longer than {} bytes, or no plain line", kLongestUser);
    if (!is_lines(c.why, kLongestReason)) return fmt::format("its reason is longer than {} bytes, or holds control characters", kLongestReason);
    if (!judges(c) && !of_encounters(c) && c.action != "join_people" && c.action != "part_person") return fmt::format("\"{}\" is no correction that can be taken over", c.action);
    const bool of_document = judges(c) || c.action == "part_person" || c.action == "part_account";
    if (of_document == c.fact.empty() && c.action != "part_person") return "it does not say of which fact it is";
    if (of_document && c.document.empty()) return "it does not say of which document it is";
    if (!is_moment(c.when)) return "its time is no moment such as 2026-01-31T08:00:00.000Z";
    if (c.when > latest_) return "it was made in the future: one of the two clocks is wrong";
    for (const Turn& one : shared.turns) {
      if ((one.action != "undo" && one.action != "redo") || !is_moment(one.made) || !is_name(one.who, kLongestUser) || !is_lines(one.why, kLongestReason)) return "its undoing or redoing is not well described";
      if (one.made > latest_) return "it was taken back in the future: one of the two clocks is wrong";
    }
    return {};
  }

  /// Why it cannot be applied here.
  std::string misfit(const Correction& c, std::optional<int64_t> document) {
    if (c.action == "join_people") {
      for (const std::string* key : {&c.person, &c.other}) {
        if (!database_.integer("SELECT 1 FROM people WHERE key = ?", *key)) return fmt::format("nobody in this record is {}", *key);
      }
      return {};
    }
    const int64_t version = touched_.version_of(document.value_or(0));
    if (!row_of_fact(database_, version, c.fact)) return fmt::format("document {} holds no fact {} in this record: it may have been read by another program or model", c.document, c.fact);
    if (c.action == "reject" && c.fact.starts_with("e-")) return "entities cannot be rejected";
    if (c.action == "change") return misfit_of_value(c, version);
    if (c.action == "part_person" && (c.other.empty() || c.person.empty())) return "it does not say who is parted";
    return {};
  }

  /// Gives `ours` the keys that its encounters and account have here, or says why it cannot be applied.
  std::string misfit_of_encounters(const SharedCorrection& shared, Correction& ours) {
    std::string why;
    const auto other = known_account(database_, shared.other_encounter, why);
    if (!other) return why;
    ours.other_encounter = other->home;
    const auto one = known_account(database_, shared.encounter, why);
    if (ours.action == "part_account") {
      // Where it was parted from is said for people: it holds as well where those accounts are not.
      ours.fact = other->account;
      ours.encounter = one ? one->home : std::string();
      return {};
    }
    if (!one) return why;
    ours.encounter = one->home;
    return one->home == other->home ? fmt::format("{} and {} are one account in this record", shared.encounter.account, shared.other_encounter.account) : std::string();
  }

  std::string misfit_of_value(const Correction& c, int64_t version) {
    try {
      for (const std::string& entity : entities_named(correction_field(c.fact, c.field, c.value), c.value)) {
        if (!database_.integer("SELECT 1 FROM entities WHERE version = ? AND key = ?", version, entity)) return fmt::format("document {} knows nobody as {}", c.document, entity);
      }
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }

  int64_t keep(const Correction& c, std::optional<int64_t> document) {
    const bool change = c.action == "change";
    const int64_t version = document ? touched_.version_of(*document) : 0;
    if (change) keep_machine_value(database_, *document, version, c.fact, c.field);
    if (c.action == "part_person") part(c, version);
    database_.run(
        "INSERT INTO corrections(key, batch, action, document, fact, field, value, before, person, other, encounter, other_encounter, label, who, why, made) VALUES "
        "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        c.key, batch_of(c.batch), c.action, document, or_null(c.fact), or_null(c.field), change ? std::optional(c.value) : std::nullopt, change ? std::optional(c.before) : std::nullopt,
        or_null(c.person), or_null(c.other), or_null(c.encounter), or_null(c.other_encounter), or_null(c.label), c.who, or_null(c.why), c.when);
    const int64_t number = database_.last_row();
    touch(number);
    return number;
  }

  void part(const Correction& c, int64_t version) {
    person_row(database_, c.other, database_.text("SELECT name FROM entities WHERE version = ? AND key = ?", version, c.fact).value_or(""),
               database_.text("SELECT country FROM entities WHERE version = ? AND key = ?", version, c.fact).value_or(""));
  }

  /// Those that were one batch there are one here.
  int64_t batch_of(int64_t theirs) {
    const auto [known, fresh] = batches_.try_emplace(theirs, 0);
    if (fresh) known->second = next_batch(database_);
    return known->second;
  }

  void touch(int64_t number) {
    const auto document = database_.integer("SELECT document FROM corrections WHERE id = ?", number);
    const auto one = find_correction(database_, number);
    if (judges(*one)) touched_.fact(document.value_or(0), one->fact);
    else if (of_encounters(*one)) touched_.encounters();
    else touched_.people();
  }

  /// Adds the turns that are not known yet; false where there was none.
  bool turn(int64_t number, const std::vector<Turn>& turns) {
    int64_t added = 0;
    for (const Turn& one : turns) {
      added += database_.run("INSERT OR IGNORE INTO correction_turns(correction, made, action, who, why) VALUES (?,?,?,?,?)", number, one.made, one.action, one.who, or_null(one.why));
    }
    if (added == 0) return false;
    const auto all = turns_of(database_, number);
    const bool undone = all.back().action == "undo";
    const auto one = find_correction(database_, number);
    if (one->action == "change" && !undone && !one->undone.empty()) {
      const auto document = database_.integer("SELECT document FROM corrections WHERE id = ?", number);
      keep_machine_value(database_, *document, touched_.version_of(*document), one->fact, one->field);
    }
    database_.run("UPDATE corrections SET undone = ?, undone_by = ? WHERE id = ?", undone ? std::optional(all.back().made) : std::nullopt,
                  undone ? std::optional(all.back().who) : std::nullopt, number);
    touch(number);
    return true;
  }

  Database& database_;
  Transaction transaction_;
  Touched touched_;
  const std::string latest_;
  std::map<int64_t, int64_t> batches_;
};

Takeovers::Takeovers(Record& record) : work_(std::make_unique<Work>(record)) {}
Takeovers::~Takeovers() = default;
Takeover Takeovers::take(const SharedCorrection& shared, std::string& why) { return work_->take(shared, why); }
void Takeovers::commit() { work_->commit(); }

}  // namespace chancery::record
