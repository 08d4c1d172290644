#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <set>
#include <thread>

#include "base/error.hpp"
#include "faulty_disk.hpp"
#include "record/adder.hpp"
#include "record/query.hpp"
#include "record/sqlite.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using testing::HasSubstr;

record::Record open_to_write(const std::filesystem::path& path) {
  record::OpenOptions options;
  options.mode = record::Mode::read_write;
  return record::Record::open(path, options);
}

/// Adds calls `first` to `first + count - 1` in batches of `batch`, telling each one that is reported.
void add(record::Record& record, int first, int count, size_t batch,
         const std::function<void(const std::string&)>& reported) {
  record::Adder adder(
      record, sample::begin(record), [&](const record::Added& added) { reported(added.id); },
      [](const std::string&, const std::string&) {}, {batch, size_t{1} << 30, std::chrono::hours{1}});
  for (int i = first; i < first + count; ++i) {
    Document document = sample::call(i);
    const std::string bytes = document.text;
    adder.add(std::move(document), {bytes, "application/json"});
  }
  adder.flush();
}

std::string findings(const record::Record& record) {
  std::string all;
  for (const auto& finding : record.check()) all += finding.kind + " " + finding.where + ": " + finding.message + "\n";
  return all;
}

/// Every write, sync and truncation is let fail once, each in a fresh record.
class DiskFault : public testing::TestWithParam<int> {};

TEST_P(DiskFault, LosesNothingReportedWhereverItStrikes) {
  int struck = 0;
  for (int at = 0; at < 4000; at += 1 + at / 12) {
    const sample::Folder folder;
    sample::create(folder / "a.db");
    std::set<std::string> reported;
    bool failed = false;
    {
      const sample::FaultyDisk disk(at, GetParam());
      try {
        record::Record record = open_to_write(folder / "a.db");
        add(record, 0, 12, 4, [&](const std::string& id) { reported.insert(id); });
      } catch (const Error& error) {
        failed = true;
        EXPECT_EQ(error.kind(), ErrorKind::io) << error.what();
        EXPECT_THAT(error.what(), HasSubstr("a.db"));
      }
    }
    record::Record again = open_to_write(folder / "a.db");
    ASSERT_EQ(findings(again), "") << "after a fault at write " << at;
    for (const std::string& id : reported) ASSERT_NO_THROW(again.load(id)) << at;
    add(again, 0, 12, 4, [](const std::string&) {});
    ASSERT_EQ(again.status().documents, 12);
    if (!failed) break;
    ++struck;
  }
  EXPECT_GT(struck, 10);
}

INSTANTIATE_TEST_SUITE_P(Codes, DiskFault, testing::Values(SQLITE_FULL, SQLITE_IOERR_WRITE));

TEST(FullDisk, SaysWhatToDoAndCanGoOn) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "a.db");
  const auto pages = record.database().integer("PRAGMA page_count").value_or(0);
  record.database().execute("PRAGMA max_page_count = " + std::to_string(pages + 20));
  std::vector<std::string> reported;
  record::Adder adder(
      record, sample::begin(record), [&](const record::Added& added) { reported.push_back(added.id); },
      [](const std::string&, const std::string&) { ADD_FAILURE(); }, {8, size_t{1} << 30, std::chrono::hours{1}});
  std::string message;
  int given = 0;
  try {
    for (; given < 2000;) {
      Document document = sample::call(given++);
      const std::string bytes = document.text;
      adder.add(std::move(document), {bytes, "application/json"});
    }
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::io);
    message = error.what();
  }
  EXPECT_THAT(message, HasSubstr("is full"));
  EXPECT_THAT(message, HasSubstr("free some space"));
  EXPECT_EQ(record.status().documents, static_cast<int64_t>(reported.size()));
  // The batch still waits: with room again nothing has to be read anew.
  record.database().execute("PRAGMA max_page_count = 1000000");
  adder.flush();
  EXPECT_EQ(record.status().documents, given);
  EXPECT_EQ(findings(record), "");
}

TEST(FileSizeLimit, IsAnErrorOfTheDisk) {
  const sample::Folder folder;
  sample::create(folder / "a.db");
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{600'000, 600'000};
    setrlimit(RLIMIT_FSIZE, &limit);
    int code = 1;
    try {
      record::Record record = open_to_write(folder / "a.db");
      add(record, 0, 5000, 64, [](const std::string&) {});
    } catch (const Error& error) {
      code = error.kind() == ErrorKind::io ? 42 : 2;
    }
    _exit(code);
  }
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 42);
  EXPECT_EQ(findings(open_to_write(folder / "a.db")), "");
}

