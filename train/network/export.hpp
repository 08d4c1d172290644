// The trained network as sections of a model file, in the shape in which the stages read them.
#pragma once

#include "model/model.hpp"
#include "network/examples.hpp"

namespace chancery::train {

/// Adds the sections "encode", "tag", "parse" and, where names were learned, "names". `table` is the vocabulary's.
void export_network(const Parameters& parameters, const LabelSets& labels, std::span<const uint32_t> table, ModelWriter& model);

}  // namespace chancery::train
