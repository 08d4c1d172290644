// Read-only connections to one record, lent to whoever answers a request: a connection serves one thread at a time.
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

 private:
  void give_back(std::unique_ptr<record::Record> record);

  const std::filesystem::path path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<record::Record>> free_;
};

}  // namespace chancery::server::api
