#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/utf8.hpp"
#include "readers/months.hpp"
#include "readers/published.hpp"

namespace chancery::readers {
namespace {

constexpr size_t kLongestLine = 120;  // bytes
constexpr size_t kPlaceWords = 4;

enum class Kind : uint8_t { word, number, mark };

struct Piece {
  Kind kind;
  std::string_view text;
  unsigned number = 0;
  bool capital = false;
  bool glued = false;  // no white space before it
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  bool glued = false;
  for (size_t i = 0; i < text.size();) {
    const utf8::Decoded first = utf8::decode(text, i);
    const size_t begin = i;
    i += first.length;
    if (utf8::is_space(first.code_point)) {
      glued = false;
      continue;
    }
    Piece piece{Kind::mark, {}, 0, utf8::is_upper(first.code_point), glued};
    const auto extend = [&](auto belongs) {
      while (i < text.size()) {
        const utf8::Decoded next = utf8::decode(text, i);
        if (!belongs(next.code_point)) break;
        i += next.length;
      }
    };
    if (utf8::is_digit(first.code_point)) {
      piece.kind = Kind::number;
      extend(utf8::is_digit);
      std::from_chars(text.data() + begin, text.data() + i, piece.number);
    } else if (utf8::is_letter(first.code_point)) {
      piece.kind = Kind::word;
      extend(utf8::is_letter);
    }
    piece.text = text.substr(begin, i - begin);
    pieces.push_back(piece);
    glued = true;
  }
  return pieces;
}

/// Reads a date line from left to right; `at` is where it stands.
class LineParser {
 public:
  explicit LineParser(std::string_view text) : pieces_(pieces_of(text)) {}

  std::optional<std::string> parse() {
    while (at_ < pieces_.size()) {
      const size_t before = at_;
      if (take_date() || take_time()) continue;
      at_ = before;
      if (!take_filler()) return std::nullopt;
    }
    if (!day_) return std::nullopt;
    std::string out = iso(*day_);
    if (!time_.empty()) out += "T" + time_ + zone_;
    return out;
  }

 private:
  const Piece* peek(size_t ahead = 0) const { return at_ + ahead < pieces_.size() ? &pieces_[at_ + ahead] : nullptr; }
  bool is_number(size_t ahead, size_t least, size_t most) const {
    const Piece* p = peek(ahead);
    return p != nullptr && p->kind == Kind::number && p->text.size() >= least && p->text.size() <= most;
  }
  bool is_mark(size_t ahead, std::string_view mark, bool glued = false) const {
    const Piece* p = peek(ahead);
    return p != nullptr && p->kind == Kind::mark && p->text == mark && (!glued || p->glued);
  }
  std::optional<unsigned> month(size_t ahead) const {
    const Piece* p = peek(ahead);
    return p != nullptr && p->kind == Kind::word ? month_of(p->text) : std::nullopt;
  }

  bool accept(unsigned year, unsigned month, unsigned day, size_t taken) {
    const auto made = make_day(static_cast<int>(year), month, day);
    if (!made || !is_plausible(*made) || (day_ && *day_ != *made) || (bare_words_ && !day_)) return false;
    day_ = made;
    at_ += taken;
    if (const Piece* p = peek(); p != nullptr && p->kind == Kind::word && !p->capital && utf8::count(p->text) <= 5) ++at_;  // года, року, at
    return true;
  }

  bool take_date() { return take_iso() || take_dotted() || take_chinese() || take_day_first() || take_month_first(); }

  bool take_iso() {  // 2017-11-19, 2017/11/19
    if (!is_number(0, 4, 4) || !is_number(2, 1, 2) || !is_number(4, 1, 2)) return false;
    for (const char* mark : {"-", "/", "."}) {
      if (is_mark(1, mark, true) && is_mark(3, mark, true)) {
        const bool taken = accept(peek()->number, peek(2)->number, peek(4)->number, 5);
        if (taken && peek() != nullptr && peek()->kind == Kind::word && peek()->glued && peek()->text == "T") ++at_;
        return taken;
      }
    }
    return false;
  }

  bool take_dotted() {  // 19.11.2017, 19/11/2017; with slashes only where one reading is possible
    if (!is_number(0, 1, 2) || !is_number(2, 1, 2) || !is_number(4, 4, 4)) return false;
    const unsigned a = peek()->number, b = peek(2)->number, year = peek(4)->number;
    if (is_mark(1, ".", true) && is_mark(3, ".", true)) return accept(year, b, a, 5);
    for (const char* mark : {"/", "-"}) {
      if (!is_mark(1, mark, true) || !is_mark(3, mark, true)) continue;
      if (a > 12 || a == b) return accept(year, b, a, 5);
      if (b > 12) return accept(year, a, b, 5);
    }
    return false;
  }

  bool take_chinese() {  // 2017年11月19日
    const auto word = [&](size_t ahead, std::string_view text) { return peek(ahead) != nullptr && peek(ahead)->text == text; };
    if (!is_number(0, 4, 4) || !word(1, "年") || !is_number(2, 1, 2) || !word(3, "月") || !is_number(4, 1, 2) || !word(5, "日")) return false;
    return accept(peek()->number, peek(2)->number, peek(4)->number, 6);
  }

