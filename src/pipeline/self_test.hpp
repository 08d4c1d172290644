// The samples that a model carries: sentences with the analysis that its makers got. A program that gets another one
// must not be trusted with the model, be it for a damaged file, a foreign version or a processor that computes wrongly.
#pragma once

#include <string>
#include <vector>

#include "model/model.hpp"
#include "pipeline/runner.hpp"

namespace chancery {

/// Words with part of speech, head (counted from 1 in the sentence, 0 the root) and relation: "It/PRON/2/nsubj ...".
std::string syntax_line(const Document& document);

/// The array "samples" of a model's card for these texts, as JSON text.
std::string analysed_samples(const std::vector<std::string>& texts, const Runner& runner);

/// Runs the samples of the model's card; a card without samples passes. Throws Error(input) where an analysis differs,
/// naming the sentence. `runner` holds the stages up to the parse.
void check_samples(const Model& model, const Runner& runner);

}  // namespace chancery
