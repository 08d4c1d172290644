// Feeds are held against a RELAX NG schema of what RFC 4287 asks, by libxml2.
#include "writers/atom.hpp"

#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <memory>

namespace chancery::writers {
namespace {

/// What is wrong with a feed: nothing, or why it is no Atom.
std::string fault(const std::string& feed) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(xmlReadMemory(feed.data(), static_cast<int>(feed.size()), "feed.atom", nullptr, XML_PARSE_NOERROR | XML_PARSE_NONET), xmlFreeDoc);
  if (!document) return "not well-formed";
  const std::unique_ptr<xmlRelaxNGParserCtxt, decltype(&xmlRelaxNGFreeParserCtxt)> reader(xmlRelaxNGNewParserCtxt(CHANCERY_SOURCE_DIR "/tests/writers/atom.rng"), xmlRelaxNGFreeParserCtxt);
  const std::unique_ptr<xmlRelaxNG, decltype(&xmlRelaxNGFree)> schema(xmlRelaxNGParse(reader.get()), xmlRelaxNGFree);
  if (!schema) return "the schema cannot be read";
  const std::unique_ptr<xmlRelaxNGValidCtxt, decltype(&xmlRelaxNGFreeValidCtxt)> context(xmlRelaxNGNewValidCtxt(schema.get()), xmlRelaxNGFreeValidCtxt);
  return xmlRelaxNGValidateDoc(context.get(), document.get()) == 0 ? "" : "not as the schema has it";
}

AtomFeed sample() {
  AtomFeed feed;
  feed.id = "tag:example.org,2026:q-1";
  feed.title = "Grain <&> \"prices\"";
  feed.updated = "2026-01-31T08:00:00Z";
  feed.author = "ana";
  feed.links = {{"self", "http://127.0.0.1/feed?a=1&b=2", "application/atom+xml"}};
  AtomEntry entry;
  entry.id = "tag:example.org,2026:q-1/documents/d-1";
  entry.title = "A \x01 title";
  entry.author = "Presidency of Norland";
  entry.updated = "2026-01-30T08:00:00Z";
  entry.published = "2026-01-29T08:00:00Z";
  entry.language = "en";
  entry.summary = "The account of Presidency of Norland.";
  entry.links = {{"alternate", "http://127.0.0.1/documents/d-1", "text/html"}, {"via", "", ""}};
  entry.passages = {{"", "words with <tags> & \x0b more"}, {"Ada Lund", "]]> 🎉"}};
  feed.entries = {entry};
  return feed;
}

TEST(Atom, FeedsAreValid) {
  EXPECT_EQ(fault(to_atom(sample())), "");
  AtomFeed empty = sample();
  empty.entries.clear();
  EXPECT_EQ(fault(to_atom(empty)), "");
}

TEST(Atom, TheSchemaFindsWhatIsMissing) {
  AtomFeed feed = sample();
  feed.entries.front().updated.clear();
  EXPECT_EQ(fault(to_atom(feed)), "not as the schema has it");
  feed = sample();
  feed.updated = "yesterday";
  EXPECT_EQ(fault(to_atom(feed)), "not as the schema has it");
  feed = sample();
  feed.id.clear();
  EXPECT_EQ(fault(to_atom(feed)), "not as the schema has it");
}

TEST(Atom, TheSameFeedIsTheSameBytes) { EXPECT_EQ(to_atom(sample()), to_atom(sample())); }

}  // namespace
}  // namespace chancery::writers
