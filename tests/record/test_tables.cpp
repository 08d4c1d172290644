#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <set>

#include "base/utf8.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// The record as another program sees it: plain SQLite, none of our functions.
class Tables : public testing::Test {
 protected:
  Tables() {
    record::Record record = sample::create(folder_ / "a.db");
    record.add(document_, sample::original_of(document_), sample::begin(record));
    sample::add_calls(record, 4);
    record.failed("x.txt", "unreadable", sample::begin(record));
    sqlite3_open_v2((folder_ / "a.db").c_str(), &handle_, SQLITE_OPEN_READONLY, nullptr);
  }
  ~Tables() override { sqlite3_close(handle_); }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  /// Rows, their columns joined by "|".
  std::vector<std::string> ask(const std::string& sql) const {
    std::vector<std::string> rows;
    char* message = nullptr;
    sqlite3_exec(
        handle_, sql.c_str(),
        [](void* out, int columns, char** values, char**) {
          std::string row;
          for (int i = 0; i < columns; ++i) row += (i == 0 ? "" : "|") + std::string(values[i] ? values[i] : "");
          static_cast<std::vector<std::string>*>(out)->push_back(row);
          return 0;
        },
        &rows, &message);
    EXPECT_EQ(message, nullptr) << sql << ": " << message;
    sqlite3_free(message);
    return rows;
  }

  sample::Folder folder_;
  Document document_ = sample::reception();
  sqlite3* handle_ = nullptr;
};

TEST_F(Tables, EveryViewAnswersAndSaysWhatItIs) {
  for (const std::string& view : ask("SELECT name FROM sqlite_master WHERE type = 'view'")) {
    if (view != "accounts_that_differ") {
      EXPECT_FALSE(ask("SELECT * FROM " + view).empty()) << view;
    }
    EXPECT_THAT(ask("SELECT sql FROM sqlite_master WHERE name = '" + view + "'").at(0), HasSubstr("AS  -- ")) << view;
  }
}

TEST_F(Tables, WhoMetWhomReadsAsALine) {
  EXPECT_THAT(
      ask("SELECT type, from_day, place, participants, accounts FROM who_met_whom WHERE main AND type = 'reception'"),
      ElementsAre("reception|2020-03-01|Bakı|Sevda Əliyeva (AZE), host; Jiří Čapek (CZE), guest|1"));
  EXPECT_THAT(ask("SELECT DISTINCT a, b FROM pairs_of_countries ORDER BY 1"), ElementsAre("AZE|CZE", "NOR|SUR"));
}

TEST_F(Tables, WhoSaidWhatNamesEachSpeaker) {
  EXPECT_THAT(ask("SELECT speaker, mode, reported_by FROM who_said_what WHERE reported_by IS NOT NULL"),
              ElementsAre("Sevda Əliyeva; Jiří Čapek|indirect|Jiří Čapek"));
}

TEST_F(Tables, OffsetsAreCodePoints) {
  EXPECT_THAT(ask("SELECT DISTINCT substr(v.text, f.begin + 1, f.end - f.begin) = f.quote FROM mentions f "
                  "JOIN versions v ON v.id = f.version WHERE f.part = 'text'"),
              ElementsAre("1"));
}

TEST_F(Tables, AnySqliteCanSearch) {
  EXPECT_THAT(ask("SELECT snippet(document_search, 1, '[', ']', '', 3) FROM document_search WHERE document_search "
                  "MATCH 'railways'"),
              ElementsAre(HasSubstr("[railway]")));
  EXPECT_THAT(ask("SELECT count(*) FROM statement_search WHERE statement_search MATCH 'speaker: capek'"),
              ElementsAre("2"));
}

TEST_F(Tables, AreStampedAsARecord) {
  EXPECT_THAT(ask("PRAGMA application_id"), ElementsAre(std::to_string(0x43484E43)));
  EXPECT_THAT(ask("PRAGMA journal_mode"), ElementsAre("wal"));
}

TEST_F(Tables, EachTableSaysWhatItIs) {
  const std::set<std::string> plain = {"statement_speakers", "commitment_parties", "locations", "mentions", "figures",
                                       "commitments"};
  for (const std::string& table :
       ask("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_search%' ESCAPE '\\'")) {
    const std::string sql = ask("SELECT sql FROM sqlite_master WHERE name = '" + table + "'").at(0);
    if (!plain.contains(table)) {
      EXPECT_THAT(sql, HasSubstr("(  -- ")) << table;
    }
  }
}

TEST(LiveBackup, IsOneStateWhileAnotherAdds) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "a.db");
  sample::add_calls(record, 300);
  record::Record writer = sample::create(folder / "a.db");
  const auto run = sample::begin(writer);
  int number = 1000;
  record.backup(folder / "b.db", [&](int, int) {
    const Document document = sample::call(++number);
    writer.add(document, sample::original_of(document), run);
  });
  EXPECT_GT(number, 1000);
  const record::Record copy = record::Record::open(folder / "b.db", {});
  EXPECT_EQ(copy.status().documents, 300);
  EXPECT_TRUE(copy.check().empty());
}

TEST(LargeDocument, IsKeptWhole) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "a.db");
  Document document;
  document.info.id = "large";
  document.text.assign(size_t{24} << 20, 'x');
  document.text += " end";
  const auto added = record.add(document, {document.text, "text/plain"}, sample::begin(record));
  EXPECT_EQ(record.load(added.id).document.text.size(), document.text.size());
  EXPECT_EQ(record.original(added.id).first, document.text);
  EXPECT_TRUE(record.check().empty());
}

}  // namespace
}  // namespace chancery
