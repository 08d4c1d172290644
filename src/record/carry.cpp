#include "record/carry.hpp"

#include <algorithm>

namespace chancery::record {
namespace {

template <typename T>
Index index_of(const std::vector<T>& facts, const std::string& id) {
  const auto found = std::find_if(facts.begin(), facts.end(), [&](const T& fact) { return fact.id == id; });
  return found == facts.end() ? kNone : static_cast<Index>(found - facts.begin());
}

class Carrier {
 public:
  Carrier(const Document& old, const std::set<std::string>& kept, Document& fresh)
      : old_(old), kept_(kept), fresh_(fresh) {}

  void run() {
    for (const Entity& e : old_.entities) {
      if (kept_.contains(e.id)) entity(index_of(old_.entities, e.id));
    }
    each(old_.mentions, fresh_.mentions, [&](Mention& m) { m.entity = entity(m.entity); });
    each(old_.times, fresh_.times, [](Timex&) {});
    each(old_.statements, fresh_.statements, [&](Statement& s) {
      entities(s.speakers);
      s.reported_by = entity(s.reported_by);
      s.addressee = entity(s.addressee);
      s.parent = sibling(old_.statements, fresh_.statements, s.parent);
    });
    each(old_.points, fresh_.points, [&](Point& p) { entities(p.holders); });
    each(old_.events, fresh_.events, [&](Event& e) { event(e); });
    each(old_.figures, fresh_.figures, [&](Figure& f) { f.speaker = entity(f.speaker); });
    each(old_.commitments, fresh_.commitments, [&](Commitment& c) {
      c.by = entity(c.by);
      c.to = entity(c.to);
      entities(c.parties);
    });
    each(old_.courtesies, fresh_.courtesies, [&](Courtesy& c) {
      c.from = entity(c.from);
      c.to = entity(c.to);
      c.via = entity(c.via);
    });
    const auto by_span = [](const auto& a, const auto& b) { return before(a.span, b.span); };
    std::stable_sort(fresh_.mentions.begin(), fresh_.mentions.end(), by_span);
    std::stable_sort(fresh_.times.begin(), fresh_.times.end(), by_span);
  }

 private:
  template <typename T, typename Adapt>
  void each(const std::vector<T>& from, std::vector<T>& to, const Adapt& adapt) {
    for (const T& fact : from) {
      if (!kept_.contains(fact.id) || index_of(to, fact.id) != kNone) continue;
      T copy = fact;
      adapt(copy);
      to.push_back(std::move(copy));
    }
  }

  Index entity(Index old) {
    if (old >= old_.entities.size()) return kNone;
    const Entity& e = old_.entities[old];
    if (const Index found = index_of(fresh_.entities, e.id); found != kNone) return found;
    fresh_.entities.push_back(e);
    const auto added = static_cast<Index>(fresh_.entities.size() - 1);
    std::vector<Index> members = e.members;
    fresh_.entities[added].members.clear();
    entities(members);
    fresh_.entities[added].members = std::move(members);
    return added;
  }

  void entities(std::vector<Index>& list) {
    for (Index& one : list) one = entity(one);
  }

  template <typename T>
  static Index sibling(const std::vector<T>& from, const std::vector<T>& to, Index old) {
    return old < from.size() ? index_of(to, from[old].id) : kNone;
  }

  void event(Event& e) {
    e.initiator = entity(e.initiator);
    for (Participant& p : e.participants) p.entity = entity(p.entity);
    e.part_of = sibling(old_.events, fresh_.events, e.part_of);
    e.reschedules = sibling(old_.events, fresh_.events, e.reschedules);
  }

  const Document& old_;
  const std::set<std::string>& kept_;
  Document& fresh_;
};

}  // namespace

void carry_over(const Document& old, const std::set<std::string>& kept, Document& fresh) {
  Carrier(old, kept, fresh).run();
}

}  // namespace chancery::record
