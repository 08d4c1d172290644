// Figures of one kind over time and by voice, and the same figure given differently by two of them.
//
// A figure stands at the period it is about, else at the day it was published. What a hedge leaves open is a range:
// "more than 60" has no upper end, "about 30,000" is anything that rounds to it. Two figures are taken for the same one
// where unit, direction and indicator agree and enough else does (countries, stated period, encounter, a particular
// indicator); `reasons` says what, and the reader decides. Values in, values out; throws nothing of its own.
#pragma once

#include <limits>
#include <string>
#include <vector>

#include "record/query_facts.hpp"

namespace chancery::questions {

/// Both ends inclusive; infinite where the words leave it open.
struct ValueRange {
  double from = -std::numeric_limits<double>::infinity(), to = std::numeric_limits<double>::infinity();
  std::string basis;  ///< exact | stated ("4 to 5") | open ("more than") | rounding ("about")
  bool meets(const ValueRange& other) const { return from <= other.to && other.from <= to; }
};

struct SeriesPoint {
  record::FigureLine figure;
  ValueRange range;
  std::string from, to;  ///< days it stands at; empty where neither period nor publication is known
  std::string basis;     ///< stated | relative | published
  size_t voice = 0;      ///< into Series::voices
};

/// Who gives figures: a person, or where nobody is named the publisher.
struct Voice {
  std::string name, person;  ///< `person`: key, empty for a publisher
  bool publisher = false;
  int64_t figures = 0;
};

struct GivenDifferently {
  size_t a = 0, b = 0;  ///< into Series::points
  std::vector<std::string> reasons;  ///< indicator | countries | period | encounter | days
};

struct SeriesQuery {
  record::FigureFilters filters;
  size_t limit = 500;  ///< points, the latest published first chosen
};

struct Series {
  SeriesQuery query;
  int64_t total = 0;
  std::vector<SeriesPoint> points;  ///< by the days they stand at, those without one last
  std::vector<Voice> voices;        ///< most figures first
  std::vector<record::Count> indicators, units;
  std::vector<GivenDifferently> differently;
};

Series series(const record::Record& record, const SeriesQuery& query);

/// What the words of a figure leave open.
ValueRange range_of(const record::FigureLine& figure);

}  // namespace chancery::questions
