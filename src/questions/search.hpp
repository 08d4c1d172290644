// Full-text search over documents and statements, with highlighted words in context and facets that combine.
//
// Values in, values out; reads one consistent state of the record. Offsets are code points. Never throws for what was
// typed: words that cannot be looked for find nothing and are said in SearchResult::note.
#pragma once

#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::questions {

struct SearchQuery {
  std::string words;  ///< as typed; empty: everything, newest first
  record::Filters filters;
  bool statements = false;  ///< a flat list of statements instead of documents
  bool typing = false;      ///< the last word may be unfinished
  bool facets = true;
  record::Page page;
};

/// A piece of a document around matched words. `marks` count from the beginning of `text`.
struct Snippet {
  record::Range span;  ///< where `text` stands in the document
  std::string text;
  std::vector<record::Range> marks;
  bool cut_before = false, cut_after = false;
};

struct StatementHit {
  record::StatementLine statement;
  std::vector<record::Range> marks;  ///< in statement.content
};

struct DocumentHit {
  record::DocumentLine document;
  std::vector<record::Range> title_marks;
  std::vector<Snippet> snippets;         ///< the best one to three, in the order of the text
  std::vector<StatementHit> statements;  ///< up to three that match, best first
};

struct FacetValue {
  std::string value;
  int64_t count = 0;
  bool selected = false;
};
struct Facet {
  std::string name;  ///< publisher | country | speaker | kind | year
  std::vector<FacetValue> values;
};

struct SearchResult {
  SearchQuery query;
  int64_t total = 0;  ///< documents, or statements where those were asked for
  std::vector<DocumentHit> documents;
  std::vector<StatementHit> statements;
  std::vector<Facet> facets;
  std::string note;
};

SearchResult search(const record::Record& record, const SearchQuery& query);

}  // namespace chancery::questions
