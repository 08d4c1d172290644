#include "record/doubts.hpp"

#include <array>

namespace chancery::record {
namespace {

// Turns of a transcript name their speaker in the layout, and what is agenda or ritual binds nobody.
constexpr auto kKinds = std::to_array<QueuedKind>({
    {'s', "statement", "statements", "f.mode <> 'turn'", ""},
    {'v', "event", "accounts", "1", "evidence"},
    {'p', "point", "points", "1", ""},
    {'f', "figure", "figures", "1", ""},
    {'c', "commitment", "commitments", "f.class IN ('promise', 'plan')", ""},
    {'y', "courtesy", "courtesies", "1", "evidence"},
});

constexpr std::string_view kOthersDay =
    "EXISTS (SELECT 1 FROM accounts o JOIN documents od ON od.version = o.version WHERE o.encounter = f.encounter AND o.id <> f.id AND o.standing <> 'rejected' AND "
    "(o.to_day < f.from_day OR o.from_day > f.to_day))";

// The factors are set by hand and only order; where two doubts meet they are taken as independent.
constexpr auto kDoubts = std::to_array<Doubt>({
    {'s', "NOT EXISTS (SELECT 1 FROM statement_speakers x WHERE x.statement = f.id)", 0.4, "nobody is found who says it"},
    {'s',
     "EXISTS (SELECT 1 FROM statement_speakers x JOIN entities e ON e.id = x.entity WHERE x.statement = f.id AND e.type = 'person' AND e.plural = 0 AND e.identified IS NULL)",
     0.7, "it is not known which person of that name the speaker is"},
    {'s', "EXISTS (SELECT 1 FROM statement_speakers x JOIN entities e ON e.id = x.entity WHERE x.statement = f.id AND e.type = 'place')", 0.6, "the speaker is a place"},
    {'s', "f.negated", 0.9, "it says that something was not said"},
    {'v', "f.time_basis IS NULL AND f.status IN ('happened', 'planned')", 0.7, "no day is found for it"},
    {'v', "f.time_basis = 'published'", 0.8, "the day is only bounded by that of publication"},
    {'v', "f.time_basis = 'relative'", 0.95, "the day is reckoned from a word such as \"yesterday\""},
    {'v', "f.place_basis = 'assumed'", 0.9, "the place is assumed, not stated"},
    {'v', "(SELECT count(*) FROM participants p WHERE p.account = f.id) < 2 AND f.type IN ('meeting', 'reception', 'talks', 'phone_call', 'video_call')", 0.6,
     "fewer than two are found who took part"},
    {'v', "f.type = 'other'", 0.7, "its kind is not known"},
    {'v', kOthersDay, 0.5, "another account of it gives a different day"},
    {'p', "NOT EXISTS (SELECT 1 FROM point_holders h WHERE h.point = f.id)", 0.6, "nobody is found who does it"},
    {'p', "f.topic IS NULL", 0.7, "its topic is not found"},
    {'p', "f.negated", 0.8, "it is read as a denial"},
    {'f', "f.indicator IS NULL", 0.6, "what it measures is not understood"},
    {'f', "f.speaker IS NULL", 0.9, "nobody is found who gives it"},
    {'f', "f.value_to IS NOT NULL AND f.value_to < f.value", 0.5, "the range ends below its beginning"},
    {'c', "f.by_entity IS NULL AND NOT EXISTS (SELECT 1 FROM commitment_parties x WHERE x.commitment = f.id)", 0.6, "nobody is found who commits to it"},
    {'c', "f.due_to IS NOT NULL AND coalesce(f.due_basis, '') <> 'stated'", 0.8, "the day it is due is reckoned, not stated"},
    {'c', "f.due_to < (SELECT d.day FROM documents d WHERE d.version = f.version)", 0.5, "it would have been due before it was published"},
    {'y', "f.from_entity IS NULL", 0.6, "nobody is found from whom it comes"},
    {'y', "f.to_entity IS NULL", 0.7, "nobody is found to whom it goes"},
});

}  // namespace

std::span<const QueuedKind> queued_kinds() { return kKinds; }
std::span<const Doubt> doubts() { return kDoubts; }

}  // namespace chancery::record
