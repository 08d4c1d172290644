#include "stages/names/merge.hpp"

#include <algorithm>

namespace chancery {
namespace {

constexpr float kNever = 2;  ///< more than any certainty

class Merger {
 public:
  Merger(const Document& document, const Knowledge& knowledge, const std::vector<NameWord>& words, std::vector<Found> found, const NameGuesses& guesses)
      : document_(document), knowledge_(knowledge), words_(words), found_(std::move(found)), guesses_(guesses), keep_(found_.size(), true), titled_(found_.size(), false) {
    for (const Found& one : found_) {
      if (one.bearer) titled_[*one.bearer] = true;
    }
    for (size_t i = 0; i < found_.size(); ++i) titled_[i] = titled_[i] || found_[i].form == Form::address;
  }

  std::vector<Found> run() {
    const size_t grammar = found_.size();
    supported_.assign(grammar, false);
    for (const NameGuess& guess : guesses_.names) take(guess, grammar);
    for (size_t i = 0; i < grammar; ++i) {
      if (keep_[i] && !supported_[i] && doubted(found_[i], titled_[i])) keep_[i] = false;
    }
    return in_order();
  }

 private:
  static bool is_name(const Found& one) {
    const bool kind = one.type == MentionType::person || one.type == MentionType::organisation || one.type == MentionType::place || one.type == MentionType::country;
    return kind && (one.form == Form::name || one.form == Form::address);
  }
  static bool same_kind(MentionType a, MentionType b) { return a == b || (a == MentionType::country && b == MentionType::place); }

  void take(const NameGuess& guess, size_t grammar) {
    std::vector<size_t> touching;
    bool nationality = false, inside = false;
    for (size_t i = first_touching(guess, grammar); i < grammar; ++i) {
      if (found_[i].first >= guess.last) break;
      if (!keep_[i] || found_[i].last <= guess.first) continue;
      if (is_name(found_[i])) touching.push_back(i);
      inside |= found_[i].type == MentionType::office && found_[i].first <= guess.first && guess.last <= found_[i].last;
      nationality |= found_[i].type == MentionType::nationality && found_[i].last - found_[i].first == guess.last - guess.first;
    }
    for (const size_t i : touching) supported_[i] = true;
    // "the President of Kenya" is one mention; who holds the office is said by its entity, the country by its code.
    if (nationality || (inside && touching.empty())) return;
    if (touching.empty()) {
      if (guess.certainty >= needed_to_add(guess)) add(guess);
      return;
    }
    if (touching.size() == 1 && takes_title_in(found_[touching[0]], guess)) return extend(touching[0], guess);
    const bool titled = std::any_of(touching.begin(), touching.end(), [&](size_t i) { return titled_[i]; });
    if (titled) return;
    if (touching.size() == 1 && found_[touching[0]].first == guess.first && found_[touching[0]].last == guess.last) return retype(found_[touching[0]], guess);
    if (guess.certainty < guesses_.trust.span) return;
    for (const size_t i : touching) keep_[i] = false;
    add(guess);
  }

  /// In a headline every word has a capital, so that a name takes more to be believed.
  float needed_to_add(const NameGuess& guess) const {
    const NameTrust& trust = guesses_.trust;
    const bool single = guess.last == guess.first + 1;
    const NameWord& word = words_[guess.first];
    if (single && word.closed && !word.upper) return kNever;  // "We" after a colon
    if (guess.type == MentionType::person && ordinary(guess)) return kNever;
    const bool lone = guess.type == MentionType::person && single && !listed_name(guess.first);
    const float needed = lone ? trust.lone : trust.add;
    return words_[guess.first].headline ? (1 + needed) / 2 : needed;
  }

  /// "God", "Rose Garden", "Urban Development": words that are written small elsewhere, and no list has as names.
  bool ordinary(const NameGuess& guess) const {
    for (Index i = guess.first; i < guess.last; ++i) {
      if (!words_[i].common || listed_name(i)) return false;
    }
    return true;
  }

  bool listed_name(Index word) const {
    return words_[word].given || knowledge_.lexicon().longest(document_.tokens, word, word + 1, EntryKind::surname).length > 0;
  }

