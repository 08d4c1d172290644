// What becomes of a name on which the grammar and the model agree, differ, or of which one alone knows.
#include "stages/names/merge.hpp"

#include <gtest/gtest.h>

#include "stages/segment/segment.hpp"

namespace chancery {
namespace {

const Knowledge& knowledge() {
  static const Knowledge loaded = Knowledge::load(CHANCERY_SOURCE_DIR "/data");
  return loaded;
}

class Merge : public testing::Test {
 protected:
  void read(const std::string& text) {
    document_.text = text;
    SegmentStage(CHANCERY_SOURCE_DIR "/data").run(document_);
    guesses_.outside.assign(document_.tokens.size(), 0.99f);
  }

  /// Token indices of a phrase that stands once in the text.
  std::pair<Index, Index> at(const std::string& phrase) const {
    const auto begin = static_cast<uint32_t>(document_.text.find(phrase));
    return document_.tokens_in({begin, begin + static_cast<uint32_t>(phrase.size())});
  }

  size_t found(const std::string& phrase, MentionType type, Form form = Form::name) {
    Found one;
    std::tie(one.first, one.last) = at(phrase);
    one.type = type;
    one.form = form;
    found_.push_back(one);
    return found_.size() - 1;
  }

  void guess(const std::string& phrase, MentionType type, float certainty) {
    const auto [first, last] = at(phrase);
    guesses_.names.push_back({first, last, type, certainty});
    for (Index i = first; i < last; ++i) guesses_.outside[i] = 1 - certainty;
  }

  std::vector<NameWord> words() const {
    std::vector<NameWord> all(document_.tokens.size());
    for (size_t i = 0; i < all.size(); ++i) all[i].given = knowledge().gender_of(document_.tokens[i].lower) != 0;
    return all;
  }

  /// "phrase/type" of each, in order.
  std::vector<std::string> merged() {
    result_ = merge(document_, knowledge(), words(), found_, guesses_);
    std::vector<std::string> out;
    for (const Found& one : result_) {
      static const char* const kTypes[] = {"person", "office", "organisation", "place", "country", "nationality", "group"};
      out.push_back(std::string(document_.of(joined(document_.tokens[one.first].span, document_.tokens[one.last - 1].span))) + "/" + kTypes[static_cast<size_t>(one.type)]);
    }
    return out;
  }

  Document document_;
  std::vector<Found> found_, result_;
  NameGuesses guesses_;
};

using Names = std::vector<std::string>;

TEST_F(Merge, WithoutAModelTheGrammarStands) {
  read("May spoke in Kampala.");
  found("May", MentionType::person);
  guesses_ = {};
  EXPECT_EQ(merged(), Names{"May/person"});
}

TEST_F(Merge, ANameThatNoListHasIsAdded) {
  read("Envoys of Zurgonia met Brelka Tossum.");
  guess("Zurgonia", MentionType::place, 0.9f);
  guess("Brelka Tossum", MentionType::person, 0.8f);
  EXPECT_EQ(merged(), (Names{"Zurgonia/place", "Brelka Tossum/person"}));
}

TEST_F(Merge, AModelOfLittleTrustAddsNoPersonOfOneUnlistedWord) {
  read("At Zurg we met Ana.");
  guess("Zurg", MentionType::person, 0.99f);
  guess("Ana", MentionType::person, 0.99f);
  EXPECT_EQ(merged(), (Names{"Zurg/person", "Ana/person"}));
  guesses_.trust.lone = 2;
  EXPECT_EQ(merged(), Names{"Ana/person"});
}

TEST_F(Merge, AnOrdinaryWordThatLooksLikeANameIsDropped) {
  read("Talks may go on, and May brings rain.");
  found("May", MentionType::person);
  EXPECT_EQ(merged(), Names{});
}

TEST_F(Merge, APersonWithATitleStandsAgainstTheModel) {
  read("Mrs. May spoke.");
  found("May", MentionType::person, Form::address);
  EXPECT_EQ(merged(), Names{"May/person"});
  guess("May", MentionType::organisation, 0.99f);
  EXPECT_EQ(merged(), Names{"May/person"});
}

TEST_F(Merge, AnInitialThatLooksLikeATitleBelongsToTheName) {
  read("M. Bevan batted first.");
  found("Bevan", MentionType::person, Form::address);
  guess("M. Bevan", MentionType::person, 0.95f);
  EXPECT_EQ(merged(), Names{"M. Bevan/person"});
}

TEST_F(Merge, ACountryIsLeftToTheListsUnlessTheModelIsVerySure) {
  read("Jordan scored twice.");
  found("Jordan", MentionType::country);
  guess("Jordan", MentionType::person, 0.7f);
  EXPECT_EQ(merged(), Names{"Jordan/country"});
  guesses_.names[0].certainty = 0.97f;
  EXPECT_EQ(merged(), Names{"Jordan/person"});
}

TEST_F(Merge, APlaceThatIsACountryByNameBecomesOne) {
  read("The road to Chad is long.");
  guess("Chad", MentionType::place, 0.9f);
  EXPECT_EQ(merged(), Names{"Chad/country"});
  EXPECT_EQ(result_.front().country, "TCD");
}

TEST_F(Merge, TheModelsSpanWinsWhereItIsSure) {
  read("The Bank of Upper Zurgonia lent money.");
  found("Zurgonia", MentionType::place);
  guess("Bank of Upper Zurgonia", MentionType::organisation, 0.9f);
  EXPECT_EQ(merged(), Names{"Bank of Upper Zurgonia/organisation"});
  guesses_.names[0].certainty = 0.3f;
  EXPECT_EQ(merged(), Names{"Zurgonia/place"});
}

TEST_F(Merge, AnOfficeGetsTheNameThatOnlyTheModelSawAfterIt) {
  read("Board Chairman Brelka Tossum came with Ana Silva.");
  found("Board Chairman", MentionType::office, Form::title);
  found("Ana Silva", MentionType::person);
  guess("Brelka Tossum", MentionType::person, 0.9f);
  guess("Ana Silva", MentionType::person, 0.9f);
  EXPECT_EQ(merged(), (Names{"Board Chairman/office", "Brelka Tossum/person", "Ana Silva/person"}));
  EXPECT_EQ(result_[0].bearer, std::optional<size_t>(1));
}

TEST_F(Merge, BearersKeepTheirPlaceWhenOthersGo) {
  read("May rain fell. President Ana Silva spoke.");
  found("May", MentionType::place);
  const size_t office = found("President", MentionType::office, Form::title);
  found_[office].bearer = found("Ana Silva", MentionType::person);
  EXPECT_EQ(merged(), (Names{"President/office", "Ana Silva/person"}));
  EXPECT_EQ(result_[0].bearer, std::optional<size_t>(1));
}

}  // namespace
}  // namespace chancery
