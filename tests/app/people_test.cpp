// Who is who across documents: what the machine takes for one person, and what people say of it.
#include "app/people.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "app/engine.hpp"
#include "base/error.hpp"
#include "document/identify.hpp"
#include "record/people.hpp"

namespace chancery::app {
namespace {

Entity person(const std::string& name, const std::string& country, const std::string& office = {}) {
  Entity entity;
  entity.type = MentionType::person;
  entity.name = name;
  entity.names = {name};
  entity.country = country;
  if (!office.empty()) entity.offices = {Office{office, country, {}}};
  return entity;
}

class People : public testing::Test {
 protected:
  People()
      : folder_(std::filesystem::temp_directory_path() / ("chancery-people-" + std::to_string(getpid()))),
        record_((std::filesystem::remove_all(folder_), std::filesystem::create_directories(folder_),
                 record::Record::open(folder_ / "a.db", creating()))),
        linker_(record_, engine().knowledge()) {}
  ~People() override { std::filesystem::remove_all(folder_); }

  static record::OpenOptions creating() {
    record::OpenOptions options;
    options.mode = record::Mode::create;
    return options;
  }

  static const Engine& engine() {
    static const Engine one;
    return one;
  }

  /// Keeps a document that names these people.
  std::string add(const std::string& day, std::vector<Entity> entities) {
    Document document;
    document.info.id = "d-" + std::to_string(++count_);
    document.info.published = day;
    document.title = "Release " + std::to_string(count_);
    document.text = "Text " + std::to_string(count_);
    document.entities = std::move(entities);
    identify(document);
    linker_.link(document);
    record_.add(document, {document.text, "text/plain"}, record_.begin_run({"chancery test", "add", "{}"}));
    return document.info.id;
  }

  std::string key(const std::string& document, size_t entity = 0) const { return record_.load(document).document.entities.at(entity).person; }
  std::string why(const std::string& document) const { return record_.load(document).document.entities.at(0).linked_by; }