  bool take_day_first() {  // 19 november 2017, 19th of November, 2017, 19-Nov-2017, 5 de mayo de 2022
    if (!is_number(0, 1, 2)) return false;
    const unsigned day = peek()->number;
    size_t n = 1;
    const auto small_word = [&] {  // ordinal endings and particles: th, er, of, de
      const Piece* p = peek(n);
      return p != nullptr && p->kind == Kind::word && !p->capital && p->text.size() <= 4 && !month_of(p->text);
    };
    while (is_mark(n, ".") || is_mark(n, "-") || is_mark(n, "º") || small_word()) ++n;
    const auto found = month(n);
    if (!found || n > 4) return false;
    ++n;
    while (is_mark(n, ".") || is_mark(n, ",") || is_mark(n, "-") || small_word()) ++n;
    return is_number(n, 4, 4) && accept(peek(n)->number, *found, day, n + 1);
  }

  bool take_month_first() {  // November 19, 2017; Nov. 19th 2017
    const auto found = month(0);
    if (!found) return false;
    size_t n = is_mark(1, ".") ? 2 : 1;
    if (!is_number(n, 1, 2)) return false;
    const unsigned day = peek(n++)->number;
    const Piece* ending = peek(n);
    if (ending != nullptr && ending->kind == Kind::word && ending->glued && ending->text.size() == 2) ++n;
    while (is_mark(n, ",")) ++n;
    return is_number(n, 4, 4) && accept(peek(n)->number, *found, day, n + 1);
  }

  bool take_time() {  // 19:23, 19:23:05, 7:23 p.m., 19h23; a zone only as Z or +04:00
    if (!time_.empty() || !is_number(0, 1, 2)) return false;
    const bool colon = is_mark(1, ":", true) || (day_ && is_mark(1, ".", true)) || (peek(1) != nullptr && peek(1)->glued && peek(1)->text == "h");
    if (!colon || !is_number(2, 2, 2) || !peek(2)->glued) return false;
    unsigned hour = peek()->number;
    const unsigned minute = peek(2)->number;
    at_ += 3;
    if (is_mark(0, ":", true) && is_number(1, 2, 2)) at_ += 2;
    if (is_mark(0, ".", true) && is_number(1, 1, 9)) at_ += 2;
    if (const Piece* p = peek(); p != nullptr && p->kind == Kind::word) {
      const std::string word = utf8::lower(p->text);
      const bool dotted = (word == "a" || word == "p") && is_mark(1, ".") && peek(2) != nullptr && utf8::lower(peek(2)->text) == "m";
      if (word == "am" || word == "pm" || dotted) {
        if (hour < 1 || hour > 12) return false;
        hour = hour % 12 + (word[0] == 'p' ? 12 : 0);
        at_ += dotted ? (is_mark(3, ".") ? 4 : 3) : 1;
      }
    }
    if (hour > 23 || minute > 59) return false;
    time_ = fmt::format("{:02}:{:02}", hour, minute);
    take_zone();
    return true;
  }

  void take_zone() {
    if (const Piece* p = peek(); p != nullptr && p->text == "Z" && p->glued) {
      zone_ = "Z";
      ++at_;
      return;
    }
    if (!is_mark(0, "+") && !is_mark(0, "-")) return;
    const std::string sign(peek()->text);
    if (is_number(1, 4, 4)) {
      zone_ = fmt::format("{}{}:{}", sign, peek(1)->text.substr(0, 2), peek(1)->text.substr(2));
      at_ += 2;
    } else if (is_number(1, 2, 2) && is_mark(2, ":", true) && is_number(3, 2, 2)) {
      zone_ = fmt::format("{}{}:{}", sign, peek(1)->text, peek(3)->text);
      at_ += 4;
    }
  }

  /// Weekdays, labels, places and punctuation: what may stand around a date without making the line a sentence.
  bool take_filler() {
    const Piece& p = pieces_[at_++];
    if (p.kind == Kind::number) return false;
    if (p.kind == Kind::mark) {
      bare_words_ = false;
      return std::string_view("\"'!?;").find(p.text) == std::string_view::npos;
    }
    if (is_weekday(p.text)) return true;
    if (!p.capital && utf8::count(p.text) > 6) return false;
    bare_words_ = p.text != "on";  // "Posted on 5 May 2015" dates a page, "Victory of 9 May 1945" does not
    return ++words_ <= kPlaceWords;
  }

  std::vector<Piece> pieces_;
  size_t at_ = 0;
  size_t words_ = 0;
  bool bare_words_ = false;  // words stand right before, with no comma or colon between
  std::optional<Day> day_;
  std::string time_, zone_;
};

}  // namespace

std::optional<std::string> read_date_line(std::string_view text) { return text.size() > kLongestLine ? std::nullopt : LineParser(text).parse(); }

}  // namespace chancery::readers
