// A disk that fails when told to: an SQLite VFS over the real one.
#pragma once

#include <sqlite3.h>

namespace chancery::sample {

/// While it lives, files that SQLite opens fail at the write (or truncation or sync) with that number and at every
/// later one, with `code` (SQLITE_FULL, SQLITE_IOERR_WRITE ...). One at a time, one thread.
class FaultyDisk {
 public:
  FaultyDisk(int fails_at, int code);
  FaultyDisk(const FaultyDisk&) = delete;
  FaultyDisk& operator=(const FaultyDisk&) = delete;
  ~FaultyDisk();

  int writes() const;
};

}  // namespace chancery::sample
