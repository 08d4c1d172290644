#include "server/api/api.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.hpp"
#include "sample_record.hpp"
#include "server/site.hpp"
#include "server/target.hpp"

namespace chancery::server::api {
namespace {

using questions::Json;
using ::testing::HasSubstr;
using ::testing::StartsWith;

/// The handlers behind the site, without sockets.
class ApiTest : public ::testing::Test {
 protected:
  ApiTest() : api_(sample_.path(), {"9.9.9", "chancery 9.9.9 test", Json::parse(R"([{"code":"AZE","name":"Azerbaijan"}])"), nullptr, nullptr}), site_({}, {}, Assets(), routes(), {}) {}

  Router routes() {
    Router router;
    api_.add_routes(router);
    return router;
  }

  Response ask(const std::string& target, const std::string& method = "GET") const {
    Request request;
    request.method = method;
    request.raw_target = target;
    request.target = parse_target(target);
    return site_.answer(request);
  }

  Json json(const std::string& target) const {
    const Response response = ask(target);
    EXPECT_EQ(response.status, 200) << target << ": " << response.body;
    EXPECT_EQ(response.headers.find("Content-Type"), "application/json") << target;
    return Json::parse(response.body);
  }

  std::string download(const std::string& target) const {
    const Response response = ask(target);
    EXPECT_EQ(response.status, 200) << response.body;
    std::string all;
    bool more = true;
    while (more && response.source) {
      std::string part;
      more = response.source(part);
      all += part;
    }
    return all;
  }

