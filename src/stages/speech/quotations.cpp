#include "stages/speech/quotations.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery {
namespace {

constexpr size_t kDeepest = 4;        ///< open marks that a closing one is compared with
constexpr Index kMostParagraphs = 40;  ///< over which an open mark is followed to its other half

bool may_begin(std::string_view mark) { return one_of(mark, {"“", "„", "‟", "«", "‹", "「", "『", "〝", "``", "‘", "‚", "‛", "❝"}); }
bool may_end(std::string_view mark) { return one_of(mark, {"”", "»", "›", "」", "』", "〞", "’", "❞"}); }
bool is_straight(std::string_view mark) { return one_of(mark, {"\"", "''", "'", "＂"}); }
bool is_single(std::string_view mark) { return one_of(mark, {"'", "‘", "’", "‚", "‛"}); }
bool is_mark(std::string_view form) { return may_begin(form) || may_end(form) || is_straight(form); }

/// Whether `close` is a mark that ends what `open` began.
bool match(std::string_view open, std::string_view close) {
  if (open == close) return !one_of(open, {"「", "『"});
  if (is_single(open)) return is_single(close) && close != "‚";
  if (one_of(open, {"“", "„", "‟", "\"", "``", "''", "❝", "”", "＂"})) return one_of(close, {"”", "“", "\"", "''", "❞", "＂"});
  if (open == "«") return close == "»";
  if (open == "»") return close == "«";
  if (open == "‹") return close == "›";
  if (open == "›") return close == "‹";
  if (open == "「") return close == "」";
  if (open == "『") return close == "』";
  return open == "〝" && one_of(close, {"〞", "〟"});
}

/// The marks of one paragraph.
class Pairing {
 public:
  Pairing(const Document& document, Index first, Index last, std::vector<Quotation>& out) : document_(document), first_(first), last_(last), out_(out), begin_(out.size()) {}

  void run() {
    for (Index i = first_; i < last_; ++i) {
      const auto mark = word(i);
      if (!is_mark(mark)) continue;
      if (closes(i)) continue;
      if (opens(i)) {
        open_.push_back(static_cast<Index>(out_.size()));
        out_.push_back({i, last_, false, 0, kNone});
      } else if (!is_single(mark) && stray_ == kNone && open_.empty() && out_.size() == begin_) {
        stray_ = i;
      }
    }
    settle();
  }
  /// A closing mark before any that opens: it ends a quotation of a paragraph before.
  Index stray() const { return stray_; }

 private:
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }
  bool space_before(Index i) const { return i == first_ || document_.tokens[i].space_before; }
  bool space_after(Index i) const { return i + 1 >= last_ || document_.tokens[i + 1].space_before; }

  /// What an opening mark may stand right behind.
  bool after_gap(Index i) const {
    return space_before(i) || is_mark(word(i - 1)) || one_of(document_.tokens[i - 1].lower, {"(", "[", "-", ":", "/", ">"});
  }

  bool opens(Index i) const {
    const auto mark = word(i);
    if (one_of(mark, {"「", "『", "〝"})) return true;
    const bool before_punctuation = i + 1 < last_ && one_of(document_.tokens[i + 1].lower, {",", ".", ";"});
    const bool as_opening = after_gap(i) && !space_after(i) && !before_punctuation;
    if (as_opening) return true;
    const bool set_apart = space_before(i) && space_after(i) && i + 1 < last_ && !is_single(mark);
    return may_begin(mark) && !is_single(mark) ? !(set_apart && i + 1 >= last_) && i + 1 < last_ : set_apart && is_straight(mark);
  }

  /// "the leaders' talks": an apostrophe.
  bool is_possessive(Index i) const {
    if (!is_single(word(i)) || i == first_) return false;
    const auto& before = document_.tokens[i - 1];
    const bool ends = i + 1 >= last_ || document_.tokens[i + 1].shape == Shape::punctuation;
    return before.shape != Shape::punctuation && before.lower.ends_with("s") && !ends;
  }

  bool closes(Index i) {
    const auto mark = word(i);
    const bool like_opening = space_before(i) && !space_after(i);
    if (like_opening && !one_of(mark, {"”", "»", "」", "』"})) return false;
    if (like_opening && one_of(mark, {"”", "»"}) && (open_.empty() || word(out_[open_.back()].open) != (mark == "”" ? "“" : "«"))) return false;
    for (size_t k = open_.size(); k-- > 0 && open_.size() - k <= kDeepest;) {
      Quotation& one = out_[open_[k]];
      if (!match(word(one.open), mark)) continue;
      if (is_possessive(i)) return true;
      one.close = i;
      one.closed = true;
      open_.resize(k);
      return true;
    }
    return false;
  }

  /// What is left open ends where the next quotation opens; single marks left open were apostrophes.
  void settle() {
    std::erase_if(open_, [&](Index q) {
      if (!is_single(word(out_[q].open))) return false;
      out_[q].close = out_[q].open;
      return true;
    });
    for (size_t q = begin_; q < out_.size(); ++q) {
      if (!out_[q].closed && out_[q].close == last_ && q + 1 < out_.size()) out_[q].close = next_open(q);
    }
    const auto nothing = [](const Quotation& q) { return q.close <= q.open + 1; };
    out_.erase(std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(begin_), out_.end(), nothing), out_.end());
    std::vector<Index> ends;
    for (size_t q = begin_; q < out_.size(); ++q) {
      while (!ends.empty() && ends.back() <= out_[q].open) ends.pop_back();
      out_[q].depth = static_cast<uint8_t>(std::min<size_t>(ends.size(), 255));
      ends.push_back(out_[q].close);
    }
  }

  /// Where the next quotation in double marks opens.
  Index next_open(size_t q) const {
    for (size_t k = q + 1; k < out_.size() && k <= q + kDeepest; ++k) {
      if (!is_single(word(out_[k].open))) return out_[k].open;
    }
    return last_;
  }

  const Document& document_;
  Index first_, last_;
  std::vector<Quotation>& out_;
  size_t begin_;
  std::vector<Index> open_;  ///< numbers of quotations not yet closed
  Index stray_ = kNone;
};

/// The quotation goes on to a mark of a later paragraph; those opened since stand in it.
void run_on(std::vector<Quotation>& all, size_t quotation, Index close) {
  all[quotation].close = close;
  all[quotation].closed = true;
  for (size_t q = quotation + 1; q < all.size() && all[q].open < close; ++q) ++all[q].depth;
}

}  // namespace

std::vector<Quotation> find_quotations(const Document& document) {
  std::vector<Quotation> all;
  Index carried = kNone, paragraphs = 0;  // the quotation that the paragraph before left open
  for (const Block& block : document.blocks) {
    if (block.first == block.last || block.span.part == Part::title) continue;
    const Index first = document.sentences[block.first].first, last = document.sentences[block.last - 1].last;
    const size_t begin = all.size();
    Pairing pairing(document, first, last, all);
    pairing.run();
    if (carried != kNone) {
      const bool again = paragraphs == 0 && all.size() > begin && all[begin].open == first;
      if (again) all[begin].continues = carried;
      const bool ended = !again && pairing.stray() != kNone;
      if (ended) run_on(all, carried, pairing.stray());
      if (again || ended || ++paragraphs > kMostParagraphs) carried = kNone;
    }
    if (all.size() == begin) continue;
    const bool left_open = !all.back().closed && all.back().depth == 0 && all.back().close == last;
    if (!left_open) continue;
    carried = static_cast<Index>(all.size() - 1);
    paragraphs = 0;
  }
  return all;
}

}  // namespace chancery
