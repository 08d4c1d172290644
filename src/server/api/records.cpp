#include "server/api/records.hpp"

namespace chancery::server::api {

Records::Records(std::filesystem::path path) : path_(std::move(path)) {
  free_.push_back(std::make_unique<record::Record>(record::Record::open(path_, {})));
}

Records::Lease Records::lend() {
  {
    const std::lock_guard lock(mutex_);
    if (!free_.empty()) {
      auto record = std::move(free_.back());
      free_.pop_back();
      return {*this, std::move(record)};
    }
  }
  return {*this, std::make_unique<record::Record>(record::Record::open(path_, {}))};
}

Records::WriteLease Records::write() {
  // A person waits at the other end, and the thread is one of few.
  constexpr std::chrono::seconds kPatience{5};
  std::unique_lock turn(writing_);
  if (!writer_) {
    record::OpenOptions options;
    options.mode = record::Mode::read_write;
    options.patience = kPatience;
    writer_ = std::make_unique<record::Record>(record::Record::open(path_, options));
  }
  return {std::move(turn), *writer_};
}

void Records::give_back(std::unique_ptr<record::Record> record) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(record));
}

}  // namespace chancery::server::api
