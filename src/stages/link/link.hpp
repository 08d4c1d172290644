// The stage that makes entities of mentions: one entity a person, body, country or place within the document.
//
// Full names come first, then surnames, given names and patronymic forms join them, the nearest before them where
// several fit. Offices without a name ("the President", "the Russian leader") go to the person who holds such an
// office in this document for the country that is meant; a person of that office whom the text never names becomes an
// entity called as written. The country one acts for comes from the office, from "of ...", from the publisher for
// its own officials, or from leaders.tsv where surname, office and day fit one holder alone.
#pragma once

#include "knowledge/knowledge.hpp"
#include "pipeline/stage.hpp"

namespace chancery {

class LinkStage : public Stage {
 public:
  /// `knowledge` must outlive the stage.
  explicit LinkStage(const Knowledge& knowledge) : knowledge_(knowledge) {}
  std::string_view name() const override { return "link"; }
  std::vector<Layer> needs() const override { return {Layer::tokens, Layer::mentions}; }
  std::vector<Layer> gives() const override { return {Layer::entities}; }
  void run(Document& document) const override;

 private:
  const Knowledge& knowledge_;
};

}  // namespace chancery
