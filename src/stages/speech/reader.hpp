// The work of SpeechStage on one document; lives for one run. Turns come first, then quotations, then reported
// speech in what is left of the narrative.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "document/clause.hpp"
#include "document/document.hpp"
#include "stages/speech/attribution_model.hpp"
#include "stages/speech/labels.hpp"
#include "stages/speech/lexicon.hpp"
#include "stages/speech/quotations.hpp"
#include "stages/speech/topics.hpp"

namespace chancery {

class SpeechReader {
 public:
  SpeechReader(Document& document, const SpeechLexicon& lexicon) : document_(document), lexicon_(lexicon), region_(document.tokens.size(), Region::narrative) {}
  /// `model` may be empty; then the lexicon alone decides.
  void run(const AttributionModel& model, const Topics& topics);
  /// For documents in languages of which no words are known.
  void run_by_layout();

 private:
  enum class Region : uint8_t { narrative, label, turn, quoted };
  struct Attribution {
    std::vector<Index> mentions;
    Index cue = kNone, cue_end = kNone;
    std::string lemma;
    bool found() const { return cue != kNone; }
  };

  const std::string& lower(Index i) const { return document_.tokens[i].lower; }
  std::string_view word(Index i) const { return document_.of(document_.tokens[i]); }
  const Sentence& sentence_of(Index token) const { return document_.sentences[document_.tokens[token].sentence]; }
  const Block& block_of(Index token) const { return document_.blocks[sentence_of(token).block]; }
  Index block_end(Index token) const;
  Span span_of(Index first, Index last) const;

  // turns.cpp
  void find_turns();
  void add_turns(const std::vector<SpeakerLabel>& labels);
  void add_turn(const SpeakerLabel& label, const std::vector<Index>& speakers, Index next);
  bool add_quoted_turn(const SpeakerLabel& label, const std::vector<Index>& speakers);
  Index turn_end(const SpeakerLabel& label, const std::vector<Index>& speakers, Index next) const;
  bool is_narrative(const Block& block, const std::vector<Index>& speakers) const;
  bool in_person(const Block& block) const;
  std::unordered_map<std::string, Index> speakers_by_office() const;
  void find_addressees();
  void find_monologue();

  // layout_turns.cpp
  void find_turns_by_layout();
  std::optional<SpeakerLabel> label_by_layout(const Block& block) const;

  // quotes.cpp
  void find_quotes();
  std::vector<Index> run_of(Index first, const std::vector<Index>& next) const;
  void add_quote(const std::vector<Index>& run);
  void add_inner_quote(const Quotation& quote);
  void go_on(const std::vector<Index>& run);
  void mark_quoted(const Quotation& quote);
  Attribution attribution_of(const std::vector<Index>& run) const;
  Attribution attribution_after(const Quotation& quote, Index limit) const;
  Attribution attribution_before(const Quotation& quote) const;
  Sentence sentence_around(const Quotation& quote) const;
  Attribution signature_after(const Quotation& quote) const;
  Index quote_limit(Index number) const;
  bool opens_sentence(const Quotation& quote) const;
  bool is_title(const Quotation& quote) const;
  std::optional<Span> words_of(const Quotation& quote) const;
  bool continues(const Quotation& quote) const;

  // reported.cpp
  void find_reported();
  void read_sentence(Index sentence);
  void read_according(const Sentence& sentence, Index token);
  bool read_trailing_cue(const Sentence& sentence);
  bool read_back_reference(Index sentence);
  Attribution back_reference(Index sentence) const;
  Attribution stated_by(const Sentence& sentence) const;
  Attribution said_this(const Sentence& sentence) const;
  bool is_verb_cue(const Sentence& sentence, Index cue, const SpeechLexicon::Match& match, bool& negated) const;
  bool is_noun_cue(Index cue, const SpeechLexicon::Match& match) const;
  std::vector<Index> speaker_before(const Sentence& sentence, Index cue, bool& chained) const;
  Index content_start(const Sentence& sentence, Index after, const Cue& cue, Index& hearer) const;
  Index content_end(const Sentence& sentence, Index start, Index cue) const;
  Index other_clause(Index start, Index end, Index cue) const;
  Index own_clause(const Sentence& sentence, Index cue) const;
  bool is_courtesy(const Sentence& sentence, Index start) const;
  Index skip_phrase(const Sentence& sentence, Index at) const;

  // learned.cpp
  void find_learned(const AttributionModel& model);
  void add_continuations(std::vector<LearnedAttribution>& found) const;
  Statement statement_of(const LearnedAttribution& one) const;
  LearnedAttribution::Range without_edges(LearnedAttribution::Range range) const;
  LearnedAttribution::Range within_marks(LearnedAttribution::Range range) const;
  std::vector<Index> mentions_of_source(const LearnedAttribution::Range& source) const;
  Index joined_clause_after(Index predicate) const;
  Span cue_of(const LearnedAttribution& one) const;
  StatementMode mode_of(const std::vector<LearnedAttribution::Range>& content) const;
  std::vector<Index> statements_by_word() const;
  Index counterpart(const Statement& learned, Index predicate, const std::vector<Index>& by_word) const;
  void settle(const Statement& learned, Statement& known, const AttributionTrust& trust) const;
  void drop_unseen(const std::vector<bool>& seen);
  bool may_be_added(const LearnedAttribution& one) const;
  bool is_act(const LearnedAttribution& one) const;
  bool is_own_voice(const LearnedAttribution& one, const AttributionTrust& trust) const;

  // learned_quotes.cpp
  Index quotation_at(Index token) const;
  LearnedAttribution::Range to_closing_mark(LearnedAttribution::Range range, Index predicate) const;
  Index continuation_of(const LearnedAttribution& one) const;

  // circumstances.cpp
  void add_circumstances(const Topics& topics);
  bool parsed() const;
  Index head_of_cue(const Span& cue) const;
  bool is_negated(const Statement& statement) const;
  bool negated_before(const Sentence& sentence, Index cue) const;
  Index refused_to(const Sentence& sentence, Index cue) const;
  Index hearer_at(Index token, const Statement& statement) const;
  bool governed_by(Index word, std::string_view preposition) const;
  Index addressee_of(const Statement& statement) const;
  Index addressee_after(const Statement& statement) const;

  // nesting.cpp
  void nest();
  bool holds(const Statement& outer, const Statement& inner) const;
  Index publisher();

  Statement& add_statement(StatementMode mode, Index first, Index last, const std::vector<Index>& mentions);

  Document& document_;
  const SpeechLexicon& lexicon_;
  std::vector<Region> region_;
  std::vector<Quotation> quotations_;
  std::vector<Index> sentence_speaker_;  ///< mentions that spoke last in the sentence at hand
  std::optional<Index> publisher_;       ///< entity; kNone where nothing is known of it
};

}  // namespace chancery
