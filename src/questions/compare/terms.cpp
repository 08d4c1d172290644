#include "questions/compare/terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "base/one_of.hpp"
#include "base/utf8.hpp"
#include "questions/compare/families.hpp"
#include "questions/compare/holders.hpp"

namespace chancery::questions::compare {
namespace {

constexpr double kLight = 0.25;      ///< of the weight, for words that announce a topic
constexpr double kThing = 0.7;       ///< what two names of one thing share of what one name twice would
constexpr double kMatter = 0.45;     ///< the same for words of one matter
constexpr double kLeastThing = 3.5;  ///< weight of what has a name in the lexicon: it is a topic by itself
constexpr double kAmount = 6;        ///< weight of a sum of money, a share or a large number: seldom twice by chance
constexpr double kLarge = 1000;      ///< from here a number of anything is such
constexpr double kRemembered = 0.6;  ///< of the weight, for the topic before that "this issue" stands for
constexpr double kPair = 0.5;        ///< of the weight of "bilateral", for two countries named as a pair
constexpr Index kLeadIn = 5;         ///< tokens before a unit that may name who is charged with it
constexpr Index kBeside = 4;         ///< tokens between two countries that are named as a pair

bool is_content(const Token& token) {
  return one_of(token.upos, {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"}) &&
         std::ranges::any_of(token.lower, [](unsigned char c) { return std::isalnum(c) || c >= 0x80; });
}

/// Nouns tell what is talked of, verbs and adverbs mostly how.
double part_of(const Token& token) {
  if (token.upos == "VERB") return 0.5;
  if (token.upos == "ADV") return 0.3;
  return token.upos == "ADJ" ? 0.7 : 1;
}

std::string lemma_of(const Token& token) { return token.lemma.empty() ? token.lower : utf8::lower(token.lemma); }

/// "Joseph R. Biden, Jr." => "biden"
std::string surname_of(const std::string& name) {
  std::string last;
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    std::string word = utf8::lower(utf8::unaccented(name.substr(begin, end - begin)));
    std::erase_if(word, [](char c) { return c == ',' || c == '.'; });
    if (!word.empty() && !one_of(word, {"jr", "sr", "ii", "iii", "iv"})) last = word;
    begin = end + 1;
  }
  return last;
}

/// Keys for texts, made as they come.
class Keys {
 public:
  Key of(const std::string& text) { return keys_.try_emplace(text, static_cast<Key>(keys_.size())).first->second; }
  size_t size() const { return keys_.size(); }

 private:
  std::unordered_map<std::string, Key> keys_;
};

/// Reads the words of the units of one document.
class Reader {
 public:
  Reader(const Document& document, const std::set<std::string>& parties, const Lexicon& lexicon, const Families& families, Keys& keys)
      : d_(document), parties_(parties), lexicon_(lexicon), families_(families), keys_(keys), mention_(document.tokens.size(), kNone) {
    for (Index m = 0; m < document.mentions.size(); ++m) {
      const Mention& mention = document.mentions[m];
      if (kind_of(mention).empty()) continue;
      const auto [first, last] = document.tokens_in(mention.span);
      std::fill(mention_.begin() + first, mention_.begin() + last, m);
    }
    for (Index f = 0; f < document.figures.size(); ++f) amounts_.emplace(document.figures[f].span.begin, f);
  }

  std::vector<Word> words_of(const Span& span) {
    std::vector<Word> words;
    const auto [first, last] = d_.tokens_in(span);
    for (Index i = first; i < last;) {
      const Index next = read(i, last, words);
      i = std::max(next, i + 1);
    }
    return words;
  }

  /// Whether the unit speaks of "this issue", told before.
  bool looks_back(const Span& span) const {
    const auto [first, last] = d_.tokens_in(span);
    for (Index i = first; i + 1 < last; ++i) {
      if (!one_of(d_.tokens[i].lower, {"this", "these", "that", "such"})) continue;
      for (Index j = i + 1; j < std::min(last, i + 3); ++j) {
        if (lexicon_.is_anaphor(lemma_of(d_.tokens[j]))) return true;
      }
    }
    return false;
  }

 private:
  const std::string& country_of(const Mention& mention) const {
    return mention.country.empty() && mention.entity < d_.entities.size() ? d_.entities[mention.entity].country : mention.country;
  }
  std::string_view kind_of(const Mention& mention) const {
    if (mention.form == Form::pronoun) return "";
    if (mention.type == MentionType::person && mention.form == Form::name && mention.entity != kNone) return "person";
    if ((mention.type == MentionType::country || mention.type == MentionType::nationality) && !country_of(mention).empty()) return "place";
    return "";
  }

  Index read(Index at, Index end, std::vector<Word>& words) {
    if (const auto match = lexicon_.match(d_.tokens, at, end); match.length > 0) return take_name(at, match, words);
    if (const Figure* figure = amount_at(at)) return take_amount(at, end, *figure, words);
    if (mention_[at] != kNone) return take_mention(at, end, words);
    const Token& token = d_.tokens[at];
    if (!is_content(token)) return at + 1;
    const std::string lemma = lemma_of(token);
    Word word;
    word.span = token.span;
    word.own = keys_.of("w" + std::to_string(families_.of(lemma)));
    word.light = lexicon_.is_light(lemma) || lexicon_.is_modal(lemma);
    word.weight = lexicon_.weight_of(lemma) * part_of(token) * (word.light ? kLight : 1);
    if (token.upos == "NUM") word.kind = "figure";
    words.push_back(word);
    return at + 1;
  }

  /// A figure of which the same number elsewhere speaks for the same thing: "NOK 60 million", "12 per cent".
  const Figure* amount_at(Index at) const {
    const auto found = amounts_.find(d_.tokens[at].span.begin);
    if (found == amounts_.end()) return nullptr;
    const Figure& figure = d_.figures[found->second];
    return is_share(figure) || is_money(figure) || figure.value >= kLarge ? &figure : nullptr;
  }
  static bool is_share(const Figure& figure) { return figure.unit == "percent" || figure.unit == "percentage points"; }
  /// ISO 4217, or a name that several currencies have: nothing is counted then.
  bool is_money(const Figure& figure) const {
    return figure.unit.size() == 3 && std::ranges::all_of(figure.unit, [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// One word for the number with its currency; a noun that is counted is read on its own.
  Index take_amount(Index at, Index end, const Figure& figure, std::vector<Word>& words) {
    const auto [first, last] = d_.tokens_in(figure.span);
    Index past = std::min(last, end);
    if (!is_share(figure) && !is_money(figure)) {
      past = at;
      while (past < std::min(last, end) && (d_.tokens[past].upos == "NUM" || d_.tokens[past].shape == Shape::number)) ++past;
    }
    if (past <= at) past = at + 1;
    Word word;
    word.span = joined(d_.tokens[at].span, d_.tokens[past - 1].span);
    word.own = keys_.of(fmt::format("#{}{}", is_share(figure) ? "%" : "", figure.value));
    word.weight = kAmount;
    word.kind = "figure";
    words.push_back(word);
    return past;
  }

  Index take_name(Index at, const Lexicon::Match& match, std::vector<Word>& words) {
    Word word;
    std::string name = "n";
    for (Index i = at; i < at + match.length; ++i) {
      const std::string lemma = lemma_of(d_.tokens[i]);
      name += std::to_string(families_.of(lemma)) + " ";
      if (match.length > 1 && is_content(d_.tokens[i])) word.parts.push_back(keys_.of("w" + std::to_string(families_.of(lemma))));
      word.weight = std::max(word.weight, lexicon_.weight_of(lemma));
    }
    if (lexicon_.subject(match.subject).thing) word.weight = std::max(word.weight, kLeastThing);
    word.span = joined(d_.tokens[at].span, d_.tokens[at + match.length - 1].span);
    word.own = keys_.of(match.length == 1 ? "w" + std::to_string(families_.of(lemma_of(d_.tokens[at]))) : name);
    word.named = match.subject;
    word.subject = keys_.of("s" + std::to_string(match.subject));
    word.kind = lexicon_.subject(match.subject).thing ? "names" : "matter";
    words.push_back(word);
    // "the Iranian nuclear programme" speaks of Iran too.
    for (Index i = at; i < at + match.length; ++i) {
      if (mention_[i] != kNone && kind_of(d_.mentions[mention_[i]]) == "place") i = take_mention(i, at + match.length, words) - 1;
    }
    return at + match.length;
  }

  Index take_mention(Index at, Index end, std::vector<Word>& words) {
    const Mention& mention = d_.mentions[mention_[at]];
    Index last = at;
    while (last < end && mention_[last] == mention_[at]) ++last;
    Word word;
    word.span = joined(d_.tokens[at].span, d_.tokens[last - 1].span);
    word.kind = kind_of(mention);
    const bool person = word.kind == "person";
    word.own = keys_.of(person ? "@" + surname_of(d_.entities[mention.entity].name) : "=" + country_of(mention));
    for (Index i = at; i < last; ++i) word.weight = std::max(word.weight, lexicon_.weight_of(lemma_of(d_.tokens[i])));
    if (!person && parties_.contains(country_of(mention))) word.weight *= kLight;
    words.push_back(word);
    return last;
  }

  const Document& d_;
  const std::set<std::string>& parties_;  ///< countries that meet: they are named throughout
  const Lexicon& lexicon_;
  const Families& families_;
  Keys& keys_;
  std::vector<Index> mention_;  ///< by token
  std::unordered_map<uint32_t, Index> amounts_;  ///< figures by where they begin
};

std::vector<std::string> lemmas_of(const Document& document, const std::vector<Unit>& units) {
  std::vector<std::string> out;
  for (const Unit& unit : units) {
    const auto [first, last] = document.tokens_in(unit.span);
    for (Index i = first; i < last; ++i) {
      if (is_content(document.tokens[i])) out.push_back(lemma_of(document.tokens[i]));
    }
  }
  return out;
}

using Weights = std::unordered_map<Key, double>;

void raise(Weights& weights, Key key, double weight) {
  double& place = weights[key];
  place = std::max(place, weight);
}

/// A word's weight, parted between itself and what it is a name of.
Weights weights_of(const std::vector<Word>& words, const Lexicon& lexicon) {
  Weights weights;
  for (const Word& word : words) {
    if (word.subject == kNone) {
      raise(weights, word.own, word.weight);
      continue;
    }
    const double shared = lexicon.subject(word.named).thing ? kThing : kMatter;
    raise(weights, word.own, word.weight * (1 - shared));
    for (const Key part : word.parts) raise(weights, part, word.weight * (1 - shared) / 2);
    raise(weights, word.subject, word.weight * shared);
  }
  return weights;
}

/// "Russian-American", "between Russia and the United States": a pair of countries speaks of their relations.
void add_pairs(const Document& document, const std::vector<Word>& words, Key relations, double weight, Weights& weights) {
  for (size_t i = 1; i < words.size(); ++i) {
    if (words[i].kind != "place" || words[i - 1].kind != "place" || words[i].own == words[i - 1].own) continue;
    const Index from = document.tokens_in(words[i - 1].span).second, to = document.tokens_in(words[i].span).first;
    if (to <= from + kBeside) raise(weights, relations, weight);
  }
}

struct Drafts {
  std::vector<Content> contents;
  std::vector<Weights> weights;
};

const std::vector<Participant> kNobody;

std::set<std::string> parties_of(const Side& a, const Side& b) {
  std::set<std::string> countries;
  for (const Side* side : {&a, &b}) {
    const auto& entities = side->document->entities;
    const Event* event = event_of(*side);
    for (const Participant& one : event ? event->participants : kNobody) {
      if (one.entity < entities.size() && !entities[one.entity].country.empty()) countries.insert(entities[one.entity].country);
    }
  }
  return countries;
}

Drafts drafts_of(const Side& side, const std::vector<Unit>& units, const std::set<std::string>& parties, const Lexicon& lexicon, const Families& families, Keys& keys) {
  const Document& document = *side.document;
  Reader reader(document, parties, lexicon, families, keys);
  const std::optional<uint32_t> pair = lexicon.subject_of("bilateral");
  Drafts out;
  for (const Unit& unit : units) {
    Content content;
    content.words = reader.words_of(unit.span);
    Weights weights = weights_of(content.words, lexicon);
    if (pair) add_pairs(document, content.words, keys.of("s" + std::to_string(*pair)), kPair * lexicon.weight_of("bilateral"), weights);
    if (!out.weights.empty() && reader.looks_back(unit.span)) {
      for (const auto& [key, weight] : out.weights.back()) raise(weights, key, kRemembered * weight);
    }
    out.contents.push_back(std::move(content));
    out.weights.push_back(std::move(weights));
  }
  return out;
}

/// The less units have a term, the more it tells.
std::vector<double> rarity(const Drafts& a, const Drafts& b, size_t keys) {
  std::vector<double> counts(keys, 0);
  for (const Drafts* drafts : {&a, &b}) {
    for (const Weights& weights : drafts->weights) {
      for (const auto& [key, weight] : weights) ++counts[key];
    }
  }
  const auto units = static_cast<double>(a.weights.size() + b.weights.size());
  for (double& count : counts) count = count > 0 ? std::log1p(units / count) / std::log1p(units) : 1;
  return counts;
}

void finish(Drafts& drafts, const std::vector<double>& rarity) {
  for (size_t i = 0; i < drafts.contents.size(); ++i) {
    Terms& terms = drafts.contents[i].terms;
    // Square roots, so that a product of two vectors adds up what their words weigh.
    for (const auto& [key, weight] : drafts.weights[i]) {
      terms.weights.emplace_back(key, std::sqrt(weight * rarity[key]));
      terms.total += terms.weights.back().second * terms.weights.back().second;
    }
    std::ranges::sort(terms.weights);
  }
}

}  // namespace

Contents contents_of(const Side& a, const std::vector<Unit>& units_a, const Side& b, const std::vector<Unit>& units_b, const Lexicon& lexicon) {
  std::vector<std::string> lemmas = lemmas_of(*a.document, units_a);
  std::ranges::move(lemmas_of(*b.document, units_b), std::back_inserter(lemmas));
  const Families families(std::move(lemmas));
  Keys keys;
  const auto parties = parties_of(a, b);
  Drafts of_a = drafts_of(a, units_a, parties, lexicon, families, keys), of_b = drafts_of(b, units_b, parties, lexicon, families, keys);
  const auto rare = rarity(of_a, of_b, keys.size());
  finish(of_a, rare);
  finish(of_b, rare);
  return {std::move(of_a.contents), std::move(of_b.contents)};
}

}  // namespace chancery::questions::compare
