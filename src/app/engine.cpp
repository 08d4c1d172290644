#include "app/engine.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "pipeline/self_test.hpp"
#include "stages/codes/codes.hpp"
#include "stages/coref/coref.hpp"
#include "stages/coref/voices.hpp"
#include "stages/encode/encode.hpp"
#include "stages/events/events.hpp"
#include "stages/facts/commitments.hpp"
#include "stages/facts/courtesies.hpp"
#include "stages/facts/figures.hpp"
#include "stages/language/language.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/parse/parse.hpp"
#include "stages/points/points.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/speech.hpp"
#include "stages/tag/morphology.hpp"
#include "stages/tag/tag.hpp"
#include "stages/times/times.hpp"

namespace chancery::app {
namespace {

using Stages = std::vector<std::unique_ptr<Stage>>;
using ModelHandle = std::shared_ptr<const Model>;

/// From raw text to trees: what the model's self-test runs.
void add_language(const std::filesystem::path& data, const Knowledge& knowledge, const ModelHandle& model, Stages& stages) {
  stages.push_back(std::make_unique<SegmentStage>(data, model.get()));
  stages.push_back(std::make_unique<EncodeStage>(model, knowledge));
  stages.push_back(std::make_unique<TagStage>(model));
  stages.push_back(std::make_unique<ParseStage>(model));
}

Stages all_stages(const std::filesystem::path& data, const Knowledge& knowledge, const ModelHandle& model) {
  Stages stages;
  stages.push_back(std::make_unique<LanguageStage>());
  add_language(data, knowledge, model, stages);
  stages.push_back(std::make_unique<MorphologyStage>(model));
  stages.push_back(std::make_unique<NamesStage>(data, knowledge, model));
  stages.push_back(std::make_unique<LinkStage>(knowledge));
  stages.push_back(std::make_unique<CorefStage>(data));
  stages.push_back(std::make_unique<SpeechStage>(data, model));
  stages.push_back(std::make_unique<TimesStage>(data / "times"));
  stages.push_back(std::make_unique<EventsStage>(data));
  stages.push_back(std::make_unique<PointsStage>(data));
  stages.push_back(std::make_unique<FiguresStage>(data));
  stages.push_back(std::make_unique<CommitmentsStage>(data));
  stages.push_back(std::make_unique<CourtesiesStage>(data));
  stages.push_back(std::make_unique<VoicesStage>(data));
  stages.push_back(std::make_unique<CodesStage>(data));
  return stages;
}

ModelHandle open_model(const std::filesystem::path& data, const Knowledge& knowledge) {
  const auto file = model_file();
  if (file.empty()) return nullptr;
  ModelHandle model = Model::open(file);
  Stages stages;
  add_language(data, knowledge, model, stages);
  check_samples(*model, Runner(std::move(stages)));
  return model;
}

/// Changes whenever a file under data/ changes, so that facts made with other lexicons are told apart.
std::string hash_of_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  uint64_t hash = 0;
  for (const auto& file : files) {
    hash = hash64(std::filesystem::relative(file, folder).string(), hash);
    hash = hash64(read_file(file), hash);
  }
  return base32(hash).substr(0, 8);
}

}  // namespace

Engine::Engine(const EngineOptions& options) {
  data_ = options.data.value_or(data_folder());
  knowledge_ = std::make_shared<const Knowledge>(Knowledge::load(data_));
  model_ = open_model(data_, *knowledge_);
  runner_ = std::make_unique<Runner>(all_stages(data_, *knowledge_, model_));
  if (!options.only.empty()) runner_->only(options.only);
  if (!options.skip.empty()) runner_->skip(options.skip);
}

Engine::~Engine() = default;

void Engine::analyse(Document& document, Timing* timing, std::stop_token stop) const { runner_->run(document, timing, stop); }

std::vector<std::string_view> Engine::stages() const { return runner_->names(); }

std::string Engine::made_by() const {
  const std::string rules = "chancery " CHANCERY_VERSION " rules-" + hash_of_files(data_);
  return model_ ? rules + " model-" + model_->fingerprint().substr(0, 8) : rules;
}

}  // namespace chancery::app
