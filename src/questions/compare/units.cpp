#include "questions/compare/units.hpp"

#include <algorithm>

#include "base/one_of.hpp"

namespace chancery::questions::compare {
namespace {

/// Of the words of a statement or commitment, what units before may already tell without its being left out.
constexpr double kCovered = 0.3;

/// How much of the text is told by units so far: a running sum over tokens would do, a sorted list of spans is shorter.
class Covered {
 public:
  void add(const Span& span) {
    spans_.push_back(span);
    sorted_ = false;
  }
  bool has(const Span& span) {
    sort();
    uint32_t told = 0;
    auto at = std::ranges::partition_point(spans_, [&](const Span& s) { return s.end <= span.begin; });
    for (; at != spans_.end() && at->begin < span.end; ++at) {
      told += std::min(at->end, span.end) - std::max(at->begin, span.begin);
    }
    return told > kCovered * span.size();
  }

 private:
  /// Joins what overlaps, so that ends are in order too.
  void sort() {
    if (sorted_) return;
    std::ranges::sort(spans_, before);
    std::vector<Span> joint;
    for (const Span& span : spans_) {
      if (!joint.empty() && span.begin <= joint.back().end) joint.back().end = std::max(joint.back().end, span.end);
      else joint.push_back(span);
    }
    spans_ = std::move(joint);
    sorted_ = true;
  }

  std::vector<Span> spans_;
  bool sorted_ = true;
};

Unit unit_of(const Point& point) {
  Unit unit;
  unit.kind = UnitKind::point;
  unit.id = point.id;
  unit.span = point.span;
  unit.act = name_of(point.act);
  unit.holders = point.holders;
  unit.topic = point.topic_label;
  unit.negated = point.negated || point.act == PointAct::not_raised;
  return unit;
}

Unit unit_of(const Statement& statement) {
  Unit unit;
  unit.kind = UnitKind::statement;
  unit.id = statement.id;
  unit.span = statement.span;
  unit.holders = statement.speakers;
  unit.negated = statement.negated;
  unit.narrated = statement.cue.empty();
  return unit;
}

Unit unit_of(const Commitment& commitment) {
  Unit unit;
  unit.kind = UnitKind::commitment;
  unit.id = commitment.id;
  unit.span = commitment.span;
  if (commitment.by != kNone) unit.holders.push_back(commitment.by);
  for (const Index party : commitment.parties) {
    if (party != commitment.by) unit.holders.push_back(party);
  }
  return unit;
}

/// A statement of many sentences, such as an address, tells something in each.
std::vector<Span> sentences_of(const Document& document, const Span& span) {
  const auto [first, last] = document.tokens_in(span);
  std::vector<Span> parts;
  for (Index i = first; i < last;) {
    const Index end = std::max(i + 1, std::min(last, document.sentences[document.tokens[i].sentence].last));
    parts.push_back(joined(document.tokens[i].span, document.tokens[end - 1].span));
    i = end;
  }
  return parts;
}

constexpr size_t kLeastSaid = 4;

/// "Thank you, sir." tells nothing.
bool says_something(const Document& document, const Span& clause) {
  const auto [first, last] = document.tokens_in(clause);
  return static_cast<size_t>(std::count_if(document.tokens.begin() + first, document.tokens.begin() + last,
                                           [](const Token& t) { return one_of(t.upos, {"NOUN", "PROPN", "ADJ", "VERB"}); })) >= kLeastSaid;
}

bool says_thanks(const Document& document, const Unit& unit) {
  if (unit.act == "thanked" || unit.act == "welcomed") return true;
  const auto [first, last] = document.tokens_in(unit.span);
  return std::any_of(document.tokens.begin() + first, document.tokens.begin() + last, [](const Token& t) { return one_of(t.lemma, {"thank", "grateful", "gratitude", "thankful"}); });
}

/// "Norway would give NOK 60 million": what one side says it will do, for which the other may give thanks.
bool says_will(const Document& document, const Unit& unit) {
  const auto [first, last] = document.tokens_in(unit.span);
  return unit.kind == UnitKind::commitment ||
         std::any_of(document.tokens.begin() + first, document.tokens.begin() + last, [](const Token& t) { return t.upos == "AUX" && one_of(t.lemma, {"will", "would", "shall"}); });
}

/// Groups whose members are known stand for these.
void spell_out(const Document& document, std::vector<Index>& holders) {
  std::vector<Index> out;
  for (const Index holder : holders) {
    if (holder >= document.entities.size()) continue;
    const auto& members = document.entities[holder].members;
    if (members.empty()) out.push_back(holder);
    else out.insert(out.end(), members.begin(), members.end());
  }
  std::ranges::sort(out);
  out.erase(std::ranges::unique(out).begin(), out.end());
  holders = std::move(out);
}

void share_prominence(const Document& document, std::vector<Unit>& units) {
  double all = 0;
  for (Unit& unit : units) {
    const auto [first, last] = document.tokens_in(unit.span);
    unit.prominence = last - first;
    all += unit.prominence;
  }
  for (Unit& unit : units) unit.prominence = all > 0 ? unit.prominence / all : 0;
}

}  // namespace

Unit unit_of(const Document& document, const Commitment& commitment) {
  Unit unit = unit_of(commitment);
  spell_out(document, unit.holders);
  return unit;
}

bool belongs(const Side& side, const Span& words) {
  return !side.passage || std::ranges::any_of(*side.passage, [&](const Span& told) { return told.overlaps(words); });
}

Units units_of(const Side& side) {
  const Document& document = *side.document;
  Units out;
  Covered covered;
  const auto take = [&](const auto& fact, const Span& span) {
    out.units.push_back(unit_of(fact));
    covered.add(span);
  };
  const auto wanted = [&](const auto& fact) { return fact.span.part == Part::text && belongs(side, fact.span); };
  for (const Point& point : document.points) {
    if (wanted(point)) take(point, point.span);
  }
  // The inner statement is the finer clause: those that others hold come first.
  std::vector<const Statement*> statements;
  for (const Statement& statement : document.statements) {
    if (wanted(statement) && statement.mode != StatementMode::turn && !statement.speakers.empty()) statements.push_back(&statement);
  }
  std::ranges::stable_sort(statements, {}, [](const Statement* s) { return s->span.size(); });
  std::vector<const Statement*> turns;
  for (const Statement& statement : document.statements) {
    if (wanted(statement) && statement.mode == StatementMode::turn && !statement.speakers.empty()) turns.push_back(&statement);
  }
  statements.insert(statements.end(), turns.begin(), turns.end());
  for (const Statement* statement : statements) {
    for (const Span& clause : sentences_of(document, statement->span)) {
      if (!belongs(side, clause) || covered.has(clause)) continue;
      if (statement->mode == StatementMode::turn && !says_something(document, clause)) continue;
      take(*statement, clause);
      out.units.back().span = clause;
    }
  }
  for (const Commitment& commitment : document.commitments) {
    if (wanted(commitment) && commitment.kind != CommitmentClass::ritual && !covered.has(commitment.span)) take(commitment, commitment.span);
  }
  std::ranges::stable_sort(out.units, before, &Unit::span);
  out.cut = out.units.size() > kMostUnits;
  if (out.cut) out.units.resize(kMostUnits);
  for (Unit& unit : out.units) {
    spell_out(document, unit.holders);
    unit.grateful = says_thanks(document, unit);
    unit.promising = says_will(document, unit);
  }
  share_prominence(document, out.units);
  return out;
}

}  // namespace chancery::questions::compare
