// Reading lines out of rows: the columns each needs, as SQL, and how they are read. Inside record/ only.
#pragma once

#include <string_view>

#include "record/lines.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Of `documents d`.
inline constexpr std::string_view kDocumentColumns =
    "d.key, d.title, d.published, d.day, d.publisher, d.country, d.language, d.kind, d.url, d.source, d.added,"
    " (SELECT count(*) FROM versions vn WHERE vn.document = d.id)";
inline constexpr int kDocumentWidth = 12;
DocumentLine read_document_line(const Rows& rows, int column);

/// Of `statements s`, followed by those of its document.
inline constexpr std::string_view kStatementColumns =
    "s.id, s.key, s.mode, s.content, s.part, s.begin, s.end, s.negated, s.reported_by, s.addressee, s.topics, "
    "CASE WHEN s.cue IS NOT NULL THEN (SELECT substr(CASE s.cue ->> '$.in' WHEN 'title' THEN v.title ELSE v.text END, "
    "(s.cue ->> '$.begin') + 1, (s.cue ->> '$.end') - (s.cue ->> '$.begin')) FROM versions v WHERE v.id = s.version) END";
inline constexpr int kStatementWidth = 12;
StatementLine read_statement_line(Database& database, const Rows& rows, int column);

/// Of `encounters n` and `accounts a`, followed by those of the document.
inline constexpr std::string_view kEncounterColumns =
    "a.id, n.key, a.key, a.type, a.subtype, a.status, a.channel, a.format, a.duration, a.main, a.time_value, "
    "a.from_day, a.to_day,"
    " a.time_basis, a.place, a.place_country, a.place_basis, a.evidence, a.quote,"
    " (SELECT count(DISTINCT coalesce(dn.same_as, dn.id)) FROM accounts an JOIN documents dn ON dn.version = an.version WHERE "
    "an.encounter = n.id AND an.standing <> 'rejected'),"
    " a.level, a.plover, a.mode, a.context, a.initiator, a.time_span, a.place_span,"
    " (SELECT nb.key FROM accounts ab JOIN encounters nb ON nb.id = ab.encounter WHERE ab.id = a.part_of AND "
    "ab.standing <> 'rejected'),"
    " (SELECT nb.key FROM accounts ab JOIN encounters nb ON nb.id = ab.encounter WHERE ab.id = a.reschedules AND "
    "ab.standing <> 'rejected'),"
    " (SELECT json_group_array(DISTINCT dn.publisher) FROM accounts an JOIN documents dn ON dn.version = an.version WHERE an.encounter = n.id AND "
    "an.standing <> 'rejected' AND dn.publisher IS NOT NULL)";
inline constexpr int kEncounterWidth = 30;
EncounterLine read_encounter_line(Database& database, const Rows& rows, int column);

/// The entity whose row stands in a column; nothing for NULL.
std::optional<Party> read_party(Database& database, const Rows& rows, int column);
/// The entities that a table such as `statement_speakers` names for the row `owner`, in their order.
std::vector<Party> parties_of(Database& database, std::string_view table, std::string_view owner_column, int64_t owner);

/// The first column of every row. Answers of any length are gathered as ids first: eight bytes a row, where sorting
/// whole rows would hold them all.
std::vector<int64_t> row_ids(Database& database, const std::string& sql, const std::vector<Value>& values);

/// The line of one row id: of a document, a statement, an account.
DocumentLine document_at(Database& database, int64_t row);
StatementLine statement_at(Database& database, int64_t row);
EncounterLine encounter_at(Database& database, int64_t account);

}  // namespace chancery::record
