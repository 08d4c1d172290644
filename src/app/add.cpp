#include "app/add.hpp"

#include <algorithm>
#include <set>

#include "app/bare.hpp"
#include "app/encounters.hpp"
#include "app/ordered_work.hpp"
#include "app/people.hpp"
#include "base/error.hpp"
#include "record/adder.hpp"

namespace chancery::app {
namespace {

/// A document, a failure, or the end of a source; on its way from reader to record.
struct Item {
  std::optional<Document> document;
  std::string bytes, media_type;
  std::optional<readers::Failure> failure;
  std::string ended;         ///< the source that was read to its end without failing as a whole
  uint64_t progress = 0;     ///< bytes of sources that are done with it
  bool known = false;        ///< the record expects nothing new of it: not analysed
};

/// Thrown through a reader to leave it; never leaves this file.
struct Leave {};

/// The writing end: one thread.
class Keeper {
 public:
  Keeper(const Engine& engine, record::Record& record, const AddEvents& events, record::RunId run)
      : engine_(engine),
        record_(record),
        events_(events),
        run_(run),
        people_(record, engine.knowledge()),
        adder_(record, run, [this](const record::Added& a) { added(a); }, [this](const std::string& i, const std::string& r) { failed(i, r); }) {
    for (const auto& failure : record.failures(kAllFailures)) failing_.insert(failure.item);
  }

  void take(Item&& item) {
    progress_.bytes_done += item.progress;
    if (item.document) {
      ++progress_.documents;
      if (item.known) unread_sources_.insert(item.document->info.source);
      if (!item.known) people_.link(*item.document);
      adder_.add(std::move(*item.document), {item.bytes, item.media_type});
    } else if (item.failure) {
      ++progress_.failed;
      adder_.fail(item.failure->id, item.failure->message);
    } else if (!item.ended.empty() && has_failed_before(item.ended)) {
      adder_.flush();
      record_.succeeded(item.ended, run_);
    }
    if (events_.on_progress) events_.on_progress(progress_);
  }

  AddCount finish() {
    adder_.flush();
    for (const auto& id : unread_) read_again(id);
    if (count_.added + count_.changed > 0) people_.link_open(record_);
    match_encounters(record_);
    return count_;
  }

 private:
  static constexpr size_t kAllFailures = 1'000'000;

  void added(const record::Added& added) {
    switch (added.outcome) {
      case record::Outcome::added: ++count_.added; break;
      case record::Outcome::known: ++count_.known; break;
      case record::Outcome::changed: ++count_.changed; break;
      case record::Outcome::removed: ++count_.removed; break;
    }
    const bool kept = added.outcome == record::Outcome::added || added.outcome == record::Outcome::changed;
    if (kept && unread_sources_.contains(added.source)) unread_.push_back(added.id);
    if (events_.on_added) events_.on_added(added);
  }

  void failed(const std::string& item, const std::string& reason) {
    ++count_.failed;
    if (events_.on_failed) events_.on_failed(item, reason);
  }

  /// "releases.csv" has failed before, or a line of it, "releases.csv:12".
  bool has_failed_before(const std::string& source) const {
    const auto at = failing_.lower_bound(source);
    return at != failing_.end() && (*at == source || at->starts_with(source + ":"));
  }

  /// Someone else changed the record between our question and our writing, so that a document thought known was kept
  /// without its facts.
  void read_again(const std::string& id) {
    Document fresh = bare(record_.load(id).document);
    engine_.analyse(fresh);
    people_.link(fresh);
    record_.replace_facts(id, fresh, run_);
  }

  const Engine& engine_;
  record::Record& record_;
  const AddEvents& events_;
  const record::RunId run_;
  PeopleLinker people_;
  record::Adder adder_;
  AddCount count_;
  AddProgress progress_;
  std::set<std::string> failing_;
  std::set<std::string> unread_sources_;
  std::vector<std::string> unread_;
};

/// The reading end: the caller's thread.
class Feeder {
 public:
  Feeder(const record::Record& asked, const AddOptions& options, OrderedWork<Item, Item>& work, std::stop_token stop)
      : asked_(asked), options_(options), work_(work), stop_(std::move(stop)) {}

  /// False when stopped.
  bool feed(const Sources& sources) {
    try {
      for (const auto& [path, reason] : sources.unreadable) put(failed(path, reason, 0));
      for (const auto& file : sources.files) read(file);
    } catch (const Leave&) {
      if (broken_) std::rethrow_exception(broken_);
      return false;
    }
    return true;
  }

 private:
  void read(const SourceFile& file) {
    if (stop_.stop_requested()) throw Leave{};
    uint64_t left = file.bytes;
    const auto part = [&](uint64_t bytes) {
      const uint64_t taken = std::min(left, bytes);
      left -= taken;
      return taken;
    };
    try {
      readers::read_path(
          file.path, options_.input,
          [&](Document&& document, const readers::Original& original) { put(item_of(std::move(document), original, part(original.bytes.size()))); },
          [&](readers::Failure&& failure) { put(failed(failure.id, failure.message, 0)); });
      Item end;
      end.ended = file.path;
      end.progress = left;
      put(std::move(end));
    } catch (const Error& error) {
      if (error.kind() != ErrorKind::io && error.kind() != ErrorKind::input) throw;
      put(failed(file.path, error.what(), left));
    }
  }

  static Item failed(const std::string& id, const std::string& reason, uint64_t progress) {
    Item item;
    item.failure = readers::Failure{id, reason};
    item.progress = progress;
    return item;
  }

  Item item_of(Document&& document, const readers::Original& original, uint64_t progress) const {
    Item item;
    item.bytes = original.bytes;
    item.media_type = original.media_type;
    item.progress = progress;
    const auto outcome = asked_.expect(document, {original.bytes, original.media_type});
    item.known = outcome == record::Outcome::known || outcome == record::Outcome::removed;
    item.document = std::move(document);
    return item;
  }

  void put(Item&& item) {
    if (stop_.stop_requested()) throw Leave{};
    const size_t weight = item.bytes.size() + (item.document ? item.document->text.size() : 0);
    try {
      work_.put(std::move(item), weight);
    } catch (...) {
      broken_ = std::current_exception();
      throw Leave{};
    }
  }

  const record::Record& asked_;
  const AddOptions& options_;
  OrderedWork<Item, Item>& work_;
  const std::stop_token stop_;
  std::exception_ptr broken_;
};

}  // namespace

AddCount add(const Engine& engine, record::Record& record, const Sources& sources, const AddOptions& options, const AddEvents& events,
             std::stop_token stop) {
  // A second connection answers "is it known?" on the reading thread while the first writes.
  const auto asked = record::Record::open(record.path(), {});
  const record::RunId run = record.begin_run({.made_by = engine.made_by(), .command = "add", .settings = ""});
  Keeper keeper(engine, record, events, run);
  OrderedWork<Item, Item> work(
      Bounds{.threads = options.threads},
      [&](Item&& item) {
        if (item.document && !item.known) engine.analyse(*item.document);
        return std::move(item);
      },
      [&](Item&& item) { keeper.take(std::move(item)); });
  const bool whole = Feeder(asked, options, work, std::move(stop)).feed(sources);
  work.finish();
  AddCount count = keeper.finish();
  count.interrupted = !whole;
  record.end_run(run);
  return count;
}

}  // namespace chancery::app
