#include "record/index.hpp"

namespace chancery::record {

void index_document(Database& database, int64_t document) {
  database.run(
      "INSERT INTO document_search(rowid, title, text) SELECT id, title, text FROM document_texts WHERE id = ?",
      document);
}

void unindex_document(Database& database, int64_t document) {
  database.run(
      "INSERT INTO document_search(document_search, rowid, title, text) SELECT 'delete', id, title, text FROM "
      "document_texts WHERE id = ?",
      document);
}

void index_statements(Database& database, int64_t version) {
  database.run(
      "INSERT INTO statement_search(rowid, content, speaker) SELECT id, content, speaker FROM statements WHERE version "
      "= ? AND standing <> 'rejected'",
      version);
}

void unindex_statements(Database& database, int64_t version) {
  database.run(
      "INSERT INTO statement_search(statement_search, rowid, content, speaker) SELECT 'delete', id, content, speaker "
      "FROM statements WHERE version = ? AND standing <> 'rejected'",
      version);
}

void index_statement(Database& database, int64_t statement) {
  database.run(
      "INSERT INTO statement_search(rowid, content, speaker) SELECT id, content, speaker FROM statements WHERE id = ?",
      statement);
}

void unindex_statement(Database& database, int64_t statement) {
  database.run(
      "INSERT INTO statement_search(statement_search, rowid, content, speaker) SELECT 'delete', id, content, speaker "
      "FROM statements WHERE id = ?",
      statement);
}

void purge_index(Database& database) {
  database.run("INSERT INTO document_search(document_search) VALUES ('optimize')");
  database.run("INSERT INTO statement_search(statement_search) VALUES ('optimize')");
}

}  // namespace chancery::record
