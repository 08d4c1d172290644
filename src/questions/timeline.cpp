#include "questions/timeline.hpp"

#include <algorithm>
#include <map>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "questions/snippet.hpp"
#include "questions/timeline_items.hpp"

namespace chancery::questions {
namespace {

constexpr std::string_view kKinds[] = {"meeting", "call", "letter", "announcement", "statement"};
constexpr std::string_view kDirections[] = {"", "a_of_b", "b_of_a", "a"};

size_t index(ItemKind kind) { return static_cast<size_t>(kind); }

bool within(const ItemRow& row, const TimelineQuery& query) {
  if (!query.from && !query.to) return true;
  if (sort_day(row).empty()) return false;
  return (!query.from || row.to >= iso(*query.from)) && (!query.to || sort_day(row) <= iso(*query.to));
}

void sort(std::vector<ItemRow>& rows, bool oldest_first) {
  std::stable_sort(rows.begin(), rows.end(), [&](const ItemRow& x, const ItemRow& y) {
    const std::string &a = sort_day(x), &b = sort_day(y);
    if (a.empty() != b.empty()) return b.empty();
    const std::string &one = a.empty() ? x.published : a, &other = b.empty() ? y.published : b;
    if (one != other) return oldest_first ? one < other : one > other;
    return x.kind < y.kind;
  });
}

/// A stay over the turn of a month is counted in the month in which it begins; what is known only to a longer stretch,
/// in none.
std::string month_of(const ItemRow& row) {
  constexpr int kLongestStay = 14;
  const auto from = parse_day(sort_day(row)), to = parse_day(row.to);
  if (!from || !to) return "";
  const std::string month = iso(*from).substr(0, 7);
  return iso(*to).starts_with(month) || (*to - *from).count() <= kLongestStay ? month : "";
}

std::string year_of(const ItemRow& row) {
  const std::string year = sort_day(row).substr(0, 4);
  return row.to.starts_with(year) || !month_of(row).empty() ? year : "";
}

template <typename KeyOf>
std::vector<Tally> tallies(const std::vector<ItemRow>& rows, KeyOf key_of) {
  std::map<std::string, Tally> all;
  for (const ItemRow& row : rows) {
    Tally& tally = all[key_of(row)];
    ++tally.counts[index(row.kind)];
  }
  std::vector<Tally> out;
  for (auto& [value, tally] : all) {
    tally.value = value;
    out.push_back(tally);
  }
  return out;
}

std::vector<record::Count> types_of(const std::vector<ItemRow>& rows) {
  std::map<std::string_view, int64_t> counts;
  for (const ItemRow& row : rows) {
    if (is_encounter(row)) ++counts[chancery::name_of(row.type)];
  }
  std::vector<record::Count> out;
  for (const auto& [type, count] : counts) out.push_back({std::string(type), count});
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.count > b.count; });
  return out;
}

AccountLine account_line(const record::EncounterLine& line) {
  return {line.event, line.main, line.type, line.status, line.at, line.document};
}

/// The words around where the other side is named; the beginning where one side is asked for alone.
Snippet passage_of(const record::Record& record, const record::StatementLine& line, int64_t statement, const record::Side* whom) {
  std::vector<record::Range> marks;
  if (whom != nullptr) marks = record::named_in_statement(record, *whom, statement);
  for (record::Range& mark : marks) mark = {mark.begin - line.span.begin, mark.end - line.span.begin, mark.part};
  auto found = snippets(line.content, marks);
  if (found.empty()) return {line.span, line.content, {}, false, false};
  Snippet passage = std::move(found.front());
  passage.span = {passage.span.begin + line.span.begin, passage.span.end + line.span.begin, line.span.part};
  return passage;
}

/// Fetches the words of items.
class Words {
 public:
  Words(const record::Record& record, const record::Side& a, const record::Side* b) : record_(record), a_(a), b_(b) {}

  TimelineItem of(const ItemRow& row) const {
    TimelineItem item;
    item.row = row;
    if (row.kind == ItemKind::statement) {
      item.statement = record::statement_line(record_, row.row);
      const record::Side* whom = row.direction == Direction::a_of_b ? b_ : row.direction == Direction::b_of_a ? &a_ : nullptr;
      item.passage = passage_of(record_, *item.statement, row.row, whom);
      return item;
    }
    for (const int64_t account : row.accounts) {
      auto line = record::encounter_line(record_, account);
      item.accounts.push_back(account_line(line));
      if (account == row.row) item.encounter = std::move(line);
    }
    return item;
  }

 private:
  const record::Record& record_;
  const record::Side& a_;
  const record::Side* b_;
};

bool is_wanted(const ItemRow& row, const TimelineQuery& query) {
  return query.kinds.empty() || std::find(query.kinds.begin(), query.kinds.end(), row.kind) != query.kinds.end();
}

std::vector<Period> days_of(const std::vector<ItemRow>& rows, GapOf of) {
  std::vector<Period> days;
  for (const ItemRow& row : rows) {
    const bool counts = of == GapOf::any ? is_encounter(row) : row.kind == (of == GapOf::meeting ? ItemKind::meeting : ItemKind::call);
    const auto from = parse_day(sort_day(row)), to = parse_day(row.to);
    if (counts && from && to) days.push_back({*from, *to});
  }
  return days;
}

/// What was announced for days within a gap may have taken place without being on record.
void add_announced(const std::vector<ItemRow>& rows, Gap& gap) {
  const std::string from = iso(gap.from), to = iso(gap.to);
  for (const ItemRow& row : rows) {
    const bool call = row.type == EventType::phone_call || row.type == EventType::video_call;
    const bool of_it = row.type != EventType::letter && (gap.of == GapOf::any || call == (gap.of == GapOf::call));
    const bool for_a_day = row.kind == ItemKind::announcement && !row.by_publication && of_it;
    if (for_a_day && row.from == row.to && row.from > from && row.from < to) gap.announced.push_back(row.from);
  }
  std::sort(gap.announced.begin(), gap.announced.end());
  gap.announced.erase(std::unique(gap.announced.begin(), gap.announced.end()), gap.announced.end());
}

