// What a briefing sheet asks beside the other queries, all of it as the record stood on a day: nothing published later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/query.hpp"

namespace chancery::record {

/// Who speaks about whom. A person is a key or a name; a country its code.
struct SpokenAbout {
  std::string speaker;          ///< a person; empty: anybody who acts for `speaker_country`
  std::string speaker_country;
  std::string about;            ///< country named in the statement, or whose people it is addressed to; empty: any
  std::optional<Day> from;      ///< of publication, both inclusive
  Day to;
};
struct SpokenLine {
  StatementLine statement;
  std::optional<uint32_t> named;  ///< where in the document it first names `about`; without that, another country than the speaker's
};
/// Newest publication first.
std::vector<SpokenLine> statements_about(const Record& record, const SpokenAbout& asked, size_t limit);

/// Those whom the words fit who are told apart from others: one with just that name first, then the one of whom most
/// documents speak under any name. Without encounters and statements, which take long to count.
std::vector<PersonLine> people_called(const Record& record, const std::string& name_or_key, size_t limit);

/// Where a document says that somebody holds an office.
struct OfficeSource {
  std::string person, name, title, country, status;
  DocumentLine document;
  Range span;            ///< of the mention
  std::string passage;   ///< some words around it
  int64_t documents = 0;
};
/// The latest document up to `to` that gives the person an office written so.
std::optional<OfficeSource> office_source(const Record& record, const std::string& person, const std::vector<std::string>& titles, Day to);
/// Who of those that meet and call others is named most often as acting for a country in a time, each with the office
/// given last.
std::vector<OfficeSource> officials(const Record& record, const std::string& country, Day from, Day to, size_t limit);

struct PublisherLine {
  std::string name, country, first_day, last_day;
  int64_t documents = 0;
};
/// Of documents published up to `to`, those with most first.
std::vector<PublisherLine> publishers_until(const Record& record, Day to);
/// The countries that take part in what a document is mainly about.
std::vector<std::string> countries_met(const Record& record, const std::string& document);

/// Documents of which nobody knows when they were published.
int64_t count_undated(const Record& record);

}  // namespace chancery::record
