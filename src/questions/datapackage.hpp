// The record as a Frictionless data package (v1): what its tables are, their columns, and where the rows come from.
#pragma once

#include "questions/export.hpp"
#include "questions/json.hpp"

namespace chancery::questions {

/// The rows of a table of the package: all of them, in CSV. Commitments are open or due by the day on which something
/// last came into the record, so that the package does not change from day to day.
ExportQuery whole_table(const record::Record& record, Rows rows);

/// The file name of a table in the package: "documents.csv".
std::string table_file(Rows rows);

/// datapackage.json for tables of `bytes` each, in the order of kRowNames. The same record gives the same object.
Json datapackage_json(const record::Record& record, const std::vector<int64_t>& bytes);

}  // namespace chancery::questions
