// What the API says of the program itself.
#pragma once

#include <string>

#include "questions/json.hpp"

namespace chancery::app {
class Engine;
}

namespace chancery::server::api {

struct Program {
  std::string version;
  std::string made_by;         ///< app::Engine::made_by()
  questions::Json countries;   ///< [{"code","name"}]
};

Program program_of(const app::Engine& engine);

}  // namespace chancery::server::api
