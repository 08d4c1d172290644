// Facts in a few words for people, one line each, in English: what stands beside the text.
//
// Nothing inferred looks stated: a day or place says on what it rests. Text taken from the document is made safe for a
// terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/document.hpp"

namespace chancery::writers {

/// What kind of fact a note tells, and the note: {"figure", "about 12.5 percent, trade"}.
struct Note {
  std::string label;
  std::string says;
  Span span;  ///< where the fact stands
};

/// "phone_call" => "phone call"
std::string spoken(std::string_view code);

/// "reported", "quoted", "partly quoted", "turn": how the words of a statement stand in the text
std::string spoken_mode(StatementMode mode);

/// "Anna Nováková"; "someone" where the text does not say.
std::string name_of_entity(const Document& document, Index entity);
/// "Anna Nováková, Minister of Foreign Affairs, SVK"
std::string full_description(const Document& document, Index entity);

/// "2017-11-19, from “today”"; empty where nothing is known.
std::string when(const Document& document, const EventTime& time);
/// "Tehran, IRN"; "Baku, AZE (assumed)"
std::string where(const EventPlace& place);
/// "Reception", "Working visit (planned)"
std::string what(const Event& event);

/// The points that one holds by one act and that follow each other: {"Deby, Diop discussed", "trade · bridge"}.
struct PointLine {
  std::string held;
  std::string topics;
};
std::vector<PointLine> points_of(const Document& document);

/// Every fact of the text that is worth a line, in the order of the text; turns and the main event are left out.
std::vector<Note> notes_of(const Document& document);

}  // namespace chancery::writers
