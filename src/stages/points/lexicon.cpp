#include "stages/points/lexicon.hpp"

#include <algorithm>
#include <unordered_map>

#include "knowledge/table.hpp"

namespace chancery::points {
namespace {

constexpr Index kWidestGap = 9;  ///< words of "expressed his government's deep and abiding concern"

std::vector<std::string_view> split(std::string_view text, char by) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t at = std::min(text.find(by), text.size());
    if (at > 0) parts.push_back(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
  }
  return parts;
}

Frame frame_named(std::string_view name) {
  using Kind = Frame::Kind;
  static const std::unordered_map<std::string_view, Kind> known = {
      {"np", Kind::object},
      {"that", Kind::that},
      {"clause", Kind::clause},
      {"to", Kind::infinitive},
      {"whom+to", Kind::whom_and_infinitive},
      {"whom-to", Kind::infinitive_after_whom},
      {"subject", Kind::subject},
      {"here", Kind::here}};
  const auto found = known.find(name);
  return found == known.end() ? Frame{Kind::preposition, std::string(name)} : Frame{found->second, {}};
}

uint16_t flag_named(const Row& row, std::string_view name) {
  static const std::unordered_map<std::string_view, uint16_t> known = {
      {"joint", Cue::joint},       {"talks", Cue::talks},   {"sides", Cue::sides},   {"told", Cue::told},
      {"restates", Cue::restates}, {"hearer", Cue::hearer}, {"joined", Cue::joined}, {"none", Cue::none},
      {"mutual", Cue::mutual},     {"open", Cue::open}};
  const auto found = known.find(name);
  if (found == known.end()) row.fail("\"" + std::string(name) + "\" is no flag");
  return found->second;
}

bool fits(const Token& token, const std::vector<std::string>& words) {
  return std::ranges::any_of(words, [&](const std::string& word) { return word == token.lemma || word == token.lower; });
}

/// What may stand between a verb and its noun: "his", "deep and sincere", "the Administration's".
bool may_fill(const Token& token) {
  static constexpr std::string_view kinds[] = {"DET", "ADJ", "ADV", "PRON", "PROPN", "NOUN", "NUM", "PART", "AUX", "CCONJ"};
  if (token.upos == "VERB") return token.deprel == "amod" || token.xpos == "VBN";
  if (token.upos == "PUNCT") return token.lower == "-";
  return std::ranges::find(kinds, token.upos) != std::end(kinds) && token.lower != "to";
}

/// Plain forms that a verb may have whose lemma was not found: "applauded" => "applaud", "applaude".
std::vector<std::string> stems_of(const std::string& lower) {
  for (const std::string_view ending : {"ied", "ed", "ing", "s"}) {
    if (lower.size() < ending.size() + 3 || !lower.ends_with(ending)) continue;
    const std::string stem = lower.substr(0, lower.size() - ending.size());
    if (ending == "ied") return {stem + "y"};
    if (ending == "s") return {stem};
    return {stem, stem + "e"};
  }
  return {};
}

/// Matches the places of a cue from `place` on at token `at`; gives back one past the last token, 0 where it does not fit.
Index end_of(const Cue& cue, size_t place, const std::vector<Token>& tokens, Index at, Index end) {
  for (; place < cue.words.size(); ++place) {
    if (cue.words[place].empty()) {
      const Index farthest = std::min<Index>(end, at + kWidestGap);
      ++place;
      while (at < farthest && !fits(tokens[at], cue.words[place])) {
        const bool inside_name = tokens[at].lower == "of" && at + 1 < end && tokens[at + 1].upos == "PROPN";
        const bool next_noun = tokens[at].upos == "CCONJ" && tokens[at - 1].upos == "NOUN";  // "stories and recommendations"
        if ((next_noun && !cue.crosses_nouns) || (!may_fill(tokens[at]) && !inside_name)) return 0;
        ++at;
      }
      if (at == farthest) return 0;
    } else if (at >= end || !fits(tokens[at], cue.words[place])) {
      return 0;
    }
    ++at;
  }
  return at;
}

}  // namespace

void Lexicon::add(Cue cue) {
  const auto index = static_cast<uint32_t>(cues_.size());
  for (const std::string& word : cue.words.front()) by_first_[word].push_back(index);
  cues_.push_back(std::move(cue));
}

/// A verb that governs objects of its own ("shared stories and recommendations") stops at the first noun.
void Lexicon::set_crossing() {
  const auto governs_object = [](const Cue& cue) {
    return cue.words.size() == 1 && std::ranges::any_of(cue.frames, [](const Frame& f) { return f.kind == Frame::Kind::object; });
  };
  for (Cue& cue : cues_) {
    cue.crosses_nouns = std::ranges::none_of(cue.words.front(), [&](const std::string& word) {
      return std::ranges::any_of(by_first_.at(word), [&](uint32_t other) { return governs_object(cues_[other]); });
    });
  }
}

Lexicon Lexicon::load(const std::filesystem::path& folder) {
  Lexicon lexicon;
  for_each_row(folder / "cues.tsv", 3, [&](const Row& row) {
    Cue cue;
    for (const auto place : split(row[0], ' ')) {
      std::vector<std::string> words;
      if (place != "~") {
        for (const auto word : split(place, '|')) words.emplace_back(word);
      }
      cue.words.push_back(std::move(words));
    }
    const bool gap_at_edge = cue.words.empty() || cue.words.front().empty() || cue.words.back().empty();
    if (gap_at_edge) row.fail("a cue begins and ends with a word");
    const auto act = parse<PointAct>(row[1]);
    if (!act) row.fail("\"" + std::string(row[1]) + "\" is no act");
    cue.act = *act;
    for (const auto name : split(row[2], ' ')) cue.frames.push_back(frame_named(name));
    for (const auto name : split(row[3], ' ')) cue.flags |= flag_named(row, name);
    lexicon.add(std::move(cue));
  });
  lexicon.set_crossing();
  lexicon.classes_ = WordClasses::load(folder / "words.txt");
  return lexicon;
}

CueMatch Lexicon::match(const std::vector<Token>& tokens, Index at, Index end, size_t below) const {
  CueMatch best;
  const auto try_all = [&](const std::string& word) {
    const auto found = by_first_.find(word);
    if (found == by_first_.end()) return;
    for (const uint32_t index : found->second) {
      const Cue& cue = cues_[index];
      const size_t words = cue.words.size() - static_cast<size_t>(std::ranges::count_if(cue.words, &std::vector<std::string>::empty));
      if (words <= best.words || words >= below) continue;
      if (const Index last = end_of(cue, 1, tokens, at + 1, end)) best = {&cue, at, last, words};
    }
  };
  try_all(tokens[at].lemma);
  if (tokens[at].lower != tokens[at].lemma) {
    try_all(tokens[at].lower);
  } else if (tokens[at].upos == "VERB") {
    for (const std::string& stem : stems_of(tokens[at].lower)) try_all(stem);
  }
  return best;
}

CueMatch Lexicon::match_with(const std::vector<Token>& tokens, Index verb, Index noun) const {
  const auto found = by_first_.find(tokens[verb].lemma);
  if (found == by_first_.end()) return {};
  for (const uint32_t index : found->second) {
    const Cue& cue = cues_[index];
    const bool verb_and_noun = cue.words.size() == 3 && cue.words[1].empty();
    if (verb_and_noun && fits(tokens[noun], cue.words[2])) return {&cue, noun, noun + 1, 2};
  }
  return {};
}

}  // namespace chancery::points
