#include "questions/overview.hpp"

namespace chancery::questions {

Overview overview(const record::Record& record, size_t latest) {
  constexpr size_t kFailures = 100;
  const record::Record::Snapshot snapshot(record);
  record::EncounterFilters about;
  about.main_only = true;
  about.statuses = {Status::happened};
  return {record.status(), record.failures(kFailures), find_encounters(record, about, {0, latest})};
}

}  // namespace chancery::questions
