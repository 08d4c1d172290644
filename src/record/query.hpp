// The questions that need SQL, as functions over a record: filters in, lines out. questions/ composes them.
//
// All read one consistent state when called under a Record::Snapshot. Empty filters do not restrict. Several values of
// one filter are alternatives; filters of different names must all hold.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "record/lines.hpp"
#include "record/record.hpp"

namespace chancery::record {

/// What restricts documents. Names are compared without accents and case; a person matches by all words of the name.
struct Filters {
  std::vector<std::string> speakers;   ///< names; a document holds a statement by one of them
  std::vector<std::string> about;      ///< names of people, organisations or places, or country codes, mentioned
  std::vector<std::string> countries;  ///< of the publisher, ISO 3166-1 alpha-3
  std::vector<std::string> publishers;
  std::vector<std::string> kinds;
  std::vector<std::string> years;  ///< "2017"
  std::optional<Day> from, to;     ///< of publication, both inclusive
  std::vector<std::string> topics; ///< labels of statements; a document holds a statement on one of them
};

struct Page {
  size_t offset = 0;
  size_t limit = 20;
};

/// A document that matches, its bm25 rank (lower is better) and the words matched, as code points.
struct DocumentMatch {
  DocumentLine document;
  double rank = 0;
  std::string title, text;
  std::vector<Range> marks;  ///< sorted; in title and text
};

struct StatementMatch {
  StatementLine statement;
  double rank = 0;
  std::vector<Range> marks;  ///< relative to the content's first code point
};

/// `match` is an FTS5 expression made by match_expression(); empty matches everything, newest first.
std::vector<DocumentMatch> find_documents(const Record& record, const std::string& match, const Filters& filters,
                                          const Page& page);
int64_t count_documents(const Record& record, const std::string& match, const Filters& filters);
std::vector<StatementMatch> find_statements(const Record& record, const std::string& match, const Filters& filters,
                                            const Page& page);
int64_t count_statements(const Record& record, const std::string& match, const Filters& filters);
/// The best statements within one document.
std::vector<StatementMatch> find_statements_in(const Record& record, const std::string& document,
                                               const std::string& match, const Filters& filters, size_t limit);

enum class FacetName : uint8_t { publisher, country, speaker, kind, year, topic };
inline constexpr size_t kFacets = 6;
enum class Counted : uint8_t { documents, statements };
/// For each facet, in the order of FacetName: documents or statements a value, most frequent first (years newest
/// first). A facet's own filter does not restrict it, so that its other values can be chosen too.
std::array<std::vector<Count>, kFacets> facets(const Record& record, Counted counted, const std::string& match,
                                               const Filters& filters, size_t limit);

struct EncounterFilters {
  std::string person;            ///< takes part; all words of the name, without accents and case
  std::string country;           ///< code; a participant acts for it
  std::string with;              ///< the other side: a code (three capitals) or a name
  std::vector<EventType> types;  ///< empty: those in which people come together or speak
  std::vector<chancery::Status> statuses;
  bool main_only = false;  ///< only what a release is about, not what it refers to
  std::optional<Day> from, to;
};
/// Newest first; those without a day last.
std::vector<EncounterLine> find_encounters(const Record& record, const EncounterFilters& filters, const Page& page);
int64_t count_encounters(const Record& record, const EncounterFilters& filters);
std::vector<EncounterLine> encounters_of_document(const Record& record, const std::string& document);

/// Every account of one encounter, the leading one first.
std::vector<EncounterLine> accounts_of(const Record& record, const std::string& encounter);

/// Where an id or the beginning of one leads.
enum class Target : uint8_t { document, encounter, person, entity, fact };
struct Found {
  Target target = Target::document;
  std::string id;        ///< whole
  std::string document;  ///< that holds it (for an encounter: of its leading account)
  std::string kind;      ///< document, encounter, person; of a fact: statement, point, figure, commitment, courtesy, mention, time, event
  std::string label;     ///< to tell several apart
};
/// At most `limit`; an exact id comes alone.
std::vector<Found> find_id(const Record& record, const std::string& id_or_prefix, size_t limit = 10);

/// A person of the record: one of `people`, or, where nobody has told who it is, those whom documents call by one name.
struct PersonLine {
  std::string key;   ///< "w-...", which every filter for a person takes; else the normalised name
  std::string name;  ///< most frequent form
  std::vector<std::string> countries;
  int64_t documents = 0, encounters = 0, statements = 0;
  std::string first_day, last_day;
};
/// An office as documents name it, its forms merged: "President of Russia" and "Russian President" are one.
struct OfficeLine {
  std::string title;  ///< the form met most often
  std::string country, status, first_day, last_day;
  int64_t documents = 0;
  std::vector<std::string> forms;  ///< all of them, most often first
};
/// Those whose names have words that begin with each of `words`, the best known first.
std::vector<PersonLine> find_people(const Record& record, const std::string& words, const Page& page);
/// By key, or by name: then the one of whom most documents speak, those with just that name before others.
std::optional<PersonLine> person(const Record& record, const std::string& name_or_key);
/// Everybody else whom that name fits, the best known first.
std::vector<PersonLine> namesakes(const Record& record, const std::string& name, const std::string& key, size_t limit = 10);
/// A form of a person's name, and the reason given most often for its being that person.
struct NameLine {
  std::string name, why;
  int64_t documents = 0;
};
std::vector<NameLine> names_of(const Record& record, const std::string& key, const std::optional<Day>& until = {});
/// Met most often first; with `until`, in documents published up to that day.
std::vector<OfficeLine> offices_of(const Record& record, const std::string& key, const std::optional<Day>& until = {});

/// Calls `row` for each, newest first; stops when it returns false. Memory grows by eight bytes a row.
void each_document(const Record& record, const std::string& match, const Filters& filters,
                   const std::function<bool(const DocumentLine&)>& row);
void each_statement(const Record& record, const std::string& match, const Filters& filters,
                    const std::function<bool(const StatementLine&)>& row);
void each_encounter(const Record& record, const EncounterFilters& filters,
                    const std::function<bool(const EncounterLine&)>& row);

DocumentLine document_line(const Record& record, const std::string& id);

/// Turns words as people type them into an FTS5 expression that cannot be a syntax error: words are all wanted,
/// "quoted phrases" stay together, -word is not wanted; with `typing` the last word may be the beginning of one.
/// Empty where nothing in it can be looked for.
std::string match_expression(std::string_view typed, bool typing);

}  // namespace chancery::record
