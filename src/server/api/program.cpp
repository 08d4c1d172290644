#include "server/api/program.hpp"

#include "app/compare.hpp"
#include "app/engine.hpp"

namespace chancery::server::api {

Program program_of(const std::shared_ptr<const app::Engine>& engine) {
  Program program{CHANCERY_VERSION, engine->made_by(), questions::Json::array(), engine->shared_knowledge(),
                  std::make_shared<const app::Comparer>(engine)};
  for (const Country& country : engine->knowledge().countries()) {
    program.countries.push_back({{"code", country.code}, {"name", country.name}});
  }
  return program;
}

}  // namespace chancery::server::api
