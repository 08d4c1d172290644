// The bytes of a stream with a look ahead, and the same as UTF-8. One thread.
#pragma once

#include <istream>
#include <memory>
#include <streambuf>
#include <string>
#include <string_view>

#include "readers/charset.hpp"

namespace chancery::readers {

/// A single document larger than this is refused: offsets are 32 bits wide.
inline constexpr size_t kLargestDocument = size_t{1} << 30;

class Source {
 public:
  /// Reads the head at once. `stream` must outlive it. Throws Error(io) where the stream fails.
  Source(std::istream& stream, std::string name);
  ~Source();

  std::string_view head() const { return head_; }
  const std::string& name() const { return name_; }
  /// A name for messages: "standard input" for "-".
  std::string shown_name() const;

  /// What is left, whole, as it came. Throws Error(io), Error(input) where it is larger than kLargestDocument.
  std::string rest();

  /// What is left as UTF-8 (not repaired where it was UTF-8 already), without its mark. Valid as long as this is.
  std::istream& as_utf8(const Charset& charset);

 private:
  std::istream& stream_;
  std::string name_, head_;
  std::unique_ptr<std::streambuf> buffer_;
  std::unique_ptr<std::istream> decoded_;
};

}  // namespace chancery::readers
