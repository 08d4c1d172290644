#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "record/correction_log.hpp"
#include "record/open.hpp"
#include "record/query.hpp"
#include "record/sqlite.hpp"
#include "same.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::Mode;
using record::OpenOptions;
using record::Record;
using testing::HasSubstr;

OpenOptions with(Mode mode) {
  OpenOptions options;
  options.mode = mode;
  return options;
}

/// The message of opening; empty where it opens.
std::string refusal(const std::filesystem::path& path, Mode mode, ErrorKind kind = ErrorKind::record) {
  try {
    Record::open(path, with(mode));
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), kind) << error.what();
    return error.what();
  }
  return {};
}

void run_sql(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &handle), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(handle);
  sqlite3_close(handle);
}

TEST(Open, ReadingNeedsARecord) {
  const sample::Folder folder;
  EXPECT_THAT(refusal(folder / "none.db", Mode::read_only), HasSubstr("there is no record"));
  EXPECT_THAT(refusal(folder / "none.db", Mode::read_write), HasSubstr("chancery add"));
  EXPECT_FALSE(std::filesystem::exists(folder / "none.db"));
  EXPECT_THAT(refusal(folder / "no/folder/a.db", Mode::create, ErrorKind::io), HasSubstr("there is no folder"));
  EXPECT_THAT(refusal(folder.path(), Mode::create), HasSubstr("is a folder"));
}

TEST(Open, RefusesWhatIsNoDatabase) {
  const sample::Folder folder;
  write_file(folder / "a.db", "Dear reader, this is a letter and no database.");
  for (const Mode mode : {Mode::read_only, Mode::read_write, Mode::create})
    EXPECT_THAT(refusal(folder / "a.db", mode), HasSubstr("not an SQLite database"));
  EXPECT_EQ(read_file(folder / "a.db"), "Dear reader, this is a letter and no database.");
}

TEST(Open, RefusesAnotherProgramsDatabase) {
  const sample::Folder folder;
  run_sql(folder / "a.db", "CREATE TABLE bookmarks(url TEXT)");
  const std::string before = read_file(folder / "a.db");
  for (const Mode mode : {Mode::read_only, Mode::create})
    EXPECT_THAT(refusal(folder / "a.db", mode), HasSubstr("another program's"));
  EXPECT_EQ(read_file(folder / "a.db"), before);
}

TEST(Open, RefusesANewerRecordUnchanged) {
  const sample::Folder folder;
  sample::create(folder / "a.db");
  run_sql(folder / "a.db", "PRAGMA user_version = 999");
  for (const Mode mode : {Mode::read_only, Mode::read_write, Mode::create})
    EXPECT_THAT(refusal(folder / "a.db", mode), HasSubstr("newer chancery"));
}

TEST(Open, AnEmptyFileIsFilledOnlyWhenCreating) {
  const sample::Folder folder;
  write_file(folder / "a.db", "");
  EXPECT_THAT(refusal(folder / "a.db", Mode::read_only), HasSubstr("is empty"));
  EXPECT_EQ(refusal(folder / "a.db", Mode::create), "");
  EXPECT_EQ(refusal(folder / "a.db", Mode::read_only), "");
}

TEST(Open, LeavesNoLogFilesBehind) {
  const sample::Folder folder;
  {
    Record record = sample::create(folder / "a.db");
    sample::add_calls(record, 3);
  }
  { Record::open(folder / "a.db", {}).status(); }
  EXPECT_FALSE(std::filesystem::exists(folder / "a.db-wal"));
  EXPECT_FALSE(std::filesystem::exists(folder / "a.db-shm"));
}

TEST(Open, ReadingDoesNotWrite) {
  const sample::Folder folder;
  { Record record = sample::create(folder / "a.db"); }
  Record record = Record::open(folder / "a.db", {});
  EXPECT_THROW(sample::begin(record), Error);
  EXPECT_TRUE(record.check().empty());
  EXPECT_THROW(sample::begin(record), Error) << "checking must leave it guarded";
}

