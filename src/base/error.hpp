// The one exception type that crosses module walls, and the exit code each kind of failure has.
//
// A message says what failed, where, and what to do next; it is written for the person at the terminal.
// Inside the library errors are thrown; only cli/ and server/ catch them and turn them into an exit code or
// an HTTP problem document. Objects are immutable after construction and may be copied between threads.
#pragma once

#include <stdexcept>
#include <string>

namespace chancery {

/// The value is the program's exit code.
enum class ErrorKind : int {
  usage = 2,        ///< wrong options or arguments
  input = 3,        ///< a document or a value given by the user cannot be read
  io = 4,           ///< a file, folder, disk or port does not let us
  record = 5,       ///< the record is unusable as it is
  interrupted = 130,
  internal = 70,
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const noexcept { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace chancery
