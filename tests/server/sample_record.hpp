// A record of a few documents with facts put in by hand, so that what the API shows does not depend on the stages.
#pragma once

#include <filesystem>

namespace chancery::server::testing {

/// Made anew at construction, deleted at the end.
///
/// "d-1" of the publisher "Ministry A" (AZE, 2017-11-19): a reception in Baku with a host, a guest and a statement about
/// gas; "a/b" of "Ministry B" (RUS, 2018-02-03): a call planned, with markup in its title and a cell a spreadsheet would
/// take for a formula.
class SampleRecord {
 public:
  SampleRecord();
  ~SampleRecord();
  SampleRecord(const SampleRecord&) = delete;
  SampleRecord& operator=(const SampleRecord&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path folder_, path_;
};

inline constexpr const char* kOriginalPage = "<html><script>alert(1)</script></html>";

}  // namespace chancery::server::testing
