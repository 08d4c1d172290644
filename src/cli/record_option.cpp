#include "cli/record_option.hpp"

#include <fmt/format.h>

namespace chancery::cli {

void RecordOption::declare(CLI::App& app) {
  app.add_option("-r,--record", path, "The record: one SQLite file.")->type_name("FILE")->envname("CHANCERY_RECORD");
}

record::Record RecordOption::open(record::Mode mode, Console& console) const {
  record::OpenOptions options;
  options.mode = mode;
  options.on_notice = [&console](const std::string& notice) { console.complain(notice); };
  return record::Record::open(path, options);
}

}  // namespace chancery::cli
