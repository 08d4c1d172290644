// Names in plain texts as the grammar and the lists find them (stages/names without a model): annotation for a genre
// that no treebank covers, made from the knowledge files. What they are not sure of is left unknown, so that the model
// learns the surroundings of names and not the grammar's errors.
#pragma once

#include <filesystem>
#include <vector>

#include "network/examples.hpp"

namespace chancery::train {

/// At most `most` sentences of the releases in `files`, drawn evenly from first to last, each with one sure name at
/// least. Texts that cannot be read are told of on stderr and left out.
std::vector<NamedSentence> project_names(const std::vector<std::filesystem::path>& files, const std::filesystem::path& data, const Knowledge& knowledge, size_t most);

/// The sentences of one document that the stages up to names have read.
std::vector<NamedSentence> project_names(const Document& document, const Knowledge& knowledge);

}  // namespace chancery::train
