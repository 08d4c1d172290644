#include "readers/charset.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/ucnv.h>

#include "base/utf8.hpp"
#include "reading.hpp"

namespace chancery::readers {
namespace {

std::string encoded(const std::string& utf8, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(utf8.size() * 4 + 16, '\0');
  out.resize(static_cast<size_t>(ucnv_convert(charset, "UTF-8", out.data(), static_cast<int32_t>(out.size()), utf8.data(), static_cast<int32_t>(utf8.size()), &status)));
  EXPECT_TRUE(U_SUCCESS(status)) << charset;
  return out;
}

const std::string kRussian = "Президент принял министра иностранных дел и обсудил с ним торговлю, границу и будущие переговоры двух стран.";
const std::string kFrench = "Le Président de la République a reçu le Premier ministre à l'Élysée ; ils ont évoqué l'été – et “l'année” à venir.";

TEST(Charset, LegacyCharsetsAreToldByTheirBytes) {
  for (const char* charset : {"windows-1251", "KOI8-R", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    EXPECT_EQ(read_string(encoded(kRussian, charset)).documents.at(0).text, kRussian) << charset;
  }
  EXPECT_EQ(read_string(encoded(kFrench, "windows-1252")).documents.at(0).text, kFrench);
}

TEST(Charset, MarksDecide) {
  EXPECT_EQ(read_string("\xFF\xFE" + encoded(kRussian, "UTF-16LE")).documents.at(0).text, kRussian);
  EXPECT_EQ(read_string("\xFE\xFF" + encoded(kRussian, "UTF-16BE")).documents.at(0).text, kRussian);
}

TEST(Charset, StrayBytesInUtf8StayStrayBytes) {
  EXPECT_EQ(detect_charset("Pr\xC3\xA9sident \xFF\xFE\xFD").name, "UTF-8");
  EXPECT_EQ(detect_charset("a\xFF" "b").name, "UTF-8");
  EXPECT_EQ(detect_charset("caf\xE9").name, "UTF-8");
}

TEST(Charset, LabelsAreUnderstood) {
  EXPECT_EQ(known_charset("windows-1251"), "windows-1251");
  EXPECT_EQ(known_charset(" CP1251 "), "windows-1251");
  EXPECT_EQ(known_charset("x-cp1251"), "windows-1251");
  EXPECT_EQ(known_charset("utf8"), "UTF-8");
  EXPECT_EQ(known_charset("latin1"), "windows-1252");
  EXPECT_EQ(known_charset("klingon-8"), "");
}

RC_GTEST_PROP(CharsetProperties, DecodingNeverFailsAndIsUtf8, (const std::string& bytes)) {
  for (const char* charset : {"UTF-8", "windows-1251", "UTF-16LE", "Shift_JIS", "no such charset"}) RC_ASSERT(utf8::is_valid(to_utf8(bytes, charset)));
  RC_ASSERT(utf8::is_valid(to_utf8(bytes, detect_charset(bytes).name)));
}

RC_GTEST_PROP(CharsetProperties, EachInvalidByteBecomesOneReplacement, (const std::string& bytes)) {
  size_t valid = 0, invalid = 0;
  for (size_t i = 0; i < bytes.size();) {
    const auto d = utf8::decode(bytes, i);
    (d.valid ? valid : invalid) += d.length;
    i += d.length;
  }
  RC_ASSERT(to_utf8(bytes, "UTF-8").size() == valid + 3 * invalid);
}

}  // namespace
}  // namespace chancery::readers
