#include "http.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace chancery::bench {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

}  // namespace

HttpClient::~HttpClient() {
  if (socket_ >= 0) close(socket_);
}

void HttpClient::connect_anew() {
  if (socket_ >= 0) close(socket_);
  waiting_.clear();
  socket_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port_);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (socket_ < 0 || connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("no connection to the server");
  const int at_once = 1;
  setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
}

void HttpClient::send_all(const std::string& text) const {
  for (size_t sent = 0; sent < text.size();) {
    const ssize_t count = send(socket_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (count <= 0) throw std::runtime_error("the server takes no request");
    sent += static_cast<size_t>(count);
  }
}

void HttpClient::read_more() {
  std::array<char, 65536> buffer;
  const ssize_t count = recv(socket_, buffer.data(), buffer.size(), 0);
  if (count <= 0) throw std::runtime_error("the server's answer breaks off");
  waiting_.append(buffer.data(), static_cast<size_t>(count));
}

std::string HttpClient::take_line() {
  size_t end = waiting_.find("\r\n");
  while (end == std::string::npos) {
    read_more();
    end = waiting_.find("\r\n");
  }
  std::string line = waiting_.substr(0, end);
  waiting_.erase(0, end + 2);
  return line;
}

size_t HttpClient::take_chunks() {
  size_t bytes = 0;
  for (;;) {
    const size_t size = std::stoul(take_line(), nullptr, 16);
    while (waiting_.size() < size + 2) read_more();
    waiting_.erase(0, size + 2);
    if (size == 0) return bytes;
    bytes += size;
  }
}

HttpAnswer HttpClient::get(const std::string& target) {
  if (socket_ < 0) connect_anew();
  send_all(fmt::format("GET {} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nAccept-Encoding: gzip\r\n\r\n", target, port_));
  HttpAnswer answer;
  answer.status = std::stoi(take_line().substr(9, 3));
  bool chunked = false, last = false;
  for (std::string line = take_line(); !line.empty(); line = take_line()) {
    const std::string field = lower(line);
    if (field.starts_with("content-length:")) answer.bytes = std::stoul(field.substr(15));
    if (field.starts_with("transfer-encoding:")) chunked = field.find("chunked") != std::string::npos;
    if (field.starts_with("connection:")) last = field.find("close") != std::string::npos;
  }
  if (chunked) {
    answer.bytes = take_chunks();
  } else {
    while (waiting_.size() < answer.bytes) read_more();
    waiting_.erase(0, answer.bytes);
  }
  if (last) {
    close(socket_);
    socket_ = -1;
    waiting_.clear();
  }
  return answer;
}

}  // namespace chancery::bench
