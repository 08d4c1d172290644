#include "readers/published.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"

namespace chancery::readers {
namespace {

TEST(DateLine, PlainForms) {
  const std::pair<const char*, const char*> cases[] = {
      {"7 march 2019, 18:05", "2019-03-07T18:05"},
      {"March 7, 2019", "2019-03-07"},
      {"Thursday, March 7th, 2019 6:05 p.m.", "2019-03-07T18:05"},
      {"12:05 AM, Mar. 7, 2019", "2019-03-07T00:05"},
      {"07.03.2019 18:05", "2019-03-07T18:05"},
      {"2019-03-07T18:05:09Z", "2019-03-07T18:05Z"},
      {"2019/3/7", "2019-03-07"},
      {"27/03/2019", "2019-03-27"},
      {"Thu, 07 Mar 2019 18:05:00 +0400", "2019-03-07T18:05+04:00"},
      {"7 марта 2019 года", "2019-03-07"},
      {"7 березня 2019 року, 18:05", "2019-03-07T18:05"},
      {"7 mart 2019, 18:05", "2019-03-07T18:05"},
      {"7. März 2019", "2019-03-07"},
      {"1er août 2019", "2019-08-01"},
      {"7 de marzo de 2019", "2019-03-07"},
      {"2019年3月7日", "2019-03-07"},
      {"Published: 7 March 2019", "2019-03-07"},
      {"Posted on March 7, 2019 by admin", "2019-03-07"},
      {"Westhaven, 7 March 2019", "2019-03-07"},
      {"24 June 2022 - 15:50", "2022-06-24T15:50"}};
  for (const auto& [line, iso] : cases) EXPECT_EQ(read_date_line(line), iso) << line;
}

TEST(DateLine, WhatIsNoDateLine) {
  for (const char* line : {"", "The ministers met on 7 March 2019.", "Victory of 9 May 1945", "03/04/2019", "31 February 2019", "March 2019", "7 March", "2019", "18:05",
                           "7 March 2019 and 8 March 2019", "Agreement between the parties signed in the capital on 7 March 2019", "Figures: 12, 15, 2019", "7 March 2019, 18:85", "7 March 2019 13:05 pm"}) {
    EXPECT_EQ(read_date_line(line), std::nullopt) << line;
  }
}

TEST(DateField, IsoStaysAsGiven) {
  for (const char* value : {"2019-03-07", "2019-03-07T18:05", "2019-03-07 18:05:09", "2019-03-07T18:05:09.123+04:00", "2019-03-07T18:05Z"}) {
    EXPECT_EQ(checked_published(value, "date"), value);
  }
}

TEST(DateField, WhatIsWrongIsNamed) {
  const std::pair<const char*, const char*> cases[] = {{"2022-02-31", "does not exist"}, {"2022-13-01", "does not exist"}, {"2999-01-01", "future"},
                                                      {"0001-01-01", "too far back"},   {"2022-02-01T25:00", "time of day"}, {"03/04/2022", "one way"},
                                                      {"soon", "one way"},              {"2022", "one way"}};
  for (const auto& [value, why] : cases) {
    try {
      checked_published(value, "date");
      ADD_FAILURE() << value;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), testing::HasSubstr(why)) << value;
      EXPECT_THAT(error.what(), testing::HasSubstr("field \"date\"")) << value;
    }
  }
}

}  // namespace
}  // namespace chancery::readers
