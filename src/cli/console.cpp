#include "cli/console.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <ostream>

#include "base/error.hpp"
#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? std::string_view(value) : std::string_view();
}

size_t width_of_terminal() {
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
    winsize size{};
    if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  const int given = std::atoi(std::string(environment("COLUMNS")).c_str());
  return given >= 20 ? static_cast<size_t>(given) : 80;
}

bool takes_unicode() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto value = environment(name);
    if (value.empty()) continue;
    return value.find("UTF") != std::string_view::npos || value.find("utf") != std::string_view::npos;
  }
  return true;  // nothing said: nearly every terminal of today
}

size_t at_character(std::string_view text, size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

/// A name of 100,000 characters that a message repeats would push what to do next off the screen.
std::string shortened(std::string_view text) {
  constexpr size_t kLongestLine = 1200, kHead = 500, kTail = 400;  // bytes
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    if (line.size() <= kLongestLine) out += line;
    else out.append(line.substr(0, at_character(line, kHead))).append(" ... ").append(line.substr(at_character(line, line.size() - kTail)));
    text.remove_prefix(end);
  }
  return out;
}

}  // namespace

Screen look_at_screen() {
  Screen screen;
  screen.out_is_terminal = isatty(STDOUT_FILENO) == 1;
  screen.error_is_terminal = isatty(STDERR_FILENO) == 1;
  screen.width = width_of_terminal();
  screen.bounded = screen.out_is_terminal || !environment("COLUMNS").empty();
  screen.colour = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  screen.unicode = takes_unicode();
  return screen;
}

void Console::choose_colour(ColourChoice choice) {
  colour_ = choice == ColourChoice::always || (choice == ColourChoice::automatic && screen_.out_is_terminal && screen_.colour);
}

void Console::print(std::string_view text) {
  errno = 0;
  out_ << text;
  check_written();
}

void Console::check_written() const {
  if (out_) return;
  throw Error(ErrorKind::io, fmt::format("cannot write to standard output: {}", errno != 0 ? std::strerror(errno) : "it is closed"));
}

void Console::print_json(const std::string& line) {
  print(screen_.out_is_terminal ? writers::safe_json(line) : line);
  print("\n");
}

void Console::flush() {
  errno = 0;
  out_.flush();
  check_written();
}

void Console::note(std::string_view message) { error_ << shortened(writers::safe(message)) << std::endl; }

void Console::complain(std::string_view message) {
  const bool colour = screen_.error_is_terminal && screen_.colour;
  error_ << writers::painted("chancery:", Style::red, colour) << ' ' << shortened(writers::safe(message)) << std::endl;
}

void Console::status(std::string_view text) { error_ << text << std::flush; }

std::string Console::styled(std::string_view text, Style style) const {
  return writers::painted(text, style, colour_);
}

}  // namespace chancery::cli
