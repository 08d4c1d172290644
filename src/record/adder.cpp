#include "record/adder.hpp"

#include "base/error.hpp"
#include "record/keep.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

/// Whether the record as a whole cannot go on, rather than this one document.
bool concerns_all(const Error& error) {
  return error.kind() != ErrorKind::input && error.kind() != ErrorKind::internal;
}

}  // namespace

Adder::Adder(Record& record, RunId run, OnAdded on_added, OnFailed on_failed, BatchLimits limits)
    : record_(record), run_(run), on_added_(std::move(on_added)), on_failed_(std::move(on_failed)), limits_(limits) {}

Adder::~Adder() = default;

void Adder::add(Document&& document, const Original& original) {
  if (waiting_.empty() && failures_.empty()) oldest_ = std::chrono::steady_clock::now();
  bytes_ += document.text.size() + original.bytes.size();
  waiting_.push_back({std::move(document), std::string(original.bytes), std::string(original.media_type)});
  if (full()) flush();
}

void Adder::fail(const std::string& item, const std::string& reason) {
  if (waiting_.empty() && failures_.empty()) oldest_ = std::chrono::steady_clock::now();
  failures_.emplace_back(item, reason);
  if (full()) flush();
}

bool Adder::full() const {
  return waiting_.size() + failures_.size() >= limits_.documents || bytes_ >= limits_.bytes ||
         std::chrono::steady_clock::now() - oldest_ >= limits_.age;
}

void Adder::flush() {
  if (waiting_.empty() && failures_.empty()) return;
  std::vector<Prepared> prepared;
  prepared.reserve(waiting_.size());
  for (const Waiting& one : waiting_) prepared.push_back(prepare(one.document, {one.bytes, one.media_type}));

  Outcomes outcomes;
  if (!keep_at_once(prepared, outcomes)) {
    outcomes = {};
    keep_one_by_one(prepared, outcomes);
  }
  waiting_.clear();
  failures_.clear();
  bytes_ = 0;
  for (const Added& one : outcomes.added) on_added_(one);
  for (const auto& [item, reason] : outcomes.refused) on_failed_(item, reason);
}

bool Adder::keep_at_once(const std::vector<Prepared>& prepared, Outcomes& outcomes) {
  Database& database = record_.database();
  Transaction transaction(database);
  ToIndex index;
  try {
    for (const Prepared& one : prepared) outcomes.added.push_back(keep(database, one, run_, index));
  } catch (const Error& error) {
    if (concerns_all(error)) throw;
    return false;
  }
  finish(transaction, index, outcomes);
  return true;
}

void Adder::keep_one_by_one(const std::vector<Prepared>& prepared, Outcomes& outcomes) {
  Database& database = record_.database();
  Transaction transaction(database);
  ToIndex index;
  for (const Prepared& one : prepared) {
    const ToIndex before = index;
    try {
      Savepoint savepoint(database);
      Added added = keep(database, one, run_, index);
      savepoint.release();
      outcomes.added.push_back(std::move(added));
    } catch (const Error& error) {
      if (concerns_all(error)) throw;
      index = before;
      const DocumentInfo& info = one.document->info;
      outcomes.refused.emplace_back(info.source.empty() ? info.id : info.source, error.what());
    }
  }
  finish(transaction, index, outcomes);
}

void Adder::finish(Transaction& transaction, const ToIndex& index, Outcomes& outcomes) {
  Database& database = record_.database();
  index.run(database);
  outcomes.refused.insert(outcomes.refused.end(), failures_.begin(), failures_.end());
  for (const auto& [item, reason] : outcomes.refused) keep_failure(database, item, reason, run_);
  transaction.commit();
}

}  // namespace chancery::record
