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

void Records::give_back(std::unique_ptr<record::Record> record) {
  const std::lock_guard lock(mutex_);
  free_.push_back(std::move(record));
}

}  // namespace chancery::server::api
