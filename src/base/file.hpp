// Files as whole strings. Errors are thrown as Error(io) with the path and the system's reason.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace chancery {

/// Reads a file whole; "-" is standard input.
std::string read_file(const std::filesystem::path& path);

/// Writes to a temporary file beside it, syncs, then renames: the old content or the new, never half.
void write_file(const std::filesystem::path& path, std::string_view content);

/// The folder with lexicons and gazetteers: $CHANCERY_DATA, else beside the program (../data, ../share/chancery/data
/// and the folders above it). Throws Error(io) saying where it looked.
std::filesystem::path data_folder();

}  // namespace chancery
