// Documents made by hand with every kind of fact, and a folder that goes away, for the tests of the record.
#pragma once

#include <filesystem>
#include <string>

#include "document/document.hpp"
#include "record/record.hpp"

namespace chancery::sample {

class Folder {
 public:
  Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder();
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The span of the first `words` in a part; fails the test where they are not there.
Span span_of(const Document& document, std::string_view words, Part part = Part::text);

/// President Aliyeva of Azerbaijan receives Minister Čapek of Czechia: every kind of fact, letters beyond ASCII
/// before and inside the spans.
Document reception();

/// A short call between two leaders; `number` makes its words, id and address its own.
Document call(int number);

/// Adds `call(0)` to `call(count - 1)` in one batch.
void add_calls(record::Record& record, int count);

record::Original original_of(const Document& document);

record::Record create(const std::filesystem::path& path);
record::RunId begin(record::Record& record, const std::string& made_by = "chancery 0.1.0 test");

}  // namespace chancery::sample
