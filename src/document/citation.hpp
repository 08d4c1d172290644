// What a citation needs of a passage: where it stands, in whose text, and its words. Plain values; questions/ fills
// them from the record, writers/ write them. Empty means unknown. Offsets are Unicode code points.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chancery {

/// Words of a document. `before` and `after` are what stands around them, for a link into the page as published.
struct CitedPassage {
  bool in_title = false;
  uint32_t begin = 0, end = 0;
  std::string before, exact, after;
};

struct Citation {
  std::string document;   ///< its id in the record
  std::string title;
  std::string publisher;
  std::string published;  ///< as given: "2017-11-19T19:23", "2017-11", "2017"
  std::string accessed;   ///< ISO day on which the record took these words
  std::string language;   ///< BCP 47
  std::string kind;       ///< readout, transcript, ...
  std::string url;
  int version = 0;        ///< of several; 0 where there is only one
  std::optional<CitedPassage> passage;  ///< none: the document as a whole
  std::string fact;       ///< id of the fact whose words these are
  std::vector<std::string> speakers;    ///< in whose mouth the document puts them
};

}  // namespace chancery
