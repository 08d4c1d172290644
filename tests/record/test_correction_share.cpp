#include "record/correction_share.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "base/error.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "record/correction_log.hpp"
#include "record/judgements.hpp"
#include "record/users.hpp"
#include "same.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using record::SharedCorrection;
using record::Takeover;
using record::Wish;
using testing::HasSubstr;

/// Two copies of one record, each with its own editor.
class Sharing : public testing::Test {
 protected:
  Sharing() : ours_(sample::create(folder_ / "ours.db")), theirs_(sample::create(folder_ / "theirs.db")) {
    sample::add_calls(theirs_, 2);  // so that rows and numbers differ
    for (record::Record* one : {&ours_, &theirs_}) one->add(document_, sample::original_of(document_), sample::begin(*one));
  }
  int64_t change(record::Record& record, const std::string& place, const std::string& who) {
    Wish wish;
    wish.document = document_.info.id;
    wish.fact = document_.events[0].id;
    wish.action = "change";
    wish.field = "place.name";
    wish.value = place;
    return correct(record, {wish}, who).front().number;
  }
  std::vector<Takeover> bring(const record::Record& from, record::Record& to) {
    std::vector<SharedCorrection> all;
    share_corrections(from, [&](const SharedCorrection& one) { all.push_back(one); });
    record::Takeovers takeovers(to);
    std::vector<Takeover> results;
    for (const SharedCorrection& one : all) {
      std::string why;
      results.push_back(takeovers.take(one, why));
    }
    takeovers.commit();
    return results;
  }
  std::string why_not(SharedCorrection shared) {
    record::Takeovers takeovers(ours_);
    std::string why;
    EXPECT_EQ(takeovers.take(shared, why), Takeover::refused);
    return why;
  }
  SharedCorrection only(const record::Record& record) {
    SharedCorrection found;
    share_corrections(record, [&](const SharedCorrection& one) { found = one; });
    return found;
  }
  std::string place(const record::Record& record) const { return record.load(document_.info.id).document.events[0].place.name; }

  sample::Folder folder_;
  record::Record ours_, theirs_;
  const Document document_ = sample::reception();
};

TEST_F(Sharing, LeadsBothCopiesToTheSame) {
  const int64_t first = change(ours_, "Gəncə", "ana");
  std::this_thread::sleep_for(std::chrono::milliseconds(5));  // two machines, so nothing else keeps the moments apart
  change(theirs_, "Şəki", "boris");
  EXPECT_THAT(bring(ours_, theirs_), testing::ElementsAre(Takeover::taken));
  EXPECT_THAT(bring(theirs_, ours_), testing::UnorderedElementsAre(Takeover::known, Takeover::taken));
  EXPECT_EQ(place(ours_), "Şəki") << "the later holds";
  EXPECT_EQ(place(theirs_), "Şəki");
  EXPECT_THAT(bring(ours_, theirs_), testing::Each(Takeover::known)) << "a second time nothing is new";

  const auto boris = list_corrections(ours_, {"", "boris", "", {}, {}, "", ""}, {0, 9}).corrections.at(0).number;
  undo(ours_, {boris}, "ana");
  EXPECT_EQ(place(ours_), "Gəncə");
  bring(ours_, theirs_);
  EXPECT_EQ(place(theirs_), "Gəncə") << "what was taken back there is taken back here";
  undo(ours_, {first}, "ana");
  redo(ours_, {boris}, "ana");
  bring(ours_, theirs_);
  EXPECT_EQ(place(theirs_), "Şəki");
  undo(ours_, {boris}, "ana");
  bring(ours_, theirs_);
  EXPECT_EQ(sample::dump(theirs_.load(document_.info.id).document), sample::dump(document_));
  EXPECT_TRUE(theirs_.check().empty());
}

