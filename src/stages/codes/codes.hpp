// The stage that codes who did what to whom as PLOVER roots: acts told in single sentences, and the encounters that
// earlier stages found.
//
// Acts are found by patterns over dependency trees (data/codes/<language>/); see docs/codes.md. Needs trees: without a
// model nothing is coded. Follows the Political Language Ontology for Verifiable Event Records (PLOVER).
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/codes/patterns.hpp"

namespace chancery {

class CodesStage : public Stage {
 public:
  explicit CodesStage(const std::filesystem::path& data_folder) : book_(codes::PatternBook::load(data_folder / "codes" / "en")) {}
  std::string_view name() const override { return "codes"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::tags, Layer::syntax, Layer::mentions, Layer::entities, Layer::times, Layer::events, Layer::kind}; }
  std::vector<Layer> gives() const override { return {Layer::mentions, Layer::entities, Layer::events}; }
  void run(Document& document) const override;

 private:
  codes::PatternBook book_;
};

}  // namespace chancery
