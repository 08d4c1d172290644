// The one source file that instantiates Boost.Beast, which takes long to compile.
#include "server/connection.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <exception>

#include "server/connection_problem.hpp"
#include "server/deadline.hpp"
#include "server/representation.hpp"
#include "server/target.hpp"

namespace chancery::server {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Code = boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr size_t kPart = 64 * 1024;
/// Read and thrown away after a refusal: clients that send a whole body before they look for an answer get to see it.
constexpr size_t kMostDiscarded = 64 * 1024 * 1024;

class HttpConnection : public Connection, public std::enable_shared_from_this<HttpConnection> {
 public:
  HttpConnection(tcp::socket socket, ConnectionContext& context)
      : socket_(std::move(socket)), context_(context), deadline_(socket_), buffer_(limits().header_bytes + kPart) {
    Code ignored;
    const auto peer = socket_.remote_endpoint(ignored);
    if (!ignored) peer_ = peer.address().to_string(ignored);
    socket_.set_option(tcp::no_delay(true), ignored);
  }
  ~HttpConnection() override = default;

  void start() override { wait_for_request(); }

  void drain() override {
    draining_ = true;
    if (waiting_) close();
  }

  void abort() override { close(); }

  std::optional<Clock::time_point> waiting_since() const override { return waiting_; }

 private:
  using Parser = http::request_parser<http::string_body>;
  using Message = http::response<http::buffer_body>;
  using Serializer = http::response_serializer<http::buffer_body>;

  const Limits& limits() const { return context_.options.limits; }

  // Reading.
  void wait_for_request();
  void read_head();
  void head_read(const Code& code);
  void read_body();
  void continue_then_read_body();
  bool take_head();
  bool limit_body();
  void dispatch();
  void read_failed(const Code& code);

  // Writing.
  void respond(Response response);
  void refuse(Response response);
  void begin_message();
  void next_part();
  void pull();
  void write_part(bool more);
  void part_written(const Code& code, bool more);
  void answered();
  void linger();
  void discard(size_t left);

  void set_deadline(std::chrono::milliseconds time) { deadline_.set(time, shared_from_this()); }
  void close();
  void log(bool whole);

  tcp::socket socket_;
  ConnectionContext& context_;
  Deadline deadline_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::optional<Message> message_;
  std::optional<Serializer> serializer_;
  std::string peer_;
  Request request_;
  Response response_;
  std::string part_;
  size_t sent_ = 0;      // of response_.body
  uint64_t counted_ = 0;
  size_t served_ = 0;
  size_t body_limit_ = 0;
  std::optional<Clock::time_point> waiting_;
  Clock::time_point began_;
  bool close_after_ = false;
  bool draining_ = false;
  bool ended_ = false;
};

void HttpConnection::close() {
  if (ended_) return;
  ended_ = true;
  waiting_.reset();
  deadline_.lift();
  Code ignored;
  socket_.shutdown(tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
  context_.ended(this);
}

void HttpConnection::wait_for_request() {
  if (draining_ && buffer_.size() == 0) return close();
  waiting_ = Clock::now();
  if (buffer_.size() > 0) return read_head();
  set_deadline(limits().idle_time);
  socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](const Code& code) {
    if (self->ended_) return;
    if (code) return self->close();
    self->read_head();
  });
}

void HttpConnection::read_head() {
  began_ = Clock::now();
  request_ = {};
  request_.peer = peer_;
  close_after_ = false;
  parser_.emplace();
  parser_->header_limit(static_cast<std::uint32_t>(limits().header_bytes));
  // What the body may have depends on the head, so the limit is set once that is read.
  parser_->body_limit(boost::none);
  set_deadline(limits().request_time);
  http::async_read_header(socket_, buffer_, *parser_, [self = shared_from_this()](const Code& code, size_t) { self->head_read(code); });
}

void HttpConnection::head_read(const Code& code) {
  if (ended_) return;
  if (code) return read_failed(code);
  waiting_.reset();
  if (!take_head()) return;
  if (auto refused = context_.options.screen ? context_.options.screen(request_) : std::nullopt) return refuse(std::move(*refused));
  if (!limit_body()) return refuse(too_large(body_limit_));
  if (parser_->is_done()) return dispatch();
  if (boost::beast::iequals(parser_->get()[http::field::expect], "100-continue")) return continue_then_read_body();
  read_body();
}

/// Copies the head into the plain request; answers 400 itself where the target is none.
bool HttpConnection::take_head() {
  const auto& head = parser_->get();
  request_.method = std::string(head.method_string());
  request_.raw_target = std::string(head.target());
  for (const auto& field : head) request_.headers.add(std::string(field.name_string()), std::string(field.value()));
  try {
    request_.target = parse_target(request_.raw_target);
    return true;
  } catch (const BadTarget& bad) {
    refuse(connection_problem(400, bad.why, ""));
    return false;
  }
}

/// False where the head already announces more than is taken.
bool HttpConnection::limit_body() {
  body_limit_ = context_.options.body_limit ? context_.options.body_limit(request_) : limits().body_bytes;
  if (const auto length = parser_->content_length(); length && *length > body_limit_) return false;
  parser_->body_limit(body_limit_);
  return true;
}

void HttpConnection::continue_then_read_body() {
  static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
  asio::async_write(socket_, asio::buffer(kContinue), [self = shared_from_this()](const Code& code, size_t) {
    if (self->ended_) return;
    if (code) return self->close();
    self->read_body();
  });
}

