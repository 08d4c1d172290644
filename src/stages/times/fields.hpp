// What a rule reads off the words it matches: a fixed set of named integers, before anyone asks which day that is.
//
// "the first nine months of 2021" => number 9, unit M, year 2021. Plain values, no ownership.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace chancery::times {

enum class Field : uint8_t {
  year,
  era,
  month,
  day,
  day2,
  month2,
  year2,
  weekday,
  quarter,
  half,
  season,
  part,
  week,
  hour,
  minute,
  second,
  ampm,
  offset,
  number,
  number2,
  fraction,
  vague,
  unit,
  unit2,
  direction,
  mod,
  ref,
  holiday,
  decade,
  century,
  fiscal,
  shift,
  times,
  quant,
  weekend,
  anchor,
  sense,
  zone,
  zone_hours,
  zone_minutes,
  zone_sign,
  calendar,
  count
};

inline constexpr int kUnset = std::numeric_limits<int>::min();

/// Calendar units and their letters in a TIMEX3 value.
enum class Unit : int {
  second,
  minute,
  hour,
  day,
  night,
  weekend,
  week,
  month,
  season,
  quarter,
  half,
  year,
  decade,
  century,
  millennium,
  unknown
};
/// Parts of a day: TMO, TMI, TAF, TEV, TNI, TDT.
enum class DayPart : int { morning, midday, afternoon, evening, night, daytime };
enum class Season : int { spring, summer, autumn, winter };
enum class Mod : int {
  start,
  mid,
  end,
  approx,
  more_than,
  less_than,
  equal_or_more,
  equal_or_less,
  before,
  after,
  on_or_before,
  on_or_after
};
enum class Ref : int { past, present, future };
enum class Quant : int { every, each, some };
/// Field::sense: how an operation is meant where its fields do not tell. In rule files by these names.
enum Sense : int { kPlain, kToday, kYearBefore, kOfStory };
/// How a point in time moves: away from the publication day or from the last day told of.
enum class Anchor : int { published, told };

/// Written names of fields and of their symbolic values, as rule files spell them.
std::optional<Field> field_named(std::string_view name);
std::optional<int> symbol_named(Field field, std::string_view name);
std::string_view mod_name(Mod mod);
std::string_view ref_name(Ref ref);
std::string_view part_name(DayPart part);
std::string_view season_name(Season season);
std::string_view quant_name(Quant quant);
/// "EDT", "UTC", a name of the IANA time zone database ("Europe/Kyiv") or "local".
std::string_view zone_name(int zone);
/// "islamic", "persian", "hebrew", "buddhist".
std::string_view calendar_name(int calendar);

/// Adds up number words: "two hundred and fifty" => 2, 100, 50 => 250.
class NumberFold {
 public:
  void add(double value);
  double value() const { return total_ + group_; }

 private:
  double total_ = 0, group_ = 0;
};

/// Values read by one match. `number` may be fractional, so it is kept apart.
class Fields {
 public:
  Fields() { values_.fill(kUnset); }
  bool has(Field f) const { return values_[static_cast<size_t>(f)] != kUnset; }
  int get(Field f, int otherwise = 0) const { return has(f) ? values_[static_cast<size_t>(f)] : otherwise; }
  void set(Field f, int value) { values_[static_cast<size_t>(f)] = value; }
  void clear(Field f) { values_[static_cast<size_t>(f)] = kUnset; }
  /// Enters a captured word's value: numbers are folded, year words joined ("nineteen ninety seven"), others set.
  void capture(Field f, double value);
  template <typename E>
  std::optional<E> as(Field f) const {
    return has(f) ? std::optional<E>(static_cast<E>(get(f))) : std::nullopt;
  }
  double number() const { return number_.value() + (has(Field::fraction) ? get(Field::fraction) / 100.0 : 0.0); }
  double number2() const { return number2_.value(); }

 private:
  std::array<int, static_cast<size_t>(Field::count)> values_;
  NumberFold number_, number2_;
};

}  // namespace chancery::times
