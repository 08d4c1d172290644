// Adds many documents quickly: they are gathered in memory and written several to a transaction, each atomic of its
// own.
//
// `on_added` is called only once the document is safely on disk, `on_failed` when one could not be kept (the others
// are). One thread at a time. The write lock is held only while a batch is written, never while texts are analysed.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

class Transaction;
struct Prepared;
struct ToIndex;

struct BatchLimits {
  size_t documents = 128;
  size_t bytes = size_t{8} << 20;      ///< of original bytes and text
  std::chrono::milliseconds age{500};  ///< a document waits no longer than this for the next `add`
};

class Adder {
 public:
  using OnAdded = std::function<void(const Added&)>;
  using OnFailed = std::function<void(const std::string& item, const std::string& reason)>;

  /// `record` must outlive the adder.
  Adder(Record& record, RunId run, OnAdded on_added, OnFailed on_failed, BatchLimits limits = {});
  Adder(const Adder&) = delete;
  Adder& operator=(const Adder&) = delete;
  /// What was not flushed is not kept and was not reported.
  ~Adder();

  void add(Document&& document, const Original& original);
  /// Lists the failure with the batch and tells `on_failed`.
  void fail(const std::string& item, const std::string& reason);
  /// Writes what is waiting. Throws Error(io) or Error(record) with nothing of the batch kept or reported; the
  /// documents stay waiting, so that flush may be tried again.
  void flush();

 private:
  struct Waiting {
    Document document;
    std::string bytes, media_type;
  };
  struct Outcomes {
    std::vector<Added> added;
    std::vector<std::pair<std::string, std::string>> refused;
  };
  bool full() const;
  /// Quick, without a savepoint a document; false, with nothing kept, where one of them was refused.
  bool keep_at_once(const std::vector<Prepared>& prepared, Outcomes& outcomes);
  void keep_one_by_one(const std::vector<Prepared>& prepared, Outcomes& outcomes);
  void finish(Transaction& transaction, const ToIndex& index, Outcomes& outcomes);

  Record& record_;
  RunId run_;
  OnAdded on_added_;
  OnFailed on_failed_;
  BatchLimits limits_;
  std::vector<Waiting> waiting_;
  std::vector<std::pair<std::string, std::string>> failures_;
  size_t bytes_ = 0;
  std::chrono::steady_clock::time_point oldest_{};
};

}  // namespace chancery::record
