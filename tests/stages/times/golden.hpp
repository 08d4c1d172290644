// Golden lists: text with its expected times written into it, "We met [[on Friday|DATE 2017-11-17]]."
//
// A line "published: 2017-11-19" holds for the lines after it ("published:" alone: unknown); "# ..." is a comment.
// Every other line is one document. CHANCERY_APPROVE=1 writes what the stage finds back into the list.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "pipeline/stage.hpp"

namespace chancery::test {

struct GoldenLine {
  int number = 0;
  std::string expected;  ///< with the marks
  std::string actual;
};

/// The text without its marks.
std::string unmarked(const std::string& line);

/// Runs both stages over one line and writes what they find as marks.
std::string marked(const Stage& segment, const Stage& times, const std::string& text, const std::string& published);

/// Every line of the list that is a document, with what was expected and found.
std::vector<GoldenLine> run_golden(const std::filesystem::path& list, const Stage& segment, const Stage& times);

}  // namespace chancery::test
