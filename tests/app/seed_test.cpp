// The document the project began with, read from its file by the whole engine. Skipped where it is not at hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/engine.hpp"
#include "readers/reader.hpp"

namespace chancery {
namespace {

std::filesystem::path seed_file() {
  const std::filesystem::path folder = CHANCERY_SOURCE_DIR "/../shared/seed";
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".txt") return entry.path();
  }
  return {};
}

class Seed : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto file = seed_file();
    if (file.empty()) GTEST_SKIP() << "the seed document is not beside the project";
    readers::read_path(file.string(), {}, [&](Document&& read, const readers::Original&) { document = std::move(read); },
                       [](readers::Failure&& failure) { ADD_FAILURE() << failure.message; });
    app::Engine().analyse(document);
  }

  std::string name(Index entity) const { return entity == kNone ? "" : document.entities[entity].name; }
  std::string country(Index entity) const { return entity == kNone ? "" : document.entities[entity].country; }
  const Event* other(const std::function<bool(const Event&)>& test) const {
    const auto found = std::find_if(document.events.begin(), document.events.end(), [&](const Event& e) { return !e.main && test(e); });
    return found == document.events.end() ? nullptr : &*found;
  }
  bool takes_part(const Event& event, const std::string& who) const {
    return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& p) { return name(p.entity) == who; });
  }

  Document document;
};

TEST_F(Seed, ReceptionHasHostGuestAndDay) {
  ASSERT_FALSE(document.events.empty());
  const Event& main = document.events.front();
  EXPECT_TRUE(main.main);
  EXPECT_EQ(main.type, EventType::reception);
  EXPECT_EQ(main.time.value, "2017-11-19");
  ASSERT_EQ(main.participants.size(), 2U);
  EXPECT_EQ(name(main.participants[0].entity), "Ilham Aliyev");
  EXPECT_EQ(country(main.participants[0].entity), "AZE");
  EXPECT_EQ(main.participants[0].role, Role::host);
  EXPECT_EQ(name(main.participants[1].entity), "Sergey Lavrov");
  EXPECT_EQ(country(main.participants[1].entity), "RUS");
  EXPECT_EQ(main.participants[1].role, Role::guest);
}

TEST_F(Seed, TurnsAddressEachOther) {
  ASSERT_EQ(document.statements.size(), 2U);
  for (const Statement& turn : document.statements) EXPECT_EQ(turn.mode, StatementMode::turn);
  EXPECT_EQ(name(document.statements[0].speakers.at(0)), "Ilham Aliyev");
  EXPECT_EQ(name(document.statements[0].addressee), "Sergey Lavrov");
  EXPECT_EQ(name(document.statements[1].speakers.at(0)), "Sergey Lavrov");
  EXPECT_EQ(name(document.statements[1].addressee), "Ilham Aliyev");
}

TEST_F(Seed, FigureHasItsHedge) {
  ASSERT_EQ(document.figures.size(), 1U);
  const Figure& figure = document.figures[0];
  EXPECT_EQ(figure.value, 60);
  EXPECT_EQ(figure.unit, "percent");
  EXPECT_EQ(figure.comparison, Comparison::more_than);
  EXPECT_EQ(figure.direction, "up");
  EXPECT_NE(figure.indicator.find("trade"), std::string::npos);
  EXPECT_EQ(document.of(figure.hedge), "according to our statistics at least");
  EXPECT_EQ(name(figure.speaker), "Sergey Lavrov");
  ASSERT_TRUE(figure.time.from && figure.time.to);
  EXPECT_EQ(iso(*figure.time.from), "2017-01-01");
  EXPECT_EQ(iso(*figure.time.to), "2017-09-30");
}

TEST_F(Seed, OtherEventsHaveDayOrPlace) {
  const Event* tehran = other([](const Event& e) { return e.place.name == "Tehran"; });
  ASSERT_NE(tehran, nullptr);
  EXPECT_EQ(tehran->time.value, "2017-11-01");
  EXPECT_TRUE(takes_part(*tehran, "Ilham Aliyev"));
  EXPECT_TRUE(takes_part(*tehran, "Vladimir Putin"));
  for (const std::string place : {"Stavropol", "Baku", "Moscow"}) EXPECT_NE(other([&](const Event& e) { return e.place.name == place; }), nullptr) << place;
  const Event* talk = other([](const Event& e) { return e.place.name == "Azerbaijan Diplomatic Academy"; });
  ASSERT_NE(talk, nullptr);
  EXPECT_EQ(talk->time.value, "2017-11-20");
  EXPECT_NE(other([](const Event& e) { return e.type == EventType::other && e.time.value == "2017-11-20"; }), nullptr);
  const Event* centenary = other([&](const Event& e) { return takes_part(e, "Kerim Kerimov"); });
  ASSERT_NE(centenary, nullptr);
  EXPECT_EQ(centenary->place.name, "Moscow");
  const Event* exchange = other([&](const Event& e) { return e.type == EventType::visit && document.of(e.evidence.at(0)).find("exchanged visits") != std::string_view::npos; });
  ASSERT_NE(exchange, nullptr);
  EXPECT_TRUE(takes_part(*exchange, "Sergey Lavrov"));
}

TEST_F(Seed, GreetingsAreCarriedBothWays) {
  std::vector<std::string> carried;
  for (const Courtesy& c : document.courtesies) {
    if (c.kind == CourtesyKind::greetings) carried.push_back(name(c.from) + " to " + name(c.to) + " by " + name(c.via));
  }
  EXPECT_EQ(carried, (std::vector<std::string>{"Vladimir Putin to Ilham Aliyev by Sergey Lavrov", "Ilham Aliyev to Vladimir Putin by Sergey Lavrov"}));
}

}  // namespace
}  // namespace chancery
