// The stage that finds courtesies: greetings, congratulations, condolences, thanks, invitations, gifts and awards,
// each from someone to someone, carried by a third where the text says so.
//
// The same courtesy told twice is one with two pieces of evidence. Receivers without a name ("participants and guests
// of the forum") become group entities called as written; for them mentions are added and kept sorted.
#pragma once

#include <filesystem>

#include "pipeline/stage.hpp"
#include "stages/facts/cues.hpp"

namespace chancery {

class CourtesiesStage : public Stage {
 public:
  /// `data_folder` is the folder of all data; reads facts/courtesies.tsv and facts/clauses.tsv in it.
  explicit CourtesiesStage(const std::filesystem::path& data_folder);

  std::string_view name() const override { return "courtesies"; }
  std::vector<Layer> needs() const override {
    return {Layer::tokens, Layer::mentions, Layer::entities, Layer::statements, Layer::events};
  }
  std::vector<Layer> gives() const override { return {Layer::courtesies}; }
  void run(Document& document) const override;

 private:
  facts::Cues cues_;
};

}  // namespace chancery
