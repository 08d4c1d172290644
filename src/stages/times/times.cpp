#include "stages/times/times.hpp"

#include <algorithm>

#include "stages/times/resolve.hpp"

namespace chancery {
namespace times {
namespace {

constexpr int kFewestYears = 7;  // a history names years often

constexpr size_t kHead = 40;  // words in which a dateline or a heading's date is looked for

/// The day of a heading or dateline that gives one in full: what a release without a publication day stands on.
std::optional<Day> head_day(const Document& document, const std::vector<Candidate>& candidates,
                            const std::vector<Atom>& atoms) {
  for (const Candidate& c : candidates) {
    if (c.first >= kHead) break;
    if (!c.fields.has(Field::year) || !c.fields.has(Field::month) || !c.fields.has(Field::day)) continue;
    if (atoms[c.first].sentence >= document.sentences.size() || document.blocks.empty()) break;
    const Sentence& sentence = document.sentences[atoms[c.first].sentence];
    const BlockKind kind = document.blocks[sentence.block].kind;
    const size_t words = sentence.last - sentence.first;
    const bool alone = words <= c.last - c.first + 6;
    if (kind != BlockKind::dateline && kind != BlockKind::heading && !alone) continue;
    return make_day(c.fields.get(Field::year), static_cast<unsigned>(c.fields.get(Field::month)),
                    static_cast<unsigned>(c.fields.get(Field::day)));
  }
  return std::nullopt;
}

/// A history: it names other years than that of its publication, and seldom looks from its own day.
bool is_history(const std::vector<Candidate>& candidates, const std::optional<Day>& day) {
  int far = 0, near = 0;
  const int now = day ? civil(*day).year : 0;
  for (const Candidate& c : candidates) {
    const Op op = c.rule->op;
    const bool looks_from_today = (op == Op::relative && c.fields.as<Anchor>(Field::anchor) != Anchor::told) ||
                                  op == Op::ago || op == Op::weekday;
    near += looks_from_today;
    far += c.fields.has(Field::year) && (c.fields.has(Field::era) || c.fields.get(Field::year) != now);
  }
  return far >= kFewestYears && far > 2 * near;
}

}  // namespace
}  // namespace times

struct TimesStage::Engine {
  explicit Engine(const std::filesystem::path& folder)
      : rules(times::RuleSet::load(folder)), matcher(rules), tense(rules.lexicon) {}
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
  auto candidates = engine_->matcher.find(atoms, false);
  Setting setting{parse_day(document.info.published), false};
  if (!setting.published && !document.info.published.empty()) {
    document.notes.push_back("the publication day '" + document.info.published +
                             "' is no day of the form 2017-11-19; days that depend on it are left open");
  } else if (!setting.published) {
    setting.published = head_day(document, candidates, atoms);
  }
  setting.history = is_history(candidates, setting.published);
  if (setting.history) candidates = engine_->matcher.find(atoms, true);
  Resolver resolver(engine_->tense, atoms, setting, document);
  document.times = resolver.resolve(candidates);
  for (Timex& t : document.times) t.stage = "times";
  std::sort(document.times.begin(), document.times.end(),
            [](const Timex& a, const Timex& b) { return before(a.span, b.span); });
}

}  // namespace chancery
