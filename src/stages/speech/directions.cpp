#include "stages/speech/directions.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr Index kLongestDirection = 40;  // words
constexpr Index kLongestNote = 12;       // of those known by a word alone
constexpr Index kLongestPageMark = 5;

class DirectionReader {
 public:
  DirectionReader(const Document& document, const SpeechLexicon& lexicon, Index last) : document_(document), lexicon_(lexicon), last_(last) {}

  /// The token after a direction that opens at `at`; `at` itself where none does. Brackets right behind a label hold
  /// one whatever they say: "(following up on remarks by Ana Silva)".
  Index skip(Index at, bool leading) const {
    const auto open = word(at);
    if (open == "<") return omission(at);
    if (open != "(" && open != "[") return page_mark(at);
    const auto close = open == "(" ? ")" : "]";
    const Index limit = std::min(last_, at + kLongestDirection + 2);
    for (Index i = at + 1; i < limit; ++i) {
      if (word(i) == open) return at;
      if (word(i) == close) return is_note(at + 1, i) || (open == "(" && (leading || is_sentence(at + 1, i))) ? i + 1 : at;
    }
    return at;
  }

 private:
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }
  const std::string& lower(Index i) const { return document_.tokens[i].lower; }

  /// "<…>": the publisher left something out.
  Index omission(Index at) const {
    return at + 2 < last_ && (word(at + 1) == "…" || word(at + 1) == "...") && word(at + 2) == ">" ? at + 3 : at;
  }

  bool is_note(Index first, Index last) const {
    if (last - first > kLongestNote) return false;
    for (Index i = first; i < last; ++i) {
      if (lexicon_.is(lower(i), "direction")) return true;
    }
    return false;
  }

  /// A sentence of its own that nobody says of himself: "(The bill is signed.)"
  bool is_sentence(Index first, Index last) const {
    if (first + 1 >= last || document_.tokens[first].shape == Shape::lower || word(last - 1) != ".") return false;
    for (Index i = first; i < last; ++i) {
      if (lexicon_.is(lower(i), "spoken")) return false;
    }
    return true;
  }

  /// "- 2 -", "Page 2 of 5", "2" on a line of its own.
  Index page_mark(Index at) const {
    const Block& block = document_.blocks[document_.sentences[document_.tokens[at].sentence].block];
    const Index first = document_.sentences[block.first].first, end = document_.sentences[block.last - 1].last;
    if (at != first || end - first > kLongestPageMark || end > last_) return at;
    bool number = false;
    for (Index i = first; i < end; ++i) {
      const bool digits = document_.tokens[i].shape == Shape::number && word(i).find_first_not_of("0123456789") == std::string_view::npos;
      if (!digits && lower(i) != "-" && lower(i) != "page" && lower(i) != "of") return at;
      number |= digits;
    }
    return number ? end : at;
  }

  const Document& document_;
  const SpeechLexicon& lexicon_;
  Index last_;
};

}  // namespace

std::vector<Span> spoken_pieces(const Document& document, const SpeechLexicon& lexicon, Index first, Index last) {
  const DirectionReader directions(document, lexicon, last);
  std::vector<Span> pieces;
  Index begin = first;
  const auto close = [&](Index end) {
    if (end > begin) pieces.push_back(joined(document.tokens[begin].span, document.tokens[end - 1].span));
  };
  for (Index i = first; i < last;) {
    const Index after = directions.skip(i, i == first);
    if (after == i) {
      ++i;
      continue;
    }
    close(i);
    begin = i = after;
  }
  close(last);
  return pieces;
}

bool is_direction(const Document& document, const SpeechLexicon& lexicon, const Block& block) {
  if (block.first == block.last) return false;
  return spoken_pieces(document, lexicon, document.sentences[block.first].first, document.sentences[block.last - 1].last).empty();
}

Index before_closing_line(const Document& document, Index first, Index last) {
  const auto& tokens = document.tokens;
  Index end = last;
  if (end > first + 3 && document.of(tokens[end - 1]) == ">" && document.of(tokens[end - 3]) == "<") return end - 3;
  const auto is_hour = [&](Index i) { return tokens[i].lower == "a.m." || tokens[i].lower == "p.m." || tokens[i].lower == "am" || tokens[i].lower == "pm"; };
  Index at = end;
  if (at > first + 1 && tokens[at - 1].shape == Shape::upper && tokens[at - 1].span.size() <= 4 && is_hour(at - 2)) --at;
  const bool timed = at > first + 1 && is_hour(at - 1) && tokens[at - 2].shape == Shape::number;
  if (timed) at -= 2;
  const auto opens_block = [&](Index i) { return document.sentences[document.blocks[document.sentences[tokens[i].sentence].block].first].first == i; };
  const bool ends = at > first && document.of(tokens[at - 1]) == "END";
  if (ends && (timed || opens_block(at - 1))) return at - 1;
  if (timed && opens_block(at)) return at;
  return last;
}

}  // namespace chancery
