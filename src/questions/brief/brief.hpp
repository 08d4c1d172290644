// A briefing sheet of two printed pages on a person or a country, as the record stood on a day: who, the last encounters
// and what each side said they were about, what each has said since, open commitments both ways, figures, what is
// coming, and what the record does not cover. Every line carries where it comes from.
//
// Nothing published after the day is in it. Which lines there is room for is decided by rule (fit.hpp), and each section
// says how many more there are. Values in, values out; one consistent state of the record. Throws Error(input) where
// nobody in the record, or more than one, is meant by the name: the message says who could be.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "record/query_brief.hpp"

namespace chancery::questions {

struct BriefQuery {
  std::string of;        ///< a person's name or key, a country's name or code
  std::string for_whom;  ///< the country of whoever reads it, by name or code; may be empty
  Day on;
};

/// A passage that states a line; equal ones become one footnote.
struct BriefNote {
  record::DocumentLine document;
  std::string passage;
  record::Range span;
  size_t first = 0;  ///< number of the first footnote to the same document; filled with the numbers
};

struct BriefLine {
  int level = 0;          ///< 1: belongs to the line of level 0 before it
  std::string label;      ///< "2022-03-06", "the account of The White House"
  std::string text;
  std::string basis;      ///< record | inferred (a day worked out) | leaders (the list of leaders)
  std::string link;       ///< id of an encounter
  std::vector<BriefNote> sources;
  std::vector<size_t> notes;  ///< numbers of footnotes, from 1; filled once the lines are chosen
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

Brief brief(const record::Record& record, const Knowledge& knowledge, const BriefQuery& query);

}  // namespace chancery::questions
