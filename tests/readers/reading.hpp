// Reading from a string in tests, with everything that came out.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "readers/reader.hpp"

namespace chancery::readers {

struct Outcome {
  std::vector<Document> documents;
  std::vector<std::string> originals;
  std::vector<Failure> failures;
};

inline Outcome read_string(const std::string& bytes, const std::string& name = "-", const Options& options = {}) {
  std::istringstream stream(bytes);
  Outcome outcome;
  read(stream, name, options,
       [&](Document&& document, const Original& original) {
         outcome.documents.push_back(std::move(document));
         outcome.originals.emplace_back(original.bytes);
       },
       [&](Failure&& failure) { outcome.failures.push_back(std::move(failure)); });
  return outcome;
}

inline Options as(Input input) {
  Options options;
  options.input = input;
  return options;
}

}  // namespace chancery::readers
