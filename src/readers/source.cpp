#include "readers/source.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>

#include <array>
#include <cstring>
#include <vector>

#include "base/error.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kHead = 1U << 16;

size_t read_some(std::istream& stream, char* to, size_t wanted, const std::string& name) {
  stream.read(to, static_cast<std::streamsize>(wanted));
  if (stream.bad()) throw Error(ErrorKind::io, fmt::format("cannot read {}: the stream failed; check the disk or the other end", name));
  return static_cast<size_t>(stream.gcount());
}

/// First the head that was looked at, then the rest of the stream.
class HeadFirst : public std::streambuf {
 public:
  HeadFirst(std::string_view head, std::istream& rest, const std::string& name) : rest_(rest), name_(name), bytes_(head.begin(), head.end()) {
    setg(bytes_.data(), bytes_.data(), bytes_.data() + bytes_.size());
  }

 protected:
  int_type underflow() override {
    bytes_.resize(kHead);
    const size_t got = rest_.good() ? read_some(rest_, bytes_.data(), bytes_.size(), name_) : 0;
    setg(bytes_.data(), bytes_.data(), bytes_.data() + got);
    return got == 0 ? traits_type::eof() : traits_type::to_int_type(bytes_[0]);
  }

 private:
  std::istream& rest_;
  const std::string& name_;
  std::vector<char> bytes_;
};

/// Another charset on its way to UTF-8, a piece at a time.
class Transcoder : public std::streambuf {
 public:
  Transcoder(std::string_view head, std::istream& rest, const std::string& name, const std::string& charset)
      : plain_(head, rest, name), bytes_(kHead), pivot_(kHead), out_(3 * kHead) {
    UErrorCode status = U_ZERO_ERROR;
    from_.reset(ucnv_open(charset.c_str(), &status));
    to_.reset(ucnv_open("UTF-8", &status));
    if (U_FAILURE(status)) throw Error(ErrorKind::input, fmt::format("{}: charset {} is not known; convert it to UTF-8", name, charset));
    pivot_source_ = pivot_target_ = pivot_.data();
  }

 protected:
  int_type underflow() override {
    char* target = out_.data();
    while (target == out_.data() && !done_) {
      if (source_ == source_end_ && !last_) refill();
      UErrorCode status = U_ZERO_ERROR;
      ucnv_convertEx(to_.get(), from_.get(), &target, out_.data() + out_.size(), &source_, source_end_, pivot_.data(), &pivot_source_, &pivot_target_,
                     pivot_.data() + pivot_.size(), reset_, last_, &status);
      reset_ = false;
      done_ = last_ && status != U_BUFFER_OVERFLOW_ERROR;
    }
    setg(out_.data(), out_.data(), target);
    return target == out_.data() ? traits_type::eof() : traits_type::to_int_type(out_[0]);
  }

 private:
  struct Close {
    void operator()(UConverter* c) const { ucnv_close(c); }
  };

  void refill() {
    const std::streamsize got = plain_.sgetn(bytes_.data(), static_cast<std::streamsize>(bytes_.size()));
    source_ = bytes_.data();
    source_end_ = source_ + got;
    last_ = got < static_cast<std::streamsize>(bytes_.size());
  }

  HeadFirst plain_;
  std::unique_ptr<UConverter, Close> from_, to_;
  std::vector<char> bytes_;
  std::vector<UChar> pivot_;
  std::vector<char> out_;
  const char* source_ = nullptr;
  const char* source_end_ = nullptr;
  UChar* pivot_source_ = nullptr;
  UChar* pivot_target_ = nullptr;
  bool reset_ = true, last_ = false, done_ = false;
};

}  // namespace

Source::Source(std::istream& stream, std::string name) : stream_(stream), name_(std::move(name)) {
  head_.resize(kHead);
  head_.resize(read_some(stream_, head_.data(), head_.size(), shown_name()));
}

Source::~Source() = default;

std::string Source::shown_name() const { return name_ == "-" ? "standard input" : name_; }

std::string Source::rest() {
  std::string all = head_;
  while (stream_.good()) {
    const size_t used = all.size();
    if (used > kLargestDocument) {
      throw Error(ErrorKind::input, fmt::format("{}: larger than {} MiB, which is no single release; split it, or give many documents as JSON Lines",
                                                shown_name(), kLargestDocument >> 20));
    }
    all.resize(used + std::max(kHead, used));
    all.resize(used + read_some(stream_, all.data() + used, all.size() - used, shown_name()));
  }
  return all;
}

std::istream& Source::as_utf8(const Charset& charset) {
  const std::string_view head = std::string_view(head_).substr(charset.bom);
  if (charset.name == "UTF-8") {
    buffer_ = std::make_unique<HeadFirst>(head, stream_, name_);
  } else {
    buffer_ = std::make_unique<Transcoder>(head, stream_, name_, charset.name);
  }
  decoded_ = std::make_unique<std::istream>(buffer_.get());
  return *decoded_;
}

}  // namespace chancery::readers