  testing::SampleRecord sample_;
  Api api_;
  Site site_;
};

TEST_F(ApiTest, SaysWhatIsInTheRecord) {
  const Json status = json("/api/v1/status");
  EXPECT_EQ(status["program"], "9.9.9");
  EXPECT_EQ(status["made_by"], "chancery 9.9.9 test");
  EXPECT_EQ(status["status"]["documents"], 2);
  EXPECT_EQ(status["status"]["statements"], 1);
  EXPECT_EQ(status["failures"][0]["item"], "broken.html");
  ASSERT_EQ(status["latest"].size(), 1U);
  EXPECT_EQ(status["latest"][0]["type"], "reception");
  EXPECT_EQ(json("/api/v1/countries")["countries"][0]["name"], "Azerbaijan");
}

TEST_F(ApiTest, Searches) {
  const Json both = json("/api/v1/search?q=gas");
  EXPECT_EQ(both["scope"], "documents");
  EXPECT_EQ(both["total"], 2);
  EXPECT_EQ(both["page"], 1);
  EXPECT_EQ(both["limit"], 20);
  const Json second = json("/api/v1/search?limit=1&page=2");
  EXPECT_EQ(second["page"], 2);
  EXPECT_EQ(second["total"], 2);
  EXPECT_EQ(second["documents"].size(), 1U);
  EXPECT_EQ(second["documents"][0]["id"], "d-1");
  const Json russian = json("/api/v1/search?q=gas&publisher=Ministry+B");
  EXPECT_EQ(russian["total"], 1);
  EXPECT_EQ(russian["documents"][0]["id"], "a/b");
  const Json said = json("/api/v1/search?q=gas&scope=statements");
  EXPECT_EQ(said["scope"], "statements");
  EXPECT_EQ(said["total"], 1);
  EXPECT_EQ(said["statements"][0]["speakers"][0]["name"], "Pavel Orlov");
  EXPECT_EQ(json("/api/v1/search?from=2018-01-01")["total"], 1);
}

TEST_F(ApiTest, NeverTakesWordsForSyntax) {
  for (const char* words : {"%22", "AND", "a+OR", "(", "NEAR(", "*", "-", "title%3A", "%22%22%22", "^", "%27%3B+DROP+TABLE+documents%3B--", "%F0%9F%98%80"}) {
    const Response response = ask(std::string("/api/v1/search?q=") + words);
    EXPECT_EQ(response.status, 200) << words << response.body;
  }
}

TEST_F(ApiTest, ShowsADocument) {
  const Json document = json("/api/v1/documents/d-1");
  const Json& analysis = document["analysis"];
  EXPECT_EQ(analysis["schema"], "chancery/analysis/1");
  EXPECT_EQ(analysis["document"]["title"], "The minister was received in Baku");
  EXPECT_THAT(analysis["text"].get<std::string>(), StartsWith("Rəna"));
  // Code points, not bytes.
  EXPECT_EQ(analysis["statements"][0]["begin"], 63);
  EXPECT_EQ(document["id"], "d-1");
  EXPECT_EQ(document["all_versions"].size(), 1U);
  EXPECT_EQ(document["encounters"].size(), 1U);
  EXPECT_EQ(json("/api/v1/documents/a%2Fb")["id"], "a/b");
  EXPECT_EQ(json("/api/v1/documents/d-1?version=1")["id"], "d-1");
}

TEST_F(ApiTest, GivesTextAndOriginalWithoutTrustingThem) {
  const Response text = ask("/api/v1/documents/d-1/text");
  EXPECT_EQ(text.headers.find("Content-Type"), "text/plain; charset=utf-8");
  EXPECT_THAT(text.body, StartsWith("Rəna Əliyeva received"));
  const Response original = ask("/api/v1/documents/a%2Fb/original");
  EXPECT_EQ(original.body, testing::kOriginalPage);
  EXPECT_EQ(original.headers.find("Content-Disposition"), "attachment");
  EXPECT_THAT(std::string(*original.headers.find("Content-Security-Policy")), HasSubstr("sandbox"));
}

TEST_F(ApiTest, KeepsTheLedger) {
  const Json ledger = json("/api/v1/encounters");
  EXPECT_EQ(ledger["total"], 2);
  EXPECT_EQ(ledger["encounters"][0]["type"], "phone_call");
  const Json pair = json("/api/v1/encounters?country=AZE&with=RUS");
  ASSERT_EQ(pair["total"], 1);
  EXPECT_EQ(pair["encounters"][0]["type"], "reception");
  EXPECT_EQ(pair["encounters"][0]["time"]["from"], "2017-11-19");
  EXPECT_EQ(json("/api/v1/encounters?person=%C9%99liyeva")["total"], 1);
  EXPECT_EQ(json("/api/v1/encounters?status=planned")["total"], 1);
  EXPECT_EQ(json("/api/v1/encounters?type=visit")["total"], 0);
  const std::string id = pair["encounters"][0]["id"];
  const Json encounter = json("/api/v1/encounters/" + id);
  EXPECT_EQ(encounter["all_accounts"][0]["document"]["id"], "d-1");
}

TEST_F(ApiTest, ListsFiguresAndCommitments) {
  const Json figures = json("/api/v1/figures?country=RUS&with=AZE");
  ASSERT_EQ(figures["total"], 1);
  EXPECT_EQ(figures["page"], 1);
  EXPECT_FALSE(figures.contains("offset"));
  EXPECT_EQ(figures["figures"][0]["value"], 3.5);
  EXPECT_EQ(figures["figures"][0]["document"]["id"], "d-1");
  EXPECT_EQ(json("/api/v1/figures?indicator=coal")["indicators"][0]["value"], "gas trade");
  const Json open = json("/api/v1/commitments?by=RUS&on=2018-01-01&state=open");
  ASSERT_EQ(open["total"], 1);
  EXPECT_EQ(open["on"], "2018-01-01");
  EXPECT_EQ(open["commitments"][0]["by"]["name"], "Pavel Orlov");
  EXPECT_EQ(json("/api/v1/commitments?by=RUS&on=2019-01-01&state=open")["total"], 0);
}

TEST_F(ApiTest, ShowsTwoCountriesAndTheMatrix) {
  const Json pair = json("/api/v1/pairs/AZE/RUS?on=2018-01-01");
  EXPECT_EQ(pair["total"], 1);
  EXPECT_EQ(pair["years"][0]["value"], "2017");
  EXPECT_EQ(pair["figures_total"], 1);
  EXPECT_EQ(pair["commitments_total"], 1);
  EXPECT_EQ(json("/api/v1/pairs/KAZ/UZB")["total"], 0) << "none in this record is an answer";
  const Json matrix = json("/api/v1/matrix");
  ASSERT_EQ(matrix["cells"].size(), 2U);
  EXPECT_EQ(matrix["countries"][0]["value"], "RUS");
  EXPECT_EQ(ask("/api/v1/pairs/AZE/AZE").status, 404);
}

TEST_F(ApiTest, AnEncounterTellsAllOfItsAccount) {
  const std::string id = json("/api/v1/encounters?country=AZE")["encounters"][0]["id"];
  const Json account = json("/api/v1/encounters/" + id + "?on=2019-01-01")["all_accounts"][0];
  EXPECT_EQ(account["facts_of"], "document");
  EXPECT_EQ(account["statements"].size(), 1U);
  EXPECT_EQ(account["commitments"][0]["open"], false);
  EXPECT_EQ(account["figures"].size(), 1U);
}

TEST_F(ApiTest, KnowsPeople) {
  const Json people = json("/api/v1/people?q=orl");
  ASSERT_EQ(people["people"].size(), 1U);
  EXPECT_EQ(people["people"][0]["name"], "Pavel Orlov");
  EXPECT_EQ(people["people"][0]["documents"], 2);
  const Json person = json("/api/v1/people/Pavel%20Orlov");
  EXPECT_EQ(person["name"], "Pavel Orlov");
  EXPECT_EQ(person["latest_encounters"].size(), 2U);
  EXPECT_EQ(person["commitments"], 1);
  EXPECT_EQ(person["latest_figures"].size(), 1U);
}

TEST_F(ApiTest, ExportsJustWhatIsShown) {
  const std::string all = download("/api/v1/export?what=documents");
  EXPECT_THAT(all, HasSubstr("d-1"));
  EXPECT_THAT(all, HasSubstr("'=1+1"));
  const std::string one = download("/api/v1/export?what=documents&format=jsonl&publisher=Ministry+A");
  EXPECT_EQ(std::count(one.begin(), one.end(), '\n'), 1);
  EXPECT_EQ(Json::parse(one)["id"], "d-1");
  const std::string met = download("/api/v1/export?what=encounters&format=jsonl&status=planned");
  EXPECT_EQ(Json::parse(met)["type"], "phone_call");
  EXPECT_THAT(download("/api/v1/export?what=statements&q=pipeline"), HasSubstr("by spring"));
  EXPECT_THAT(download("/api/v1/export?what=figures"), HasSubstr(",3.5,"));
  EXPECT_THAT(download("/api/v1/export?what=encounters&format=plover&told=all"), StartsWith("date,source,target,root,"));
  const Response response = ask("/api/v1/export?what=statements");
  EXPECT_EQ(response.headers.find("Content-Disposition"), "attachment; filename=\"chancery-statements.csv\"");
}

TEST_F(ApiTest, SaysWhatItDoesNotHave) {
  for (const char* path : {"/api/v1/documents/nothing", "/api/v1/documents/nothing/text", "/api/v1/documents/nothing/original",
                           "/api/v1/documents/d-1?version=7", "/api/v1/encounters/nothing", "/api/v1/people/nobody", "/api/v1/pairs/x/y", "/api/v1/nothing"}) {
    const Response response = ask(path);
    EXPECT_EQ(response.status, 404) << path << response.body;
    EXPECT_EQ(response.headers.find("Content-Type"), "application/problem+json") << path;
  }
  for (const char* path : {"/api/v1/status?x=1", "/api/v1/countries?x=1", "/api/v1/documents/d-1?x=1", "/api/v1/encounters/n-1?x=1", "/api/v1/people/x?x=1", "/api/v1/matrix?x=1", "/api/v1/figures?x=1", "/api/v1/commitments?x=1",
                           "/api/v1/people?q=" , "/api/v1/documents/d-1?version=0"}) {
    const Response response = ask(path);
    EXPECT_EQ(response.status, std::string_view(path).ends_with("q=") ? 200 : 400) << path << response.body;
  }
  EXPECT_EQ(ask("/api/v1/search", "POST").status, 405);
  EXPECT_EQ(ask("/api/v1/search", "POST").headers.find("Allow"), "GET, HEAD, OPTIONS");
}

TEST_F(ApiTest, CarriesItsDescription) {
  EXPECT_THAT(ask("/api/v1/openapi.yaml").body, StartsWith("openapi: 3.1"));
}

TEST(Api, RefusesWhatIsNoRecord) {
  EXPECT_THROW(Api("/nonexistent/record.db", {}), Error);
}

}  // namespace
}  // namespace chancery::server::api
