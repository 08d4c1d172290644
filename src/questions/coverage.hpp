// What the record covers: each publisher's releases month by month, the months without any, and how complete it all is
// where somebody stated it. Values in, values out.
//
// A month without a release is a gap of the record unless it lies in days stated to be complete: then the publisher
// published nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "questions/json.hpp"
#include "record/coverage.hpp"

namespace chancery::questions {

struct Period {
  Day from, to;  ///< both inclusive
};

/// The days between `first` and `last` that are stated to be `extent`, in order, joined where they touch.
std::vector<Period> days_stated(const std::vector<record::Extent>& stated, std::string_view extent, Day first, Day last);
/// complete | sample, where that is stated of every day from `first` to `last` (ISO); else unknown.
std::string extent_of(const std::vector<record::Extent>& stated, const std::string& first, const std::string& last);
/// "complete", "a sample", "complete from 2019-01-01 to 2020-12-31, else not known", "how complete is unknown".
std::string extent_in_words(const std::vector<record::Extent>& stated, const std::string& first, const std::string& last);

/// "2019-03" and the months after it without a release.
struct SilentMonths {
  std::string from, to;
  int64_t months = 0;
  bool complete = false;  ///< stated to be complete: nothing was published
};

struct PublisherCoverage {
  std::string publisher, country;
  int64_t documents = 0, undated = 0;  ///< `documents` holds the undated too
  std::string first_day, last_day;
  std::vector<record::Count> months;   ///< those with a release, oldest first
  std::vector<SilentMonths> gaps;      ///< between the first and the last day, and where the record is stated to be complete
  std::string extent = "unknown";      ///< of all from the first to the last day
  std::vector<record::Extent> stated;
};

struct RecordCoverage {
  int64_t documents = 0, undated = 0;
  std::vector<PublisherCoverage> publishers;  ///< with most releases first
};

/// Of every publisher, or of those called `publisher`.
RecordCoverage coverage(const record::Record& record, const std::string& publisher = {});
PublisherCoverage coverage_of(const record::PublisherDays& days);

Json to_json(const RecordCoverage& coverage);
Json to_json(const record::Extent& extent);

}  // namespace chancery::questions
