// ZIP archives (PKWARE APPNOTE 6.3, deflate), written front to back in bounded memory: sizes follow each file's data.
//
// The same files give the same bytes: no time of day is in them. A file and the archive are below 4 GiB; beyond it
// Error(io) says so. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace chancery::writers {

class Deflater;

class ZipWriter {
 public:
  /// Returns false where nobody takes any more; then nothing further is written.
  using Sink = std::function<bool(std::string_view)>;
  explicit ZipWriter(Sink sink);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// Begins a file and ends the one before; names have forward slashes and no "..".
  void begin(const std::string& name);
  /// False as the sink is.
  bool write(std::string_view data);
  /// Ends the archive; nothing may be written after it.
  void end();

 private:
  struct Entry {
    std::string name;
    uint32_t checksum = 0;
    uint64_t packed = 0, size = 0, at = 0;
  };
  void put(const std::string& bytes);
  void close();

  Sink sink_;
  std::unique_ptr<Deflater> deflater_;
  std::vector<Entry> entries_;
  uint64_t written_ = 0;
  bool open_ = false, taken_ = true;
};

}  // namespace chancery::writers
