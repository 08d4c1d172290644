// The labels that open the turns of a transcript, in English: "PRESIDENT SILVA:", "Q", "President of Ruritania Ana
// Silva:", "Moderator:", "President Silva said:" above paragraphs; at the beginning of a line or, where turns run together,
// after the end of a sentence.
//
// A colon alone shows nothing: headings, lists of participants and enumerations have it too. So candidates are gathered
// first and then judged together: by who is named, by what manner the document keeps to, by whether the label comes
// again, and by whether what follows is said to somebody. Indices are tokens, half-open; nothing is changed. Linear in
// the text. One object serves one document and one thread.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/document.hpp"
#include "stages/speech/lexicon.hpp"

namespace chancery {

struct SpeakerLabel {
  enum class Manner : uint8_t {
    question,  ///< "Q", "A": no more than a letter
    capitals,  ///< "MS. SILVA:"
    unnamed,   ///< "Moderator:"
    name,      ///< "Ana Silva:"
    cue,       ///< "Ana Silva said:"
  };
  Index first = 0, last = 0;    ///< the label without its colon and what stands in brackets before that
  Index content = 0;            ///< the first word under it
  Manner manner = Manner::name;
  Index cue = kNone;            ///< "said"
  Index mention = kNone;        ///< of the speaker; none where the label names nobody
  bool opens_line = false;
  bool quoted = false;          ///< what follows is one quotation: "Governor Silva: “We ...”"
};

class LabelFinder {
 public:
  LabelFinder(const Document& document, const SpeechLexicon& lexicon) : document_(document), lexicon_(lexicon) {}
  /// In the order of the text, none overlapping.
  std::vector<SpeakerLabel> run();

 private:
  using Manner = SpeakerLabel::Manner;

  const std::string& lower(Index i) const { return document_.tokens[i].lower; }
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }
  Span span_of(Index first, Index last) const { return joined(document_.tokens[first].span, document_.tokens[last - 1].span); }

  void scan(const Block& block);
  std::optional<SpeakerLabel> question_at(Index first, Index end) const;
  std::optional<SpeakerLabel> before_colon(Index colon, Index floor, Index end) const;
  bool read(SpeakerLabel& label, Index colon, Index end) const;
  bool read_capitals(SpeakerLabel& label) const;
  bool read_unnamed(SpeakerLabel& label) const;
  bool read_cue(SpeakerLabel& label, Index colon, Index end) const;
  bool read_name(SpeakerLabel& label) const;
  bool read_name_after_heading(SpeakerLabel& label) const;
  Index before_index_entry(Index first, Index last) const;

  bool opens_line(Index token) const;
  bool ends_sentence(Index token) const;
  bool names_role(Index first, Index last) const;
  Index first_of_label(Index end, Index floor) const;
  Index skip_time(Index first, Index last) const;
  Index speaker_in(Index first, Index last, bool offices) const;

  struct Counts {
    std::unordered_map<std::string, size_t> by_key;  ///< of a label's words
    std::unordered_map<Index, size_t> by_entity;
    size_t in_capitals = 0;   ///< labels in capitals and questions that open a line and show somebody
    size_t opening = 0;       ///< labels of any other manner that open a line
    size_t named = 0;         ///< labels that are no more than a name, wherever they stand
  };
  Counts count() const;
  bool is_turn(size_t index, const Counts& counts) const;
  bool is_turn_in_capitals(const SpeakerLabel& label, size_t again, const Counts& counts) const;
  bool addresses_somebody(size_t index) const;
  bool ends_as_sentence(const SpeakerLabel& label) const;
  bool heads_list(const SpeakerLabel& label) const;
  std::string key_of(const SpeakerLabel& label) const;

  const Document& document_;
  const SpeechLexicon& lexicon_;
  std::vector<SpeakerLabel> found_;
};

}  // namespace chancery
