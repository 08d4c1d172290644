#include "app/feed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "questions/snippet.hpp"
#include "writers/atom.hpp"
#include "writers/citation_parts.hpp"
#include "writers/passage_link.hpp"

namespace chancery::app {
namespace {

constexpr size_t kEntries = 50;
// Names of things in a feed must hold for ever and wherever the record is served, so that no host can be part of them
// (RFC 4151; .invalid is nobody's).
constexpr std::string_view kTag = "tag:chancery.invalid,2026:";

std::string encoded(std::string_view segment) {
  std::string out;
  for (const char c : segment) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("-._~").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string account_of(const record::DocumentLine& document) {
  return "the account of " + (document.publisher.empty() ? std::string("an unknown publisher") : document.publisher);
}

std::string names(const std::vector<record::Party>& parties) {
  std::string out;
  for (const record::Party& one : parties) out += (out.empty() ? "" : ", ") + one.name;
  return out;
}

std::string spaced(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  if (!code.empty() && code.front() >= 'a' && code.front() <= 'z') code.front() = static_cast<char>(code.front() - 32);
  return code;
}

class Entries {
 public:
  explicit Entries(const FeedQuery& query) : query_(query) {}

  void add(const record::Newly<record::DocumentMatch>& one) {
    const record::DocumentLine& d = one.line.document;
    writers::AtomEntry entry = begun("documents/" + encoded(d.id), d, one.since);
    entry.title = d.title.empty() ? "Untitled " + d.kind : d.title;
    entry.summary = fmt::format("{}{}.", spaced(account_of(d)), d.day.empty() ? "" : ", published " + d.day);
    std::vector<record::Range> marks;
    for (const record::Range& mark : one.line.marks) {
      if (mark.part == Part::text) marks.push_back(mark);
    }
    const auto pieces = questions::snippets(one.line.text, marks);
    for (const questions::Snippet& piece : pieces) entry.passages.push_back({"", (piece.cut_before ? "… " : "") + writers::cited_line(piece.text) + (piece.cut_after ? " …" : "")});
    const std::string place = pieces.empty() ? "" : fmt::format("#char={},{}", pieces.front().span.begin, pieces.front().span.end);
    put(std::move(entry), "/documents/" + encoded(d.id) + (marks.empty() ? "" : place), d);
  }

  void add(const record::Newly<record::StatementMatch>& one) {
    const record::StatementLine& s = one.line.statement;
    writers::AtomEntry entry = begun("documents/" + encoded(s.document.id) + "/" + s.id, s.document, one.since);
    const std::string who = s.speakers.empty() ? "Somebody" : names(s.speakers);
    entry.title = who + (s.document.title.empty() ? "" : " in “" + s.document.title + "”");
    entry.summary = fmt::format("{}, in {}{}.", who, account_of(s.document), s.document.day.empty() ? "" : ", published " + s.document.day);
    entry.passages.push_back({entry.summary, s.content});
    put(std::move(entry), "/documents/" + encoded(s.document.id) + "#fact=" + encoded(s.id), s.document);
  }

  void add(const record::Newly<record::EncounterLine>& one) {
    const record::EncounterLine& e = one.line;
    writers::AtomEntry entry = begun("encounters/" + encoded(e.id), e.document, one.since);
    const std::string who = names(e.participants);
    entry.title = spaced(e.type) + (who.empty() ? "" : ": " + who) + (e.at.from.empty() ? "" : ", " + e.at.from);
    entry.summary = fmt::format("{}{}, in {}{}.", spaced(e.status), e.at.place.empty() ? "" : ", " + e.at.place, account_of(e.document),
                                e.document.day.empty() ? "" : ", published " + e.document.day);
    if (!e.quote.empty()) entry.passages.push_back({entry.summary, e.quote});
    put(std::move(entry), "/encounters/" + encoded(e.id), e.document);
  }

  std::vector<writers::AtomEntry> take() { return std::move(entries_); }

 private:
  writers::AtomEntry begun(const std::string& path, const record::DocumentLine& document, const std::string& since) const {
    writers::AtomEntry entry;
    // The search's own id keeps records apart that know a document by the same id.
    entry.id = fmt::format("{}{}/{}", kTag, query_.search.id, path);
    entry.author = document.publisher.empty() ? "Unknown publisher" : document.publisher;
    entry.updated = since;
    entry.published = document.added;
    entry.language = document.language;
    return entry;
  }

  void put(writers::AtomEntry entry, const std::string& path, const record::DocumentLine& document) {
    entry.links = {{"alternate", query_.base + path, "text/html"}, {"via", writers::web_address(document.url), ""}};
    entries_.push_back(std::move(entry));
  }

  const FeedQuery& query_;
  std::vector<writers::AtomEntry> entries_;
};

std::vector<writers::AtomEntry> entries_of(const record::Record& record, const FeedQuery& feed) {
  Entries entries(feed);
  const auto add_all = [&](const auto& found) {
    for (const auto& one : found) entries.add(one);
    return entries.take();
  };
  if (feed.query.rows == questions::Rows::encounters) return add_all(newest_encounters(record, feed.query.encounters, kEntries));
  const questions::SearchQuery& search = feed.query.search;
  const std::string match = record::match_expression(search.words, false);
  // Words in which there is nothing to look for find nothing, and not everything.
  if (match.empty() && search.words.find_first_not_of(" \t\r\n") != std::string::npos) return {};
  return feed.query.rows == questions::Rows::statements ? add_all(newest_statements(record, match, search.filters, kEntries))
                                                        : add_all(newest_documents(record, match, search.filters, kEntries));
}

}  // namespace

std::string feed(const record::Record& record, const FeedQuery& query) {
  const record::Record::Snapshot snapshot(record);
  const record::SavedSearch& search = query.search;
  const std::string path = search.what == "encounters" ? "/ledger" : "/search";
  std::string asked = search.query;
  if (search.what == "statements") asked += asked.empty() ? "scope=statements" : "&scope=statements";
  writers::AtomFeed feed;
  feed.id = fmt::format("{}{}", kTag, search.id);
  feed.title = search.name;
  feed.subtitle = fmt::format("{} of a record kept with Chancery, those that came into it last first. What they say is what those who published them say.", spaced(search.what));
  feed.author = search.who;
  feed.generator = query.generator;
  feed.entries = entries_of(record, query);
  feed.updated = feed.entries.empty() ? search.made : std::max(search.made, feed.entries.front().updated);
  feed.links = {{"self", query.base + "/api/v1/searches/" + search.id + "/feed.atom", "application/atom+xml"},
                {"alternate", query.base + path + (asked.empty() ? "" : "?" + asked), "text/html"}};
  return writers::to_atom(feed);
}

}  // namespace chancery::app
