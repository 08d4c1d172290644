#include "questions/plover.hpp"

#include <algorithm>
#include <set>

#include "questions/csv.hpp"

namespace chancery::questions {
namespace {

/// A country with all who act for it, or someone without one.
struct Actor {
  std::string key, country, names;
  std::set<std::string> known;

  void add(const record::Party& party) {
    if (known.insert(party.name).second) names += (names.empty() ? "" : "; ") + party.name;
  }
};

/// A list of attendees would make a row of each two of them: as many without a country are one actor together.
constexpr size_t kAlone = 5;

class Keys {
 public:
  explicit Keys(const std::vector<record::Party>& participants) {
    std::set<std::string_view> names;
    for (const record::Party& p : participants) {
      if (p.country.empty()) names.insert(p.name);
    }
    alone_ = names.size() <= kAlone;
  }

  std::string of(const record::Party& party) const {
    if (!party.country.empty()) return party.country;
    return alone_ ? "name " + party.name : "no country";
  }

 private:
  bool alone_ = true;
};

class Side {
 public:
  explicit Side(const Keys& keys) : keys_(&keys) {}

  void add(const record::Party& party) {
    const std::string key = keys_->of(party);
    auto found = std::find_if(actors_.begin(), actors_.end(), [&](const Actor& a) { return a.key == key; });
    if (found == actors_.end()) found = actors_.insert(found, Actor{key, party.country, {}, {}});
    found->add(party);
  }
  bool has(const record::Party& party) const {
    return std::any_of(actors_.begin(), actors_.end(), [&](const Actor& a) { return a.key == keys_->of(party); });
  }
  const std::vector<Actor>& actors() const { return actors_; }

 private:
  const Keys* keys_;
  std::vector<Actor> actors_;
};

/// Who does it and who has it done to them. Partners stand on both sides, unless their own country is on one of them.
struct Sides {
  Side source, target;

  Sides(const std::vector<record::Party>& participants, const Keys& keys) : source(keys), target(keys) {
    const bool sided =
        std::any_of(participants.begin(), participants.end(), [](const auto& p) { return !p.side.empty(); });
    for (const record::Party& p : participants) {
      if (p.side == "source") source.add(p);
      if (p.side == "target") target.add(p);
    }
    const Side sources = source, targets = target;
    for (const record::Party& p : participants) {
      // Where nobody has a side, they are partners; where others have one, who has none plays no part in the code.
      if (p.side != "both" && (sided || !p.side.empty())) continue;
      const bool at_source = sources.has(p), at_target = targets.has(p);
      if (at_source || !at_target) source.add(p);
      if (at_target || !at_source) target.add(p);
    }
  }
};

bool is_actor(const std::vector<Actor>& actors, const std::string& key) {
  return std::any_of(actors.begin(), actors.end(), [&](const Actor& a) { return a.key == key; });
}

}  // namespace

std::vector<PloverRow> plover_rows(const record::EncounterLine& event) {
  std::vector<PloverRow> rows;
  if (event.plover.empty()) return rows;
  const Keys keys(event.participants);
  const Sides sides(event.participants, keys);
  const auto& sources = sides.source.actors();
  const auto& targets = sides.target.actors();
  for (const Actor& s : sources) {
    for (const Actor& t : targets) {
      if (s.key == t.key) continue;
      const bool back = is_actor(sources, t.key) && is_actor(targets, s.key);
      rows.push_back({s.names, s.country, t.names, t.country, back});
    }
  }
  if (!rows.empty()) return rows;
  // Nobody else there: within one country, or done to no one in particular.
  for (const Actor& s : sources) {
    const auto same = std::find_if(targets.begin(), targets.end(), [&](const Actor& t) { return t.key == s.key; });
    const bool alone = same == targets.end() || (same->names == s.names && s.known.size() == 1);
    if (alone) rows.push_back({s.names, s.country, {}, {}, false});
    else rows.push_back({s.names, s.country, same->names, same->country, same->names == s.names});
  }
  return rows;
}

const std::string_view kPloverHead =
    "date,source,target,root,mode,context,evidence,address,source_country,target_country,symmetrical,status,date_to,"
    "date_basis,type,place,place_country,place_basis,event,document,title,published,publisher,publisher_country\r\n";

std::string plover_csv(const record::EncounterLine& e, const std::vector<PloverRow>& rows) {
  std::string lines;
  const std::string& date = e.at.from.empty() ? e.at.to : e.at.from;
  for (const PloverRow& r : rows) {
    CsvRow row;
    row << date << r.source << r.target << e.plover << e.mode << e.context << e.quote << e.document.url
        << r.source_country << r.target_country << r.symmetrical << e.status << e.at.to << e.at.time_basis << e.type
        << e.at.place << e.at.place_country << e.at.place_basis << e.id << e.document.id << e.document.title
        << e.document.day << e.document.publisher << e.document.country;
    lines += row.line();
  }
  return lines;
}

}  // namespace chancery::questions
