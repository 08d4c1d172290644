#include "writers/zip.hpp"

#include <zlib.h>

#include "base/error.hpp"
#include "writers/deflater.hpp"

namespace chancery::writers {
namespace {

constexpr uint64_t kMost = 0xFFFFFFFF;
constexpr int kLevel = 6;
constexpr uint16_t kVersion = 20, kDeflated = 8;
// Sizes follow the data; names are UTF-8.
constexpr uint16_t kFlags = 0x0808;
// The first day that the format knows, 1 January 1980.
constexpr uint16_t kTime = 0, kDay = 0x0021;

/// Little-endian, as all of the format.
void number(std::string& out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)) & 0xFFU);
}

}  // namespace

ZipWriter::ZipWriter(Sink sink) : sink_(std::move(sink)) {}
ZipWriter::~ZipWriter() = default;

void ZipWriter::put(const std::string& bytes) {
  if (bytes.empty()) return;
  written_ += bytes.size();
  if (written_ > kMost) throw Error(ErrorKind::io, "the archive grows beyond 4 GiB, more than a ZIP file holds: write to a folder instead");
  taken_ = taken_ && sink_(bytes);
}

void ZipWriter::begin(const std::string& name) {
  close();
  entries_.push_back({name, 0, 0, 0, written_});
  std::string head;
  number(head, 0x04034b50, 4);
  number(head, kVersion, 2);
  number(head, kFlags, 2);
  number(head, kDeflated, 2);
  number(head, kTime, 2);
  number(head, kDay, 2);
  number(head, 0, 12);
  number(head, name.size(), 2);
  number(head, 0, 2);
  put(head + name);
  deflater_ = std::make_unique<Deflater>(DeflateFrame::none, kLevel);
  open_ = true;
}

bool ZipWriter::write(std::string_view data) {
  Entry& entry = entries_.back();
  entry.checksum = static_cast<uint32_t>(crc32(entry.checksum, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
  entry.size += data.size();
  if (entry.size > kMost) throw Error(ErrorKind::io, entry.name + " grows beyond 4 GiB, more than a ZIP file holds: write to a folder instead");
  std::string packed;
  deflater_->feed(data, Z_NO_FLUSH, packed);
  entry.packed += packed.size();
  put(packed);
  return taken_;
}

void ZipWriter::close() {
  if (!open_) return;
  Entry& entry = entries_.back();
  std::string rest;
  deflater_->feed({}, Z_FINISH, rest);
  entry.packed += rest.size();
  std::string tail = rest;
  number(tail, 0x08074b50, 4);
  number(tail, entry.checksum, 4);
  number(tail, entry.packed, 4);
  number(tail, entry.size, 4);
  put(tail);
  open_ = false;
}

void ZipWriter::end() {
  close();
  const uint64_t at = written_;
  std::string directory;
  for (const Entry& entry : entries_) {
    number(directory, 0x02014b50, 4);
    number(directory, kVersion, 2);
    number(directory, kVersion, 2);
    number(directory, kFlags, 2);
    number(directory, kDeflated, 2);
    number(directory, kTime, 2);
    number(directory, kDay, 2);
    number(directory, entry.checksum, 4);
    number(directory, entry.packed, 4);
    number(directory, entry.size, 4);
    number(directory, entry.name.size(), 2);
    number(directory, 0, 12);
    number(directory, entry.at, 4);
    directory += entry.name;
  }
  std::string tail = directory;
  number(tail, 0x06054b50, 4);
  number(tail, 0, 4);
  number(tail, entries_.size(), 2);
  number(tail, entries_.size(), 2);
  number(tail, directory.size(), 4);
  number(tail, at, 4);
  number(tail, 0, 2);
  put(tail);
}

}  // namespace chancery::writers
