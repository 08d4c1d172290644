#include "model/model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"

namespace chancery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string example() {
  ModelWriter writer;
  writer.card(R"({"language":"en"})");
  writer.add("segment", "cut here");
  writer.add("empty", "");
  writer.add("network", std::string(1000, '\x7f'));
  return writer.bytes();
}

std::string_view text(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::string refusal(const std::string& bytes) {
  try {
    Model::from_bytes(bytes);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "(accepted)";
}

/// With the checksum that goes with it: for damage that only a broken writer, or someone who means harm, does.
std::string resealed(std::string bytes) {
  const uint64_t sum = hash64(std::string_view(bytes).substr(64));
  std::memcpy(bytes.data() + 32, &sum, sizeof sum);
  return bytes;
}

class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& content)
      : path_(std::filesystem::temp_directory_path() / ("model_test_" + std::to_string(::getpid()) + ".model")) {
    write_file(path_, content);
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

TEST(Model, GivesBackWhatWasWritten) {
  const auto model = Model::from_bytes(example());
  EXPECT_EQ(model->card(), R"({"language":"en"})");
  EXPECT_THAT(model->sections(), ElementsAre("segment", "empty", "network"));
  EXPECT_EQ(text(model->section("segment")), "cut here");
  EXPECT_EQ(model->section("empty").size(), 0U);
  EXPECT_EQ(text(model->section("network")), std::string(1000, '\x7f'));
  EXPECT_TRUE(model->has("network"));
  EXPECT_FALSE(model->has("net"));
  EXPECT_EQ(model->fingerprint().size(), 16U);
}

TEST(Model, OpensFilesTheSameWay) {
  const TemporaryFile file(example());
  const auto mapped = Model::open(file.path());
  const auto copied = Model::from_bytes(example());
  EXPECT_EQ(mapped->fingerprint(), copied->fingerprint());
  EXPECT_EQ(text(mapped->section("network")), text(copied->section("network")));
}

TEST(Model, AlignsItsSections) {
  const TemporaryFile file(example());
  for (const auto& model : {Model::open(file.path()), Model::from_bytes(example())}) {
    for (const auto& name : model->sections()) {
      EXPECT_EQ(reinterpret_cast<uintptr_t>(model->section(name).data()) % 64, 0U) << name;
    }
  }
}

TEST(Model, HasAnotherFingerprintForAnotherContent) {
  ModelWriter writer;
  writer.add("segment", "cut there");
  EXPECT_NE(Model::from_bytes(writer.bytes())->fingerprint(), Model::from_bytes(example())->fingerprint());
}

TEST(Model, SaysWhichSectionIsMissing) {
  const auto model = Model::from_bytes(example());
  try {
    model->section("lemmas");
    FAIL() << "gave a section that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr("\"lemmas\""));
  }
}

TEST(Model, RefusesWhatIsNoModel) {
  EXPECT_THAT(refusal(""), HasSubstr("is not a model"));
  EXPECT_THAT(refusal("PK\x03\x04 some archive"), HasSubstr("is not a model"));
  EXPECT_THAT(refusal(std::string(500, '\0')), HasSubstr("is not a model"));
}

TEST(Model, RefusesEveryTruncation) {
  const std::string whole = example();
  for (size_t size = 1; size < whole.size(); ++size) {
    EXPECT_THAT(refusal(whole.substr(0, size)), HasSubstr("truncated")) << size;
  }
}

TEST(Model, RefusesEveryAlteredByte) {
  const std::string whole = example();
  for (size_t i = 0; i < whole.size(); ++i) {
    for (const char bits : {'\x01', '\x80', '\xff'}) {
      std::string altered = whole;
      altered[i] = static_cast<char>(altered[i] ^ bits);
      EXPECT_NE(refusal(altered), "(accepted)") << "byte " << i;
    }
  }
}

TEST(Model, SaysWhatIsWrongWithAlteredBytes) {
  std::string newer = example(), longer = example() + "x", damaged = example();
  newer[16] = 2;
  damaged[200] ^= 1;
  EXPECT_THAT(refusal(newer), HasSubstr("newer version"));
  EXPECT_THAT(refusal(longer), HasSubstr("1 bytes follow its end"));
  EXPECT_THAT(refusal(damaged), HasSubstr("checksum"));
}

TEST(Model, SurvivesEveryAlterationThatHasTheRightChecksum) {
  const std::string whole = example();
  size_t refused = 0;
  for (size_t i = 64; i < 220; ++i) {
    for (const char bits : {'\x01', '\x40', '\xff'}) {
      std::string altered = whole;
      altered[i] = static_cast<char>(altered[i] ^ bits);
      try {
        const auto model = Model::from_bytes(resealed(altered));
        for (const auto& name : model->sections()) EXPECT_LE(model->section(name).size(), whole.size());
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 50U);
}

TEST(Model, SaysWhichFileCannotBeOpened) {
  try {
    Model::open("/nowhere/at/all.model");
    FAIL() << "opened a file that is not there";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::io);
    EXPECT_THAT(error.what(), HasSubstr("/nowhere/at/all.model"));
  }
  EXPECT_THROW(Model::open(std::filesystem::temp_directory_path()), Error);
  const TemporaryFile empty("");
  EXPECT_THROW(Model::open(empty.path()), Error);
}

TEST(ModelWriter, RefusesTheSameNameTwice) {
  ModelWriter writer;
  writer.add("segment", "a");
  EXPECT_THROW(writer.add("segment", "b"), Error);
}

TEST(ModelFile, IsTheOneThatTheEnvironmentNames) {
  ::setenv("CHANCERY_MODEL", "/some/other.model", 1);
  EXPECT_EQ(model_file(), "/some/other.model");
  ::unsetenv("CHANCERY_MODEL");
  EXPECT_NE(model_file(), "/some/other.model");
}

TEST(ModelFile, IsTheOneBesideTheProgram) {
  ::unsetenv("CHANCERY_MODEL");
  const auto folder = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "models";
  const bool was_there = std::filesystem::exists(folder);
  std::filesystem::create_directories(folder);
  const auto model = folder / "english.model";
  if (!std::filesystem::exists(model)) {
    write_file(model, example());
    EXPECT_EQ(model_file(), model);
    std::filesystem::remove(model);
    if (!was_there) std::filesystem::remove(folder);
  } else {
    EXPECT_EQ(model_file(), model);
  }
}

}  // namespace
}  // namespace chancery
