// A Document's layers into the tables and back.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "document/document.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Encounters that accounts of a version belonged to before it was read again, by the account's key, and the keys
/// these have, or would have, standing alone.
struct Belongs {
  int64_t encounter = 0;
  std::string home;
};
using Belonging = std::unordered_map<std::string, Belongs>;

/// Writes every layer under `version`. Indices that point nowhere are left out rather than believed.
void write_facts(Database& database, int64_t version, const Document& document, const Belonging& belonging = {});

/// Fills the layers of `document`, whose title and text are those of `version`. Rejected facts are left out, with
/// what points at them.
void read_facts(Database& database, int64_t version, Document& document);

/// Deletes every fact of a version. The search index is brought in step before (index.hpp), the encounters after.
void delete_facts(Database& database, int64_t version);

Belonging belonging_of(Database& database, int64_t version);
/// Which of the new text's events are those that version `old` told of: the same type and days, and the main one or
/// the only one such. Their encounters, and the addresses these have, stay.
Belonging belonging_after_change(Database& database, int64_t old, const Document& fresh);
/// Of a new reading of the same words: by the account's key, else as after a change.
Belonging belonging_after_reading(Database& database, int64_t version, const Document& fresh);
/// Encounters that lost their leading account get another; those that no account tells of any more go.
void settle_encounters(Database& database);
/// Lets an encounter be led by the account that tells most of it.
void lead(Database& database, int64_t encounter);
/// Lets the encounters of a version be led by an account that is in force, the main one first.
void choose_leading(Database& database, int64_t version);

/// The name of a stage with the static lifetime that Fact::stage needs; names are few and kept.
std::string_view kept_stage_name(std::string_view name);

}  // namespace chancery::record
