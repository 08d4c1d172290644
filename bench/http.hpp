// A client of HTTP/1.1 over one connection to this machine, no more than measuring needs.
#pragma once

#include <cstdint>
#include <string>

namespace chancery::bench {

struct HttpAnswer {
  int status = 0;
  size_t bytes = 0;  ///< of the body, as sent
};

class HttpClient {
 public:
  explicit HttpClient(uint16_t port) : port_(port) {}
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient();

  /// Throws std::runtime_error where no whole answer comes.
  HttpAnswer get(const std::string& target);

 private:
  void connect_anew();
  void send_all(const std::string& text) const;
  void read_more();
  std::string take_line();
  size_t take_chunks();

  uint16_t port_;
  int socket_ = -1;
  std::string waiting_;  ///< read and not yet taken
};

}  // namespace chancery::bench