/// Starts a child that adds calls one by one and writes each id to a pipe once it is reported.
std::pair<pid_t, int> start_adding(const std::filesystem::path& path, int first, int count, size_t batch) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    int code = 0;
    try {
      record::Record record = sample::create(path);
      add(record, first, count, batch, [&](const std::string& id) {
        const std::string line = id + "\n";
        if (write(ends[1], line.data(), line.size()) < 0) _exit(3);
      });
    } catch (const std::exception& error) {
      const std::string line = std::string("! ") + error.what() + "\n";
      code = write(ends[1], line.data(), line.size()) < 0 ? 3 : 2;
    }
    _exit(code);
  }
  close(ends[1]);
  return {child, ends[0]};
}

std::vector<std::string> lines_of(int descriptor) {
  std::string all;
  char buffer[4096];
  for (ssize_t n = 0; (n = read(descriptor, buffer, sizeof buffer)) > 0;) all.append(buffer, static_cast<size_t>(n));
  close(descriptor);
  std::vector<std::string> lines;
  for (size_t at = 0, end = 0; (end = all.find('\n', at)) != std::string::npos; at = end + 1)
    lines.push_back(all.substr(at, end - at));
  return lines;
}

TEST(Kill, AtAnyMomentLosesNothingReported) {
  const sample::Folder folder;
  std::mt19937 random(20260131);
  std::set<std::string> reported;
  for (int round = 0; round < 40; ++round) {
    const auto [child, out] = start_adding(folder / "a.db", 0, 3000, 1 + random() % 20);
    std::this_thread::sleep_for(std::chrono::microseconds{500 + random() % 60'000});
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    for (const std::string& line : lines_of(out)) {
      ASSERT_FALSE(line.starts_with("!")) << line;
      reported.insert(line);
    }
    if (!std::filesystem::exists(folder / "a.db")) continue;
    record::OpenOptions options;
    options.mode = record::Mode::create;
    const record::Record record = record::Record::open(folder / "a.db", options);
    for (const std::string& id : reported) ASSERT_NO_THROW(record.load(id)) << "round " << round;
  }
  ASSERT_GT(reported.size(), 10U);
  record::Record record = open_to_write(folder / "a.db");
  EXPECT_EQ(findings(record), "");
  EXPECT_EQ(count_documents(record, record::match_expression("phone", false), {}), record.status().documents);
}

TEST(Processes, TwoAddersWaitForEachOther) {
  const sample::Folder folder;
  const auto [first, from_first] = start_adding(folder / "a.db", 0, 150, 3);
  const auto [second, from_second] = start_adding(folder / "a.db", 100, 150, 5);
  const auto a = lines_of(from_first), b = lines_of(from_second);
  for (const pid_t child : {first, second}) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0) << testing::PrintToString(a) << testing::PrintToString(b);
  }
  EXPECT_EQ(a.size(), 150U);
  EXPECT_EQ(b.size(), 150U);
  const record::Record record = open_to_write(folder / "a.db");
  EXPECT_EQ(record.status().documents, 250);
  EXPECT_EQ(findings(record), "");
}

TEST(Processes, ReadersGoOnWhileOneAdds) {
  const sample::Folder folder;
  sample::create(folder / "a.db");
  const auto [child, out] = start_adding(folder / "a.db", 0, 200, 4);
  int64_t last = 0;
  const record::Record reader = record::Record::open(folder / "a.db", {});
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    const record::Record::Snapshot snapshot(reader);
    const int64_t documents = count_documents(reader, {}, {});
    EXPECT_GE(documents, last);
    EXPECT_EQ(count_documents(reader, record::match_expression("phone", false), {}), documents);
    EXPECT_EQ(count_encounters(reader, {}), documents);
    last = documents;
  }
  EXPECT_EQ(status, 0);
  EXPECT_EQ(lines_of(out).size(), 200U);
}

TEST(Waiting, EndsWithAMessage) {
  const sample::Folder folder;
  record::Record holder = sample::create(folder / "a.db");
  record::OpenOptions options;
  options.mode = record::Mode::read_write;
  options.patience = std::chrono::milliseconds{50};
  record::Record other = record::Record::open(folder / "a.db", options);
  holder.database().execute("BEGIN IMMEDIATE");
  try {
    sample::begin(other);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::record);
    EXPECT_THAT(error.what(), HasSubstr("another program"));
  }
}

}  // namespace
}  // namespace chancery
