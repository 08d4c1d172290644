// Atom feeds (RFC 4287): entries with passages, as a feed reader shows them. Pure functions.
#pragma once

#include <string>
#include <vector>

namespace chancery::writers {

struct AtomLink {
  std::string relation;  ///< alternate, self, via, related
  std::string address;
  std::string media_type;  ///< may be empty
};

/// A quoted passage, and a sentence before it that says whose it is.
struct AtomPassage {
  std::string whose, words;
};

struct AtomEntry {
  std::string id;       ///< IRI that never changes
  std::string title;
  std::string author;   ///< who published it
  std::string updated;  ///< RFC 3339
  std::string published;
  std::string language; ///< BCP 47, of the passages; may be empty
  std::string summary;  ///< a sentence of plain text; may be empty
  std::vector<AtomLink> links;
  std::vector<AtomPassage> passages;
};

struct AtomFeed {
  std::string id, title, subtitle, author, updated, generator;
  std::vector<AtomLink> links;
  std::vector<AtomEntry> entries;
};

/// UTF-8. What XML 1.0 cannot hold (controls) is left out.
std::string to_atom(const AtomFeed& feed);

}  // namespace chancery::writers
