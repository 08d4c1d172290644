// Who acts in a sentence, as far as mentions and small words show it: used wherever a stage needs a subject and no
// parse is there. Pure functions over the layers tokens, mentions and entities.
#pragma once

#include <vector>

#include "document/document.hpp"

namespace chancery {

/// Mentions that lie in `span`, as half-open indices into Document::mentions.
std::pair<Index, Index> mentions_in(const Document& document, const Span& span);

/// The first mention of a person or body that no preposition governs, and those joined to it by "and":
/// "On Monday, [A] and [B] met with C" => A, B. Indices into mentions, one for each entity; empty where none.
std::vector<Index> sentence_subject(const Document& document, const Sentence& sentence);

/// The mention that ends right before `token` (adverbs in between are the caller's to skip), and those joined to it
/// by "and" before; empty where none does.
std::vector<Index> mentions_before(const Document& document, const Sentence& sentence, Index token);

/// Entities of the mentions, groups replaced by their members where these are known.
std::vector<Index> entities_of(const Document& document, const std::vector<Index>& mentions);

}  // namespace chancery
