// A document read by all stages with the model in models/, trees included. Loading it takes a second, once a program.
#pragma once

#include "analysed.hpp"
#include "model/model.hpp"
#include "stages/encode/encode.hpp"
#include "stages/parse/parse.hpp"
#include "stages/tag/morphology.hpp"
#include "stages/tag/tag.hpp"

namespace chancery::test {

inline const Runner& stages_with_trees() {
  static const std::filesystem::path data = data_folder();
  static const Knowledge knowledge = Knowledge::load(data);
  static const std::shared_ptr<const Model> model = Model::open(data.parent_path() / "models" / "english.model");
  static const Runner runner = [] {
    std::vector<std::unique_ptr<Stage>> stages;
    stages.push_back(std::make_unique<SegmentStage>(data, model.get()));
    stages.push_back(std::make_unique<EncodeStage>(model, knowledge));
    stages.push_back(std::make_unique<TagStage>(model));
    stages.push_back(std::make_unique<ParseStage>(model));
    stages.push_back(std::make_unique<MorphologyStage>(model));
    stages.push_back(std::make_unique<NamesStage>(data, knowledge, model));
    stages.push_back(std::make_unique<LinkStage>(knowledge));
    stages.push_back(std::make_unique<CorefStage>(data));
    stages.push_back(std::make_unique<SpeechStage>(data, model));
    stages.push_back(std::make_unique<TimesStage>(data / "times"));
    stages.push_back(std::make_unique<EventsStage>(data));
    stages.push_back(std::make_unique<FiguresStage>(data));
    stages.push_back(std::make_unique<CommitmentsStage>(data));
    stages.push_back(std::make_unique<CourtesiesStage>(data));
    return Runner(std::move(stages));
  }();
  return runner;
}

inline Document parsed(std::string text, std::string published = "2023-05-10") {
  Document document;
  document.text = std::move(text);
  document.info.published = std::move(published);
  stages_with_trees().run(document);
  return document;
}

}  // namespace chancery::test