void HttpConnection::read_body() {
  http::async_read(socket_, buffer_, *parser_, [self = shared_from_this()](const Code& code, size_t) {
    if (self->ended_) return;
    if (code) return self->read_failed(code);
    self->dispatch();
  });
}

void HttpConnection::read_failed(const Code& code) {
  waiting_.reset();
  if (deadline_.passed()) return refuse(took_too_long(limits()));
  if (auto response = problem_of_reading(code, limits(), body_limit_)) return refuse(std::move(*response));
  close();
}

void HttpConnection::dispatch() {
  deadline_.lift();
  request_.body = std::move(parser_->get().body());
  ++served_;
  const bool taken = context_.workers.post([self = shared_from_this()] {
    auto response = std::make_shared<Response>(self->context_.options.answer(self->request_));
    asio::post(self->socket_.get_executor(), [self, response] { self->respond(std::move(*response)); });
  });
  if (!taken) respond(too_busy());
}

/// For requests whose rest is still unread: what follows on the connection would be taken for the next request.
void HttpConnection::refuse(Response response) {
  close_after_ = true;
  respond(std::move(response));
}

void HttpConnection::respond(Response response) {
  if (ended_) return;
  response_ = std::move(response);
  add_safe_headers(response_);
  response_.headers.set("Date", http_date(std::chrono::system_clock::now()));
  sent_ = 0;
  counted_ = 0;
  begin_message();
  next_part();
}

void HttpConnection::begin_message() {
  const unsigned version = parser_->get().version() == 10 ? 10 : 11;
  message_.emplace(static_cast<http::status>(response_.status), version);
  for (const Field& field : response_.headers) message_->insert(field.name, field.value);
  const bool bodiless = response_.status == 204 || response_.status == 304;
  const bool streamed = static_cast<bool>(response_.source);
  if (streamed && version == 11) message_->chunked(true);
  if (!streamed && !bodiless) message_->content_length(response_.body.size());
  const bool client_closes = !parser_->is_header_done() || !parser_->keep_alive();
  const bool ends_the_body = streamed && version == 10;
  if (client_closes || ends_the_body || draining_ || served_ >= limits().requests_per_connection) close_after_ = true;
  message_->keep_alive(!close_after_);
  if (request_.method == "HEAD" || bodiless) {
    response_.source = nullptr;
    response_.body.clear();
  }
  serializer_.emplace(*message_);
  serializer_->split(request_.method == "HEAD" || bodiless);
}

void HttpConnection::next_part() {
  if (serializer_->split()) {
    set_deadline(limits().write_time);
    return http::async_write_header(socket_, *serializer_, [self = shared_from_this()](const Code& code, size_t) {
      self->part_written(code, false);
    });
  }
  if (response_.source) return pull();
  const std::string_view body = response_.body;
  const size_t size = std::min(kPart, body.size() - sent_);
  message_->body().data = const_cast<char*>(body.data() + sent_);
  message_->body().size = size;
  sent_ += size;
  write_part(sent_ < body.size());
}

/// Has a worker make the next part of a streamed body.
void HttpConnection::pull() {
  deadline_.lift();
  context_.workers.post_continuation([self = shared_from_this()] {
    self->part_.clear();
    bool more = false, failed = false;
    try {
      more = self->response_.source(self->part_);
    } catch (const std::exception&) {
      failed = true;
    }
    asio::post(self->socket_.get_executor(), [self, more, failed] {
      if (self->ended_) return;
      // The head is sent; breaking off is the only way left to say that the body is not whole.
      if (failed) return self->close();
      self->message_->body().data = self->part_.data();
      self->message_->body().size = self->part_.size();
      self->write_part(more);
    });
  });
}

void HttpConnection::write_part(bool more) {
  counted_ += message_->body().size;
  message_->body().more = more;
  // The serializer waits for data where there is none, so an empty part is skipped.
  if (more && message_->body().size == 0) return next_part();
  if (message_->body().size == 0) message_->body().data = nullptr;
  set_deadline(limits().write_time);
  http::async_write(socket_, *serializer_, [self = shared_from_this(), more](const Code& code, size_t) { self->part_written(code, more); });
}

void HttpConnection::part_written(const Code& code, bool more) {
  if (ended_) return;
  if (code && code != http::error::need_buffer) {
    log(false);
    return close();
  }
  if (more) return next_part();
  answered();
}

void HttpConnection::log(bool whole) {
  if (!context_.options.log) return;
  const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
  context_.options.log({peer_, request_.method, request_.raw_target, whole ? response_.status : 499, counted_, took});
}

void HttpConnection::answered() {
  log(true);
  serializer_.reset();
  message_.reset();
  response_ = {};
  if (close_after_) return linger();
  wait_for_request();
}

/// Closing with unread bytes would reset the connection and could take the response away from the client.
void HttpConnection::linger() {
  Code ignored;
  socket_.shutdown(tcp::socket::shutdown_send, ignored);
  part_.resize(kPart);
  set_deadline(std::min(limits().request_time, std::chrono::milliseconds(2000)));
  waiting_ = Clock::now();
  discard(kMostDiscarded);
}

void HttpConnection::discard(size_t left) {
  socket_.async_read_some(asio::buffer(part_), [self = shared_from_this(), left](const Code& code, size_t size) {
    if (self->ended_) return;
    if (code || size >= left || self->draining_) return self->close();
    self->discard(left - size);
  });
}

}  // namespace

std::shared_ptr<Connection> make_connection(tcp::socket socket, ConnectionContext& context) {
  return std::make_shared<HttpConnection>(std::move(socket), context);
}

}  // namespace chancery::server
