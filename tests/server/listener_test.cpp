#include "server/listener.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>

#include "base/error.hpp"
#include "running.hpp"

namespace chancery::server::testing {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;

Response plain(std::string body) {
  Response response;
  response.headers = {{"Content-Type", "text/plain"}};
  response.body = std::move(body);
  return response;
}

Response echo(const Request& request) { return plain(request.method + " " + request.target.path + " " + request.body); }

Limits quick() {
  Limits limits;
  limits.header_bytes = 2048;
  limits.body_bytes = 1000;
  limits.request_time = 300ms;
  limits.idle_time = 500ms;
  limits.write_time = 500ms;
  limits.drain_time = 1000ms;
  return limits;
}

TEST(Listener, AnswersAndLogs) {
  RunningListener running(echo, {});
  const Reply reply = get(running.port(), "/hello");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "GET /hello ");
  EXPECT_EQ(reply.headers.at("content-length"), "11");
  EXPECT_EQ(reply.headers.at("x-content-type-options"), "nosniff");
  EXPECT_THAT(reply.headers.at("content-security-policy"), HasSubstr("frame-ancestors 'none'"));
  EXPECT_EQ(reply.headers.count("server"), 0U);
  ASSERT_EQ(running.log().size(), 1U);
  EXPECT_EQ(running.log()[0].target, "/hello");
  EXPECT_EQ(running.log()[0].status, 200);
  EXPECT_EQ(running.log()[0].bytes, 11U);
  EXPECT_EQ(running.log()[0].peer, "127.0.0.1");
}

TEST(Listener, KeepsConnectionsAndAnswersPipelinedRequestsInOrder) {
  RunningListener running(echo, {});
  Client client(running.port());
  std::string requests;
  for (int i = 0; i < 50; ++i) requests += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  requests += get_request("/last");
  ASSERT_TRUE(client.send(requests));
  const std::string all = client.read_all();
  size_t at = 0;
  for (int i = 0; i < 50; ++i) {
    at = all.find("\r\n\r\nGET /" + std::to_string(i) + " ", at);
    ASSERT_NE(at, std::string::npos) << i;
  }
  EXPECT_THAT(all.substr(at), HasSubstr("GET /last "));
}

TEST(Listener, ClosesAfterAsManyRequestsAsAConnectionMayHave) {
  Limits limits;
  limits.requests_per_connection = 3;
  RunningListener running(echo, limits);
  Client client(running.port());
  for (int i = 0; i < 5; ++i) client.send("GET /n HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string all = client.read_all();
  size_t replies = 0;
  for (size_t at = all.find("HTTP/1.1 200"); at != std::string::npos; at = all.find("HTTP/1.1 200", at + 1)) ++replies;
  EXPECT_EQ(replies, 3U);
  EXPECT_THAT(all, HasSubstr("Connection: close"));
}

TEST(Listener, LeavesTheBodyOfHeadAway) {
  RunningListener running(echo, {});
  const Reply reply = get(running.port(), "/x", {}, "HEAD");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.headers.at("content-length"), "8");
  EXPECT_EQ(reply.body, "");
}

TEST(Listener, AnswersHttp10WithoutChunksAndCloses) {
  RunningListener running([](const Request&) {
    Response response = plain("");
    response.source = [n = 0](std::string& part) mutable { part = "part"; return ++n < 3; };
    return response;
  }, {});
  Client client(running.port());
  client.send("GET / HTTP/1.0\r\n\r\n");
  const std::string all = client.read_all();
  EXPECT_THAT(all, ::testing::Not(HasSubstr("chunked")));
  EXPECT_THAT(all, HasSubstr("\r\n\r\npartpartpart"));
}

