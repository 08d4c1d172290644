// The stage that finds time expressions (TIMEX3, ISO-TimeML) in title and text and puts them on the calendar.
//
// Rules are read from <folder>/<language>/ (see data/times/README.md). The publication day is the anchor of relative
// expressions; without one they keep XXXX parts: nothing is invented. Spans are bytes. One object serves many
// threads. The constructor throws Error(input) for a malformed rule file and Error(io) where one is missing.
#pragma once

#include <filesystem>
#include <memory>

#include "pipeline/stage.hpp"

namespace chancery {

class TimesStage : public Stage {
 public:
  /// `data_folder` is data/times; `language` names the folder inside it.
  explicit TimesStage(const std::filesystem::path& data_folder, const std::string& language = "en");
  ~TimesStage() override;

  std::string_view name() const override { return "times"; }
  std::vector<Layer> needs() const override { return {Layer::tokens}; }
  std::vector<Layer> gives() const override { return {Layer::times}; }
  void run(Document& document) const override;

 private:
  struct Engine;
  std::unique_ptr<const Engine> engine_;
};

}  // namespace chancery
