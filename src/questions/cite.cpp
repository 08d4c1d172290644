#include "questions/cite.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "questions/fact_place.hpp"

namespace chancery::questions {
namespace {

/// Code points on each side, so that a link can tell a repeated phrase apart.
constexpr uint32_t kContext = 80;

Citation whole(const record::Record& record, const std::string& id, const record::Kept& kept) {
  const record::DocumentLine line = document_line(record, id);
  const DocumentInfo& info = kept.document.info;
  Citation out;
  out.document = line.id;
  out.title = kept.document.title;
  out.publisher = info.publisher;
  out.published = info.published.empty() ? line.day : info.published;
  out.accessed = kept.added.substr(0, 10);
  out.language = info.language;
  out.kind = line.kind;
  out.url = line.url;
  if (line.versions > 1) out.version = kept.version;
  return out;
}

CitedPassage passage_at(const Document& document, record::Range range) {
  const std::string_view text = document.part(range.part);
  const utf8::CodePoints points(text);
  const size_t length = points.at(text.size());
  if (range.end == kToTheEnd) range.end = static_cast<uint32_t>(length);
  if (range.begin >= range.end || range.end > length) {
    throw Error(ErrorKind::input, fmt::format("{} to {} is no passage: the {} has {} characters, counted from 0, and the end is not part of it", range.begin,
                                              range.end, range.part == Part::title ? "title" : "text", length));
  }
  const size_t begin = points.byte_of(range.begin), end = points.byte_of(range.end);
  const size_t from = points.byte_of(range.begin > kContext ? range.begin - kContext : 0), to = points.byte_of(size_t{range.end} + kContext);
  const auto piece = [&](size_t first, size_t last) { return std::string(text.substr(first, last - first)); };
  return {range.part == Part::title, range.begin, range.end, piece(from, begin), piece(begin, end), piece(end, to)};
}

record::Range range_of(const Document& document, const Span& span) {
  const utf8::CodePoints points(document.part(span.part));
  return {static_cast<uint32_t>(points.at(span.begin)), static_cast<uint32_t>(points.at(span.end)), span.part};
}

/// Of the statement whose words these are.
std::vector<std::string> speakers_of(const Document& document, const Span& span) {
  std::vector<std::string> names;
  const auto said = std::find_if(document.statements.begin(), document.statements.end(),
                                 [&](const Statement& s) { return s.span.part == span.part && s.span.begin == span.begin && s.span.end == span.end; });
  if (said == document.statements.end()) return names;
  for (const Index speaker : said->speakers) {
    if (speaker < document.entities.size() && !document.entities[speaker].name.empty()) names.push_back(document.entities[speaker].name);
  }
  return names;
}

Citation of_document(const record::Record& record, const std::string& id, const CiteQuery& query) {
  const record::Kept kept = record.load(id, query.version);
  Citation out = whole(record, id, kept);
  if (!query.span) return out;
  out.passage = passage_at(kept.document, *query.span);
  const utf8::CodePoints points(kept.document.part(query.span->part));
  const auto byte = [&](uint32_t at) { return static_cast<uint32_t>(points.byte_of(at)); };
  out.speakers = speakers_of(kept.document, {byte(out.passage->begin), byte(out.passage->end), query.span->part});
  return out;
}

Citation of_fact(const record::Record& record, const record::Found& found) {
  const record::Kept kept = record.load(found.document);
  const auto place = place_of(kept.document, found.id);
  if (!place || place->empty()) throw Error(ErrorKind::input, fmt::format("{} has no words of its own to cite: cite its document, {}", found.id, found.document));
  Citation out = whole(record, found.document, kept);
  out.fact = found.id;
  out.passage = passage_at(kept.document, range_of(kept.document, *place));
  out.speakers = speakers_of(kept.document, *place);
  return out;
}

std::vector<Citation> of_encounter(const record::Record& record, const std::string& id) {
  std::vector<Citation> all;
  for (const record::EncounterLine& account : accounts_of(record, id)) {
    const record::Kept kept = record.load(account.document.id);
    Citation one = whole(record, account.document.id, kept);
    one.fact = account.event;
    if (!account.evidence.empty()) one.passage = passage_at(kept.document, account.evidence.front());
    all.push_back(std::move(one));
  }
  return all;
}

[[noreturn]] void refuse_several(const std::string& id, const std::vector<record::Found>& found) {
  std::string list;
  for (const record::Found& one : found) list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", one.target == record::Target::fact ? one.document + "#" + one.id : one.id, one.kind);
  throw Error(ErrorKind::input, fmt::format("{} is not one thing alone: write one of {}", id, list));
}

}  // namespace

std::vector<Citation> cite(const record::Record& record, const CiteQuery& query) {
  const record::Record::Snapshot snapshot(record);
  const auto found = find_id(record, query.id);
  if (found.empty()) {
    throw Error(ErrorKind::input, fmt::format("nothing in {} has the id {} or one that begins so: `chancery search` and `chancery ledger` find ids", record.path().string(), query.id));
  }
  if (found.size() > 1) refuse_several(query.id, found);
  const record::Found& one = found.front();
  if (one.target != record::Target::document && (query.span || query.version))
    throw Error(ErrorKind::input, fmt::format("{} is a {}: a passage and a version are those of a document", one.id, one.kind));
  switch (one.target) {
    case record::Target::document: return {of_document(record, one.id, query)};
    case record::Target::encounter: return of_encounter(record, one.id);
    case record::Target::fact: return {of_fact(record, one)};
    case record::Target::person:
    case record::Target::entity: break;
  }
  throw Error(ErrorKind::input, fmt::format("{} is a {}, not words in a document: cite a document, a passage, a fact or an encounter", one.id, one.kind));
}

}  // namespace chancery::questions