  /// Found is in order but for what nests; a few steps back are enough.
  size_t first_touching(const NameGuess& guess, size_t grammar) const {
    const auto at = std::lower_bound(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(grammar), guess.first, [](const Found& f, Index first) { return f.first < first; });
    const auto index = static_cast<size_t>(at - found_.begin());
    return index > 8 ? index - 8 : 0;
  }

  /// "M. Bevan", "Don Penney": what the grammar took for a form of address is part of the name.
  bool takes_title_in(const Found& one, const NameGuess& guess) const {
    return one.form == Form::address && guess.type == MentionType::person && guess.last == one.last && guess.first < one.first && guess.certainty >= guesses_.trust.title;
  }

  void extend(size_t index, const NameGuess& guess) {
    found_[index].first = guess.first;
    found_[index].form = Form::name;
  }

  void retype(Found& one, const NameGuess& guess) {
    if (same_kind(one.type, guess.type) || (guess.type == MentionType::person && is_listed(one))) return;
    if (guess.certainty < (one.type == MentionType::country ? guesses_.trust.country : guesses_.trust.kind)) return;
    one.type = guess.type;
    one.country.clear();
    name_country(one);
  }

  /// "Asia-Pacific Economic Cooperation": a body or region of several words on a list is no person, however it looks.
  bool is_listed(const Found& one) const {
    const size_t length = one.last - one.first;
    const auto whole = [&](EntryKind first, EntryKind last) { return knowledge_.lexicon().longest(document_.tokens, one.first, one.last, first, last).length == length; };
    if (length < 2) return false;
    return (one.type == MentionType::organisation && whole(EntryKind::organisation, EntryKind::organisation)) || (one.type == MentionType::place && whole(EntryKind::region, EntryKind::place));
  }

  void add(const NameGuess& guess) {
    Found one;
    one.first = guess.first;
    one.last = guess.last;
    one.type = guess.type;
    name_country(one);
    found_.push_back(std::move(one));
    keep_.push_back(true);
    titled_.push_back(false);
    if (guess.type != MentionType::person) return;
    for (Found& office : found_) {  // "Board Chairman" right before the name that only the model saw
      const bool free = office.type == MentionType::office && !office.bearer && office.last == guess.first;
      if (free && found_.back().first - office.first < 30) office.bearer = found_.size() - 1;
    }
  }

  /// A place that is a country by name is one.
  void name_country(Found& one) const {
    if (one.type != MentionType::place) return;
    const auto match = knowledge_.lexicon().longest(document_.tokens, one.first, one.last, EntryKind::country);
    if (match.length != one.last - one.first) return;
    one.type = MentionType::country;
    one.country = match.entries.front().country;
  }

  bool doubted(const Found& one, bool titled) const {
    if (!is_name(one) || titled || guesses_.outside.empty()) return false;
    float outside = 0;
    for (Index i = one.first; i < one.last; ++i) outside += guesses_.outside[i];
    return outside / static_cast<float>(one.last - one.first) > (one.type == MentionType::country ? guesses_.trust.no_country : guesses_.trust.none);
  }

  std::vector<Found> in_order() {
    std::vector<size_t> order;
    for (size_t i = 0; i < found_.size(); ++i) {
      if (keep_[i]) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return found_[a].first != found_[b].first ? found_[a].first < found_[b].first : found_[a].last > found_[b].last;
    });
    std::vector<size_t> place(found_.size(), SIZE_MAX);
    for (size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Found> out;
    for (const size_t i : order) {
      out.push_back(std::move(found_[i]));
      auto& bearer = out.back().bearer;
      if (bearer) bearer = place[*bearer] == SIZE_MAX ? std::nullopt : std::optional(place[*bearer]);
    }
    return out;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const std::vector<NameWord>& words_;
  std::vector<Found> found_;
  const NameGuesses& guesses_;
  std::vector<bool> keep_, titled_, supported_;
};

}  // namespace

std::vector<Found> merge(const Document& document, const Knowledge& knowledge, const std::vector<NameWord>& words, std::vector<Found> found, const NameGuesses& guesses) {
  if (guesses.outside.empty()) return found;
  return Merger(document, knowledge, words, std::move(found), guesses).run();
}

}  // namespace chancery
