// The stage that says who "I", "we" and "you" are in somebody's own words, once it is known whose words they are.
//
// "I" is the speaker of the turn or quotation, "you" the one it is addressed to, "we" all who speak it together; "my
// counterpart" is the other one of two the release is about, "our country" that of the speaker, in the narrative that of
// the publisher. What these do not tell stays unmarked. A pronoun of the third person in somebody's own words is not the
// speaker: one that was taken for the speaker is left open.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/coref/lexicon.hpp"

namespace chancery {

class VoicesStage : public Stage {
 public:
  explicit VoicesStage(const std::filesystem::path& data_folder);
  std::string_view name() const override { return "voices"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::mentions, Layer::entities, Layer::statements}; }
  /// Adds mentions with their confidence.
  std::vector<Layer> gives() const override { return {Layer::mentions}; }
  void run(Document& document) const override;

 private:
  coref::CorefLexicon lexicon_;
};

}  // namespace chancery
