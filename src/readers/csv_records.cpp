#include "readers/csv_records.hpp"

#include <fmt/format.h>

namespace chancery::readers {
namespace {

constexpr int kEnd = std::char_traits<char>::eof();
constexpr size_t kLargestRecord = size_t{1} << 28;  // an unclosed quote must not take the machine's memory
constexpr size_t kMostReread = size_t{1} << 28;     // bytes; each unclosed quote may read the rest of the file again

bool ends_line(int c) { return c == '\n' || c == '\r' || c == kEnd; }

}  // namespace

int CsvRecords::peek() {
  if (again_at_ < again_.size()) return static_cast<unsigned char>(again_[again_at_]);
  return stream_.rdbuf()->sgetc();
}

int CsvRecords::take() {
  if (again_at_ < again_.size()) return static_cast<unsigned char>(again_[again_at_++]);
  if (!again_.empty()) {
    again_ = {};
    again_at_ = 0;
  }
  return stream_.rdbuf()->sbumpc();
}

/// Counts lines and columns (code points) and keeps the raw bytes.
void CsvRecords::advance(CsvRecord& record, int c) {
  record.raw += static_cast<char>(c);
  if (c == '\n' || (c == '\r' && peek() != '\n')) {
    ++line_;
    column_ = 1;
  } else if ((c & 0xC0) != 0x80) {
    ++column_;
  }
}

bool CsvRecords::next(CsvRecord& record) {
  record.cells.clear();
  record.raw.clear();
  record.problem.clear();
  if (peek() == kEnd) return false;
  record.line = line_;
  column_ = 1;
  for (;;) {
    std::string cell;
    int c = take();
    if (c == '"') {
      advance(record, c);
      c = read_quoted(record, cell);
    } else {
      c = read_plain(record, cell, c);
    }
    if (!record.problem.empty()) {
      resume_after(record);
      return true;
    }
    record.cells.push_back(std::move(cell));
    if (c != static_cast<unsigned char>(delimiter_)) return true;
  }
}

int CsvRecords::read_plain(CsvRecord& record, std::string& cell, int c) {
  while (!ends_line(c) && c != static_cast<unsigned char>(delimiter_)) {
    cell += static_cast<char>(c);
    advance(record, c);
    c = take();
  }
  if (c == kEnd) return c;
  if (c == static_cast<unsigned char>(delimiter_)) {
    advance(record, c);
    return c;
  }
  if (c == '\r' && peek() == '\n') take();
  ++line_;
  return c;
}

int CsvRecords::read_quoted(CsvRecord& record, std::string& cell) {
  const size_t line = line_, column = column_ - 1;
  for (;;) {
    int c = take();
    if (c == kEnd || record.raw.size() > kLargestRecord) {
      record.problem = fmt::format("line {}, column {}: the quote that opens here is never closed; close it, or double a quote that is part of the text", line, column);
      return kEnd;
    }
    if (c != '"') {
      cell += static_cast<char>(c);
      advance(record, c);
      continue;
    }
    advance(record, c);
    if (peek() == '"') {
      advance(record, take());
      cell += '"';
      continue;
    }
    c = peek();
    if (!ends_line(c) && c != static_cast<unsigned char>(delimiter_)) {
      record.problem = fmt::format("line {}, column {}: the quote before this closes the field that opened at line {}, column {}; double a quote that is part of the text",
                                   line_, column_, line, column);
      return c;
    }
    std::string none;
    return read_plain(record, none, take());
  }
}

/// Goes back to the end of the broken record's first line: what follows it is most likely sound.
void CsvRecords::resume_after(CsvRecord& record) {
  reread_ += record.raw.size();
  if (reread_ > kMostReread) {
    record.problem += "; too many broken quotes, the rest of the file was not read";
    again_.clear();
    again_at_ = 0;
    stream_.setstate(std::ios::eofbit);
    while (take() != kEnd) {
    }
    return;
  }
  std::string rest = record.raw + again_.substr(std::min(again_at_, again_.size()));
  const size_t end = rest.find_first_of("\r\n");
  if (end == std::string::npos) {
    // The first line is not over: skip what is left of it.
    again_ = {};
    again_at_ = 0;
    while (!ends_line(peek())) record.raw += static_cast<char>(take());
    if (peek() != kEnd && take() == '\r' && peek() == '\n') take();
  } else {
    const size_t skip = rest[end] == '\r' && end + 1 < rest.size() && rest[end + 1] == '\n' ? 2 : 1;
    record.raw = rest.substr(0, end);
    rest.erase(0, end + skip);
    again_ = std::move(rest);
    again_at_ = 0;
  }
  line_ = record.line + 1;
}

}  // namespace chancery::readers
