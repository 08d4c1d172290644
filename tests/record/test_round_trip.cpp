#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.hpp"
#include "document/identify.hpp"
#include "record/offsets.hpp"
#include "same.hpp"
#include "sample.hpp"

namespace chancery {
namespace {

std::string any_text() {
  const auto piece = rc::gen::element<std::string>("a", "Word", " ", "\r\n", "é", "ə", "“", "🤝", "日本", "\u0301",
                                                   "\u00AD", "\u00A0", "’", ".", std::string(1, '\0'));
  const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
  std::string text;
  for (const std::string& one : pieces) text += one;
  return text;
}

/// A span on code point boundaries of one of the parts; empty where that part is.
Span any_span(const Document& document) {
  const Part part = *rc::gen::element(Part::title, Part::text);
  const utf8::CodePoints points(document.part(part));
  const auto size = static_cast<int>(points.at(document.part(part).size()));
  if (size == 0) return {};
  const int begin = *rc::gen::inRange(0, size), end = *rc::gen::inRange(begin + 1, size + 1);
  return {static_cast<uint32_t>(points.byte_of(static_cast<size_t>(begin))),
          static_cast<uint32_t>(points.byte_of(static_cast<size_t>(end))), part};
}

Index any_entity(const Document& document) {
  const auto count = static_cast<Index>(document.entities.size());
  const Index index = *rc::gen::inRange<Index>(0, count + 1);
  return index == count ? kNone : index;
}

std::vector<Index> any_entities(const Document& document) {
  std::vector<Index> list;
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    if (const Index index = any_entity(document); index != kNone) list.push_back(index);
  }
  return list;
}

Document any_document() {
  Document d;
  d.title = any_text();
  d.text = any_text();
  d.info.url = "https://example.org/any";
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    Entity e;
    e.name = any_text();
    e.names = {any_text(), any_text()};
    d.entities.push_back(e);
  }
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    Mention m;
    m.span = any_span(d);
    m.entity = any_entity(d);
    d.mentions.push_back(m);
    Statement s;
    s.span = any_span(d);
    s.speaker_span = any_span(d);
    s.speakers = any_entities(d);
    s.addressee = any_entity(d);
    s.parent = d.statements.empty() ? kNone : 0;
    d.statements.push_back(s);
    Event e;
    e.evidence = {any_span(d)};
    if (e.evidence[0].empty()) e.evidence.clear();
    for (const Index who : any_entities(d)) e.participants.push_back({who, Role::party, "", any_span(d)});
    e.part_of = d.events.empty() ? kNone : 0;
    d.events.push_back(e);
  }
  identify(d);
  return d;
}

/// An empty span may come back as the empty span of the text.
std::string comparable(Document document) {
  for (auto& m : document.mentions) m.span = m.span.empty() ? Span{} : m.span;
  for (auto& s : document.statements) s.span = s.span.empty() ? Span{} : s.span;
  return sample::dump(document);
}

TEST(RoundTrip, AnyDocumentComesBackAsItWas) {
  const sample::Folder folder;
  record::Record record = sample::create(folder / "a.db");
  const auto run = sample::begin(record);
  const bool held = rc::check("load(add(d)) == d", [&] {
    const Document document = any_document();
    const auto added = record.add(document, sample::original_of(document), run);
    Document back = record.load(added.id).document;
    back.info.id = document.info.id;
    RC_ASSERT(comparable(back) == comparable(document));
  });
  EXPECT_TRUE(held);
  for (const auto& finding : record.check())
    ADD_FAILURE() << finding.kind << " " << finding.where << ": " << finding.message;
}

RC_GTEST_PROP(Offsets, SpansAndRangesAreInverse, ()) {
  Document document;
  document.title = any_text();
  document.text = any_text();
  const record::Offsets offsets(document);
  const Span span = any_span(document);
  RC_ASSERT(offsets.span(offsets.range(span)) == span);
  RC_ASSERT(offsets.quote(offsets.range(span)) == document.of(span));
  if (const auto json = offsets.json(span)) RC_ASSERT(record::parse_span(*json) == offsets.range(span));
}

}  // namespace
}  // namespace chancery
