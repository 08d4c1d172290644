#include "app/encounters.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/utf8.hpp"
#include "document/codes.hpp"
#include "record/encounters.hpp"
#include "stages/link/encounters.hpp"
#include "stages/link/on_record.hpp"

namespace chancery::app {
namespace {

constexpr size_t kAtOnce = 4000;
/// How far accounts may lie apart, in days, by the day they are looked for: one may give a month, or none but that of a
/// text published a week after.
constexpr int kBefore = 35, kAfter = 35;

template <typename E>
std::optional<E> code(const std::string& name) {
  return name.empty() ? std::nullopt : parse<E>(name);
}

Attendee attendee(const record::AttendeeOnRecord& one, bool implied) {
  Attendee out;
  out.person = one.person;
  out.name = one.name;
  out.country = one.country;
  out.body = one.type != "person";
  out.implied = implied;
  if (out.body) out.name = utf8::lower(utf8::unaccented(one.name));
  else if (const PersonName name = parse_person_name(one.name); !name.words.empty()) out.sound = sound_of(name.last());
  return out;
}

/// "the advisers": nobody in particular, unless they act for a country.
bool counts(const record::AttendeeOnRecord& one) { return one.type == "person" || one.type == "organisation" || !one.country.empty(); }

bool has_side(const std::vector<Attendee>& attendees, const std::string& country) {
  return std::any_of(attendees.begin(), attendees.end(), [&](const Attendee& one) { return one.country == country; });
}

size_t sides(const std::vector<Attendee>& attendees) {
  std::set<std::string> all;
  for (const Attendee& one : attendees) all.insert(one.country.empty() ? one.name : one.country);
  return all.size();
}

/// Who is understood where an account names one side only: those its document is about, or its publisher.
void add_understood(const record::AccountOnRecord& account, std::vector<Attendee>& attendees) {
  // "A meeting of advisers": not of those whom the document is about.
  const bool others = std::any_of(account.attendees.begin(), account.attendees.end(), [](const auto& one) { return !counts(one); });
  const bool body = std::any_of(attendees.begin(), attendees.end(), [](const Attendee& one) { return one.body && one.country.empty(); });
  if (others || body || sides(attendees) > 1) return;
  for (const auto& one : account.context) {
    if (counts(one) && !has_side(attendees, one.country)) attendees.push_back(attendee(one, true));
  }
  const bool abroad = !attendees.empty() && !account.country.empty() && !has_side(attendees, account.country);
  if (sides(attendees) == 1 && abroad) attendees.push_back(attendee({"", account.country, account.country, "country"}, true));
}

Telling telling(const record::AccountOnRecord& account, bool parted) {
  Telling out;
  out.id = account.document + '#' + account.key;
  out.document = account.document;
  out.publisher = account.publisher;
  out.country = account.country;
  out.told_by = account.told_by;
  out.published = parse_day(account.day);
  out.type = code<EventType>(account.type).value_or(EventType::other);
  out.status = code<Status>(account.status).value_or(Status::happened);
  out.main = account.main;
  out.from = parse_day(account.from);
  out.to = parse_day(account.to);
  out.basis = code<TimeBasis>(account.basis);
  out.place = account.place;
  out.place_country = account.place_country;
  out.place_assumed = account.place_basis == "assumed";
  out.channel = account.channel;
  for (const auto& one : account.attendees) {
    if (counts(one)) out.attendees.push_back(attendee(one, false));
  }
  add_understood(account, out.attendees);
  out.parted = parted;
  return out;
}

/// The accounts of one transaction, and what was found of them.
class Matcher {
 public:
  explicit Matcher(record::Record& record) : matching_(record) {}

  size_t run() {
    const auto due = matching_.due(kAtOnce);
    if (due.empty()) return 0;
    matching_.fold(due);
    load_around(due);
    compare(due);
    regroup(due);
    matching_.commit();
    return due.size();
  }

 private:
  void load(std::vector<int64_t> rows) {
    std::erase_if(rows, [&](int64_t row) { return index_.contains(row); });
    for (const auto& account : matching_.load(rows)) {
      const auto& parted = matching_.parted();
      index_.emplace(account.row, tellings_.size());
      rows_.push_back(account.row);
      days_.push_back(around(account));
      tellings_.push_back(telling(account, std::binary_search(parted.begin(), parted.end(), account.row)));
    }
  }

  static std::optional<Day> around(const record::AccountOnRecord& account) {
    for (const std::string* day : {&account.from, &account.to, &account.day}) {
      if (const auto found = parse_day(*day)) return found;
    }
    return std::nullopt;
  }

  /// Those that are due, and everything about their days.
  void load_around(const std::vector<int64_t>& due) {
    load(due);
    std::vector<Day> days;
    for (const auto& day : days_) {
      if (day) days.push_back(*day);
    }
    std::sort(days.begin(), days.end());
    for (size_t i = 0; i < days.size();) {
      size_t last = i;
      while (last + 1 < days.size() && (days[last + 1] - days[last]).count() <= kBefore + kAfter) ++last;
      load(matching_.around(iso(days[i] - std::chrono::days(kBefore)), iso(days[last] + std::chrono::days(kAfter))));
      i = last + 1;
    }
  }

