#include "questions/timeline_items.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>

namespace chancery::questions {
namespace {

const std::vector<EventType> kTypes = {EventType::meeting,    EventType::reception, EventType::talks,  EventType::visit,
                                       EventType::summit,     EventType::phone_call, EventType::video_call, EventType::signing,
                                       EventType::ceremony,   EventType::letter,    EventType::press_conference};

bool is_of_several_states(const Knowledge& knowledge, std::string_view name) {
  for (const Entry& entry : knowledge.lexicon().find(name)) {
    const bool several = entry.detail == "igo" || entry.detail == "union" || entry.detail == "forum";
    if (entry.kind == EntryKind::organisation && entry.country.empty() && several) return true;
  }
  return false;
}

/// "President of the European Council", "NATO Secretary General": an office in a body of several states.
bool is_office_of_several_states(const Knowledge& knowledge, std::string_view office) {
  for (const std::string_view of : {" of the ", " of "}) {
    const size_t at = office.find(of);
    if (at != std::string_view::npos && is_of_several_states(knowledge, office.substr(at + of.size()))) return true;
  }
  for (size_t space = office.find(' '); space != std::string_view::npos; space = office.find(' ', space + 1)) {
    if (is_of_several_states(knowledge, office.substr(0, space))) return true;
  }
  return false;
}

/// Whom a country met: those who act for another, bodies of several states and whoever holds office in one.
std::vector<int64_t> encounters_of_country(const record::Record& record, const Knowledge& knowledge, const record::Side& side) {
  const auto others = record::others_met(record, side, kTypes);
  std::unordered_set<std::string> officials;
  const auto counts = [&](const record::OtherRow& other) {
    if (!other.country.empty()) return true;
    if (other.type == "organisation") return is_of_several_states(knowledge, other.name);
    return other.type == "person" && is_office_of_several_states(knowledge, other.office);
  };
  for (const auto& other : others) {
    if (other.country.empty() && other.type == "person" && !other.person.empty() && counts(other)) officials.insert(other.person);
  }
  std::set<int64_t> encounters;
  for (const auto& other : others) {
    if (counts(other) || (!other.person.empty() && officials.contains(other.person))) encounters.insert(other.encounter);
  }
  return {encounters.begin(), encounters.end()};
}

std::vector<int64_t> encounters_of_person(const record::Record& record, const record::Side& side) {
  std::set<int64_t> encounters;
  for (const auto& other : record::others_met(record, side, kTypes)) encounters.insert(other.encounter);
  return {encounters.begin(), encounters.end()};
}

ItemKind kind_of(const record::AccountRow& account) {
  if (account.status != Status::happened) return ItemKind::announcement;
  if (account.type == EventType::letter) return ItemKind::letter;
  const bool call = account.type == EventType::phone_call || account.type == EventType::video_call;
  return call || account.channel == "video" || account.channel == "phone" ? ItemKind::call : ItemKind::meeting;
}

int rank_of(const record::AccountRow& account) {
  if (account.basis == "stated") return 0;
  if (account.basis == "relative") return 1;
  return account.from.empty() && account.to.empty() ? 3 : 2;
}

using Accounts = std::vector<record::AccountRow>::const_iterator;

/// An encounter from its accounts, the leading one first. That it took place, by whichever account, outdoes its
/// announcement; the day is that of the account that knows it best.
ItemRow encounter_item(Accounts begin, Accounts end) {
  auto shown = std::find_if(begin, end, [](const auto& one) { return one.status == Status::happened; });
  if (shown == end || begin->status == Status::happened) shown = begin;
  auto dated = std::min_element(begin, end, [&](const auto& x, const auto& y) {
    return std::pair(rank_of(x), &x != &*shown) < std::pair(rank_of(y), &y != &*shown);
  });
  ItemRow item;
  item.kind = kind_of(*shown);
  item.type = shown->type;
  item.from = dated->from;
  item.to = dated->to.empty() ? dated->from : dated->to;
  item.basis = dated->basis;
  item.row = shown->account;
  item.accounts.push_back(shown->account);
  for (auto one = begin; one != end; ++one) {
    if (one != shown) item.accounts.push_back(one->account);
  }
  item.published = shown->published;
  // An announcement and a letter have a day of their own, that of publication, where what they tell of has none.
  const bool own_day = item.kind == ItemKind::announcement || item.kind == ItemKind::letter;
  if (own_day && item.from.empty() && !item.published.empty()) {
    item.from = item.to = item.published;
    item.basis = "published";
    item.by_publication = true;
  }
  return item;
}

void add_encounters(const record::Record& record, const std::vector<int64_t>& encounters, std::vector<ItemRow>& items) {
  const auto rows = record::accounts_of_encounters(record, encounters);
  for (auto one = rows.begin(); one != rows.end();) {
    const auto end = std::find_if(one, rows.end(), [&](const auto& row) { return row.encounter != one->encounter; });
    items.push_back(encounter_item(one, end));
    one = end;
  }
}

/// Whether somebody of the side is named in the words of a statement. `named` is sorted.
bool names(const record::SaidRow& said, const std::vector<record::NamedRow>& named) {
  const auto key = [](int64_t version, const record::Range& span) { return std::tuple(version, span.part, span.begin); };
  const auto at = std::lower_bound(named.begin(), named.end(), key(said.version, said.span),
                                   [&](const record::NamedRow& row, const auto& wanted) { return key(row.version, row.span) < wanted; });
  for (auto one = at; one != named.end(); ++one) {
    if (one->version != said.version || one->span.part != said.span.part || one->span.begin >= said.span.end) return false;
    if (one->span.end <= said.span.end) return true;
  }
  return false;
}

/// One item a document and speaker; `rows` come by version and statement.
void add_said(const std::vector<record::SaidRow>& rows, Direction direction, std::vector<ItemRow>& items) {
  std::map<std::pair<int64_t, int64_t>, size_t> places;
  std::map<int64_t, std::pair<int64_t, int64_t>> told;  // a statement and in whose item it is
  for (const record::SaidRow& row : rows) {
    const std::pair whose{row.version, row.speaker};
    // A statement with several speakers is one; and one within another of the same speaker is told with it.
    if (!told.emplace(row.statement, whose).second) continue;
    const auto outer = told.find(row.parent);
    if (row.parent != 0 && outer != told.end() && outer->second == whose) continue;
    const auto [place, fresh] = places.try_emplace(whose, items.size());
    if (fresh) {
      ItemRow item;
      item.kind = ItemKind::statement;
      item.from = item.to = item.published = row.day;
      item.basis = "published";
      item.by_publication = true;
      item.row = row.statement;
      item.direction = direction;
      items.push_back(std::move(item));
    }
    items[place->second].statements.push_back(row.statement);
  }
}

std::vector<record::SaidRow> about(const record::Record& record, const record::Side& by, const record::Side& whom) {
  auto rows = record::said_by(record, by);
  if (rows.empty()) return rows;
  std::vector<int64_t> versions;
  for (const record::SaidRow& row : rows) {
    if (versions.empty() || versions.back() != row.version) versions.push_back(row.version);
  }
  const auto named = record::named_in(record, whom, versions);
  std::erase_if(rows, [&](const record::SaidRow& row) { return !names(row, named); });
  return rows;
}

}  // namespace

std::vector<ItemRow> gather_items(const record::Record& record, const Knowledge& knowledge, const record::Side& a, const record::Side* b) {
  std::vector<ItemRow> items;
  if (b == nullptr) {
    const bool country = !a.country.empty();
    add_encounters(record, country ? encounters_of_country(record, knowledge, a) : encounters_of_person(record, a), items);
    add_said(record::said_by(record, a), Direction::a_alone, items);
    return items;
  }
  add_encounters(record, record::encounters_between(record, a, *b, kTypes), items);
  const auto of_b = about(record, a, *b);
  auto of_a = about(record, *b, a);
  // Whoever belongs to both sides, a president and his country, speaks once.
  std::unordered_set<int64_t> told;
  for (const auto& row : of_b) told.insert(row.statement);
  std::erase_if(of_a, [&](const auto& row) { return told.contains(row.statement); });
  add_said(of_b, Direction::a_of_b, items);
  add_said(of_a, Direction::b_of_a, items);
  return items;
}

bool is_encounter(const ItemRow& row) { return row.kind == ItemKind::meeting || row.kind == ItemKind::call; }

const std::string& sort_day(const ItemRow& row) { return row.from.empty() ? row.to : row.from; }

}  // namespace chancery::questions