TEST(Open, NamesWithOddCharacters) {
  const sample::Folder folder;
  const auto path = folder / "what? 100% #1 récord.db";
  {
    Record record = sample::create(path);
    sample::add_calls(record, 1);
  }
  EXPECT_TRUE(std::filesystem::exists(path));
  EXPECT_EQ(Record::open(path, {}).status().documents, 1);
}

class AsAnotherUser : public testing::Test {
 protected:
  // Permissions do not bind root, so the test gives its rights away for a while.
  void SetUp() override {
    if (geteuid() != 0) return;
    ASSERT_EQ(chmod(folder_.path().c_str(), 0755), 0);
    switched_ = seteuid(65534) == 0;
    if (!switched_) GTEST_SKIP() << "cannot become an ordinary user here";
  }
  void TearDown() override { become_root(); }
  void become_root() const { ASSERT_TRUE(!switched_ || seteuid(0) == 0); }
  void become_ordinary() const { ASSERT_TRUE(!switched_ || seteuid(65534) == 0); }
  sample::Folder folder_;
  bool switched_ = false;
};

TEST_F(AsAnotherUser, ReadsFromAReadOnlyFolder) {
  become_root();
  {
    Record record = sample::create(folder_ / "a.db");
    sample::add_calls(record, 3);
  }
  std::filesystem::permissions(folder_ / "a.db", std::filesystem::perms(0444));
  std::filesystem::permissions(folder_.path(), std::filesystem::perms(0555));
  become_ordinary();
  const Record record = Record::open(folder_ / "a.db", {});
  EXPECT_EQ(record.status().documents, 3);
  EXPECT_EQ(count_documents(record, record::match_expression("phone", false), {}), 3);
  EXPECT_THAT(refusal(folder_ / "a.db", Mode::read_write, ErrorKind::io), HasSubstr("cannot be written"));
  EXPECT_THAT(refusal(folder_ / "b.db", Mode::create, ErrorKind::io), HasSubstr("b.db"));
}

TEST_F(AsAnotherUser, SaysThatItMayNotRead) {
  become_root();
  { Record record = sample::create(folder_ / "a.db"); }
  std::filesystem::permissions(folder_ / "a.db", std::filesystem::perms::none);
  become_ordinary();
  EXPECT_THAT(refusal(folder_ / "a.db", Mode::read_only, ErrorKind::io), HasSubstr("cannot read"));
}

/// A record as version 1 of the tables left it, with one document of every kind of fact.
void write_fixture(const std::filesystem::path& path) {
  run_sql(path, read_file(std::filesystem::path(CHANCERY_SOURCE_DIR) / "tests/record/fixtures/schema_1.sql"));
}

TEST(Migration, AnOldRecordIsLedToTodaysTables) {
  const sample::Folder folder;
  write_fixture(folder / "a.db");
  EXPECT_THAT(refusal(folder / "a.db", Mode::read_only), HasSubstr("older chancery"));
  std::string notice;
  OpenOptions options = with(Mode::read_write);
  options.on_notice = [&](const std::string& text) { notice = text; };
  Record record = Record::open(folder / "a.db", options);
  EXPECT_THAT(notice, HasSubstr("a.db.schema-1.backup"));
  const Document expected = sample::reception();
  EXPECT_EQ(sample::dump(record.load(expected.info.id).document), sample::dump(expected));
  EXPECT_EQ(record.original(expected.info.id).first, expected.text);
  EXPECT_EQ(count_documents(record, record::match_expression("capek", false), {}), 1);
  EXPECT_EQ(record.status().schema, static_cast<int>(record::schema_steps().size()));
  EXPECT_EQ(record.database().integer("SELECT count(*) FROM formulae WHERE length(shingles) > 0"), 1);
  EXPECT_TRUE(record.check().empty());
  EXPECT_NO_THROW(record.remove(expected.info.id, "writing works too"));
}