  /// Where an account is looked for: whom it names, by person and by the countries of two sides.
  static std::vector<std::string> marks(const Telling& one) {
    std::vector<std::string> out;
    for (const Attendee& who : one.attendees) {
      if (!who.body) out.push_back("s:" + who.sound);
      else if (who.country.empty()) out.push_back("b:" + who.name);
      else out.push_back("c:" + who.country);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void compare(const std::vector<int64_t>& due) {
    std::unordered_map<std::string, std::vector<std::pair<Day, size_t>>> by_mark;
    for (size_t i = 0; i < tellings_.size(); ++i) {
      if (!days_[i]) continue;
      for (const std::string& mark : marks(tellings_[i])) by_mark[mark].emplace_back(*days_[i], i);
    }
    for (auto& [mark, all] : by_mark) std::sort(all.begin(), all.end());
    std::set<Link> seen;
    for (const int64_t row : due) {
      const auto at = index_.find(row);
      if (at == index_.end() || !days_[at->second]) continue;
      const size_t one = at->second;
      for (const std::string& mark : marks(tellings_[one])) {
        const auto& all = by_mark[mark];
        const Day first = *days_[one] - std::chrono::days(kBefore), last = *days_[one] + std::chrono::days(kAfter);
        for (auto other = std::lower_bound(all.begin(), all.end(), std::pair(first, size_t{0})); other != all.end() && other->first <= last; ++other) {
          const Link link = std::minmax(one, other->second);
          if (other->second == one || !seen.insert(link).second) continue;
          if (const auto likeness = match(tellings_[link.first], tellings_[link.second])) found_.push_back(to_match(link, *likeness));
        }
      }
    }
    matching_.keep(due, found_);
  }

  record::AccountMatch to_match(const Link& link, const Likeness& likeness) const {
    return {rows_[link.first], rows_[link.second], likeness.confidence, likeness.why, {}};
  }

  Link link_of(const record::AccountMatch& match) const {
    const size_t one = index_.at(match.account), other = index_.at(match.other);
    return {std::min(one, other), std::max(one, other)};
  }

  /// Everything that hangs together with what is due is grouped anew.
  void regroup(const std::vector<int64_t>& due) {
    const auto connected = matching_.connected(due);
    std::set<int64_t> rows(due.begin(), due.end());
    for (const auto& match : connected) rows.insert({match.account, match.other});
    for (const auto& told : matching_.told()) {
      if (rows.contains(told.account) || rows.contains(told.other)) rows.insert({told.account, told.other});
    }
    load({rows.begin(), rows.end()});
    std::vector<Telling> accounts;
    std::vector<int64_t> row_of;
    std::unordered_map<int64_t, size_t> place;
    for (const int64_t row : rows) {
      const auto at = index_.find(row);
      if (at == index_.end()) continue;
      place.emplace(row, accounts.size());
      row_of.push_back(row);
      accounts.push_back(tellings_[at->second]);
    }
    const auto link_between = [&](const record::AccountMatch& match) -> Link { return std::minmax(place.at(match.account), place.at(match.other)); };
    std::map<Link, Likeness> links;
    std::map<Link, const record::AccountMatch*> kept;
    for (const auto& match : connected) {
      if (!place.contains(match.account) || !place.contains(match.other)) continue;
      links.emplace(link_between(match), Likeness{match.confidence, match.why});
      kept.emplace(link_between(match), &match);
    }
    std::set<Link> told;
    for (const auto& match : matching_.told()) {
      if (!place.contains(match.account) || !place.contains(match.other)) continue;
      told.insert(link_between(match));
      kept[link_between(match)] = &match;
    }
    write(group(accounts, links, told), kept, row_of, connected);
  }

  void write(const Grouping& grouping, const std::map<Link, const record::AccountMatch*>& kept, const std::vector<int64_t>& row_of, const std::vector<record::AccountMatch>& connected) {
    std::vector<record::AccountGroup> groups;
    std::unordered_map<size_t, size_t> group_of;
    for (const auto& members : grouping.groups) {
      record::AccountGroup& one = groups.emplace_back();
      for (const size_t member : members) {
        one.accounts.push_back(row_of[member]);
        group_of[member] = groups.size() - 1;
      }
    }
    for (const Link& link : grouping.joined) groups[group_of[link.first]].links.push_back(*kept.at(link));
    std::vector<record::AccountMatch> verdicts;
    for (const auto& match : connected) {
      verdicts.push_back(match);
      verdicts.back().against.clear();
    }
    std::map<std::pair<int64_t, int64_t>, std::string> against;
    for (const auto& [link, why] : grouping.proposed) against[std::minmax(row_of[link.first], row_of[link.second])] = why;
    for (auto& match : verdicts) {
      const auto found = against.find({std::min(match.account, match.other), std::max(match.account, match.other)});
      if (found != against.end()) match.against = found->second;
    }
    matching_.regroup(groups, verdicts);
  }

  record::Matching matching_;
  std::vector<Telling> tellings_;
  std::vector<int64_t> rows_;
  std::vector<std::optional<Day>> days_;
  std::unordered_map<int64_t, size_t> index_;
  std::vector<record::AccountMatch> found_;
};

}  // namespace

size_t match_encounters(record::Record& record) {
  size_t compared = 0;
  while (true) {
    const size_t some = Matcher(record).run();
    if (some == 0) return compared;
    compared += some;
  }
}

}  // namespace chancery::app
