// The whole chain: any text becomes one analysis, whose spans lie on code points inside the text, and one line of JSON,
// which is JSON and whose offsets lie inside the text too.
#include <nlohmann/json.hpp>

#include "app/engine.hpp"
#include "release.hpp"
#include "spans.hpp"
#include "writers/json.hpp"

namespace {

using namespace chancery;
using Json = nlohmann::json;

/// Every object that has a beginning and an end.
void check_offsets(const Json& value, size_t text, size_t title) {
  if (value.is_object() && value.contains("begin") && value["begin"].is_number()) {
    const size_t end = value["end"].get<size_t>();
    fuzz::require(value["begin"].get<size_t>() <= end && end <= (value.value("in", "text") == "title" ? title : text));
  }
  if (value.is_structured()) {
    for (const Json& part : value) check_offsets(part, text, title);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const app::Engine engine;
  Document document = fuzz::release(data, size);
  engine.analyse(document);
  fuzz::Spans(document).check();
  const std::string line = writers::to_json(document);
  fuzz::require(line.find('\n') == std::string::npos);
  const Json analysis = Json::parse(line);
  check_offsets(analysis, utf8::count(document.text), utf8::count(document.title));
  for (const char* layer : {"mentions", "entities", "times", "statements", "points", "events", "figures", "commitments", "courtesies"}) {
    fuzz::require(analysis.at(layer).is_array());
  }
  return 0;
}
