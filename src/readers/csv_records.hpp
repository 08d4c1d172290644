// Records of a CSV stream (RFC 4180 with any delimiter): quoted fields may hold delimiters, doubled quotes and line
// ends; lines end with CRLF, LF or CR. One thread.
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::readers {

struct CsvRecord {
  std::vector<std::string> cells;
  std::string raw;       ///< as it stands in the file, without its line end
  size_t line = 0;       ///< of its first character, from 1
  std::string problem;   ///< what is broken, with line and column; the cells are then worth nothing

  bool blank() const { return cells.size() == 1 && cells[0].empty() && problem.empty(); }
};

class CsvRecords {
 public:
  /// `stream` must outlive it.
  CsvRecords(std::istream& stream, char delimiter) : stream_(stream), delimiter_(delimiter) {}

  /// False at the end. After a broken record, reading goes on with the line after its first.
  bool next(CsvRecord& record);

 private:
  int take();
  int peek();
  void advance(CsvRecord& record, int c);
  /// Reads one cell; gives the character that ended it. Fills `problem` where it is broken.
  int read_quoted(CsvRecord& record, std::string& cell);
  int read_plain(CsvRecord& record, std::string& cell, int c);
  void resume_after(CsvRecord& record);

  std::istream& stream_;
  char delimiter_;
  std::string again_;     // what is to be read once more after a broken record
  size_t again_at_ = 0;
  size_t line_ = 1, column_ = 1;
  size_t reread_ = 0;  // bytes
};

}  // namespace chancery::readers
