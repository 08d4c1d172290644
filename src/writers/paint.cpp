#include "writers/paint.hpp"

namespace chancery::writers {
namespace {

std::string_view code_of(Style style) {
  switch (style) {
    case Style::bold: return "1";
    case Style::dim: return "2";
    case Style::underline: return "4";
    case Style::red: return "31";
    case Style::green: return "32";
    case Style::yellow: return "33";
    case Style::blue: return "34";
    case Style::magenta: return "35";
    case Style::cyan: return "36";
    case Style::plain: break;
  }
  return "0";
}

}  // namespace

std::string painted(std::string_view text, Style style, bool colour) {
  std::string out;
  if (!colour || style == Style::plain || text.empty()) return out.append(text);
  return out.append("\x1b[").append(code_of(style)).append("m").append(text).append("\x1b[0m");
}

}  // namespace chancery::writers
