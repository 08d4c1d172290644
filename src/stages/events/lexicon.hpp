// Cues of events and the small word classes around them, read from data/events/<language>/.
// Immutable after load, shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/phrase_index.hpp"
#include "knowledge/word_classes.hpp"

namespace chancery {

struct EventCue {
  enum class Rank : uint8_t { strong, weak, occasion };
  EventType type = EventType::other;
  bool verb = false;
  Rank rank = Rank::strong;
};

enum class TermPlace : uint8_t { title, near, anywhere };

class EventLexicon {
 public:
  static EventLexicon load(const std::filesystem::path& folder);

  struct Match {
    const EventCue* cue = nullptr;
    Index length = 0;  ///< tokens
  };
  /// The longest cue that begins at token `at` and ends before `end`.
  Match match(const std::vector<Token>& tokens, Index at, Index end) const;
  bool is(std::string_view lower, const std::string& word_class) const { return classes_.has(lower, word_class); }

  struct KindPhrase {
    DocumentKind kind;
    std::vector<std::string> words;
    bool opens = false;
  };
  const std::vector<KindPhrase>& kinds() const { return kinds_; }

  struct TermPhrase {
    std::string term;
    TermPlace where;
    std::vector<std::string> words;
  };
  const std::vector<TermPhrase>& terms() const { return terms_; }

 private:
  std::vector<EventCue> cues_;
  PhraseIndex forms_;
  WordClasses classes_;
  std::vector<KindPhrase> kinds_;
  std::vector<TermPhrase> terms_;
};

}  // namespace chancery
