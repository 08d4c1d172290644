#include "stages/times/times.hpp"

#include <algorithm>

#include "stages/times/resolve.hpp"

namespace chancery {
namespace times {
namespace {

constexpr int kFarYears = 2;        // a year this far from publication speaks of another time
constexpr int kFewestYears = 8;     // a history names years often

/// Publication day from DocumentInfo; a month or year alone ("2017-11") gives no day.
std::optional<Day> published(const Document& document) { return parse_day(document.info.published); }

/// A history: most of the years it names lie far from its publication.
bool is_narrative(const std::vector<Candidate>& candidates, const std::optional<Day>& day, size_t atoms) {
  int far = 0, near = 0;
  const int now = day ? civil(*day).year : 0;
  for (const Candidate& c : candidates) {
    if (!c.fields.has(Field::year)) {
      near += c.rule->op == Op::relative && c.fields.as<Anchor>(Field::anchor) != Anchor::told;
      continue;
    }
    const bool is_far = c.fields.has(Field::era) || std::abs(c.fields.get(Field::year) - now) >= kFarYears;
    ++(is_far ? far : near);
  }
  return far >= kFewestYears && far > 3 * near && static_cast<size_t>(far) * 600 > atoms;
}

}  // namespace
}  // namespace times

struct TimesStage::Engine {
  explicit Engine(const std::filesystem::path& folder) : rules(times::RuleSet::load(folder)), matcher(rules), tense(rules.lexicon) {}
  times::RuleSet rules;
  times::Matcher matcher;
  times::TenseReader tense;
};

TimesStage::TimesStage(const std::filesystem::path& data_folder, const std::string& language)
    : engine_(std::make_unique<const Engine>(data_folder / language)) {}
TimesStage::~TimesStage() = default;

void TimesStage::run(Document& document) const {
  using namespace times;
  std::vector<Atom> atoms;
  atoms_of(document, engine_->rules.lexicon, atoms);
  Setting setting{published(document), false};
  auto candidates = engine_->matcher.find(atoms, false);
  setting.narrative = is_narrative(candidates, setting.published, atoms.size());
  if (setting.narrative) candidates = engine_->matcher.find(atoms, true);
  Resolver resolver(engine_->tense, atoms, setting, document);
  document.times = resolver.resolve(candidates);
  for (Timex& t : document.times) t.stage = "times";
  std::sort(document.times.begin(), document.times.end(), [](const Timex& a, const Timex& b) { return before(a.span, b.span); });
}

}  // namespace chancery
