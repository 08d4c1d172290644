#include "app/sources.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace chancery::app {
namespace {

namespace fs = std::filesystem;

class SourcesTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("chancery-sources-" + std::to_string(getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void make(const std::string& name, const std::string& content = "x") {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << content;
  }

  std::vector<std::string> found(const std::vector<std::string>& paths) {
    sources_ = find_sources(paths);
    std::vector<std::string> names;
    for (const auto& file : sources_.files) names.push_back(fs::path(file.path).lexically_relative(folder_).string());
    return names;
  }

  fs::path folder_;
  Sources sources_;
};

TEST_F(SourcesTest, FoldersAreWalkedInOrder) {
  for (const char* name : {"b.html", "a/2.txt", "a/1.MD", "c.jsonl", "a/deep/x.csv"}) make(name);
  EXPECT_EQ(found({folder_.string()}), (std::vector<std::string>{"a/1.MD", "a/2.txt", "a/deep/x.csv", "b.html", "c.jsonl"}));
  EXPECT_EQ(sources_.bytes, 5u);
}

TEST_F(SourcesTest, OtherKindsAreCountedAndHiddenOnesLeft) {
  for (const char* name : {"a.txt", "b.png", "c.PNG", "Makefile", ".secret.txt", ".git/x.txt"}) make(name);
  EXPECT_EQ(found({folder_.string()}), std::vector<std::string>{"a.txt"});
  EXPECT_EQ(sources_.passed_over, (std::map<std::string, size_t>{{".png", 2}, {"no ending", 1}}));
}

TEST_F(SourcesTest, WhatIsNamedIsTakenWhateverItsEnding) {
  make("release");
  EXPECT_EQ(found({(folder_ / "release").string(), (folder_ / "missing.txt").string()}), (std::vector<std::string>{"release", "missing.txt"}));
}

TEST_F(SourcesTest, LinksToFoldersDoNotMakeAnEndlessWalk) {
  make("a/one.txt");
  fs::create_directory_symlink(folder_, folder_ / "a/up");
  EXPECT_EQ(found({folder_.string()}), std::vector<std::string>{"a/one.txt"});
}

}  // namespace
}  // namespace chancery::app
