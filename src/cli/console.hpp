// The three streams of the program and what is known of the screen behind them.
//
// Everything a document, a path or a person brings goes to a terminal only through `safe` or the writers, so that
// control and bidi characters never reach it raw. One thread at a time.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "writers/paint.hpp"

namespace chancery::cli {

using writers::Style;
enum class ColourChoice { automatic, always, never };

struct Screen {
  bool out_is_terminal = false;
  bool error_is_terminal = false;
  size_t width = 80;    ///< columns of the terminal; 80 where there is none
  bool bounded = false; ///< there is a terminal, or COLUMNS says how wide: what does not fit into a row is cut
  bool colour = true;   ///< false with NO_COLOR or TERM=dumb
  bool unicode = true;  ///< the locale takes UTF-8
};

/// Looks at standard output and error and at NO_COLOR, TERM, COLUMNS and the locale.
Screen look_at_screen();

class Console {
 public:
  Console(std::ostream& out, std::ostream& error, Screen screen) : out_(out), error_(error), screen_(screen) {}

  const Screen& screen() const { return screen_; }
  bool colour() const { return colour_; }
  void choose_colour(ColourChoice choice);

  /// To standard output, as it is. Throws Error(io) when it cannot be written (a full disk, a closed pipe).
  void print(std::string_view text);
  /// One line of JSON; on a terminal, control and bidi characters in it are escaped.
  void print_json(const std::string& line);
  /// Writes what is buffered; throws like `print`.
  void flush();

  /// A line to standard error; `message` may hold anything.
  void note(std::string_view message);
  /// The same with "chancery: " before it.
  void complain(std::string_view message);
  /// Raw to standard error: the progress bar.
  void status(std::string_view text);

  std::string styled(std::string_view text, Style style) const;

 private:
  void check_written() const;

  std::ostream& out_;
  std::ostream& error_;
  Screen screen_;
  bool colour_ = false;
};

}  // namespace chancery::cli
