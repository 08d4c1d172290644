// Rows of the record as lines of CSV: RFC 4180 with CRLF, harmless in a spreadsheet. Inside questions/ only.
#pragma once

#include <string>
#include <string_view>

#include "record/fact_lines.hpp"

namespace chancery::questions {

/// Cells of a row become one line of CSV.
class CsvRow {
 public:
  CsvRow& operator<<(std::string_view cell);
  CsvRow& operator<<(const char* cell) { return *this << std::string_view(cell); }
  CsvRow& operator<<(const std::string& cell) { return *this << std::string_view(cell); }
  /// Numbers are never made harmless: they are.
  CsvRow& operator<<(int64_t number);
  CsvRow& operator<<(double number);
  CsvRow& operator<<(const std::optional<double>& number) { return number ? *this << *number : *this << std::string_view(); }
  CsvRow& operator<<(bool truth) { return *this << std::string_view(truth ? "true" : "false"); }
  std::string line() { return std::move(line_) + "\r\n"; }

 private:
  void part();
  std::string line_;
  bool any_ = false;
};

/// Names, countries, ... of several, with "; " between them.
std::string joined(const std::vector<record::Party>& parties, std::string record::Party::*field);
std::string joined(const std::vector<std::string>& words);

/// A line of its table, with the cells of columns_of().
std::string csv(const record::DocumentLine& line);
std::string csv(const record::StatementLine& line);
std::string csv(const record::EncounterLine& line);
std::string csv(const record::FigureLine& line);
std::string csv(const record::CommitmentLine& line);
std::string csv(const record::CourtesyLine& line);
std::string csv(const record::PointLine& line);

}  // namespace chancery::questions
