// Trains the model of attributions (stages/speech/attribution_model.hpp) on top of a model that reads trees.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "speech/attribution_network.hpp"
#include "stages/speech/attribution_model.hpp"

namespace chancery::train {

struct AttributionTraining {
  AttributionSettings network;
  size_t epochs = 6, predicate_epochs = 5, seed = 1, examples_a_step = 8;
  float rate = 2e-3f, last_rate = 0.02f;
  AttributionTrust trust;
};

/// Exact spans of roles, right, given and wanted, over the attributions of some texts.
struct AttributionScore {
  struct Count {
    size_t right = 0, given = 0, wanted = 0;
    double f1() const { return given + wanted == 0 ? 0 : 200.0 * static_cast<double>(right) / static_cast<double>(given + wanted); }
  };
  Count source, cue, content;
};

/// The section "speech". Progress goes to `log`, a line an epoch. Same texts, settings and workers give the same bytes on the
/// same kind of machine.
std::string train_attributions(const std::vector<AttributedText>& texts, const AttributionTraining& settings, size_t workers, std::ostream& log);

/// What a model with the section would add by itself to texts, against their gold.
AttributionScore score_attributions(const std::vector<AttributedText>& texts, std::shared_ptr<const Model> model);

}  // namespace chancery::train
