// Words that share one stretch of text without white space, as UD writes multiword tokens: do+n't, Ana+'s, can+not.
//
// Which words these are can be seen from the tokens alone, so that no layer has to keep it. Pure, thread-safe.
#pragma once

#include "document/document.hpp"

namespace chancery {

/// Is `token` a later part of a multiword token, which begins with the word before it or earlier?
///   "don't" => do [n't];  "Ana's" => Ana ['s];  "cannot" => can [not];  "well-known" => none;  "'s" after a space => no
bool joins_word_before(const Document& document, Index token);

}  // namespace chancery
