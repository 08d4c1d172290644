// Opening a record: is it one, is it ours, which schema has it, and leading it to today's.
#pragma once

#include <memory>

#include "record/record.hpp"
#include "record/schema.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// Throws as Record::open does. The connection has its settings and functions and the schema that `steps` lead to.
std::unique_ptr<Database> open_database(const std::filesystem::path& path, const OpenOptions& options,
                                        const std::vector<std::string_view>& steps = schema_steps());

/// Copies the whole live database; also what a migration does first. Throws Error(io) where `target` exists.
void copy_database(Database& from, const std::filesystem::path& target, const std::function<void(int, int)>& progress);

}  // namespace chancery::record
