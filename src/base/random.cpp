#include "base/random.hpp"

#include <sys/random.h>

#include <cerrno>

#include "base/error.hpp"

namespace chancery {
namespace {

std::string random_bytes(size_t size) {
  std::string bytes(size, '\0');
  for (size_t done = 0; done < size;) {
    const ssize_t got = ::getrandom(bytes.data() + done, size - done, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) throw Error(ErrorKind::io, "the system gives no random numbers");
    done += static_cast<size_t>(got);
  }
  return bytes;
}

}  // namespace

uint64_t random_number() {
  uint64_t number = 0;
  for (const char byte : random_bytes(sizeof number)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::string random_text(size_t size) {
  constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  uint32_t held = 0;
  int bits = 0;
  for (const char byte : random_bytes(size)) {
    held = held << 8 | static_cast<unsigned char>(byte);
    for (bits += 8; bits >= 6; bits -= 6) text += kLetters[held >> (bits - 6) & 63U];
  }
  if (bits > 0) text += kLetters[held << (6 - bits) & 63U];
  return text;
}

}  // namespace chancery
