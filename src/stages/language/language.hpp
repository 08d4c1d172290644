// The stage that says which language a document is in, where nobody has said so. Stages that cannot read it are then
// passed over (Stage::reads).
#pragma once

#include "pipeline/stage.hpp"

namespace chancery {

class LanguageStage : public Stage {
 public:
  std::string_view name() const override { return "language"; }
  std::vector<Layer> needs() const override { return {}; }
  std::vector<Layer> gives() const override { return {}; }
  bool reads(std::string_view) const override { return true; }
  void run(Document& document) const override;
};

}  // namespace chancery
