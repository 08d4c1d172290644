#include "questions/ledger.hpp"

namespace chancery::questions {

Ledger ledger(const record::Record& record, const LedgerQuery& query) {
  const record::Record::Snapshot snapshot(record);
  return {query, count_encounters(record, query.filters), find_encounters(record, query.filters, query.page)};
}

}  // namespace chancery::questions