  std::filesystem::path folder_;
  record::Record record_;
  PeopleLinker linker_;
  int count_ = 0;
};

TEST_F(People, OneNameIsOnePersonWithAReason) {
  const auto a = add("2022-01-05", {person("Marta Lindqvist", "SWE", "Foreign Minister")});
  const auto b = add("2022-02-05", {person("Marta Lindqvist", "SWE")});
  EXPECT_FALSE(key(a).empty());
  EXPECT_EQ(key(a), key(b));
  EXPECT_EQ(why(a), "");
  EXPECT_EQ(why(b), "the same name, acting for SWE");
}

TEST_F(People, TransliterationsAndShortFormsAreOnePerson) {
  const auto a = add("2022-01-05", {person("Andriy Sadovyi", "UKR")});
  EXPECT_EQ(key(add("2022-02-05", {person("Andrii Sadovyy", "UKR")})), key(a));
  const auto b = add("2022-01-05", {person("Joseph Hartwell", "USA")});
  EXPECT_EQ(key(add("2022-02-05", {person("Joe Hartwell", "USA")})), key(b));
  EXPECT_EQ(key(add("2022-02-05", {person("Joseph R. Hartwell, Jr.", "USA")})), key(b));
}

TEST_F(People, NamesThatOnlyAgreeNeedCountryOrOffice) {
  const auto a = add("2022-01-05", {person("Joseph Hartwell", "")});
  EXPECT_NE(key(add("2022-02-05", {person("Joe Hartwell", "")})), key(a));
}

TEST_F(People, NamesakesOfTwoCountriesStayApart) {
  const auto a = add("2022-01-05", {person("John Murphy", "IRL", "Minister of Finance")});
  const auto b = add("2022-01-06", {person("John Murphy", "USA", "Senator")});
  EXPECT_NE(key(a), key(b));
  EXPECT_EQ(key(add("2022-01-07", {person("John Murphy", "")})), "") << "it cannot be known which";
}

TEST_F(People, AFamilyNameOfManyIsNoFullName) {
  const auto a = add("2022-01-05", {person("Sheikh Tamim bin Hamad Al Thani", "QAT")});
  const auto b = add("2022-01-06", {person("Sheikh Mohammed bin Abdulrahman Al Thani", "QAT")});
  EXPECT_NE(key(a), key(b));
  EXPECT_EQ(key(add("2022-01-07", {person("Al Thani", "QAT")})), "");
}

TEST_F(People, ASurnameAloneNeedsOfficeCountryAndTime) {
  const auto a = add("2022-01-05", {person("Ingrid Solheim", "NOR", "Prime Minister")});
  add("2022-01-05", {person("Lars Solheim", "NOR", "Ambassador")});
  EXPECT_EQ(key(add("2022-03-05", {person("Solheim", "NOR", "Prime Minister")})), key(a));
  EXPECT_EQ(key(add("2022-03-06", {person("Solheim", "NOR")})), "");
  EXPECT_EQ(key(add("2022-03-06", {person("Solheim", "DNK", "Prime Minister")})), "");
  EXPECT_EQ(key(add("2031-03-06", {person("Solheim", "NOR", "Prime Minister")})), "");
}

TEST_F(People, TwoHoldersOfOneSurnameLeaveItOpen) {
  add("2022-01-05", {person("Ingrid Solheim", "NOR", "Minister")});
  add("2022-01-06", {person("Lars Solheim", "NOR", "Minister")});
  EXPECT_EQ(key(add("2022-01-07", {person("Solheim", "NOR", "Minister")})), "");
}

TEST_F(People, ASurnameIsLinkedOnceTheFullNameHasCome) {
  const auto before = add("2022-01-05", {person("Solheim", "NOR", "Prime Minister")});
  EXPECT_EQ(key(before), "");
  const auto after = add("2022-02-05", {person("Ingrid Solheim", "NOR", "Prime Minister")});
  linker_.link_open(record_);
  EXPECT_EQ(key(before), key(after));
}

TEST_F(People, UnnamedOfficialsAreNobody) {
  Entity unnamed = person("President of Norway", "NOR");
  unnamed.offices = {Office{"President of Norway", "NOR", {}}};
  EXPECT_EQ(key(add("2022-01-05", {unnamed})), "");
}

TEST_F(People, TwoAreJoinedAndPartedAgain) {
  const auto a = add("2022-01-05", {person("Ingrid Solheim", "NOR")});
  const auto b = add("2022-01-06", {person("Ingrid Solheim Dahl", "DNK")});
  const std::string kept = key(a), other = key(b);
  ASSERT_NE(kept, other);
  const auto join = record::join_people(record_, kept, other, "editor", "she married");
  EXPECT_EQ(key(b), kept);
  EXPECT_THROW(record::join_people(record_, kept, other, "editor", ""), Error);
  record::undo_people_correction(record_, join.number, "editor");
  EXPECT_EQ(key(b), other);
  EXPECT_TRUE(record::people_corrections(record_).empty());
}

TEST_F(People, APartStandsWhenTheDocumentIsReadAnew) {
  const auto a = add("2022-01-05", {person("John Murphy", "IRL")});
  const auto b = add("2022-01-06", {person("John Murphy", "IRL")});
  const std::string both = key(a);
  ASSERT_EQ(key(b), both);
  record::part_person(record_, both, {b}, "editor", "the other one is the ambassador");
  const std::string own = key(b);
  EXPECT_NE(own, both);
  Document fresh = record_.load(b).document;
  for (Entity& entity : fresh.entities) entity.person = both;
  record_.replace_facts(b, fresh, record_.begin_run({"chancery later", "reread", "{}"}));
  EXPECT_EQ(key(b), own);
  EXPECT_EQ(key(a), both);
  EXPECT_THROW(record::part_person(record_, both, {b}, "editor", ""), Error) << "it names somebody else now";
}

TEST_F(People, ARecordOpenedAgainKnowsThem) {
  const auto a = add("2022-01-05", {person("Marta Lindqvist", "SWE")});
  linker_ = PeopleLinker(record_, engine().knowledge());
  EXPECT_EQ(key(add("2022-02-05", {person("Marta Lindqvist", "SWE")})), key(a));
}

}  // namespace
}  // namespace chancery::app
