// What is in the record, what came last, what failed: the home page and `status`.
#pragma once

#include <vector>

#include "record/query.hpp"

namespace chancery::questions {

struct Overview {
  record::Status status;
  std::vector<record::FailureLine> failures;  ///< latest first, at most 100; status.failures counts all
  std::vector<record::EncounterLine> latest;  ///< encounters that took place and that releases are about, newest first
};

Overview overview(const record::Record& record, size_t latest = 10);

}  // namespace chancery::questions
