#include "app/engine.hpp"

#include <algorithm>

#include "base/file.hpp"
#include "base/hash.hpp"
#include "stages/coref/coref.hpp"
#include "stages/events/events.hpp"
#include "stages/facts/commitments.hpp"
#include "stages/facts/courtesies.hpp"
#include "stages/facts/figures.hpp"
#include "stages/language/language.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"
#include "stages/segment/segment.hpp"
#include "stages/speech/speech.hpp"
#include "stages/times/times.hpp"

namespace chancery::app {
namespace {

std::vector<std::unique_ptr<Stage>> all_stages(const std::filesystem::path& data, const Knowledge& knowledge) {
  std::vector<std::unique_ptr<Stage>> stages;
  stages.push_back(std::make_unique<LanguageStage>());
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
  return stages;
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
  knowledge_ = std::make_unique<Knowledge>(Knowledge::load(data_));
  runner_ = std::make_unique<Runner>(all_stages(data_, *knowledge_));
  if (!options.only.empty()) runner_->only(options.only);
  if (!options.skip.empty()) runner_->skip(options.skip);
}

Engine::~Engine() = default;

void Engine::analyse(Document& document, Timing* timing, std::stop_token stop) const { runner_->run(document, timing, stop); }

std::vector<std::string_view> Engine::stages() const { return runner_->names(); }

std::string Engine::made_by() const { return "chancery " CHANCERY_VERSION " rules-" + hash_of_files(data_); }

}  // namespace chancery::app
