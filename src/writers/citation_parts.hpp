// Pieces that all forms of a citation have. Pure functions.
#pragma once

#include <string>
#include <string_view>

#include "document/citation.hpp"

namespace chancery::writers {

/// Zero where not known: of "2017" only the year is.
struct CitedDate {
  int year = 0, month = 0, day = 0;
};
/// Of an ISO time, day, month or year as given; all zero for anything else.
CitedDate cited_date(std::string_view given);
/// "19 November 2017", "November 2017", "2017", "".
std::string said(const CitedDate& date);

/// On one line: white space is one space, what cannot be seen or turns the direction of text goes.
std::string cited_line(std::string_view text);

/// The title, or what it is in brackets.
std::string cited_title(const Citation& citation);
/// The words in their quotation marks, shortened where they are many; empty where it is the whole document.
std::string cited_words(const Citation& citation);
/// "characters 120–180 of the text; said by Ana Berg, in this account"
std::string cited_place(const Citation& citation);
/// Of the passage in the page as published, or of the page; empty where it has none.
std::string cited_address(const Citation& citation);

}  // namespace chancery::writers
