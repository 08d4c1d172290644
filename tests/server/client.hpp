// A client that writes bytes as they are and reads what comes, for tests; knows no library of the server's.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace chancery::server::testing {

class Client {
 public:
  explicit Client(uint16_t port);
  Client(Client&& other) noexcept;
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client();

  /// False where the server has closed.
  bool send(std::string_view bytes);
  /// Until the server closes or nothing came for `patience`.
  std::string read_all(std::chrono::milliseconds patience = std::chrono::seconds(5));
  /// At least one byte; empty where the server closed or nothing came.
  std::string read_some(std::chrono::milliseconds patience = std::chrono::seconds(5));
  /// Until `text` has been read.
  std::string read_until(std::string_view text, std::chrono::milliseconds patience = std::chrono::seconds(5));
  bool closed_within(std::chrono::milliseconds patience);
  void finish_sending();

 private:
  int socket_ = -1;
};

struct Reply {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::string body;                            ///< chunks joined
};

/// The first response in `bytes`.
Reply parse_reply(const std::string& bytes);

/// "GET /path HTTP/1.1", Host, `headers` ("Name: value\r\n"), Connection: close.
std::string get_request(const std::string& target, const std::string& headers = {}, const std::string& method = "GET");

/// One request on a connection of its own.
Reply get(uint16_t port, const std::string& target, const std::string& headers = {}, const std::string& method = "GET");

/// POST with a JSON body, on a connection of its own.
Reply post(uint16_t port, const std::string& target, const std::string& body, const std::string& headers = "Content-Type: application/json\r\n");

std::string gunzip(const std::string& packed);

}  // namespace chancery::server::testing
