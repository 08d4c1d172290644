#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "base/error.hpp"
#include "record/query.hpp"
#include "record/sqlite.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::Contains;
using testing::Field;
using testing::HasSubstr;

/// A sound record, which a test harms behind the program's back.
class Harmed : public testing::Test {
 protected:
  Harmed() : record_(sample::create(folder_ / "a.db")) {
    record_.add(document_, sample::original_of(document_), sample::begin(record_));
    sample::add_calls(record_, 3);
  }

  void harm(const std::string& sql) { record_.database().execute(sql); }

  void expect_finding(const std::string& kind, const std::string& words) {
    EXPECT_THAT(record_.check(), Contains(testing::AllOf(Field(&record::Finding::kind, kind),
                                                         Field(&record::Finding::message, HasSubstr(words)))))
        << kind;
  }

  sample::Folder folder_;
  record::Record record_;
  Document document_ = sample::reception();
};

TEST_F(Harmed, SoundToBeginWith) {
  int64_t done = 0, total = 0;
  EXPECT_TRUE(record_
                  .check([&](int64_t d, int64_t t) {
                    done = d;
                    total = t;
                  })
                  .empty());
  EXPECT_EQ(done, 4);
  EXPECT_EQ(total, 4);
}

TEST_F(Harmed, SpanOutsideTheText) {
  harm("UPDATE figures SET end = 100000");
  expect_finding("span", "does not lie in the text");
}

TEST_F(Harmed, SpanBackwards) {
  harm("UPDATE mentions SET begin = end + 1 WHERE id = 1");
  expect_finding("span", "does not lie");
}

TEST_F(Harmed, SpanInAJsonColumn) {
  harm(R"(UPDATE accounts SET evidence = '[{"begin":5,"end":99999}]' WHERE id = 1)");
  expect_finding("span", "evidence 5 to 99999");
  harm("UPDATE accounts SET evidence = 'no json' WHERE id = 1");
  expect_finding("span", "no JSON");
  harm(R"(UPDATE accounts SET evidence = '[{"begin":-5}]' WHERE id = 1)");
  expect_finding("span", "without begin and end");
}

TEST_F(Harmed, QuoteThatIsNotThere) {
  harm("UPDATE times SET begin = begin + 1, end = end + 1");
  expect_finding("quote", "not those kept");
}

TEST_F(Harmed, MissingAndDamagedBytes) {
  harm("PRAGMA foreign_keys = OFF; UPDATE versions SET blob = 999 WHERE id = 1; PRAGMA foreign_keys = ON");
  expect_finding("blob", "missing");
  expect_finding("foreign_key", "blobs");
  harm("UPDATE blobs SET data = zeroblob(length(data)) WHERE id = 2");
  expect_finding("blob", "damaged");
  harm("UPDATE blobs SET hash = 'x' WHERE id = 3");
  expect_finding("blob", "have changed");
}

TEST_F(Harmed, SearchIndexOutOfStep) {
  harm("UPDATE versions SET text = replace(text, 'railway', 'airport')");
  expect_finding("search_index", "does not hold the words");
  record_.rebuild_search();
  EXPECT_EQ(count_documents(record_, record::match_expression("airport", false), {}), 1);
  harm("UPDATE versions SET text = replace(text, 'airport', 'railway')");
  record_.rebuild_search();
  EXPECT_TRUE(record_.check().empty());
}

TEST_F(Harmed, EncounterWithoutAccount) {
  harm("UPDATE encounters SET leading = (SELECT max(id) FROM accounts) WHERE id = 1");
  expect_finding("encounter", "no account of its own");
}

TEST_F(Harmed, DocumentWithoutVersion) {
  harm("UPDATE documents SET version = NULL WHERE id = 2");
  expect_finding("integrity", "no current version");
}

TEST_F(Harmed, UnknownCodeIsSaidNotGuessed) {
  harm("UPDATE accounts SET type = 'banquet' WHERE id = 1");
  try {
    record_.load(document_.info.id);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::record);
    EXPECT_THAT(error.what(), HasSubstr("banquet"));
  }
}

TEST(DamagedFile, IsSaid) {
  const sample::Folder folder;
  {
    record::Record record = sample::create(folder / "a.db");
    sample::add_calls(record, 200);
  }
  const auto size = std::filesystem::file_size(folder / "a.db");
  {
    std::fstream file(folder / "a.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(size / 2));
    const std::string rubbish(size / 4, '\x5A');
    file.write(rubbish.data(), static_cast<std::streamsize>(rubbish.size()));
  }
  try {
    const record::Record record = record::Record::open(folder / "a.db", {});
    EXPECT_FALSE(record.check().empty());
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::record) << error.what();
    EXPECT_THAT(error.what(), HasSubstr("damaged"));
  }
}

}  // namespace
}  // namespace chancery
