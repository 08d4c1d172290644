// Cues of events and the small word classes around them, read from data/events/<language>/.
// Immutable after load, shared by threads. A malformed line throws Error(input) with file and line.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "document/document.hpp"

namespace chancery {

struct EventCue {
  enum class Rank : uint8_t { strong, weak, occasion };
  EventType type = EventType::other;
  bool verb = false;
  Rank rank = Rank::strong;
};

class EventLexicon {
 public:
  static EventLexicon load(const std::filesystem::path& folder);

  struct Match {
    const EventCue* cue = nullptr;
    Index length = 0;  ///< tokens
  };
  /// The longest cue that begins at token `at` and ends before `end`.
  Match match(const std::vector<Token>& tokens, Index at, Index end) const;
  bool is(std::string_view lower, const std::string& word_class) const;

  struct KindPhrase {
    DocumentKind kind;
    std::vector<std::string> words;
    bool opens = false;
  };
  const std::vector<KindPhrase>& kinds() const { return kinds_; }

 private:
  struct Form {
    std::vector<std::string> words;
    uint32_t cue;
  };
  void load_cues(const std::filesystem::path& file);
  void load_kinds(const std::filesystem::path& file);
  std::vector<EventCue> cues_;
  std::unordered_map<std::string, std::vector<Form>> forms_;
  std::unordered_map<std::string, std::unordered_set<std::string>> classes_;
  std::vector<KindPhrase> kinds_;
};

}  // namespace chancery
