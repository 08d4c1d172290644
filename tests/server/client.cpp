#include "client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <utility>

namespace chancery::server::testing {
namespace {

std::string unchunked(const std::string& bytes) {
  std::string body;
  size_t at = 0;
  for (;;) {
    const size_t line_end = bytes.find("\r\n", at);
    if (line_end == std::string::npos) throw std::runtime_error("the chunked body is not whole");
    const size_t size = std::stoul(bytes.substr(at, line_end - at), nullptr, 16);
    if (size == 0) return body;
    if (line_end + 2 + size + 2 > bytes.size()) throw std::runtime_error("the last chunk is cut off");
    body += bytes.substr(line_end + 2, size);
    at = line_end + 2 + size + 2;
  }
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

Client::Client(uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    ::close(socket_);
    throw std::runtime_error("cannot connect");
  }
}

Client::Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (n <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return true;
}

std::string Client::read_some(std::chrono::milliseconds patience) {
  pollfd waiting{socket_, POLLIN, 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return {};
  std::array<char, 65536> buffer;
  const ssize_t n = ::recv(socket_, buffer.data(), buffer.size(), 0);
  return n <= 0 ? std::string() : std::string(buffer.data(), static_cast<size_t>(n));
}

std::string Client::read_all(std::chrono::milliseconds patience) {
  std::string all;
  for (std::string part = read_some(patience); !part.empty(); part = read_some(patience)) all += part;
  return all;
}

std::string Client::read_until(std::string_view text, std::chrono::milliseconds patience) {
  std::string all;
  while (all.find(text) == std::string::npos) {
    const std::string part = read_some(patience);
    if (part.empty()) break;
    all += part;
  }
  return all;
}

bool Client::closed_within(std::chrono::milliseconds patience) {
  pollfd waiting{socket_, POLLIN, 0};
  if (::poll(&waiting, 1, static_cast<int>(patience.count())) <= 0) return false;
  char byte = 0;
  return ::recv(socket_, &byte, 1, MSG_PEEK) <= 0;
}

void Client::finish_sending() { ::shutdown(socket_, SHUT_WR); }

Reply parse_reply(const std::string& bytes) {
  Reply reply;
  const size_t head_end = bytes.find("\r\n\r\n");
  if (!bytes.starts_with("HTTP/1.") || head_end == std::string::npos) return reply;
  reply.status = std::stoi(bytes.substr(9, 3));
  size_t at = bytes.find("\r\n") + 2;
  while (at < head_end) {
    const size_t end = bytes.find("\r\n", at);
    const size_t colon = bytes.find(':', at);
    const size_t value = bytes.find_first_not_of(' ', colon + 1);
    reply.headers[lower(bytes.substr(at, colon - at))] = bytes.substr(value, end - value);
    at = end + 2;
  }
  reply.body = bytes.substr(head_end + 4);
  if (reply.headers["transfer-encoding"] == "chunked" && !reply.body.empty()) reply.body = unchunked(reply.body);
  return reply;
}

std::string get_request(const std::string& target, const std::string& headers, const std::string& method) {
  const bool has_host = headers.find("Host:") != std::string::npos;
  return method + " " + target + " HTTP/1.1\r\n" + (has_host ? "" : "Host: localhost\r\n") + headers + "Connection: close\r\n\r\n";
}

Reply get(uint16_t port, const std::string& target, const std::string& headers, const std::string& method) {
  Client client(port);
  client.send(get_request(target, headers, method));
  return parse_reply(client.read_all());
}

Reply post(uint16_t port, const std::string& target, const std::string& body, const std::string& headers) {
  Client client(port);
  client.send(get_request(target, headers + "Content-Length: " + std::to_string(body.size()) + "\r\n", "POST") + body);
  return parse_reply(client.read_all());
}

std::string gunzip(const std::string& packed) {
  z_stream stream{};
  inflateInit2(&stream, MAX_WBITS + 16);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string out;
  std::array<char, 65536> buffer;
  int state = Z_OK;
  while (state == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = buffer.size();
    state = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END) throw std::runtime_error("the gzip body is not whole");
  return out;
}

}  // namespace chancery::server::testing
