#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "document/identify.hpp"
#include "questions/json.hpp"
#include "questions/search.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

using questions::SearchQuery;
using questions::SearchResult;
using testing::ElementsAre;

class Search : public testing::Test {
 protected:
  Search() : record_(sample::create(folder_ / "a.db")) {
    sample::add_calls(record_, 30);
    const Document document = sample::reception();
    record_.add(document, sample::original_of(document), sample::begin(record_));
  }

  SearchResult search(const std::string& words, const std::function<void(SearchQuery&)>& more = {}) {
    SearchQuery query;
    query.words = words;
    if (more) more(query);
    return questions::search(record_, query);
  }

  static std::string marked(const std::string& text, const record::Range& range) {
    const utf8::CodePoints points(text);
    const size_t from = points.byte_of(range.begin);
    return text.substr(from, points.byte_of(range.end) - from);
  }

  sample::Folder folder_;
  record::Record record_;
};

TEST_F(Search, FindsWithoutAccentsAndByStem) {
  for (const char* words : {"čapek", "Capek", "CAPEK", "əliyeva railways", "discussing railway"}) {
    const SearchResult result = search(words);
    EXPECT_EQ(result.total, 1) << words;
  }
  EXPECT_EQ(search("nowhere").total, 0);
}

TEST_F(Search, MarksTheWordsInContext) {
  const SearchResult result = search("railway \"more than\"");
  ASSERT_EQ(result.documents.size(), 1U);
  std::vector<std::string> marks;
  for (const auto& snippet : result.documents[0].snippets) {
    for (const auto& mark : snippet.marks) marks.push_back(marked(snippet.text, mark));
  }
  EXPECT_THAT(marks, ElementsAre("more", "than", "railway"));
  const SearchResult title = search("capek");
  ASSERT_FALSE(title.documents.empty());
  ASSERT_EQ(title.documents[0].title_marks.size(), 1U);
  EXPECT_EQ(marked(title.documents[0].document.title, title.documents[0].title_marks[0]), "Čapek");
}

TEST_F(Search, SnippetsStandWhereTheySay) {
  const std::string text = sample::reception().text;
  const SearchResult result = search("funds");
  ASSERT_EQ(result.documents.size(), 1U);
  for (const auto& snippet : result.documents[0].snippets) {
    EXPECT_EQ(marked(text, snippet.span), snippet.text);
    EXPECT_EQ(snippet.cut_before, snippet.span.begin > 0);
  }
}

TEST_F(Search, ShowsTheStatementsThatMatch) {
  const SearchResult result = search("trade");
  ASSERT_EQ(result.documents.size(), 1U);
  ASSERT_EQ(result.documents[0].statements.size(), 2U);
  EXPECT_EQ(result.documents[0].statements[0].statement.speakers.at(0).name, "Jiří Čapek");
  EXPECT_EQ(marked(result.documents[0].statements[0].statement.content, result.documents[0].statements[0].marks.at(0)),
            "Trade");
}

TEST_F(Search, FiltersBySpeakerPublisherDayAndWhatItIsAbout) {
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.speakers = {"capek"}; }).total, 1);
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.speakers = {"NORTH ada"}; }).total, 30);
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.about = {"CZE"}; }).total, 1);
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.about = {"Omar South"}; }).total, 30);
  EXPECT_EQ(search("item3", [](SearchQuery& q) { q.filters.publishers = {"South Office"}; }).total, 1);
  EXPECT_EQ(search("item3", [](SearchQuery& q) { q.filters.publishers = {"North House"}; }).total, 0);
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.countries = {"NOR", "AZE"}; }).total, 16);
  EXPECT_EQ(search("", [](SearchQuery& q) { q.filters.years = {"2020"}; }).total, 1);
  EXPECT_EQ(search("",
                   [](SearchQuery& q) {
                     q.filters.from = parse_day("2021-01-02");
                     q.filters.to = parse_day("2021-01-04");
                   })
                .total,
            3);
}

TEST_F(Search, FiltersByWhatStatementsAreAbout) {
  const auto on = [](std::vector<std::string> topics, bool statements) {
    return [topics, statements](SearchQuery& q) {
      q.filters.topics = topics;
      q.statements = statements;
    };
  };
  EXPECT_EQ(search("", on({"transport"}, false)).total, 1);
  EXPECT_EQ(search("", on({"transport"}, true)).total, 1);
  EXPECT_EQ(search("", on({"trade"}, true)).total, 2);
  EXPECT_EQ(search("", on({"transport", "trade"}, true)).total, 2) << "values of one filter are alternatives";
  EXPECT_EQ(search("", on({"energy"}, true)).total, 0);
  EXPECT_EQ(search("trade", on({"trade"}, true)).total, 2) << "with words too";
}

TEST_F(Search, CountsTopicsOfDocumentsAndOfStatements) {
  const auto topics = [](const SearchResult& result) {
    std::vector<std::pair<std::string, int64_t>> counts;
    for (const auto& value : result.facets.back().values) counts.emplace_back(value.value, value.count);
    return counts;
  };
  using Counts = std::vector<std::pair<std::string, int64_t>>;
  const SearchResult documents = search("", [](SearchQuery&) {});
  EXPECT_EQ(documents.facets.back().name, "topic");
  EXPECT_EQ(topics(documents), (Counts{{"trade", 1}, {"transport", 1}}));
  EXPECT_EQ(topics(search("", [](SearchQuery& q) { q.statements = true; })), (Counts{{"trade", 2}, {"transport", 1}}));
  const SearchResult chosen = search("", [](SearchQuery& q) {
    q.statements = true;
    q.filters.topics = {"transport"};
  });
  EXPECT_EQ(chosen.total, 1);
  EXPECT_EQ(topics(chosen), (Counts{{"trade", 2}, {"transport", 1}})) << "other topics can be chosen too";
}