TEST(Listener, StreamsPartsAsTheyAreMade) {
  RunningListener running([](const Request&) {
    Response response = plain("");
    response.source = [n = 0](std::string& part) mutable {
      part = n == 1 ? "" : std::string(100'000, static_cast<char>('a' + n));
      return ++n < 4;
    };
    return response;
  }, {});
  const Reply reply = get(running.port(), "/");
  EXPECT_EQ(reply.body, std::string(100'000, 'a') + std::string(100'000, 'c') + std::string(100'000, 'd'));
}

TEST(Listener, BreaksOffAStreamThatFails) {
  RunningListener running([](const Request&) {
    Response response = plain("");
    response.source = [n = 0](std::string& part) mutable -> bool {
      if (++n == 2) throw Error(ErrorKind::io, "disk gone");
      part = "begun";
      return true;
    };
    return response;
  }, {});
  Client client(running.port());
  client.send(get_request("/"));
  const std::string all = client.read_all();
  EXPECT_THAT(all, HasSubstr("begun"));
  EXPECT_THAT(all, ::testing::Not(HasSubstr("\r\n0\r\n\r\n")));
}

TEST(Listener, RefusesLongHeaders) {
  RunningListener running(echo, quick());
  EXPECT_EQ(get(running.port(), "/", "X-Long: " + std::string(4000, 'x') + "\r\n").status, 431);
  EXPECT_EQ(get(running.port(), "/" + std::string(4000, 'x')).status, 431);
  Client endless(running.port());
  endless.send("GET / HTTP/1.1\r\nHost: localhost\r\n");
  for (int i = 0; i < 200 && endless.send("X-" + std::to_string(i) + ": " + std::string(500, 'y') + "\r\n"); ++i) {
  }
  EXPECT_EQ(parse_reply(endless.read_all()).status, 431);
}

TEST(Listener, RefusesLargeBodies) {
  RunningListener running(echo, quick());
  const Reply said = get(running.port(), "/", "Content-Length: 1001\r\n", "POST");
  EXPECT_EQ(said.status, 413);
  EXPECT_EQ(said.headers.at("content-type"), "application/problem+json");
  EXPECT_EQ(get(running.port(), "/", "Content-Length: 999999999999999999\r\n", "POST").status, 413);

  Client chunked(running.port());
  chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 40 && chunked.send("40\r\n" + std::string(64, 'z') + "\r\n"); ++i) {
  }
  EXPECT_EQ(parse_reply(chunked.read_all()).status, 413);

  Client small(running.port());
  small.send("POST /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n");
  EXPECT_EQ(parse_reply(small.read_all()).body, "POST /x abc");
}

TEST(Listener, LimitsBodiesByTheirHead) {
  RunningListener running(echo, quick(), 1, {}, [](const Request& request) -> size_t { return request.target.path == "/long" ? 5000 : 10; });
  EXPECT_EQ(post(running.port(), "/long", std::string(5000, 'x')).status, 200);
  const Reply refused = post(running.port(), "/long", std::string(5001, 'x'));
  EXPECT_EQ(refused.status, 413);
  EXPECT_THAT(refused.body, ::testing::HasSubstr("5000 bytes"));
  EXPECT_EQ(post(running.port(), "/", std::string(11, 'x')).status, 413);
  Client chunked(running.port());
  chunked.send("POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
  for (int i = 0; i < 4 && chunked.send("8\r\nzzzzzzzz\r\n"); ++i) {
  }
  EXPECT_EQ(parse_reply(chunked.read_all()).status, 413);
}

TEST(Listener, AsksForTheBodyOnlyWhereItIsWanted) {
  RunningListener running(echo, quick(), 1, [](const Request& request) -> std::optional<Response> {
    if (request.target.path != "/no") return std::nullopt;
    Response refused = plain("no");
    refused.status = 403;
    return refused;
  });
  Client wanted(running.port());
  wanted.send("POST /yes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_THAT(wanted.read_until("\r\n\r\n"), HasSubstr("100 Continue"));
  wanted.send("abc");
  EXPECT_EQ(parse_reply(wanted.read_all()).body, "POST /yes abc");
  Client unwanted(running.port());
  unwanted.send("POST /no HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(parse_reply(unwanted.read_all()).status, 403);
}

TEST(Listener, GivesUpOnSlowRequests) {
  RunningListener running(echo, quick());
  Client header(running.port());
  header.send("GET / HTTP/1.1\r\nHo");
  EXPECT_EQ(parse_reply(header.read_all()).status, 408);
  Client body(running.port());
  body.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(parse_reply(body.read_all()).status, 408);
  // Trickling does not move the deadline.
  Client trickle(running.port());
  const auto began = std::chrono::steady_clock::now();
  bool open = trickle.send("GET / HTTP/1.1\r\nX: ");
  for (int i = 0; i < 100 && open && !trickle.closed_within(20ms); ++i) open = trickle.send("y") && trickle.read_some(0ms).empty();
  EXPECT_LT(std::chrono::steady_clock::now() - began, 1500ms);
}

TEST(Listener, ClosesIdleConnectionsSilently) {
  RunningListener running(echo, quick());
  Client idle(running.port());
  EXPECT_FALSE(idle.closed_within(200ms));
  EXPECT_TRUE(idle.closed_within(2000ms));
}

TEST(Listener, GivesUpOnClientsThatDoNotRead) {
  constexpr size_t kMoreThanSocketsHold = size_t{32} << 20;
  RunningListener running([](const Request&) { return plain(std::string(kMoreThanSocketsHold, 'x')); }, quick());
  Client client(running.port());
  client.send(get_request("/"));
  for (int i = 0; i < 500 && running.log().empty(); ++i) std::this_thread::sleep_for(20ms);
  ASSERT_EQ(running.log().size(), 1U);
  EXPECT_EQ(running.log()[0].status, 499);
  EXPECT_LT(client.read_all().size(), kMoreThanSocketsHold);
}

TEST(Listener, SlowClientsBlockNobodyAndStayBounded) {
  Limits limits;
  limits.connections = 400;
  RunningListener running(echo, limits);
  std::vector<Client> slow;
  for (int i = 0; i < 500; ++i) {
    slow.emplace_back(running.port());
    slow.back().send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHost: loc" : "");
  }
  const auto began = std::chrono::steady_clock::now();
  EXPECT_EQ(get(running.port(), "/quick").status, 200);
  EXPECT_LT(std::chrono::steady_clock::now() - began, 1000ms);
  int closed = 0;
  for (Client& client : slow) closed += client.closed_within(0ms) ? 1 : 0;
  EXPECT_GE(closed, 100);
  EXPECT_LE(closed, 110);
  // Those that waited longest went first.
  EXPECT_TRUE(slow.front().closed_within(0ms));
  EXPECT_FALSE(slow.back().closed_within(0ms));
}

TEST(Listener, SlowHandlersDoNotHoldUpRefusals) {
  std::promise<void> gate;
  const std::shared_future<void> open = gate.get_future().share();
  Limits limits = quick();
  limits.waiting_requests = 1;
  RunningListener running([open](const Request& request) {
    open.wait();
    return echo(request);
  }, limits, 1);
  Client first(running.port()), second(running.port());
  first.send(get_request("/1"));
  std::this_thread::sleep_for(50ms);
  second.send(get_request("/2"));
  std::this_thread::sleep_for(50ms);
  const Reply busy = get(running.port(), "/3");
  EXPECT_EQ(busy.status, 503);
  EXPECT_EQ(busy.headers.at("retry-after"), "1");
  gate.set_value();
  EXPECT_EQ(parse_reply(first.read_all()).status, 200);
  EXPECT_EQ(parse_reply(second.read_all()).status, 200);
}

TEST(Listener, StopsGracefully) {
  std::atomic<int> running_now = 0;
  RunningListener running([&](const Request& request) {
    ++running_now;
    std::this_thread::sleep_for(300ms);
    return echo(request);
  }, {});
  Client idle(running.port()), busy(running.port());
  busy.send("GET /busy HTTP/1.1\r\nHost: localhost\r\n\r\n");
  while (running_now == 0) std::this_thread::sleep_for(5ms);
  running.stop();
  EXPECT_TRUE(idle.closed_within(200ms));
  const Reply reply = parse_reply(busy.read_all());
  EXPECT_EQ(reply.body, "GET /busy ");
  EXPECT_EQ(reply.headers.at("connection"), "close");
  EXPECT_TRUE(running.ended_within(3000ms));
  EXPECT_THROW(Client{running.port()}, std::runtime_error);
}

TEST(Listener, StopsInTimeWhateverClientsDo) {
  Limits limits = quick();
  limits.write_time = 60s;
  RunningListener running([](const Request&) { return plain(std::string(64 << 20, 'x')); }, limits);
  Client stuck(running.port());
  stuck.send(get_request("/"));
  std::this_thread::sleep_for(200ms);
  running.stop();
  EXPECT_TRUE(running.ended_within(4000ms));
}

TEST(Listener, SaysWhyItCannotListen) {
  RunningListener running(echo, {});
  ListenerOptions same;
  same.port = running.port();
  try {
    const Listener second(same);
    FAIL() << "a port in use was taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::io);
    EXPECT_THAT(error.what(), HasSubstr("is in use"));
    EXPECT_THAT(error.what(), HasSubstr("another port"));
  }
  ListenerOptions nowhere;
  nowhere.address = "example.org";
  EXPECT_THROW(Listener{nowhere}, Error);
}

TEST(Listener, RefusesMalformedRequests) {
  RunningListener running(echo, quick());
  const std::vector<std::pair<std::string, int>> cases{
      {"GET / HTTP/2.0\r\n\r\n", 505},
      {"GET /\r\n\r\n", 400},
      {"GET  / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nBad Name: x\r\n\r\n", 400},
      {"GET / HTTP/1.1\r\nX: a\rb\r\n\r\n", 400},
      {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400},
      {"GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", 400},
      {"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
      {"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
  };
  for (const auto& [bytes, status] : cases) {
    Client client(running.port());
    client.send(bytes);
    const Reply reply = parse_reply(client.read_all(2s));
    ASSERT_EQ(reply.status, status) << bytes;
    EXPECT_EQ(reply.headers.at("content-type"), "application/problem+json") << bytes;
  }
  EXPECT_EQ(get(running.port(), "/still-here").status, 200);
}

TEST(Listener, SurvivesAnyBytes) {
  Limits limits = quick();
  limits.request_time = 50ms;
  RunningListener running(echo, limits);
  std::mt19937 random(20171119);
  const std::string valid = "POST /a?b=c HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n4\r\nwiki\r\n0\r\n\r\n";
  for (int round = 0; round < 300; ++round) {
    std::string bytes = valid;
    if (round % 3 == 0) {
      bytes.resize(random() % 300);
      for (char& c : bytes) c = static_cast<char>(random());
    } else {
      for (unsigned n = 1 + random() % 5; n > 0; --n) bytes[random() % bytes.size()] = static_cast<char>(random());
      if (round % 3 == 2) bytes.resize(random() % bytes.size());
    }
    Client client(running.port());
    client.send(bytes);
    if (round % 2 == 0) client.finish_sending();
    if (round % 10 == 0) client.read_all(200ms);
  }
  EXPECT_EQ(get(running.port(), "/still-here").status, 200);
}

}  // namespace
}  // namespace chancery::server::testing
