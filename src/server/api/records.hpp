// Connections to one record, lent to whoever answers a request: a connection serves one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "record/record.hpp"

namespace chancery::server::api {

/// Thread-safe. Opens as many connections as are lent at once, which the number of threads bounds.
class Records {
 public:
  /// Opens the first. Throws Error(io) or Error(record).
  explicit Records(std::filesystem::path path);

  /// Gives the connection back at its end; must not outlive the Records.
  class Lease {
   public:
    Lease(Records& records, std::unique_ptr<record::Record> record) : records_(&records), record_(std::move(record)) {}
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease() {
      if (record_) records_->give_back(std::move(record_));
    }
    const record::Record& operator*() const { return *record_; }

   private:
    Records* records_;
    std::unique_ptr<record::Record> record_;
  };
  Lease lend();

  /// The one connection that writes, for one request at a time; opened when it is first needed. Must not outlive the
  /// Records. Throws Error(io) or Error(record), the latter also where another program has been writing for too long.
  class WriteLease {
   public:
    WriteLease(std::unique_lock<std::mutex> turn, record::Record& record) : turn_(std::move(turn)), record_(record) {}
    record::Record& operator*() const { return record_; }

   private:
    std::unique_lock<std::mutex> turn_;
    record::Record& record_;
  };
  WriteLease write();

 private:
  void give_back(std::unique_ptr<record::Record> record);

  const std::filesystem::path path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<record::Record>> free_;
  std::mutex writing_;
  std::unique_ptr<record::Record> writer_;
};

}  // namespace chancery::server::api
