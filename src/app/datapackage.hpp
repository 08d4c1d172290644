// The whole record as a Frictionless data package: every table as CSV, and datapackage.json that describes them.
//
// One consistent state of the record is written, and the same record gives the same bytes. Memory does not grow with
// the tables. Errors: Error(io) for a folder or file that cannot be written, and as ZipWriter.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "record/record.hpp"

namespace chancery::app {

/// Into a folder, made where there is none; each file is whole or as it was. Returns the number of rows.
int64_t write_datapackage(const record::Record& record, const std::filesystem::path& folder);

/// As one ZIP. `sink` returns false to stop.
int64_t zip_datapackage(const record::Record& record, const std::function<bool(std::string_view)>& sink);

}  // namespace chancery::app
