// The columns of the CSV tables: names, types in the words of Frictionless Table Schema, and what they hold. The head of
// each table and its description in a data package come from here.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "questions/export.hpp"

namespace chancery::questions {

struct Column {
  std::string_view name;
  std::string_view type;  ///< string, integer, number, boolean, date, datetime
  std::string_view says;
  bool required = false;  ///< never empty
  std::span<const std::string_view> codes = {};  ///< the only values there are; empty: any
};

/// In the order of the cells.
std::span<const Column> columns_of(Rows rows);

/// The first line of the table, with its line end.
std::string csv_head(Rows rows);

}  // namespace chancery::questions
