#include "network/projected_names.hpp"

#include <algorithm>
#include <iostream>
#include <unordered_set>

#include "readers/reader.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"

namespace chancery::train {
namespace {

constexpr size_t kShortest = 5, kLongest = 100;  ///< words of a sentence
constexpr double kMostUnknown = 0.2;             ///< share of its words

enum class Known : uint8_t { outside, name, unknown };

bool is_capital(const Token& token) { return token.shape == Shape::capitalised || token.shape == Shape::upper || token.shape == Shape::mixed; }

class Projector {
 public:
  Projector(const Document& document, const Knowledge& knowledge) : document_(document), knowledge_(knowledge), known_(document.tokens.size(), Known::outside) {
    doubt_capitals();
    for (const Mention& mention : document.mentions) {
      if (mention.type == MentionType::person && tokens_of(mention).size() > 1) surnames_.insert(document.tokens[tokens_of(mention).back()].lower);
      if (mention.bearer != kNone) borne_.insert(mention.bearer);
    }
    for (Index m = 0; m < document.mentions.size(); ++m) mark(m);
    name_countries();
    doubt_links();
  }

  std::vector<NamedSentence> sentences() const {
    std::vector<NamedSentence> out;
    for (const Sentence& sentence : document_.sentences) {
      const size_t words = sentence.last - sentence.first;
      if (sentence.span.part == Part::title || words < kShortest || words > kLongest) continue;
      NamedSentence named = of(sentence);
      const bool sure = static_cast<double>(named.unknown.size()) <= kMostUnknown * static_cast<double>(words);
      if (sure && !named.names.empty()) out.push_back(std::move(named));
    }
    return out;
  }

 private:
  std::vector<Index> tokens_of(const Mention& mention) const {
    std::vector<Index> out;
    const auto at = std::lower_bound(document_.tokens.begin(), document_.tokens.end(), mention.span, [](const Token& t, const Span& s) {
      return t.span.part != s.part ? t.span.part < s.part : t.span.begin < s.begin;
    });
    for (auto i = static_cast<Index>(at - document_.tokens.begin()); i < document_.tokens.size(); ++i) {
      const Span& span = document_.tokens[i].span;
      if (span.part != mention.span.part || span.end > mention.span.end) break;
      out.push_back(i);
    }
    return out;
  }

  /// A capital says that a word may be a name, unless it begins a sentence and the text has it without one.
  void doubt_capitals() {
    const auto& tokens = document_.tokens;
    for (Index i = 0; i < tokens.size(); ++i) {
      if (is_capital(tokens[i])) known_[i] = Known::unknown;
    }
    std::unordered_set<std::string> plain = {"i", "a"};
    for (const Token& token : tokens) {
      if (token.shape == Shape::lower) plain.insert(token.lower);
    }
    for (Index i = 0; i < tokens.size(); ++i) {
      const bool title = knowledge_.lexicon().longest(tokens, i, i + 1, EntryKind::honorific).length > 0;
      if (tokens[i].lower == "i" || title) known_[i] = Known::outside;
    }
    for (const Sentence& sentence : document_.sentences) {
      const Index i = sentence.first;
      if (i < sentence.last && tokens[i].shape == Shape::capitalised && plain.contains(tokens[i].lower)) known_[i] = Known::outside;
    }
  }

  /// Countries inside phrases that name no one: "the leaders of Norway". Next to another capital they may be part of more.
  void name_countries() {
    const auto& tokens = document_.tokens;
    const auto doubtful = [&](size_t i) { return i < tokens.size() && known_[i] == Known::unknown; };
    for (Index i = 0; i < tokens.size(); ++i) {
      if (!doubtful(i) || (i > 0 && doubtful(i - 1))) continue;
      const auto length = knowledge_.lexicon().longest(tokens, i, tokens.size(), EntryKind::country).length;
      if (length == 0 || doubtful(i + length)) continue;
      std::vector<Index> country;
      for (size_t j = 0; j < length; ++j) country.push_back(i + static_cast<Index>(j));
      set(country, Known::name, MentionType::country);
    }
  }

  /// A small word between capitals may belong to a name, unless the name ends before it and another begins after it.
  void doubt_links() {
    const auto& tokens = document_.tokens;
    for (Index i = 1; i + 1 < tokens.size(); ++i) {
      if (known_[i] != Known::outside || !is_linking(tokens[i].lower)) continue;
      const Known before = known_[i - 1], after = known_[i + 1];
      const bool between = before != Known::outside && after != Known::outside && (before == Known::unknown || after == Known::unknown);
      if (between) known_[i] = Known::unknown;
    }
  }

  static bool is_linking(const std::string& lower) {
    static const std::unordered_set<std::string> kLinking = {"of", "the", "and", "for", "-", "&", "al", "bin", "de", "la", "von", "der", "'s"};
    return kLinking.contains(lower);
  }
  void mark(Index index) {
    const Mention& mention = document_.mentions[index];
    const auto tokens = tokens_of(mention);
    switch (mention.type) {
      case MentionType::person:
      case MentionType::organisation:
      case MentionType::place:
      case MentionType::country:
        if (!tokens.empty() && (mention.form == Form::name || mention.form == Form::address)) set(tokens, sure_of(index, tokens) ? Known::name : Known::unknown, mention.type);
        break;
      case MentionType::nationality: set(tokens, Known::outside, {}); break;
      case MentionType::office: mark_office(tokens); break;
      default: break;
    }
  }

