#include "record/judgements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "record/correction_fields.hpp"
#include "record/correction_values.hpp"
#include "record/doubts.hpp"
#include "record/rows.hpp"

namespace chancery::record {
namespace {

constexpr double kWeight = 20;     // of the prior, in judgements
constexpr double kUnknown = 0.5;   // of a kind of which nothing is known
constexpr double kCertain = 0.8;   // above it nobody is asked

std::map<std::string, Agreement> judged(const Record& record) {
  // What the last judgement leaves: a rejected fact is rejected, one with a changed field is changed.
  Rows rows = record.database().query(
      "SELECT substr(fact, 1, 1), CASE WHEN (SELECT action FROM corrections l WHERE l.document = c.document AND l.fact = c.fact AND l.undone IS NULL AND l.action IN "
      "('confirm', 'change', 'reject') ORDER BY made DESC, key DESC LIMIT 1) = 'reject' THEN 2 ELSE max(action = 'change') END FROM corrections c WHERE undone IS NULL AND "
      "action IN ('confirm', 'change', 'reject') GROUP BY document, fact");
  std::map<std::string, Agreement> kinds;
  while (rows.next()) {
    const std::string kind(kind_of_fact(rows.string(0) + "-0"));
    Agreement& one = kinds[kind];
    one.kind = kind;
    ++(rows.integer(1) == 2 ? one.rejected : rows.integer(1) == 1 ? one.changed : one.confirmed);
  }
  return kinds;
}

/// The share of a kind that is right, by what people judged and the prior.
double base_of(const QueuedKind& kind, std::span<const Prior> priors, const std::map<std::string, Agreement>& judged) {
  const auto given = std::find_if(priors.begin(), priors.end(), [&](const Prior& one) { return one.kind == kind.kind; });
  const double prior = given == priors.end() ? kUnknown : given->share;
  const auto known = judged.find(std::string(kind.kind));
  if (known == judged.end()) return prior;
  return (static_cast<double>(known->second.confirmed) + kWeight * prior) / (static_cast<double>(known->second.judged()) + kWeight);
}

/// Letter, row and certainty of each open fact of a kind; ?1 is the publisher.
std::string open_facts(const QueuedKind& kind, double base) {
  std::string sure = fmt::format("coalesce(f.confidence, {:.4f})", base);
  for (const Doubt& doubt : doubts()) {
    if (doubt.letter == kind.letter) sure += fmt::format(" * CASE WHEN {} THEN {} ELSE 1 END", doubt.condition, doubt.factor);
  }
  return fmt::format(
      "SELECT '{}' AS letter, f.id AS row, f.key AS key, {} AS sure FROM {} f JOIN documents d ON d.version = f.version WHERE f.standing = 'machine' AND ({}) AND (?1 = '' OR "
      "d.publisher = ?1)",
      kind.letter, sure, kind.table, kind.condition);
}

std::vector<std::string> doubts_of(Database& database, const QueuedKind& kind, double base, int64_t row) {
  std::string columns = "1, f.confidence";
  std::vector<std::string_view> words;
  for (const Doubt& doubt : doubts()) {
    if (doubt.letter != kind.letter) continue;
    columns += fmt::format(", {}", doubt.condition);
    words.push_back(doubt.words);
  }
  Rows rows = database.query(fmt::format("SELECT {} FROM {} f WHERE f.id = ?", columns, kind.table), row);
  std::vector<std::string> found;
  if (!rows.next()) return found;
  for (size_t i = 0; i < words.size(); ++i) {
    if (rows.integer(static_cast<int>(i) + 2) != 0) found.emplace_back(words[i]);
  }
  if (!rows.null(1) && rows.real(1) < kCertain) found.push_back(fmt::format("the program itself gives it {:.2f}", rows.real(1)));
  if (found.empty()) found.push_back(fmt::format("about {:.0f} in 100 of its kind are right, as measured and as people judged", 100 * base));
  return found;
}

std::vector<std::string> names_of_value(Database& database, int64_t version, const CorrectionField& field, const std::string& value) {
  std::vector<std::string> names;
  for (const std::string& entity : entities_named(field, value)) {
    names.push_back(database.text("SELECT name FROM entities WHERE version = ? AND key = ?", version, entity).value_or(""));
  }
  return names;
}

std::string_view place_columns(const QueuedKind& kind) {
  return kind.place.empty() ? "f.part, f.begin, f.end"
                            : "coalesce(f.evidence ->> '$[0].in', 'text'), coalesce(f.evidence ->> '$[0].begin', 0), coalesce(f.evidence ->> '$[0].end', 0)";
}

Range read_place(const Rows& rows, int column) {
  return {static_cast<uint32_t>(rows.integer(column + 1)), static_cast<uint32_t>(rows.integer(column + 2)), rows.text(column) == "title" ? Part::title : Part::text};
}

OpenFact open_fact(Database& database, const QueuedKind& kind, double base, int64_t row, double sure) {
  OpenFact fact;
  fact.kind = kind.kind;
  fact.sure = sure;
  int64_t version = 0;
  {
    Rows rows = database.query(fmt::format("SELECT f.key, f.version, {}, {} FROM {} f JOIN documents d ON d.version = f.version WHERE f.id = ?", place_columns(kind),
                                           kDocumentColumns, kind.table),
                               row);
    if (!rows.next()) return fact;
    fact.id = rows.string(0);
    version = rows.integer(1);
    fact.reading = database.integer("SELECT run FROM versions WHERE id = ?", version).value_or(0);
    fact.span = read_place(rows, 2);
    fact.document = read_document_line(rows, 5);
  }
  fact.quote = database.text(fmt::format("SELECT {} FROM {} WHERE id = ?", kind.letter == 's' ? "content" : "quote", kind.table), row).value_or("");
  fact.doubts = doubts_of(database, kind, base, row);
  for (const CorrectionField& field : fields_of_kind(kind.letter)) {
    std::string value = value_of(database, version, fact.id, field);
    std::vector<std::string> names = names_of_value(database, version, field, value);
    fact.fields.push_back({std::string(field.name), std::move(value), std::move(names)});
  }
  return fact;
}

const QueuedKind* find_queued(std::string_view kind) {
  for (const QueuedKind& one : queued_kinds()) {
    if (one.kind == kind) return &one;
  }
  return nullptr;
}

}  // namespace

std::vector<Agreement> agreement(const Record& record) {
  std::vector<Agreement> all;
  for (auto& [kind, one] : judged(record)) all.push_back(one);
  return all;
}

Queue queue(const Record& record, std::span<const Prior> priors, const QueueFilters& filters, const Page& page) {
  if (!filters.kind.empty() && find_queued(filters.kind) == nullptr) {
    throw Error(ErrorKind::input, fmt::format("\"{}\" is no kind that is queued: use statement, event, point, figure, commitment or courtesy", filters.kind));
  }
  const Record::Snapshot snapshot(record);
  Database& database = record.database();
  const auto known = judged(record);
  Queue result;
  std::string wanted;
  for (const QueuedKind& kind : queued_kinds()) {
    const std::string facts = open_facts(kind, base_of(kind, priors, known));
    const int64_t count = database.integer(fmt::format("SELECT count(*) FROM ({}) WHERE sure < {}", facts, kCertain), filters.publisher).value_or(0);
    if (count > 0) result.kinds.push_back({std::string(kind.kind), count});
    if (!filters.kind.empty() && filters.kind != kind.kind) continue;
    result.total += count;
    wanted += (wanted.empty() ? "" : " UNION ALL ") + facts;
  }
  struct Ranked {
    char letter;
    int64_t row;
    double sure;
  };
  std::vector<Ranked> found;
  {
    // Keys are hashes, so that among the equally uncertain the order is one of chance, and the same each time.
    Rows rows = database.query(fmt::format("SELECT letter, row, sure FROM ({}) WHERE sure < {} ORDER BY round(sure, 3), substr(key, 3), row LIMIT ?2 OFFSET ?3", wanted, kCertain),
                               filters.publisher, static_cast<int64_t>(page.limit), static_cast<int64_t>(page.offset));
    while (rows.next()) found.push_back({rows.text(0).front(), rows.integer(1), rows.real(2)});
  }
  for (const Ranked& one : found) {
    const auto kinds = queued_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const QueuedKind& k) { return k.letter == one.letter; });
    result.facts.push_back(open_fact(database, *kind, base_of(*kind, priors, known), one.row, one.sure));
  }
  return result;
}

std::vector<RejectedFact> rejected_facts(const Record& record, const std::string& document) {
  std::vector<RejectedFact> all;
  for (const QueuedKind& kind : queued_kinds()) {
    Rows rows = record.database().query(fmt::format("SELECT f.key, {}, f.{} FROM {} f JOIN documents d ON d.version = f.version WHERE d.key = ? AND f.standing = 'rejected' ORDER BY f.id",
                                                    place_columns(kind), kind.letter == 's' ? "content" : "quote", kind.table),
                                        document);
    while (rows.next()) all.push_back({rows.string(0), std::string(kind.kind), rows.string(4), read_place(rows, 1)});
  }
  for (const char* table : {"mentions", "times"}) {
    Rows rows = record.database().query(
        fmt::format("SELECT f.key, f.part, f.begin, f.end, f.quote FROM {} f JOIN documents d ON d.version = f.version WHERE d.key = ? AND f.standing = 'rejected' ORDER BY f.id", table),
        document);
    while (rows.next()) all.push_back({rows.string(0), std::string(kind_of_fact(rows.text(0))), rows.string(4), read_place(rows, 1)});
  }
  return all;
}

}  // namespace chancery::record
