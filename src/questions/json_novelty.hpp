// Formulae as JSON, for the API and `--json`: the keys of `formula` objects wherever one stands.
#pragma once

#include "questions/json.hpp"
#include "questions/novelty.hpp"

namespace chancery::questions {

Json to_json(const Formula& formula);
Json to_json(const Dropped& dropped);
Json to_json(const Novelty& novelty);

}  // namespace chancery::questions
