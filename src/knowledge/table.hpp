// Data files as tables: tab-separated UTF-8, one row a line, "#" begins a comment line, "|" divides lists in a cell.
// Throws Error(io) where the file is missing and Error(input) with file and line where a row has too few cells.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace chancery {

class Row {
 public:
  Row(const std::filesystem::path& file, size_t line, std::vector<std::string_view> cells)
      : file_(file), line_(line), cells_(std::move(cells)) {}

  /// Empty where the row is shorter.
  std::string_view operator[](size_t cell) const { return cell < cells_.size() ? cells_[cell] : std::string_view(); }
  /// The parts of a cell between "|"; none for an empty cell.
  std::vector<std::string_view> list(size_t cell) const;
  uint32_t number(size_t cell) const;
  /// Error(input) naming the file and the line.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  const std::filesystem::path& file_;
  size_t line_;
  std::vector<std::string_view> cells_;
};

/// Calls `take` for each row with at least `least_cells` cells; the row's views live as long as the call.
void for_each_row(const std::filesystem::path& file, size_t least_cells, const std::function<void(const Row&)>& take);

}  // namespace chancery
