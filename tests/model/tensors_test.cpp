#include "model/tensors.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

#include "base/error.hpp"

namespace chancery {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::span<const std::byte> as_section(const std::string& bytes) {
  return std::as_bytes(std::span(bytes.data(), bytes.size()));
}

std::string example() {
  TensorWriter writer;
  writer.add_f32("weights", 2, 3, std::vector<float>{1, -2, 3, 0.5F, 0, -0.25F});
  writer.add_u32("table", 1, 3, std::vector<uint32_t>{7, 0, 4000000000U});
  writer.add_bytes("labels", "NOUN\nVERB\n");
  writer.add_i8("embedding", 3, 2, std::vector<float>{1, -0.5F, 0, 0, 254, 100});
  writer.add_f32("nothing", 0, 5, {});
  return writer.bytes();
}

std::string refusal(const TensorReader& reader, const std::function<void(const TensorReader&)>& ask) {
  try {
    ask(reader);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "(accepted)";
}

TEST(Tensors, GiveBackWhatWasWritten) {
  const std::string bytes = example();
  const TensorReader reader(as_section(bytes));
  EXPECT_THAT(reader.at("weights").values(), ElementsAre(1, -2, 3, 0.5F, 0, -0.25F));
  EXPECT_EQ(reader.at("weights").f32[2], 3);
  const TensorView& table = reader.at("table");
  EXPECT_THAT(std::vector<uint32_t>(table.u32, table.u32 + table.columns), ElementsAre(7U, 0U, 4000000000U));
  const TensorView& labels = reader.at("labels");
  EXPECT_EQ(std::string_view(labels.bytes, labels.columns), "NOUN\nVERB\n");
  EXPECT_EQ(reader.at("nothing").rows, 0U);
  EXPECT_EQ(reader.at("nothing").columns, 5U);
  EXPECT_TRUE(reader.has("embedding"));
  EXPECT_FALSE(reader.has("embeddin"));
}

TEST(Tensors, QuantiseEachRowByItsOwnScale) {
  const std::string bytes = example();
  const TensorReader reader(as_section(bytes));
  const TensorView& view = reader.at("embedding");
  EXPECT_THAT(std::vector<int>(view.i8, view.i8 + 6), ElementsAre(127, -64, 0, 0, 127, 50));
  EXPECT_FLOAT_EQ(view.scales[2], 2);
  const auto values = view.values();
  EXPECT_FLOAT_EQ(values[0], 1);
  EXPECT_NEAR(values[1], -0.5, 1.0 / 127 / 2);
  EXPECT_EQ(values[2], 0);
  EXPECT_FLOAT_EQ(values[5], 100);
}

TEST(Tensors, AreOffByHalfAStepAtMostWhenQuantised) {
  std::mt19937 random(5);
  std::normal_distribution<float> normal(0, 3);
  std::vector<float> values(40 * 13);
  for (float& value : values) value = normal(random);
  TensorWriter writer;
  writer.add_i8("x", 40, 13, values);
  const std::string bytes = writer.bytes();
  const TensorReader reader(as_section(bytes));
  const auto back = reader.at("x").values();
  for (size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(back[i], values[i], reader.at("x").scales[i / 13] * 0.5001F);
}

TEST(Tensors, SayWhatIsMissingOrOfAnotherShape) {
  const std::string bytes = example();
  const TensorReader reader(as_section(bytes));
  EXPECT_THAT(refusal(reader, [](const auto& r) { r.at("bias"); }), HasSubstr("\"bias\" is missing"));
  EXPECT_THAT(refusal(reader, [](const auto& r) { r.at("weights", TensorType::u32); }), HasSubstr("another type"));
  EXPECT_THAT(refusal(reader, [](const auto& r) { r.at("weights", TensorType::f32, 3, 2); }), HasSubstr("2 x 3"));
  EXPECT_THAT(refusal(reader, [](const auto& r) { r.at("labels").values(); }), HasSubstr("no numbers"));
  EXPECT_EQ(reader.at("weights", TensorType::f32, 2, 3).f32, reader.at("weights", TensorType::f32, TensorReader::kAny, 3).f32);
}

TEST(Tensors, AreNeverReadOutsideTheirSection) {
  const std::string whole = example();
  for (size_t size = 0; size < whole.size(); ++size) EXPECT_THROW(TensorReader(as_section(whole).first(size)), Error) << size;
  size_t refused = 0;
  for (size_t i = 0; i < 200; ++i) {
    for (const char bits : {'\x01', '\x40', '\xff'}) {
      std::string altered = whole;
      altered[i] = static_cast<char>(altered[i] ^ bits);
      try {
        const TensorReader reader(as_section(altered));
        if (reader.has("weights")) reader.at("weights").values();  // reads all of it: the sanitizer looks on
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        ++refused;
      }
    }
  }
  EXPECT_GT(refused, 50U);
}

TEST(TensorWriter, RefusesWhatDoesNotFit) {
  TensorWriter writer;
  EXPECT_THROW(writer.add_f32("x", 2, 2, std::vector<float>{1, 2, 3}), Error);
  EXPECT_THROW(writer.add_i8("x", 1, 1, std::vector<float>{std::numeric_limits<float>::infinity()}), Error);
  EXPECT_THROW(writer.add_i8("x", 1, 1, std::vector<float>{std::nanf("")}), Error);
}

}  // namespace
}  // namespace chancery
