// What the record covers for a timeline, and the stretches within it in which nothing of a kind is on record.
//
// A gap is named only where nothing could lie: an encounter dated to a month or a year fills all of it. A stretch in
// which the publishers that matter have no release at all is not covered, and never part of a gap. How complete the
// releases are is said where somebody stated it for the record, else it is unknown. Pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.hpp"
#include "questions/coverage.hpp"

namespace chancery::questions {

/// The releases of one publisher within the period asked for.
struct PublisherCover {
  std::string publisher, country;
  int64_t documents = 0;
  std::string first_day, last_day;
  std::vector<record::Count> years;
  std::string extent = "unknown";  ///< complete | sample | unknown, of all of it
  std::vector<record::Extent> extents;
};

struct Coverage {
  std::vector<PublisherCover> publishers;  ///< those of the two sides; where there are none, all
  bool of_sides = true;
  int64_t others = 0;            ///< releases of further publishers
  std::vector<Period> stretches; ///< covered, in order; months without any release part them
};

/// The publishers of `countries`, else all, within `asked`.
Coverage coverage_of(const std::vector<record::PublisherDays>& publishers, const std::vector<std::string>& countries,
                     const std::optional<Day>& from, const std::optional<Day>& to);

enum class GapOf : uint8_t { meeting, call, any };
std::string_view name_of(GapOf of);

/// A stretch without a meeting, a call, or either.
struct Gap {
  GapOf of = GapOf::any;
  Day from, to;               ///< days of the encounters before and after it, or where what is covered begins and ends
  bool open_before = false;   ///< no encounter before it: it begins where what is covered does
  bool open_after = false;
  int months = 0;             ///< whole ones
  std::string extent = "unknown";  ///< complete | sample | unknown: of what is on record in all of it, by the best known publisher
  int complete_months = 0;         ///< whole ones in a row within what is complete for one publisher
  std::vector<std::string> announced;   ///< days in it for which one was announced; whether it took place is not on record
  std::vector<record::Count> releases;  ///< on record in it, by publisher
  std::string says;           ///< "no meeting on record for 14 months (2019-03 to 2020-05), for which the record of X is complete"
};

/// Gaps of three months and more, at most `most`: those with most complete months first, then the longest. `met` are the days of the encounters, in any order.
std::vector<Gap> gaps_between(GapOf of, std::vector<Period> met, const Coverage& coverage,
                              const std::vector<record::PublisherDays>& publishers, size_t most = 10);

}  // namespace chancery::questions
