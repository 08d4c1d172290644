// Corrections through the real server: who may make them, what two people at once are told, sharing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "base/error.hpp"
#include "client.hpp"
#include "record/users.hpp"
#include "sample_record.hpp"
#include "server/server.hpp"

namespace chancery::server::testing {
namespace {

using Json = nlohmann::json;
using ::testing::HasSubstr;

class CorrectionsTest : public ::testing::Test {
 protected:
  void start(ServerOptions options = {}) {
    options.record = sample_.path();
    options.port = 0;
    options.threads = 4;
    options.handle_signals = false;
    options.local_user = "ana";
    server_ = std::make_unique<Server>(options, api::Program{"9.9.9", "chancery 9.9.9 test", questions::Json::array(), nullptr, nullptr});
    thread_ = std::thread([this] { server_->run(); });
  }
  void TearDown() override {
    if (!server_) return;
    server_->stop();
    thread_.join();
  }
  Reply read(const std::string& path, const std::string& headers = {}) { return get(server_->port(), "/api/v1" + path, headers); }
  Json json(const std::string& path) { return Json::parse(read(path).body); }
  Reply write(const std::string& path, const std::string& body, const std::string& headers = {}) {
    return post(server_->port(), "/api/v1" + path, body, headers + "Content-Type: application/json\r\n");
  }
  Reply correct(const Json& one, const std::string& headers = {}) { return write("/corrections", Json({{"corrections", Json::array({one})}}).dump(), headers); }
  std::string user(const std::string& name, const std::string& role) {
    record::OpenOptions options;
    options.mode = record::Mode::read_write;
    auto record = record::Record::open(sample_.path(), options);
    return "Authorization: Bearer " + record::add_user(record, name, role) + "\r\n";
  }
  std::string statement() { return json("/documents/d-1")["analysis"]["statements"][0]["id"]; }

