// What the record holds of each publisher, day by day, and how complete that is where somebody stated it.
//
// What is stated of one publisher never overlaps, so that of every day at most one thing is said. Threads, errors: as
// Record.
#pragma once

#include <string>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

/// How complete the record is for a publisher and a period.
struct Extent {
  int64_t number = 0;    ///< by which it is removed; filled by the record
  std::string from, to;  ///< ISO days, both inclusive; empty: from the beginning, until now
  std::string extent;    ///< complete | sample | unknown
  std::string why;       ///< how this is known
};

struct PublisherDays {
  std::string publisher, country;
  std::vector<Count> days;      ///< releases a day, oldest first; without those that have none
  int64_t documents = 0;        ///< those too
  std::vector<Extent> extents;  ///< oldest first; none: nobody stated any
};

/// With most releases first; at the end those of which only a statement is left.
std::vector<PublisherDays> publishers_on_record(const Record& record);

/// Returns its number. Throws Error(input) where the record has no release of the publisher, where several of that name
/// differ by country and none is given (`country` empty), where something is stated of some of these days already, where
/// the period ends before it begins, or where it holds days to come.
int64_t state_extent(Record& record, const std::string& publisher, const std::string& country, const Extent& extent);
/// Throws Error(input) where there is none of that number.
void remove_extent(Record& record, int64_t number);

}  // namespace chancery::record
