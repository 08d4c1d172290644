#include "app/datapackage.hpp"

#include <fstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "questions/datapackage.hpp"
#include "writers/zip.hpp"

namespace chancery::app {
namespace {

using questions::Rows;

constexpr std::string_view kDescription = "datapackage.json";

std::string described(const record::Record& record, const std::vector<int64_t>& bytes) {
  return questions::datapackage_json(record, bytes).dump(2, ' ', false, questions::Json::error_handler_t::replace) + "\n";
}

/// Beside its place first, so that a table is never half.
int64_t write_table(const record::Record& record, Rows rows, const std::filesystem::path& file, int64_t& bytes) {
  const std::filesystem::path part = file.string() + ".part";
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  const int64_t count = questions::export_rows(record, questions::whole_table(record, rows), [&](std::string_view piece) {
    bytes += static_cast<int64_t>(piece.size());
    return static_cast<bool>(out.write(piece.data(), static_cast<std::streamsize>(piece.size())));
  });
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(part, file, error);
  if (!out || error) {
    std::filesystem::remove(part, error);
    throw Error(ErrorKind::io, file.string() + " cannot be written: is there room on the disk, and may you write there?");
  }
  return count;
}

}  // namespace

int64_t write_datapackage(const record::Record& record, const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) throw Error(ErrorKind::io, folder.string() + " cannot be made: " + error.message());
  const record::Record::Snapshot snapshot(record);
  std::vector<int64_t> bytes;
  int64_t rows = 0;
  for (size_t i = 0; i < questions::kRowNames.size(); ++i) {
    const auto table = static_cast<Rows>(i);
    rows += write_table(record, table, folder / questions::table_file(table), bytes.emplace_back(0));
  }
  write_file(folder / kDescription, described(record, bytes));
  return rows;
}

int64_t zip_datapackage(const record::Record& record, const std::function<bool(std::string_view)>& sink) {
  const record::Record::Snapshot snapshot(record);
  writers::ZipWriter zip(sink);
  std::vector<int64_t> bytes;
  int64_t rows = 0;
  for (size_t i = 0; i < questions::kRowNames.size(); ++i) {
    const auto table = static_cast<Rows>(i);
    zip.begin(questions::table_file(table));
    int64_t& size = bytes.emplace_back(0);
    rows += questions::export_rows(record, questions::whole_table(record, table), [&](std::string_view piece) {
      size += static_cast<int64_t>(piece.size());
      return zip.write(piece);
    });
  }
  zip.begin(std::string(kDescription));
  zip.write(described(record, bytes));
  zip.end();
  return rows;
}

}  // namespace chancery::app
