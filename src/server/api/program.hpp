// What the API says of the program itself.
#pragma once

#include <memory>
#include <string>

#include "knowledge/knowledge.hpp"
#include "questions/json.hpp"

namespace chancery::app {
class Comparer;
class Engine;
}

namespace chancery::server::api {

struct Program {
  std::string version;
  std::string made_by;         ///< app::Engine::made_by()
  questions::Json countries;   ///< [{"code","name"}]
  std::shared_ptr<const Knowledge> knowledge;  ///< tells countries from people; never null
  std::shared_ptr<const app::Comparer> comparer;  ///< lays two accounts side by side
};

Program program_of(const std::shared_ptr<const app::Engine>& engine);

}  // namespace chancery::server::api
