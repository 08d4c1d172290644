// What becomes of a word's capitals in its lemma, by its tags, by how it is written and by whether the language has such
// a word or name: the table "cases" of the section "lemmas".
#pragma once

#include <string>
#include <vector>

#include "stages/tag/edit_script.hpp"
#include "stages/tag/lemmas.hpp"
#include "train/lemma_counts.hpp"

namespace chancery::train {

/// One byte (a tag::ScriptBase) at each Lemmatiser::case_index(). `so_far` has endings and the words of the dictionary.
std::string learn_cases(const LemmaCounts& counts, const tag::Lemmatiser& so_far);

}  // namespace chancery::train