TEST(Migration, CorrectionsOfVersion4BecomeOneLog) {
  const sample::Folder folder;
  write_fixture(folder / "a.db");
  const auto& steps = record::schema_steps();
  open_database(folder / "a.db", with(Mode::read_write), {steps.begin(), steps.begin() + 4});
  const Document sample = sample::reception();
  const std::string event = sample.events[0].id;
  run_sql(folder / "a.db",
          "INSERT INTO corrections(document, fact, action, field, value, before, who, made, undone, undone_by) VALUES (1, '" + event +
              "', 'change', 'place.name', 'Quba', 'Bakı', 'ana', '2026-01-01T08:00:00Z', NULL, NULL), (1, '" + event +
              "', 'change', 'type', 'talks', 'meeting', 'ana', '2026-01-01T08:00:00Z', '2026-01-02T08:00:00Z', 'boris');"
              "UPDATE accounts SET place = 'Quba', standing = 'changed' WHERE key = '" + event + "';"
              "INSERT INTO people_corrections(action, person, other, document, fact, who, made) VALUES ('join', 'w-b', 'w-a', NULL, NULL, 'ana', '2026-01-03T08:00:00Z'),"
              "('part', 'w-a', 'w-c', 1, 'e-x', 'ana', '2026-01-04T08:00:00Z')");
  Record record = Record::open(folder / "a.db", with(Mode::read_write));
  const auto log = list_corrections(record, {}, {0, 9}).corrections;
  ASSERT_EQ(log.size(), 4U);
  EXPECT_EQ(log[0].action, "part_person");
  EXPECT_EQ(log[0].person + " " + log[0].other + " " + log[0].fact, "w-a w-c e-x");
  EXPECT_EQ(log[1].person + " " + log[1].other, "w-a w-b") << "w-b is w-a";
  EXPECT_EQ(log[2].undone_by, "boris");
  EXPECT_EQ(record.load(sample.info.id).document.events[0].place.name, "Quba");
  record::undo(record, {log[3].number}, "ana");
  EXPECT_EQ(record.load(sample.info.id).document.events[0].place.name, "Bakı");
  record::redo(record, {log[2].number}, "ana");
  EXPECT_EQ(record.load(sample.info.id).document.events[0].type, EventType::talks);
  EXPECT_TRUE(record.check().empty());
}

TEST(Migration, LeadsToTheSameTablesAsANewRecordHas) {
  const sample::Folder folder;
  write_fixture(folder / "old.db");
  const auto tables = [](const Record& record) {
    std::string all;
    record::Rows rows = record.database().query(
        "SELECT m.type, m.name, c.name, c.type FROM sqlite_master m LEFT JOIN pragma_table_info(m.name) c "
        "WHERE m.name NOT LIKE 'sqlite_%' ORDER BY 1, 2, 3");
    while (rows.next())
      all += rows.string(0) + " " + rows.string(1) + " " + rows.string(2) + " " + rows.string(3) + "\n";
    return all;
  };
  EXPECT_EQ(tables(Record::open(folder / "old.db", with(Mode::read_write))), tables(sample::create(folder / "new.db")));
}

/// A program one step ahead of the first version of the tables.
class NextSchema : public testing::Test {
 protected:
  NextSchema() {
    write_fixture(folder_ / "a.db");
    options_ = with(Mode::read_write);
    options_.on_notice = [this](const std::string& notice) { notices_.push_back(notice); };
  }

  std::filesystem::path backup() const { return folder_ / "a.db.schema-1.backup"; }
  std::unique_ptr<record::Database> open_with(std::string_view step) {
    return open_database(folder_ / "a.db", options_, {record::schema_steps().front(), step});
  }
  static std::unique_ptr<record::Database> as_before(const std::filesystem::path& path) {
    return open_database(path, with(Mode::read_only), {record::schema_steps().front()});
  }

  sample::Folder folder_;
  OpenOptions options_;
  std::vector<std::string> notices_;
};

