#include "stages/facts/cues.hpp"

#include <algorithm>

#include "knowledge/phrase.hpp"
#include "knowledge/table.hpp"

namespace chancery::facts {
namespace {

bool fits(std::string_view pattern, std::string_view word) {
  if (!pattern.ends_with('*')) return pattern == word;
  return word.starts_with(pattern.substr(0, pattern.size() - 1));
}

uint8_t first_byte(std::string_view word) { return word.empty() ? uint8_t{0} : static_cast<uint8_t>(word.front()); }

bool is_wanted(const Cue& cue, std::initializer_list<std::string_view> kinds) {
  return std::ranges::find(kinds, cue.kind) != kinds.end();
}

bool stands_at(const Cue& cue, const std::vector<Token>& tokens, size_t first) {
  for (size_t i = 0; i < cue.words.size(); ++i) {
    if (!fits(cue.words[i], tokens[first + i].lower)) return false;
  }
  return true;
}

}  // namespace

Cues Cues::load(const std::filesystem::path& folder, std::initializer_list<std::string_view> files) {
  Cues cues;
  for (const std::string_view file : files) {
    for_each_row(folder / file, 2, [&](const Row& row) {
      cues.add({split_words(row[0]), std::string(row[1]), std::string(row[2])});
    });
  }
  return cues;
}

void Cues::add(Cue cue) {
  const auto index = static_cast<uint32_t>(cues_.size());
  const std::string& first = cue.words.front();
  const std::string& last = cue.words.back();
  if (first.ends_with('*')) with_open_first_[first_byte(first)].push_back(index);
  else by_first_[first].push_back(index);
  if (last.ends_with('*')) with_open_last_[first_byte(last)].push_back(index);
  else by_last_[last].push_back(index);
  cues_.push_back(std::move(cue));
}

CueMatch Cues::at(const std::vector<Token>& tokens, size_t at, size_t end, std::initializer_list<std::string_view> kinds) const {
  CueMatch best;
  const size_t limit = std::min(end, tokens.size());
  if (at >= limit) return best;
  const auto take = [&](const std::vector<uint32_t>& candidates) {
    for (const uint32_t index : candidates) {
      const Cue& cue = cues_[index];
      if (cue.words.size() <= best.length || at + cue.words.size() > limit) continue;
      if (is_wanted(cue, kinds) && stands_at(cue, tokens, at)) best = {cue.words.size(), &cue};
    }
  };
  if (const auto found = by_first_.find(tokens[at].lower); found != by_first_.end()) take(found->second);
  take(with_open_first_[first_byte(tokens[at].lower)]);
  return best;
}

CueMatch Cues::ending(const std::vector<Token>& tokens, size_t last, size_t begin, std::initializer_list<std::string_view> kinds) const {
  CueMatch best;
  if (last >= tokens.size() || last < begin) return best;
  const auto take = [&](const std::vector<uint32_t>& candidates) {
    for (const uint32_t index : candidates) {
      const Cue& cue = cues_[index];
      if (cue.words.size() <= best.length || cue.words.size() > last + 1 - begin) continue;
      if (is_wanted(cue, kinds) && stands_at(cue, tokens, last + 1 - cue.words.size())) best = {cue.words.size(), &cue};
    }
  };
  if (const auto found = by_last_.find(tokens[last].lower); found != by_last_.end()) take(found->second);
  take(with_open_last_[first_byte(tokens[last].lower)]);
  return best;
}

bool Cues::has(std::string_view word, std::string_view kind) const {
  const auto says = [&](const std::vector<uint32_t>& candidates) {
    return std::ranges::any_of(candidates, [&](uint32_t index) {
      const Cue& cue = cues_[index];
      return cue.words.size() == 1 && cue.kind == kind && fits(cue.words.front(), word);
    });
  };
  const auto found = by_first_.find(word);
  return (found != by_first_.end() && says(found->second)) || (!word.empty() && says(with_open_first_[first_byte(word)]));
}

}  // namespace chancery::facts
