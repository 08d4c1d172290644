#include "stages/times/calendar.hpp"

#include <gtest/gtest.h>

#include "stages/times/holidays.hpp"

namespace chancery::times {
namespace {

Point day(int year, int month, int of_month) {
  Point p;
  p.year = year;
  p.part = month;
  p.day = of_month;
  return p;
}

Point of(Grain grain, int year, int part = 0) {
  Point p;
  p.grain = grain;
  p.year = year;
  p.part = part;
  return p;
}

std::string moved(const Point& p, Unit unit, int count) {
  const auto to = shifted(p, unit, count);
  return to ? value_of(*to) : "none";
}

TEST(Calendar, WritesValuesAsTimex3Does) {
  EXPECT_EQ(value_of(day(2017, 11, 19)), "2017-11-19");
  EXPECT_EQ(value_of(of(Grain::week, 1989, 5)), "1989-W05");
  EXPECT_EQ(value_of(of(Grain::weekend, 1989, 44)), "1989-W44-WE");
  EXPECT_EQ(value_of(of(Grain::season, 1989, 0)), "1989-SP");
  EXPECT_EQ(value_of(of(Grain::decade, kNoYear, 198)), "198");
  EXPECT_EQ(value_of(of(Grain::century, kNoYear, 19)), "19");
  EXPECT_EQ(value_of(of(Grain::weekday, kNoYear, 5)), "XXXX-WXX-5");
  EXPECT_EQ(value_of(day(kNoYear, 12, 25)), "XXXX-12-25");
  Point time = day(1998, 2, 12);
  time.hour = 19;
  time.minute = 15;
  EXPECT_EQ(value_of(time), "1998-02-12T19:15");
  Point bc = of(Grain::year, 480);
  bc.bc = true;
  EXPECT_EQ(value_of(bc), "BC0480");
}

TEST(Calendar, MovesByUnits) {
  EXPECT_EQ(moved(day(2017, 11, 30), Unit::day, 1), "2017-12-01");
  EXPECT_EQ(moved(day(2017, 1, 31), Unit::month, -1), "2016-12");
  EXPECT_EQ(moved(day(2021, 1, 1), Unit::week, 0), "2020-W53");
  EXPECT_EQ(moved(day(2017, 11, 19), Unit::quarter, -3), "2017-Q1");
  EXPECT_EQ(moved(day(2017, 11, 19), Unit::decade, 1), "202");
  EXPECT_EQ(moved(of(Grain::year, 2017), Unit::day, 3), "none");
  EXPECT_EQ(moved(day(9999, 12, 31), Unit::year, 1), "none");
  EXPECT_EQ(moved(of(Grain::year, 2017), Unit::year, -5000), "BC2984");
  EXPECT_EQ(moved(day(2017, 11, 19), Unit::day, 2000000000), "none");
}

TEST(Calendar, CoversDays) {
  const auto days = interval_of(of(Grain::quarter, 2017, 4));
  ASSERT_TRUE(days);
  EXPECT_EQ(iso(days->first) + ".." + iso(days->second), "2017-10-01..2017-12-31");
  const auto winter = interval_of(of(Grain::season, 2017, 3));
  ASSERT_TRUE(winter);
  EXPECT_EQ(iso(winter->second), "2018-02-28");
  EXPECT_FALSE(interval_of(day(kNoYear, 12, 25)));
  EXPECT_FALSE(interval_of(of(Grain::year, 0)));
  EXPECT_FALSE(interval_of(of(Grain::year, 99999)));
  EXPECT_FALSE(interval_of(of(Grain::season, 9999, 3)));
}

TEST(Calendar, WritesLengths) {
  EXPECT_EQ(duration_value(9, Unit::month), "P9M");
  EXPECT_EQ(duration_value(2, Unit::hour), "PT2H");
  EXPECT_EQ(duration_value(2.5, Unit::year), "P2Y6M");
  EXPECT_EQ(duration_value(1.5, Unit::minute), "PT1M30S");
  EXPECT_EQ(duration_value(std::nullopt, Unit::decade), "PXE");
}

TEST(Holidays, MoveByTheirRules) {
  const auto on = [](int which, int year) {
    const auto d = holiday(which, year);
    return d ? iso(*d) : "none";
  };
  EXPECT_EQ(on(*symbol_named(Field::holiday, "easter"), 2022), "2022-04-17");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "orthodox_easter"), 2022), "2022-04-24");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "thanksgiving"), 1999), "1999-11-25");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "election_day"), 2024), "2024-11-05");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "memorial_day"), 2022), "2022-05-30");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "easter"), 1400), "none");
  // The civil tables differ from the sighting of the moon by a day at most.
  EXPECT_EQ(on(*symbol_named(Field::holiday, "ramadan"), 2022), "2022-04-03");
  EXPECT_EQ(on(*symbol_named(Field::holiday, "eid_al_adha"), 2021), "2021-07-20");
}

TEST(Numbers, AreAddedUpFromWords) {
  const auto fold = [](std::initializer_list<double> values) {
    NumberFold f;
    for (const double v : values) f.add(v);
    return f.value();
  };
  EXPECT_EQ(fold({2, 100, 50}), 250);
  EXPECT_EQ(fold({20, 5}), 25);
  EXPECT_EQ(fold({3, 1000, 2, 100}), 3200);
  EXPECT_EQ(fold({100}), 100);
}

}  // namespace
}  // namespace chancery::times
