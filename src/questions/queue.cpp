#include "questions/queue.hpp"

#include <array>

namespace chancery::questions {
namespace {

// As docs/quality.md of 23 November 2026 gives them.
constexpr auto kMeasured = std::to_array<Measured>({
    {"statement", 142, 156, "Readouts: statements, right"},
    {"event", 76, 91, "Readouts: main type and other events"},
    {"point", 143, 153, "Points: act and holders"},
    {"figure", 13, 13, "Readouts: figures, right"},
    {"commitment", 25, 37, "Readouts: commitments, right"},
    {"courtesy", 11, 12, "Readouts: greetings"},
});

}  // namespace

std::span<const Measured> measured_on_gold() { return kMeasured; }

double expected_right(const Measured& measured) { return (measured.right + 1.0) / (measured.given + 2.0); }

record::Queue queue(const record::Record& record, const record::QueueFilters& filters, const record::Page& page) {
  std::vector<record::Prior> priors;
  for (const Measured& one : kMeasured) priors.push_back({one.kind, expected_right(one)});
  return record::queue(record, priors, filters, page);
}

}  // namespace chancery::questions
