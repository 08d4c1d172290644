#include <fmt/format.h>

#include "record/record.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {
namespace {

std::vector<Count> counts(Database& database, std::string_view sql) {
  std::vector<Count> all;
  Rows rows = database.query(sql);
  while (rows.next()) all.push_back({rows.string(0), rows.integer(1)});
  return all;
}

int64_t in_force(Database& database, std::string_view table) {
  // Versions that are no longer current are few: counting all and taking theirs off is quicker than joining each row.
  return database
      .integer(fmt::format("SELECT (SELECT count(*) FROM {0}) - (SELECT count(*) FROM {0} WHERE version IN (SELECT id "
                           "FROM versions WHERE id NOT IN (SELECT version FROM documents)))",
                           table))
      .value_or(0);
}

}  // namespace

Status Record::status() const {
  const Snapshot snapshot(*this);
  Database& db = *database_;
  const auto count = [&](std::string_view table) {
    return db.integer(fmt::format("SELECT count(*) FROM {}", table)).value_or(0);
  };
  Status status;
  status.path = path().string();
  status.schema = static_cast<int>(db.integer("PRAGMA user_version").value_or(0));
  status.bytes = db.integer("PRAGMA page_count").value_or(0) * db.integer("PRAGMA page_size").value_or(0);
  status.documents = count("documents");
  status.versions = count("versions");
  status.encounters = db.integer(
                            "SELECT count(*) FROM encounters n JOIN accounts a ON a.id = n.leading JOIN documents d ON "
                            "d.version = a.version WHERE a.standing <> 'rejected'")
                          .value_or(0);
  status.accounts = in_force(db, "accounts");
  status.entities = in_force(db, "entities");
  status.statements = in_force(db, "statements");
  status.points = in_force(db, "points");
  status.figures = in_force(db, "figures");
  status.commitments = in_force(db, "commitments");
  status.courtesies = in_force(db, "courtesies");
  status.mentions = in_force(db, "mentions");
  status.times = in_force(db, "times");
  status.corrections = db.integer("SELECT count(*) FROM corrections WHERE undone IS NULL").value_or(0);
  status.removed = count("tombstones");
  status.failures = count("failures");
  status.kinds = counts(db, "SELECT kind, count(*) FROM documents GROUP BY kind ORDER BY 2 DESC, 1");
  status.publishers =
      counts(db, "SELECT coalesce(publisher, ''), count(*) FROM documents GROUP BY publisher ORDER BY 2 DESC, 1");
  status.countries =
      counts(db, "SELECT coalesce(country, ''), count(*) FROM documents GROUP BY country ORDER BY 2 DESC, 1");
  status.years = counts(db, "SELECT coalesce(substr(day, 1, 4), ''), count(*) FROM documents GROUP BY 1 ORDER BY 1");
  status.made_by = counts(db,
                          "SELECT r.made_by, count(*) FROM documents d JOIN versions v ON v.id = d.version JOIN runs r "
                          "ON r.id = v.run GROUP BY 1 ORDER BY 2 DESC, 1");
  status.first_day = db.text("SELECT min(day) FROM documents").value_or("");
  status.last_day = db.text("SELECT max(day) FROM documents").value_or("");
  status.last_added = db.text("SELECT max(added) FROM versions").value_or("");
  return status;
}

}  // namespace chancery::record
