#include <fmt/format.h>

#include "base/error.hpp"
#include "record/carry.hpp"
#include "record/corrections.hpp"
#include "record/facts.hpp"
#include "record/index.hpp"
#include "record/keep.hpp"
#include "record/offsets.hpp"
#include "record/person_rows.hpp"
#include "record/record.hpp"

namespace chancery::record {

void Record::replace_facts(const std::string& id, const Document& fresh, RunId run) {
  Transaction transaction(*database_);
  const int64_t document = document_row(*database_, id);
  const int64_t version = database_->integer("SELECT version FROM documents WHERE id = ?", document).value_or(0);
  if (!database_->integer("SELECT 1 FROM versions WHERE id = ? AND title = ? AND text = ?", version, fresh.title,
                          fresh.text)) {
    throw Error(ErrorKind::input,
                fmt::format("the facts are not of the words kept for {}: it was changed meanwhile, read it again", id));
  }
  const std::set<std::string> found = facts_of(fresh);
  Document next = fresh;
  if (const auto keep = facts_to_keep(*database_, document); !keep.empty()) carry_over(load(id).document, keep, next);
  const Belonging belonging = belonging_after_reading(*database_, version, next);
  unindex_statements(*database_, version);
  delete_facts(*database_, version);
  write_facts(*database_, version, next, belonging);
  apply_corrections(*database_, document, version, found);
  settle_encounters(*database_);
  settle_people(*database_);
  choose_leading(*database_, version);
  database_->run("UPDATE versions SET run = ?, notes = ? WHERE id = ?", run, list_json(next.notes), version);
  database_->run("UPDATE documents SET dateline = ?, kind = ?, terms = ?, language = ? WHERE id = ?",
                 or_null(next.info.dateline), chancery::name_of(next.info.kind), list_json(next.info.terms),
                 or_null(next.info.language), document);
  index_statements(*database_, version);
  transaction.commit();
}

void Record::rebuild_search() {
  Transaction transaction(*database_);
  database_->run("INSERT INTO document_search(document_search) VALUES ('rebuild')");
  database_->run("INSERT INTO statement_search(statement_search) VALUES ('rebuild')");
  transaction.commit();
}

}  // namespace chancery::record