  SampleRecord sample_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

TEST_F(CorrectionsTest, AreMadeListedAndTakenBack) {
  start();
  const std::string fact = statement();
  const Reply made = correct({{"action", "reject"}, {"document", "d-1"}, {"fact", fact}, {"why", "not said"}, {"seen", 0}});
  ASSERT_EQ(made.status, 200) << made.body;
  const Json one = Json::parse(made.body)["corrections"][0];
  EXPECT_EQ(one["who"], "ana");
  EXPECT_EQ(one["kind"], "statement");
  EXPECT_EQ(one["document"]["id"], "d-1");
  const Json document = json("/documents/d-1");
  EXPECT_TRUE(document["analysis"]["statements"].empty());
  EXPECT_EQ(document["rejected"][0]["id"], fact);
  EXPECT_LT(document["rejected"][0]["begin"], document["rejected"][0]["end"]);
  EXPECT_EQ(document["corrections"][0]["number"], one["number"]);
  EXPECT_EQ(json("/corrections?document=d-1&kind=statement&who=ana&undone=0")["total"], 1);
  EXPECT_EQ(json("/corrections?kind=event")["total"], 0);
  EXPECT_EQ(json("/corrections/agreement")["kinds"][0]["rejected"], 1);

  const std::string numbers = Json({{"numbers", {one["number"]}}}).dump();
  EXPECT_EQ(write("/corrections/undo", numbers).status, 200);
  EXPECT_EQ(statement(), fact);
  EXPECT_EQ(json("/corrections?undone=1")["corrections"][0]["undone_by"], "ana");
  EXPECT_EQ(write("/corrections/undo", numbers).status, 409);
  EXPECT_EQ(write("/corrections/redo", numbers).status, 200);
  EXPECT_EQ(write("/corrections/undo", R"({"of":{"who":"ana"},"why":"all of it"})").status, 200);
  EXPECT_EQ(write("/corrections/undo", R"({"of":{"who":"ana"}})").status, 400);
  EXPECT_EQ(write("/corrections/undo", R"({"of":{}})").status, 400);
  EXPECT_EQ(statement(), fact);
}

TEST_F(CorrectionsTest, OfTwoAtOnceTellTheSecond) {
  const std::string ana = user("ana", "editor"), boris = user("boris", "editor");
  start();
  const std::string fact = statement();
  std::atomic<int> kept = 0, told = 0;
  std::vector<std::thread> people;
  for (const std::string& who : {ana, boris}) {
    people.emplace_back([&, who] {
      const Reply reply = correct({{"action", "change"}, {"document", "d-1"}, {"fact", fact}, {"field", "negated"}, {"value", "1"}, {"seen", 0}}, who);
      if (reply.status == 200) ++kept;
      if (reply.status == 409 && Json::parse(reply.body)["theirs"]["fact"] == fact) ++told;
    });
  }
  for (std::thread& one : people) one.join();
  EXPECT_EQ(kept, 1);
  EXPECT_EQ(told, 1);
  EXPECT_EQ(json("/corrections")["total"], 1);
}

TEST_F(CorrectionsTest, NeedAnEditor) {
  const std::string boris = user("boris", "editor"), reader = user("rita", "reader");
  ServerOptions options;
  options.token = "0123456789abcdefghij";
  start(options);
  const std::string wish = R"({"corrections":[{"action":"confirm","document":"d-1","fact":"s-0"}]})";
  EXPECT_EQ(write("/corrections", wish).status, 401);
  EXPECT_EQ(write("/corrections", wish, "Authorization: Bearer 0123456789abcdefghij\r\n").status, 403);
  const Reply refused = write("/corrections", wish, reader);
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(refused.body, HasSubstr("rita may read, but not change"));
  EXPECT_EQ(read("/corrections", reader).status, 200);
  EXPECT_EQ(Json::parse(read("/session", boris).body), Json({{"user", "boris"}, {"role", "editor"}, {"local", false}}));
  record::OpenOptions writing;
  writing.mode = record::Mode::read_write;
  auto record = record::Record::open(sample_.path(), writing);
  record::revoke_user(record, "boris");
  EXPECT_EQ(read("/session", boris).status, 401) << "a revoked token holds no more, at once";
}

// Beside users no token of the server's own is needed: whoever shows none, or none that anybody has, gets nothing.
TEST_F(CorrectionsTest, AtAForeignAddressAUsersTokenIsEnough) {
  ServerOptions open;
  open.address = "0.0.0.0";
  try {
    start(open);
    FAIL() << "nobody could have shown a token";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::usage);
    EXPECT_THAT(error.what(), HasSubstr("chancery users add"));
  }
  const std::string ana = user("ana", "editor"), rita = user("rita", "reader");
  start(open);
  EXPECT_EQ(read("/status").status, 401);
  EXPECT_EQ(read("/status", "Authorization: Bearer 0123456789abcdefghij\r\n").status, 401);
  EXPECT_EQ(read("/status", rita).status, 200);
  const std::string fact = Json::parse(read("/documents/d-1", rita).body)["analysis"]["statements"][0]["id"];
  const Json wish = {{"action", "confirm"}, {"document", "d-1"}, {"fact", fact}};
  EXPECT_EQ(correct(wish).status, 401);
  EXPECT_EQ(correct(wish, rita).status, 403);
  EXPECT_EQ(correct(wish, ana).status, 200);
}

// A reader asks for anything, and changes nothing by any way there is.
TEST_F(CorrectionsTest, LetNoReaderWriteAnywhere) {
  const std::string rita = user("rita", "reader");
  start();
  for (const char* path : {"/corrections", "/corrections/undo", "/corrections/redo", "/corrections/import", "/searches"}) {
    const Reply refused = write(path, "{}", rita);
    EXPECT_EQ(refused.status, 403) << path;
    EXPECT_THAT(refused.body, HasSubstr("rita may read, but not change the record")) << path;
    EXPECT_THAT(refused.body, HasSubstr("chancery users add NAME --role editor")) << path;
  }
  EXPECT_EQ(read("/corrections/export", rita).status, 200);
}

TEST_F(CorrectionsTest, SayThatADocumentWasReadAnewMeanwhile) {
  start();
  const std::string fact = statement();
  const int64_t seen = json("/documents/d-1")["reading"];
  EXPECT_EQ(json("/corrections/queue")["facts"][0]["reading"], seen);
  {
    record::OpenOptions writing;
    writing.mode = record::Mode::read_write;
    auto record = record::Record::open(sample_.path(), writing);
    record.replace_facts("d-1", record.load("d-1").document, record.begin_run({"chancery 9.9", "reread", "{}"}));
  }
  const Json wish = {{"action", "confirm"}, {"document", "d-1"}, {"fact", fact}, {"seen", 0}, {"reading", seen}};
  const Reply told = correct(wish);
  EXPECT_EQ(told.status, 409);
  EXPECT_THAT(told.body, HasSubstr("read anew since you looked"));
  EXPECT_TRUE(Json::parse(told.body)["theirs"].is_null());
  const int64_t now = json("/documents/d-1")["reading"];
  EXPECT_NE(now, seen);
  Json again = wish;
  again["reading"] = now;
  EXPECT_EQ(correct(again).status, 200);
}

TEST_F(CorrectionsTest, SayWhatIsWrongAndChangeNothing) {
  start();
  const std::string fact = statement();
  const auto refused = [&](const Json& one) {
    const Reply reply = correct(one);
    return std::pair(reply.status, reply.body);
  };
  EXPECT_EQ(refused({{"action", "praise"}, {"document", "d-1"}, {"fact", fact}}).first, 400);
  EXPECT_EQ(refused({{"document", "d-1"}, {"fact", fact}}).first, 400);
  EXPECT_EQ(refused({{"action", "confirm"}, {"document", "d-9"}, {"fact", fact}}).first, 400);
  const auto gone = refused({{"action", "confirm"}, {"document", "d-1"}, {"fact", "s-gone"}});
  EXPECT_EQ(gone.first, 409);
  EXPECT_THAT(gone.second, HasSubstr("made anew"));
  EXPECT_TRUE(Json::parse(gone.second)["theirs"].is_null());
  EXPECT_THAT(refused({{"action", "change"}, {"document", "d-1"}, {"fact", fact}, {"field", "colour"}, {"value", "red"}}).second, HasSubstr("speakers"));
  EXPECT_THAT(refused({{"action", "confirm"}, {"document", "d-1"}, {"fact", fact}, {"sene", 1}}).second, HasSubstr("corrections[0].sene"));
  EXPECT_EQ(write("/corrections", "{").status, 400);
  EXPECT_EQ(write("/corrections", R"({"corrections":[]})").status, 400);
  EXPECT_EQ(write("/corrections", std::string(1'100'000, ' ')).status, 413);
  EXPECT_EQ(read("/corrections?kind=praise").status, 400);
  EXPECT_EQ(json("/corrections")["total"], 0);
}

TEST_F(CorrectionsTest, TravelAsLinesOnceHoweverOften) {
  start();
  const std::string fact = statement();
  correct({{"action", "change"}, {"document", "d-1"}, {"fact", fact}, {"field", "negated"}, {"value", "1"}, {"why", "„nie“"}});
  const std::string lines = read("/corrections/export").body;
  EXPECT_THAT(lines, HasSubstr("\"chancery\":\"correction/1\""));
  const auto import = [&](const std::string& body) { return Json::parse(post(server_->port(), "/api/v1/corrections/import", body, "Content-Type: application/x-ndjson\r\n").body); };
  EXPECT_EQ(import(lines), Json::parse(R"({"taken":0,"known":1,"refused":[]})"));
  const Json answer = import("nonsense\n\n{\"chancery\":\"correction/1\"}\n" + lines);
  EXPECT_EQ(answer["known"], 1);
  EXPECT_EQ(answer["refused"][0]["line"], 1);
  EXPECT_EQ(answer["refused"][1]["line"], 3);
}

TEST_F(CorrectionsTest, QueueWhatIsInDoubt) {
  start();
  const Json queue = json("/corrections/queue");
  ASSERT_GT(queue["total"], 0) << queue.dump();
  double last = 0;
  for (const Json& fact : queue["facts"]) {
    EXPECT_GE(fact["confidence"], last);
    last = fact["confidence"];
    EXPECT_NE(fact["why"], "");
    EXPECT_EQ(fact["fact"]["id"], fact["id"]);
  }
  const Json first = queue["facts"][0];
  ASSERT_EQ(correct({{"action", "confirm"}, {"document", first["document"]["id"]}, {"fact", first["id"]}}).status, 200);
  EXPECT_EQ(json("/corrections/queue")["total"], queue["total"].get<int>() - 1);
  EXPECT_EQ(json("/corrections/queue?publisher=nobody")["total"], 0);
  EXPECT_EQ(json("/corrections/queue?limit=1&offset=1")["facts"].size(), queue["facts"].size() > 2 ? 1U : queue["facts"].size() - 2);
}

}  // namespace
}  // namespace chancery::server::testing
