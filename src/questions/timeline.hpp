// What stands between two countries or people day by day: when they met and spoke, what was announced, which letters
// went, what each side's people said of the other; by whose account. Or what one of them alone met, said and wrote.
//
// Values in, values out; reads one consistent state of the record. An encounter is one item however many accounts it
// has. What a speaker says of the other side in one document is one item, with the number of its statements: a
// statement counts where its words name the other side (by more than a pronoun), and one inside another of the same
// speaker is not counted again. Whose account it is stands with every item.
// Days. `from` and `to` are those of the encounter where a text gives any; announcements of what has no day, letters and
// statements have the day of publication, and say so (`dated_by`). Items without any day come last in either order.
// Gaps are named only within what the record covers (questions/timeline_gaps.hpp); what that is stands beside them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "questions/search.hpp"
#include "questions/timeline_gaps.hpp"
#include "questions/who.hpp"
#include "record/query_timeline.hpp"

namespace chancery::questions {

enum class ItemKind : uint8_t { meeting, call, letter, announcement, statement };
inline constexpr size_t kItemKinds = 5;
std::string_view name_of(ItemKind kind);
std::optional<ItemKind> parse_item_kind(std::string_view name);

struct TimelineQuery {
  std::string a, b;             ///< as typed; `b` empty: one party alone
  std::optional<Day> from, to;  ///< both inclusive; items without a day are then left out
  std::vector<ItemKind> kinds;  ///< empty: all
  bool oldest_first = false;
  record::Page page{0, 50};
};

/// Which side speaks of which.
enum class Direction : uint8_t { none, a_of_b, b_of_a, a_alone };
std::string_view name_of(Direction direction);

/// An item without its words: what is sorted, counted and drawn.
struct ItemRow {
  ItemKind kind = ItemKind::meeting;
  EventType type = EventType::other;  ///< of an encounter
  std::string from, to;    ///< ISO days; `from` empty: no later than `to`; both empty: without a day
  std::string basis;       ///< stated | relative | published, as of an encounter
  bool by_publication = false;  ///< the day is that of publication, not of what is told
  int64_t row = 0;         ///< the account, or the first statement
  std::vector<int64_t> accounts;  ///< of an encounter, the one shown first
  Direction direction = Direction::none;
  std::vector<int64_t> statements;
  std::string published;   ///< for the order of those without a day
};

/// The day by which an item is sorted; empty where it has none.
const std::string& sort_day(const ItemRow& row);

/// One account of an encounter as the timeline shows it.
struct AccountLine {
  std::string event;  ///< fact id in its document
  bool main = false;
  std::string type, status;
  record::WhenWhere at;
  record::DocumentLine document;
};

struct TimelineItem {
  ItemRow row;
  std::optional<record::EncounterLine> encounter;
  std::vector<AccountLine> accounts;
  std::optional<record::StatementLine> statement;  ///< the first that names the other side
  Snippet passage;                                 ///< the words of it around where it does
};

/// Items of one year or month by kind, in the order of ItemKind.
struct Tally {
  std::string value;  ///< "2021", "2021-06"; empty: not known that closely
  int64_t counts[kItemKinds] = {};
};

struct Timeline {
  TimelineQuery query;
  Who a, b;
  bool alone = false;
  int64_t total = 0;                ///< of the kinds asked for
  int64_t undated = 0;              ///< of them, those without a day
  std::vector<TimelineItem> items;  ///< of the page
  std::vector<Tally> years, months; ///< of all kinds within the period; oldest first
  int64_t counts[kItemKinds] = {};
  std::vector<record::Count> types;  ///< of the meetings and calls
  std::optional<TimelineItem> last_met, last_spoke, first;
  Coverage coverage;
  std::vector<Gap> gaps;
};

/// `knowledge` tells countries from people. Throws Error(usage) where the two are one. Where nobody is called as asked,
/// `a.found` or `b.found` is false and nothing else is filled.
Timeline timeline(const record::Record& record, const Knowledge& knowledge, const TimelineQuery& query);

/// Every item in order, one after another, for a table; stops when `item` returns false.
void each_timeline_item(const record::Record& record, const Knowledge& knowledge, const TimelineQuery& query,
                        const std::function<bool(const TimelineItem&)>& item);

}  // namespace chancery::questions