TEST_F(Search, StatementsCarryTheirCueInTheWordsOfTheDocumentAndTheirTopics) {
  const SearchResult result = search("trade", [](SearchQuery& q) { q.statements = true; });
  const auto said = std::find_if(result.statements.begin(), result.statements.end(),
                                 [](const auto& hit) { return !hit.statement.cue.empty(); });
  ASSERT_NE(said, result.statements.end());
  EXPECT_EQ(said->statement.cue, "said");
  EXPECT_EQ(said->statement.topics, (std::vector<std::string>{"trade", "transport"}));
  EXPECT_EQ(questions::to_json(said->statement).at("cue"), "said");
}

TEST_F(Search, StatementsAsAList) {
  const SearchResult result = search("list", [](SearchQuery& q) {
    q.statements = true;
    q.filters.speakers = {"north"};
    q.page = {10, 7};
  });
  EXPECT_EQ(result.total, 30);
  EXPECT_EQ(result.statements.size(), 7U);
  EXPECT_EQ(result.facets[2].values.at(0).count, 30);
  EXPECT_TRUE(result.facets[2].values.at(0).selected);
  EXPECT_EQ(search("north", [](SearchQuery& q) { q.statements = true; }).total, 30);
}

TEST_F(Search, FacetsCountWithTheOtherFilters) {
  const SearchResult result = search("list", [](SearchQuery& q) { q.filters.publishers = {"North House"}; });
  EXPECT_EQ(result.total, 15);
  ASSERT_EQ(result.facets.size(), 6U);
  const auto& publishers = result.facets[0];
  EXPECT_EQ(publishers.name, "publisher");
  ASSERT_EQ(publishers.values.size(), 2U);
  for (const auto& value : publishers.values) {
    EXPECT_EQ(value.count, 15);
    EXPECT_EQ(value.selected, value.value == "North House");
  }
  const auto& countries = result.facets[1];
  ASSERT_EQ(countries.values.size(), 1U);
  EXPECT_EQ(countries.values[0].value, "NOR");
  EXPECT_EQ(result.facets[2].values.at(0).value, "Ada North");
  EXPECT_EQ(result.facets[2].values.at(0).count, 15);
}

TEST_F(Search, SelectedFacetValueStaysInSight) {
  const SearchResult result = search("railway", [](SearchQuery& q) { q.filters.kinds = {"letter"}; });
  EXPECT_EQ(result.total, 0);
  EXPECT_TRUE(result.facets[3].values.back().selected);
  EXPECT_EQ(result.facets[3].values.back().value, "letter");
}

TEST_F(Search, PagesCoverEverythingOnce) {
  std::set<std::string> ids;
  for (size_t offset = 0; offset < 40; offset += 8) {
    const SearchResult result = search("phone", [&](SearchQuery& q) { q.page = {offset, 8}; });
    EXPECT_EQ(result.total, 30);
    for (const auto& hit : result.documents) EXPECT_TRUE(ids.insert(hit.document.id).second);
  }
  EXPECT_EQ(ids.size(), 30U);
}

TEST_F(Search, NewestFirstWithoutWords) {
  const SearchResult result = search("");
  ASSERT_EQ(result.total, 31);
  EXPECT_EQ(result.documents.front().document.id, "call-29");
  EXPECT_FALSE(result.documents.front().snippets.empty());
}

TEST_F(Search, UnfinishedWordIsABeginning) {
  EXPECT_EQ(search("rail", [](SearchQuery& q) { q.typing = true; }).total, 1);
  EXPECT_EQ(search("rail").total, 0);
}

TEST_F(Search, SaysThatThereIsNothingToLookFor) {
  const SearchResult result = search("???");
  EXPECT_EQ(result.total, 0);
  EXPECT_FALSE(result.note.empty());
}

TEST_F(Search, TitleWeighsMore) {
  Document titled = sample::call(1000), mentioned = sample::call(1001);
  titled.title = "Zeppelin";
  titled.text += " Nothing else is said of it here at all.";
  mentioned.text += " A zeppelin was seen.";
  for (Document* one : {&mentioned, &titled}) {
    identify(*one);
    record_.add(*one, sample::original_of(*one), sample::begin(record_));
  }
  EXPECT_EQ(search("zeppelin").documents.at(0).document.id, "call-1000");
}

TEST_F(Search, JsonHasTheKeysOfTheFace) {
  const auto json = questions::to_json(search("trade"));
  EXPECT_EQ(json.at("total"), 1);
  EXPECT_EQ(json.at("documents").at(0).at("statements").at(0).at("mode"), "direct");
  EXPECT_EQ(json.at("facets").at(4).at("name"), "year");
  EXPECT_TRUE(json.at("note").is_null());
}

}  // namespace
}  // namespace chancery
