// One release and everything the stages have found in it: a plain value, movable, one thread at a time.
//
// `text` is valid UTF-8 and, for plain text and JSON Lines, the input unchanged (see readers/). The layers are
// filled by stages in the order of pipeline/; tokens, sentences and blocks of the title come before those of the
// text, so that one loop sees both.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "document/facts.hpp"

namespace chancery {

/// What is known of the release before it is read. Empty means unknown.
struct DocumentInfo {
  std::string id;
  std::string source;     ///< path or URL it came from
  std::string url;        ///< canonical address
  std::string published;  ///< ISO day or time as given: "2017-11-19T19:23"
  std::string language;   ///< BCP 47
  std::string publisher;
  std::string country;    ///< of the publisher, ISO 3166-1 alpha-3
  std::string dateline;
  DocumentKind kind = DocumentKind::other;
  std::vector<std::string> terms;
};

/// What kind of word a token is, by its characters alone.
enum class Shape : uint8_t { lower, capitalised, upper, mixed, number, punctuation, symbol };

struct Token {
  Span span;
  std::string lower;            ///< lower case, apostrophes and dashes made plain: "’s" => "'s"
  Shape shape = Shape::lower;
  bool space_before = false;
  Index sentence = 0;
  // UD columns, empty until tag and parse have run. `head` is an index into tokens, kNone for the root.
  std::string lemma, upos, xpos, feats, deprel;
  Index head = kNone;
};

struct Sentence {
  Span span;
  Index first = 0, last = 0;  ///< tokens, half-open
  Index block = 0;
};

enum class BlockKind : uint8_t { paragraph, heading, list_item, dateline, separator };

/// A paragraph, heading or list item; its sentences are half-open indices.
struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
  Index first = 0, last = 0;
};

/// A speaker's label found by the layout ("PRESIDENT BIDEN:"), before anyone knows who that is.
struct TurnLabel {
  Span span;     ///< the label without its colon
  Span content;  ///< what is said under it
};

/// What the encoder says of each word, in the order of the tokens: rows of `width` floats. It lives only while the
/// stages run; the runner clears it.
struct WordVectors {
  size_t width = 0;
  std::vector<float> values;

  const float* of(Index token) const { return values.data() + token * width; }
  bool empty() const { return values.empty(); }
};

struct Document {
  DocumentInfo info;
  std::string title;
  std::string text;

  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<TurnLabel> labels;
  WordVectors vectors;

  std::vector<Mention> mentions;  ///< sorted by span
  std::vector<Entity> entities;
  std::vector<Timex> times;       ///< sorted by span
  std::vector<Statement> statements;
  std::vector<Point> points;
  std::vector<Event> events;
  std::vector<Figure> figures;
  std::vector<Commitment> commitments;
  std::vector<Courtesy> courtesies;

  std::vector<std::string> notes;  ///< what the reader of the facts should know: "only the first ... was read"

  std::string_view part(Part p) const { return p == Part::title ? std::string_view(title) : std::string_view(text); }
  std::string_view of(const Span& span) const { return span.empty() ? std::string_view() : part(span.part).substr(span.begin, span.end - span.begin); }
  std::string_view of(const Token& token) const { return of(token.span); }
  /// Tokens whose span begins inside `span`, as half-open indices.
  std::pair<Index, Index> tokens_in(const Span& span) const;
  /// First mention that begins at or after the span's begin, as an index into `mentions`.
  Index first_mention(const Span& span) const;
};

}  // namespace chancery
