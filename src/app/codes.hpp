// Trying the event codes: what a sentence is coded as, and whether the pattern files code their own examples as they say.
#pragma once

#include <string>
#include <vector>

#include "app/engine.hpp"

namespace chancery::app {

struct CodedAct {
  std::string root, mode, context;
  std::vector<std::string> sources, targets;  ///< as the text has them; who is on both sides stands in both
};

/// The acts of a sentence in the order of the text.
std::vector<CodedAct> coded(const Engine& engine, const std::string& sentence);

/// An example of a pattern file that is not coded as it says.
struct FailedExample {
  std::string file;  ///< its name
  size_t line = 0;
  std::string sentence;
  std::string wanted;  ///< "ACCUSE: the ministry -> the raid", "not ACCUSE"
  std::vector<CodedAct> given;
};

struct CodesCheck {
  size_t patterns = 0, examples = 0;
  std::vector<FailedExample> failed;
};

/// Codes every example. Throws Error(input) with file and line where a pattern file is malformed.
CodesCheck check_codes(const Engine& engine, const std::filesystem::path& data);

}  // namespace chancery::app