  /// One capital word is a person for sure where the text gives the full name, or a title or an office with it; one word
  /// in capitals may be an organisation or the name of anything.
  bool sure_of(Index index, const std::vector<Index>& tokens) const {
    const Mention& mention = document_.mentions[index];
    if (tokens.size() > 1) return true;
    const Token& token = document_.tokens[tokens.front()];
    if (mention.type == MentionType::organisation) return token.shape == Shape::capitalised || knowledge_.lexicon().longest(document_.tokens, tokens.front(), tokens.front() + 1, EntryKind::organisation).length > 0;
    if (mention.type != MentionType::person) return true;
    return mention.form == Form::address || borne_.contains(index) || surnames_.contains(token.lower);
  }

  /// "President of the European Commission": the head is no name, a country in it is one, the rest may be.
  void mark_office(const std::vector<Index>& tokens) {
    if (tokens.empty()) return;
    const Index end = tokens.back() + 1;
    for (Index i = tokens.front(); i < end;) {
      const auto country = is_capital(document_.tokens[i]) ? knowledge_.lexicon().longest(document_.tokens, i, end, EntryKind::country).length : 0;
      const auto head = knowledge_.lexicon().longest(document_.tokens, i, end, EntryKind::office).length;
      std::vector<Index> part(1, i);
      for (size_t j = 1; j < std::max(country, head); ++j) part.push_back(i + static_cast<Index>(j));
      if (country > 0) {
        set(part, Known::name, MentionType::country);
      } else if (head > 0) {
        set(part, Known::outside, {});
      }
      i += static_cast<Index>(part.size());
    }
  }

  /// Of names within each other the first found stands.
  void set(const std::vector<Index>& tokens, Known known, MentionType type) {
    if (std::any_of(tokens.begin(), tokens.end(), [&](Index i) { return known_[i] == Known::name; })) return;
    for (const Index i : tokens) known_[i] = known;
    if (known == Known::name && !tokens.empty()) names_.push_back({tokens.front(), tokens.back() + 1, type});
  }

  static std::string kind_name(MentionType type) {
    if (type == MentionType::person) return "person";
    return type == MentionType::organisation ? "organisation" : "place";
  }

  NamedSentence of(const Sentence& sentence) const {
    NamedSentence out;
    for (Index i = sentence.first; i < sentence.last; ++i) {
      out.words.emplace_back(document_.of(document_.tokens[i]));
      if (known_[i] == Known::unknown) out.unknown.push_back(i - sentence.first);
    }
    for (const auto& name : names_) {
      if (name.first >= sentence.first && name.last <= sentence.last) out.names.push_back({name.first - sentence.first, name.last - sentence.first, kind_name(name.type)});
    }
    return out;
  }

  struct Marked {
    Index first, last;
    MentionType type;
  };
  const Document& document_;
  const Knowledge& knowledge_;
  std::vector<Known> known_;
  std::vector<Marked> names_;
  std::unordered_set<std::string> surnames_;
  std::unordered_set<Index> borne_;
};

/// One of each, since greetings and headings come again and again.
void keep_new(std::vector<NamedSentence>&& sentences, std::unordered_set<std::string>& seen, std::vector<NamedSentence>& out) {
  for (NamedSentence& sentence : sentences) {
    std::string words;
    for (const auto& word : sentence.words) words += word + " ";
    if (seen.insert(words).second) out.push_back(std::move(sentence));
  }
}

std::vector<NamedSentence> evenly(std::vector<NamedSentence>&& all, size_t most) {
  if (all.size() <= most) return std::move(all);
  std::vector<NamedSentence> out;
  for (size_t i = 0; i < most; ++i) out.push_back(std::move(all[i * all.size() / most]));
  return out;
}

}  // namespace

std::vector<NamedSentence> project_names(const Document& document, const Knowledge& knowledge) { return Projector(document, knowledge).sentences(); }

std::vector<NamedSentence> project_names(const std::vector<std::filesystem::path>& files, const std::filesystem::path& data, const Knowledge& knowledge, size_t most) {
  const SegmentStage segment(data);
  const NamesStage names(data, knowledge, nullptr);
  std::vector<NamedSentence> all;
  std::unordered_set<std::string> seen;
  const auto take = [&](Document&& document, const readers::Original&) {
    segment.run(document);
    names.run(document);
    keep_new(project_names(document, knowledge), seen, all);
  };
  const auto fail = [](readers::Failure&& failure) { std::cerr << "left out " << failure.id << ": " << failure.message << "\n"; };
  for (const auto& file : files) readers::read_path(file.string(), {}, take, fail);
  return evenly(std::move(all), most);
}

}  // namespace chancery::train
