// A document read by all stages in their order, for tests of the last ones.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "knowledge/knowledge.hpp"
#include "pipeline/runner.hpp"
#include "stages/coref/coref.hpp"
#include "stages/events/events.hpp"
#include "stages/facts/commitments.hpp"
#include "stages/facts/courtesies.hpp"
#include "stages/facts/figures.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/speech.hpp"
#include "stages/times/times.hpp"

namespace chancery::test {

inline const Runner& all_stages() {
  static const std::filesystem::path data = data_folder();
  static const Knowledge knowledge = Knowledge::load(data);
  static const Runner runner = [] {
    std::vector<std::unique_ptr<Stage>> stages;
    stages.push_back(std::make_unique<SegmentStage>(data));
    stages.push_back(std::make_unique<NamesStage>(data, knowledge));
    stages.push_back(std::make_unique<LinkStage>(knowledge));
    stages.push_back(std::make_unique<CorefStage>(data));
    stages.push_back(std::make_unique<SpeechStage>(data));
    stages.push_back(std::make_unique<TimesStage>(data / "times"));
    stages.push_back(std::make_unique<EventsStage>(data));
    stages.push_back(std::make_unique<FiguresStage>(data));
    stages.push_back(std::make_unique<CommitmentsStage>(data));
    stages.push_back(std::make_unique<CourtesiesStage>(data));
    return Runner(std::move(stages));
  }();
  return runner;
}

inline Document analysed(std::string text, std::string published = "2023-05-10", std::string title = "") {
  Document document;
  document.text = std::move(text);
  document.title = std::move(title);
  document.info.published = std::move(published);
  all_stages().run(document);
  return document;
}

inline std::string name_of_entity(const Document& document, Index entity) {
  return entity == kNone ? "-" : document.entities[entity].name;
}

}  // namespace chancery::test