TEST_F(Sharing, SaysWhatDoesNotFitHere) {
  change(theirs_, "Şəki", "boris");
  const SharedCorrection good = only(theirs_);
  const auto with = [&](auto edit) {
    SharedCorrection other = good;
    edit(other);
    return why_not(other);
  };
  EXPECT_THAT(with([](auto& s) { s.correction.document = "d-9", s.identity = "id:d-9"; }), HasSubstr("not in this record"));
  EXPECT_THAT(with([](auto& s) { s.correction.fact = "v-0000000000"; }), HasSubstr("holds no fact"));
  EXPECT_THAT(with([](auto& s) { s.correction.field = "colour"; }), HasSubstr("no field"));
  EXPECT_THAT(with([](auto& s) { s.correction.field = "initiator", s.correction.value = "e-000"; }), HasSubstr("knows nobody"));
  EXPECT_THAT(with([](auto& s) { s.correction.action = "praise"; }), HasSubstr("no correction"));
  EXPECT_THAT(with([](auto& s) { s.correction.when = "2999-01-01T00:00:00.000Z"; }), HasSubstr("in the future"));
  EXPECT_THAT(with([](auto& s) { s.correction.when = "yesterday"; }), HasSubstr("no moment"));
  EXPECT_THAT(with([](auto& s) { s.correction.who.clear(); }), HasSubstr("who made it"));
  EXPECT_THAT(with([](auto& s) { s.turns = {{"undo", "", "", "x"}}; }), HasSubstr("not well described"));
  EXPECT_TRUE(ours_.corrections().empty());
}

TEST_F(Sharing, KnowsTheDocumentByWhatMakesItTheSame) {
  change(theirs_, "Şəki", "boris");
  SharedCorrection renamed = only(theirs_);
  renamed.correction.document = "another-id";
  record::Takeovers takeovers(ours_);
  std::string why;
  EXPECT_EQ(takeovers.take(renamed, why), Takeover::taken) << why;
  takeovers.commit();
  EXPECT_EQ(place(ours_), "Şəki");
}

TEST_F(Sharing, CountsEachFactAsItsJudgementsLeaveIt) {
  const auto judge = [&](const std::string& fact, const std::string& action) {
    Wish wish;
    wish.document = document_.info.id;
    wish.fact = fact;
    wish.action = action;
    correct(ours_, {wish}, "ana");
  };
  change(ours_, "Gəncə", "ana");
  judge(document_.events[0].id, "confirm");
  judge(document_.events[1].id, "confirm");
  judge(document_.statements[0].id, "confirm");
  judge(document_.statements[0].id, "reject");
  const auto kinds = agreement(ours_);
  ASSERT_EQ(kinds.size(), 2U);
  EXPECT_EQ(kinds[0].kind, "event");
  EXPECT_EQ(kinds[0].confirmed, 1);
  EXPECT_EQ(kinds[0].changed, 1) << "what was changed and then confirmed was not right before";
  EXPECT_EQ(kinds[1].rejected, 1);
  EXPECT_EQ(kinds[1].judged(), 1);
}

TEST(Users, AreKnownByTheirTokenAlone) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "a.db");
  const std::string token = record::add_user(record, "ana", "editor");
  EXPECT_EQ(token.size(), 43U);
  EXPECT_NE(token, record::add_user(record, "boris", "reader"));
  EXPECT_EQ(record::user_of_token(record, token)->name, "ana");
  EXPECT_EQ(record::user_of_token(record, token)->role, "editor");
  EXPECT_FALSE(record::user_of_token(record, ""));
  EXPECT_FALSE(record::user_of_token(record, sha256(token))) << "the hash in the record opens nothing";
  EXPECT_THROW(record::add_user(record, "ana", "reader"), Error);
  EXPECT_THROW(record::add_user(record, "a\nb", "reader"), Error);
  EXPECT_THROW(record::add_user(record, "carl", "king"), Error);
  record::revoke_user(record, "ana");
  EXPECT_FALSE(record::user_of_token(record, token));
  EXPECT_THROW(record::revoke_user(record, "ana"), Error);
  EXPECT_EQ(record::users(record).size(), 2U);
}

// FIPS 180-4, examples of the standard, and lengths around a block.
TEST(Sha256, AgreesWithTheStandard) {
  EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256(std::string(1'000'000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace
}  // namespace chancery
