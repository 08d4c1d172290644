// Names in a treebank whose MISC column marks entities as GUM does ("Entity=(1-person-new-...").
//
// GUM marks every mention, "the team" as well as "Hamdullah Mohib". A name is what remains of a mention of a person, an
// organisation or a place whose head is a proper noun, without its determiner, its titles and what describes it.
// Pure; safe from any thread.
#pragma once

#include <functional>

#include "network/examples.hpp"
#include "train/conllu.hpp"

namespace chancery::train {

/// The names of each sentence; kinds as in read_names. Titles are known by `is_title` (lower-case word).
std::vector<NamedSentence> names_in_treebank(const std::vector<TreeSentence>& trees, const std::function<bool(const std::string&)>& is_title);

}  // namespace chancery::train
