// The engine as the program uses it: knowledge, stages in their order, and the name under which facts are signed.
//
// Construct once (well under 100 ms); immutable afterwards and shared by threads. The model is model_file()'s; without
// one, tags and trees stay empty and the other stages work by rules alone. A model that cannot be used throws.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "pipeline/runner.hpp"

namespace chancery::app {

struct EngineOptions {
  std::optional<std::filesystem::path> data;  ///< default: data_folder()
  std::vector<std::string> only, skip;        ///< stages by name
};

class Engine {
 public:
  explicit Engine(const EngineOptions& options = {});
  ~Engine();

  void analyse(Document& document, Timing* timing = nullptr, std::stop_token stop = {}) const;
  std::vector<std::string_view> stages() const;
  /// The folder whose lexicons it reads.
  const std::filesystem::path& data() const { return data_; }
  const Knowledge& knowledge() const { return *knowledge_; }
  /// The same for whoever outlives the engine.
  std::shared_ptr<const Knowledge> shared_knowledge() const { return knowledge_; }
  /// The trained model in use; null where there is none.
  const Model* model() const { return model_.get(); }

  /// "chancery 0.1.0 rules-<hash of the data files> model-<hash of the model>": what a run in the record is signed with.
  /// Reads every data file: ask once a run.
  std::string made_by() const;

 private:
  std::shared_ptr<const Knowledge> knowledge_;
  std::shared_ptr<const Model> model_;
  std::unique_ptr<Runner> runner_;
  std::filesystem::path data_;
};

}  // namespace chancery::app