TEST_F(NextSchema, IsReachedAfterABackup) {
  const auto database =
      open_with("ALTER TABLE documents ADD COLUMN archived TEXT; UPDATE documents SET archived = 'no'");
  EXPECT_EQ(database->integer("PRAGMA user_version"), 2);
  EXPECT_EQ(database->text("SELECT archived FROM documents"), "no");
  ASSERT_EQ(notices_.size(), 1U);
  EXPECT_THAT(notices_[0], HasSubstr(backup().string()));
  EXPECT_EQ(as_before(backup())->integer("SELECT count(*) FROM documents"), 1);
  EXPECT_THROW(as_before(folder_ / "a.db"), Error) << "now it is the newer one";
}

TEST_F(NextSchema, AStepThatFailsChangesNothing) {
  EXPECT_THROW(open_with("ALTER TABLE documents ADD COLUMN archived TEXT; SELECT * FROM there_is_no_such_table"),
               Error);
  const auto database = as_before(folder_ / "a.db");
  EXPECT_EQ(database->integer("SELECT count(*) FROM documents"), 1);
  EXPECT_FALSE(database->integer("SELECT 1 FROM pragma_table_info('documents') WHERE name = 'archived'"));
}

TEST_F(NextSchema, ReadingAsksForItAndDoesNotMigrate) {
  options_ = with(Mode::read_only);
  EXPECT_THROW(open_with("ALTER TABLE documents ADD COLUMN archived TEXT"), Error);
  EXPECT_FALSE(std::filesystem::exists(backup()));
  EXPECT_EQ(as_before(folder_ / "a.db")->integer("PRAGMA user_version"), 1);
}

TEST_F(NextSchema, AnEarlierBackupStays) {
  write_file(backup(), "kept");
  open_with("ALTER TABLE documents ADD COLUMN archived TEXT");
  EXPECT_EQ(read_file(backup()), "kept");
  EXPECT_TRUE(std::filesystem::exists(folder_ / "a.db.schema-1-2.backup"));
}

TEST(Backup, IsAWholeRecord) {
  const sample::Folder folder;
  Record record = sample::create(folder / "a.db");
  sample::add_calls(record, 20);
  int last = 0, total = 0;
  record.backup(folder / "b.db", [&](int done, int all) {
    last = done;
    total = all;
  });
  EXPECT_EQ(last, total);
  EXPECT_GT(total, 0);
  const Record copy = Record::open(folder / "b.db", {});
  EXPECT_EQ(copy.status().documents, 20);
  EXPECT_TRUE(copy.check().empty());
  EXPECT_THROW(record.backup(folder / "b.db"), Error);
  EXPECT_THROW(record.backup(folder / "no/folder/b.db"), Error);
}

// A server opens the record again for every thread. Another program that closes it meanwhile must not take itself for
// the last one and remove the log that is being written here: what is written after it would be lost.
TEST(OpenRecord, KeepsItsHoldWhenOpenedAgain) {
  const sample::Folder folder;
  const auto path = folder / "a.db";
  // Begun before this one opens the record: what SQLite knows of its locks must not be inherited.
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t other = fork();
  if (other == 0) {
    int failed = 1;
    char go = 0;
    try {
      if (read(ready[0], &go, 1) == 1 && Record::open(path, with(Mode::read_write)).documents().size() == 1) failed = 0;
    } catch (...) {
    }
    _exit(failed);
  }
  Record first = sample::create(path);
  const Document document = sample::reception();
  first.add(document, sample::original_of(document), sample::begin(first));
  const Record again = Record::open(path, with(Mode::read_only));
  ASSERT_EQ(write(ready[1], "g", 1), 1);
  close(ready[0]);
  close(ready[1]);
  int status = -1;
  ASSERT_EQ(waitpid(other, &status, 0), other);
  ASSERT_EQ(status, 0);
  EXPECT_TRUE(std::filesystem::exists(path.string() + "-wal")) << "the log was removed while it was in use";
  first.correct([&] {
    record::Correction one;
    one.document = document.info.id;
    one.fact = document.figures[0].id;
    one.action = "confirm";
    one.who = "ana";
    return one;
  }());
  EXPECT_EQ(again.corrections().size(), 1U);
  EXPECT_EQ(Record::open(path, with(Mode::read_only)).corrections().size(), 1U);
}

}  // namespace
}  // namespace chancery
