// A briefing sheet of two printed pages on a person or a country, as the record stood on a day: who, the last encounters
// and what each side said they were about, what each has said since, open commitments both ways, figures, what is
// coming, and what the record does not cover. Every line carries where it comes from.
//
// Nothing published after the day is in it. Which lines there is room for is decided by rule (fit.hpp), and each section
// says how many more there are. Words that are quoted carry how usual they are where they come from (novelty.hpp). Values
// in, values out; one consistent state of the record. Throws UnclearName where nobody in the record, or more than one, is
// meant by the name; Error(input) where nobody can be meant by the pair of names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/error.hpp"
#include "knowledge/knowledge.hpp"
#include "questions/novelty.hpp"
#include "questions/who.hpp"
#include "record/query_brief.hpp"

namespace chancery::questions {

struct BriefQuery {
  std::string of;        ///< a person's name or key, a country's name or code
  std::string for_whom;  ///< the country of whoever reads it, by name or code; may be empty
  Day on;
};

/// Says who could be meant.
class UnclearName : public Error {
 public:
  UnclearName(const std::string& message, std::vector<Known> choices) : Error(ErrorKind::input, message), choices_(std::move(choices)) {}
  const std::vector<Known>& choices() const noexcept { return choices_; }

 private:
  std::vector<Known> choices_;
};

/// A passage that states a line; equal ones become one footnote.
struct BriefNote {
  record::DocumentLine document;
  std::string passage;   ///< empty where the line itself quotes it: then the release has one footnote for all such lines
  record::Range span;
  size_t first = 0;  ///< number of the first footnote to the same document; filled with the numbers
};

/// Words of a release in a line, and how usual they are in earlier ones.
struct BriefQuote {
  record::DocumentLine document;
  record::Range span;
  std::optional<Formula> usual;
  std::string usual_words;  ///< where only a part is usual, that part
  bool fresh = false;       ///< in words that hardly any earlier release on the two countries has
};
/// "usual: 19 of 738", "new between the two"; empty where neither.
std::string mark_of(const BriefQuote& quote);

struct BriefPart {
  std::string text;
  std::optional<BriefQuote> quote;  ///< that the text shows
};

struct BriefLine {
  int level = 0;          ///< 1: belongs to the line of level 0 before it
  std::string label;      ///< "2022-03-06", "the account of The White House"
  std::vector<BriefPart> parts;
  std::string basis;      ///< record | inferred (a day worked out) | leaders (the list of leaders)
  std::string link;       ///< id of an encounter
  std::vector<BriefNote> sources;
  std::vector<size_t> notes;  ///< numbers of footnotes, from 1; filled once the lines are chosen

  BriefLine& say(std::string text) {
    parts.push_back({std::move(text), {}});
    return *this;
  }
  BriefLine& quote(std::string words, record::DocumentLine document, const record::Range& span) {
    parts.push_back({std::move(words), BriefQuote{std::move(document), span, {}, {}, false}});
    return *this;
  }
  /// With the marks of its quotes in square brackets.
  std::string text() const;
};

struct BriefSection {
  std::string id, title, note;  ///< note: what the section is to be read with
  std::vector<BriefLine> lines;
  int64_t more = 0;             ///< further entries for which there is no room
};

struct Brief {
  BriefQuery query;
  std::string kind;  ///< person | country
  std::string key, name;
  std::string for_code, for_name;
  std::vector<std::string> others;  ///< whom the name fits as well
  std::vector<BriefSection> sections;
  std::vector<BriefNote> notes;     ///< number 1 first
};

bool has_marks(const Brief& sheet);

Brief brief(const record::Record& record, const Knowledge& knowledge, const BriefQuery& query);

}  // namespace chancery::questions
