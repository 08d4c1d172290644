// Who met whom: one line an encounter, newest first, each with its document.
#pragma once

#include <vector>

#include "record/query.hpp"

namespace chancery::questions {

struct LedgerQuery {
  record::EncounterFilters filters;
  record::Page page{0, 100};
};

struct Ledger {
  LedgerQuery query;
  int64_t total = 0;
  std::vector<record::EncounterLine> encounters;
};

Ledger ledger(const record::Record& record, const LedgerQuery& query);

}  // namespace chancery::questions