void add_cover(const record::Record& record, const std::vector<ItemRow>& all, Timeline& answer) {
  const auto publishers = record::publishers_on_record(record);
  std::vector<std::string> countries{answer.a.taken.country};
  if (!answer.alone) countries.push_back(answer.b.taken.country);
  answer.coverage = coverage_of(publishers, countries, answer.query.from, answer.query.to);
  for (const GapOf of : {GapOf::any, GapOf::meeting, GapOf::call}) {
    constexpr size_t kOfEach = 5;
    for (Gap& gap : gaps_between(of, days_of(all, of), answer.coverage, publishers, kOfEach)) {
      // Where there is no encounter at all, that there is no call needs no saying.
      const bool said = std::any_of(answer.gaps.begin(), answer.gaps.end(), [&](const Gap& other) {
        return other.of == GapOf::any && other.from == gap.from && other.to == gap.to;
      });
      add_announced(all, gap);
      if (!said) answer.gaps.push_back(std::move(gap));
    }
  }
}

/// `rows` are sorted oldest first and within the period.
void add_firsts_and_lasts(const std::vector<ItemRow>& rows, const Words& words, Timeline& answer) {
  const ItemRow *first = nullptr, *met = nullptr, *spoke = nullptr;
  for (const ItemRow& row : rows) {
    if (!is_encounter(row) || sort_day(row).empty()) continue;
    if (first == nullptr) first = &row;
    (row.kind == ItemKind::meeting ? met : spoke) = &row;
  }
  if (first != nullptr) answer.first = words.of(*first);
  if (met != nullptr) answer.last_met = words.of(*met);
  if (spoke != nullptr) answer.last_spoke = words.of(*spoke);
}

/// Who the two are; throws where they are one.
Timeline asked(const record::Record& record, const Knowledge& knowledge, const TimelineQuery& query) {
  Timeline answer;
  answer.query = query;
  answer.a = who_is(record, knowledge, query.a);
  answer.alone = query.b.empty();
  if (answer.alone || !answer.a.found) return answer;
  answer.b = who_is(record, knowledge, query.b);
  const record::Side &a = answer.a.taken.side, &b = answer.b.taken.side;
  if (answer.b.found && a.country == b.country && a.person == b.person)
    throw Error(ErrorKind::usage, "\"" + answer.a.asked + "\" and \"" + answer.b.asked + "\" are both " + answer.a.taken.name +
                                      ": name two, or one alone");
  return answer;
}

bool is_complete(const Timeline& answer) { return answer.a.found && (answer.alone || answer.b.found); }

}  // namespace

std::string_view name_of(ItemKind kind) { return kKinds[index(kind)]; }

std::optional<ItemKind> parse_item_kind(std::string_view name) {
  const auto* found = std::find(std::begin(kKinds), std::end(kKinds), name);
  return found == std::end(kKinds) ? std::nullopt : std::optional(static_cast<ItemKind>(found - std::begin(kKinds)));
}

std::string_view name_of(Direction direction) { return kDirections[static_cast<size_t>(direction)]; }

Timeline timeline(const record::Record& record, const Knowledge& knowledge, const TimelineQuery& query) {
  const record::Record::Snapshot snapshot(record);
  Timeline answer = asked(record, knowledge, query);
  if (!is_complete(answer)) return answer;
  const record::Side* b = answer.alone ? nullptr : &answer.b.taken.side;
  const Words words(record, answer.a.taken.side, b);
  std::vector<ItemRow> rows = gather_items(record, knowledge, answer.a.taken.side, b);
  add_cover(record, rows, answer);
  std::erase_if(rows, [&](const ItemRow& row) { return !within(row, query); });
  sort(rows, true);
  add_firsts_and_lasts(rows, words, answer);
  answer.years = tallies(rows, year_of);
  answer.months = tallies(rows, month_of);
  answer.types = types_of(rows);
  for (const ItemRow& row : rows) ++answer.counts[index(row.kind)];
  std::erase_if(rows, [&](const ItemRow& row) { return !is_wanted(row, query); });
  if (!query.oldest_first) sort(rows, false);
  answer.total = static_cast<int64_t>(rows.size());
  answer.undated = std::count_if(rows.begin(), rows.end(), [](const ItemRow& row) { return sort_day(row).empty(); });
  const size_t end = std::min(rows.size(), query.page.offset + query.page.limit);
  for (size_t i = query.page.offset; i < end; ++i) answer.items.push_back(words.of(rows[i]));
  return answer;
}

void each_timeline_item(const record::Record& record, const Knowledge& knowledge, const TimelineQuery& query,
                        const std::function<bool(const TimelineItem&)>& item) {
  const record::Record::Snapshot snapshot(record);
  const Timeline answer = asked(record, knowledge, query);
  if (!is_complete(answer)) throw Error(ErrorKind::input, nobody_is_called(answer.a.found ? answer.b : answer.a));
  const record::Side* b = answer.alone ? nullptr : &answer.b.taken.side;
  const Words words(record, answer.a.taken.side, b);
  std::vector<ItemRow> rows = gather_items(record, knowledge, answer.a.taken.side, b);
  std::erase_if(rows, [&](const ItemRow& row) { return !within(row, query) || !is_wanted(row, query); });
  sort(rows, query.oldest_first);
  for (const ItemRow& row : rows) {
    if (!item(words.of(row))) break;
  }
}

}  // namespace chancery::questions
