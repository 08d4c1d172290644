// What must hold of every analysed document: each span begins and ends on a code point inside its part, words stand in
// order and do not overlap, sentences are made of all words and blocks of all sentences, indices point at something.
#pragma once

#include <algorithm>

#include "document/document.hpp"
#include "require.hpp"

namespace chancery::fuzz {

class Spans {
 public:
  explicit Spans(const Document& document) : d_(document) {}

  void check() const {
    check_words();
    check_facts();
  }

  /// Blocks, sentences and words alone.
  void check_words() const {
    for (const Block& block : d_.blocks) fits(block.span);
    Index word = 0, sentence = 0;
    for (const Sentence& s : d_.sentences) {
      fits(s.span);
      require(s.first == word && s.last > s.first && s.last <= d_.tokens.size() && s.block < d_.blocks.size());
      for (; word < s.last; ++word) require(d_.tokens[word].sentence == sentence && s.span.contains(d_.tokens[word].span));
      ++sentence;
    }
    require(word == d_.tokens.size());
    Index next = 0;
    for (const Block& block : d_.blocks) {
      require(block.first == next && block.last >= block.first);
      next = block.last;
    }
    require(next == d_.sentences.size());
    for (size_t i = 0; i < d_.tokens.size(); ++i) {
      const Span& span = d_.tokens[i].span;
      fits(span);
      require(!span.empty());
      if (i > 0 && d_.tokens[i - 1].span.part == span.part) require(d_.tokens[i - 1].span.end <= span.begin);
    }
  }

 private:
  static bool starts_code_point(std::string_view text, uint32_t offset) { return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80; }

  void fits(const Span& span) const {
    if (span.empty()) return;
    const auto text = d_.part(span.part);
    require(span.end <= text.size() && starts_code_point(text, span.begin) && starts_code_point(text, span.end));
  }

  void fits(const std::vector<Span>& spans) const {
    for (const Span& span : spans) fits(span);
  }

  void entity(Index index) const { require(index == kNone || index < d_.entities.size()); }

  void entities(const std::vector<Index>& indices) const {
    for (const Index index : indices) entity(index);
  }

  void check_facts() const {
    for (const TurnLabel& label : d_.labels) fits({label.span, label.content});
    for (const Mention& m : d_.mentions) {
      fits(m.span);
      entity(m.entity);
      require(!m.span.empty() && (m.bearer == kNone || m.bearer < d_.mentions.size()));
    }
    for (const Timex& t : d_.times) fits(t.span);
    for (const Statement& s : d_.statements) {
      fits(s.pieces);
      fits({s.span, s.speaker_span, s.cue});
      entities(s.speakers);
      entity(s.addressee);
      entity(s.reported_by);
      require(s.parent == kNone || s.parent < d_.statements.size());
    }
    for (const Point& p : d_.points) {
      fits({p.span, p.topic, p.condition});
      entities(p.holders);
    }
    for (const Event& e : d_.events) check_event(e);
    for (const Figure& f : d_.figures) {
      fits({f.span, f.hedge, f.time.span});
      entity(f.speaker);
    }
    for (const Commitment& c : d_.commitments) {
      fits({c.span, c.condition, c.due.span});
      entities(c.parties);
      entities({c.by, c.to});
    }
    for (const Courtesy& c : d_.courtesies) {
      fits(c.evidence);
      entities({c.from, c.to, c.via});
    }
  }

  void check_event(const Event& event) const {
    fits({event.time.span, event.place.span, event.initiator_span});
    fits(event.evidence);
    entity(event.initiator);
    for (const Participant& p : event.participants) {
      fits(p.mention);
      entity(p.entity);
    }
    for (const Index other : {event.part_of, event.reschedules}) require(other == kNone || other < d_.events.size());
  }

  const Document& d_;
};

}  // namespace chancery::fuzz
