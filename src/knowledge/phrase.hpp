// Splits a phrase of a data file into words as a document's tokens are split: at spaces, with punctuation, hyphens
// and the clitics of English ('s, n't, 'll ...) as words of their own; abbreviations keep their dots.
//
//   "the People's Republic"  => the, people, 's, republic
//   "St. Petersburg"         => st., petersburg
//   "vice-president"         => vice, -, president
//
// Words come out lower-case with plain apostrophes and dashes, like Token::lower. Pure, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace chancery {

std::vector<std::string> split_words(std::string_view phrase);

/// The same words with their capitals.
std::vector<std::string> split_words_as_written(std::string_view phrase);

}  // namespace chancery
