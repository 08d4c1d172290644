// The first step of every command, parsing and checking: what is refused, and that nothing is touched.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.hpp"
#include "cli/command.hpp"

namespace chancery::cli {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Empty where the arguments are good, else why they are refused.
std::string refusal(const std::string& name, std::vector<std::string> arguments, const Screen& screen = {}) {
  const Verb* verb = find_verb(name);
  if (!verb) return "no such command";
  const auto command = verb->make();
  const auto app = app_for(*verb, *command);
  std::reverse(arguments.begin(), arguments.end());
  try {
    app->parse(std::move(arguments));
    command->setup(screen);
  } catch (const CLI::ParseError& error) {
    return error.what();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    return error.what();
  }
  return {};
}

TEST(Setup, GoodArgumentsAreTaken) {
  EXPECT_EQ(refusal("read", {"--format", "text", "--date", "2024-02-29", "--threads", "3", "a.txt", "-"}), "");
  EXPECT_EQ(refusal("add", {"--record", "r.db", "--column-text", "body", "--delimiter", "tab", "folder", "file.csv"}), "");
  EXPECT_EQ(refusal("search", {"gas", "transit", "--speaker", "Putin", "--country", "usa,RUS", "--from", "2021", "--to", "2021-06"}), "");
  EXPECT_EQ(refusal("search", {"--statements", "--topic", "trade,energy"}), "");
  EXPECT_EQ(refusal("read", {"--speaker", "lavrov", "--topic", "trade", "a.txt"}), "");
  EXPECT_EQ(refusal("show", {"--statements", "--speaker", "lavrov", "id"}), "") << "an option takes one name, not the id as well";
  EXPECT_EQ(refusal("ledger", {"--person", "lavrov", "--with", "AZE", "--type", "talks,phone_call"}), "");
  EXPECT_EQ(refusal("export", {"encounters", "--format", "jsonl", "--person", "lavrov"}), "");
  EXPECT_EQ(refusal("export", {"statements", "--speaker", "lavrov", "--country", "RUS"}), "");
  EXPECT_EQ(refusal("commitments", {"--by", "USA", "--with", "UKR", "--class", "promise,plan", "--state", "open", "--on", "2024", "--due-to", "2025-06"}), "");
  EXPECT_EQ(refusal("figures", {"--indicator", "trade,gas", "--country", "kaz", "--with", "uzb", "--unit", "USD", "--person", "x"}), "");
  EXPECT_EQ(refusal("export", {"--format", "plover", "--country", "RUS"}), "");
  EXPECT_EQ(refusal("export", {"--codebook"}), "");
  EXPECT_EQ(refusal("export", {"commitments", "--words", "gas", "--publisher", "x", "--by", "RUS"}), "");
  EXPECT_EQ(refusal("export", {"points", "--act", "urged", "--with", "RUS"}), "");
  EXPECT_EQ(refusal("remove", {"id", "--why", "on request"}), "");
  EXPECT_EQ(refusal("serve", {"--port", "0", "--record", "r.db"}), "");
  for (const char* name : {"status", "check", "reread", "ledger", "commitments", "figures", "search", "version"}) EXPECT_EQ(refusal(name, {}), "") << name;
}

TEST(Setup, DaysThatDoNotExistAreRefused) {
  for (const char* day : {"2024-02-31", "2023-02-29", "2024-13", "2024-00", "yesterday", "24-1-1", "0000"}) {
    EXPECT_THAT(refusal("search", {"--from", day}), HasSubstr("there is no such day")) << day;
  }
  EXPECT_THAT(refusal("read", {"--date", "2024-02-31", "a.txt"}), HasSubstr("there is no such day"));
  EXPECT_THAT(refusal("ledger", {"--from", "2024-05", "--to", "2024-04-30"}), HasSubstr("is later than"));
  EXPECT_EQ(refusal("ledger", {"--from", "2024-05", "--to", "2024-05"}), "");
}

TEST(Setup, WhatContradictsItselfIsRefused) {
  EXPECT_THAT(refusal("read", {"--json", "--format", "text", "a.txt"}), HasSubstr("contradict"));
  EXPECT_THAT(refusal("read", {"--speaker", "lavrov", "--format", "json", "a.txt"}), HasSubstr("for --format text"));
  EXPECT_NE(refusal("show", {"id", "--speaker", "lavrov", "--json"}), "");
  EXPECT_NE(refusal("show", {"id", "--statements", "--person"}), "");
  EXPECT_THAT(refusal("export", {"encounters", "--topic", "trade"}), HasSubstr("does not narrow down encounters"));
  EXPECT_THAT(refusal("export", {"documents", "--person", "lavrov"}), HasSubstr("does not narrow down documents"));
  EXPECT_THAT(refusal("export", {"encounters", "--speaker", "lavrov"}), HasSubstr("does not narrow down encounters"));
  EXPECT_THAT(refusal("export", {"figures", "--act", "urged"}), HasSubstr("does not narrow down figures"));
  EXPECT_THAT(refusal("export", {"courtesies", "--state", "open"}), HasSubstr("does not narrow down courtesies"));
  EXPECT_THAT(refusal("export", {"figures", "--format", "plover"}), HasSubstr("only encounters"));
  EXPECT_THAT(refusal("export", {"--json", "--format", "plover"}), HasSubstr("contradict"));
  EXPECT_THAT(refusal("export", {}), HasSubstr("WHAT is required"));
  EXPECT_THAT(refusal("commitments", {"--due-from", "2024", "--due-to", "2023"}), HasSubstr("is later than"));
  EXPECT_NE(refusal("reread", {"--all", "--made-by", "x"}), "");
  EXPECT_NE(refusal("show", {"id", "--original", "--json"}), "");
}

TEST(Setup, CodesAndNamesAreChecked) {
  EXPECT_THAT(refusal("read", {"--publisher-country", "Germany", "a"}), HasSubstr("three capitals"));
  EXPECT_THAT(refusal("read", {"--delimiter", "::", "a"}), HasSubstr("one character"));
  EXPECT_THAT(refusal("ledger", {"--type", "dinner"}), HasSubstr("one of meeting"));
  EXPECT_THAT(refusal("search", {"--kind", "novel"}), HasSubstr("one of readout"));
  EXPECT_THAT(refusal("search", {"--country", "Norway"}), HasSubstr("three letters"));
  EXPECT_THAT(refusal("remove", {"id", "--why", "  "}), HasSubstr("--why is empty"));
  EXPECT_THAT(refusal("commitments", {"--class", "vow"}), HasSubstr("one of promise"));
  EXPECT_THAT(refusal("commitments", {"--on", "2024-02-31"}), HasSubstr("there is no such day"));
  EXPECT_NE(refusal("commitments", {"--state", "kept"}), "");
  EXPECT_THAT(refusal("figures", {"--with", "Uzbekistan"}), HasSubstr("three letters"));
  EXPECT_THAT(refusal("show", {"KAZ-UZB", "--on", "soon"}), HasSubstr("there is no such day"));
  EXPECT_NE(refusal("serve", {"--port", "65536"}), "");
  EXPECT_NE(refusal("read", {"--threads", "-1", "a"}), "");
}

TEST(Setup, EmptyValuesAreNotTakenForNoneGiven) {
  EXPECT_THAT(refusal("timeline", {"RUS", "--from", ""}), HasSubstr("--from: is empty"));
  EXPECT_THAT(refusal("coverage", {"set", "--publisher", "x", "--kind", "complete", "--source", "x", "--to", ""}), HasSubstr("--to: is empty"));
  EXPECT_THAT(refusal("corrections", {"undo", "--who", ""}), HasSubstr("--who: is empty"));
  EXPECT_THAT(refusal("export", {"encounters", "--country", ""}), HasSubstr("is empty"));
  EXPECT_THAT(refusal("encounters", {""}), HasSubstr("is empty"));
  EXPECT_EQ(refusal("corrections", {"change", "d", "v-1", "place.name", ""}), "") << "a value can be taken away";
  EXPECT_EQ(refusal("search", {""}), "");
}

TEST(Setup, AddressesOfFeedsAreThoseOfServers) {
  for (const char* base : {"javascript:alert(1)", "http://", "https://x y", "ftp://x"}) EXPECT_THAT(refusal("searches", {"feed", "x", "--base", base}), HasSubstr("write it as http")) << base;
  EXPECT_EQ(refusal("searches", {"feed", "x", "--base", "https://readouts.example.org/"}), "");
}

TEST(Setup, TouchesNothing) {
  const fs::path folder = fs::temp_directory_path() / ("chancery-setup-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const fs::path before = fs::current_path();
  fs::current_path(folder);
  for (const Verb& verb : verbs()) {
    refusal(std::string(verb.name), {"thing", "--record", "new.db"});
    refusal(std::string(verb.name), {"--record", "new.db"});
  }
  EXPECT_TRUE(fs::is_empty(folder));
  fs::current_path(before);
  fs::remove_all(folder);
}

TEST(Verbs, EachSaysWhatItDoesAndShowsAnExample) {
  for (const Verb& verb : verbs()) {
    SCOPED_TRACE(verb.name);
    EXPECT_FALSE(verb.summary.empty());
    EXPECT_NE(verb.summary.back(), '.');
    EXPECT_GT(verb.about.size(), 60u);
    ASSERT_FALSE(verb.examples.empty());
    for (const auto& example : verb.examples) EXPECT_EQ(example.line.rfind("chancery " + std::string(verb.name), 0), 0u) << example.line;
  }
}

TEST(Verbs, EveryOptionIsDocumentedAndEachCommandHasJson) {
  for (const Verb& verb : verbs()) {
    SCOPED_TRACE(verb.name);
    const auto command = verb.make();
    const auto app = app_for(verb, *command);
    bool json = false;
    for (const CLI::Option* option : app->get_options()) {
      EXPECT_GT(option->get_description().size(), 8u) << option->get_name();
      json = json || option->check_lname("json");
    }
    EXPECT_TRUE(json);
  }
}

}  // namespace
}  // namespace chancery::cli
