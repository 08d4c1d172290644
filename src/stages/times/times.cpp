#include "stages/times/times.hpp"

#include <algorithm>

#include "stages/times/resolve.hpp"

namespace chancery {
namespace times {
namespace {

constexpr int kFewestYears = 7;  // a history names years often

constexpr size_t kHead = 40;  // words in which a dateline or a heading's date is looked for

/// The day that a heading or dateline gives in full, or without its year where the publication day tells that.
std::optional<Day> day_given(const Candidate& c, const std::optional<Day>& published) {
  if (!c.fields.has(Field::month) || !c.fields.has(Field::day)) return std::nullopt;
  if (!c.fields.has(Field::year) && !published) return std::nullopt;
  const auto in = [&](int year) { return make_day(year, static_cast<unsigned>(c.fields.get(Field::month)), static_cast<unsigned>(c.fields.get(Field::day))); };
  if (c.fields.has(Field::year)) return in(c.fields.get(Field::year));
  const int year = civil(*published).year;
  const auto day = in(year);
  return day && *day > *published ? in(year - 1) : day;
}

/// A text tells from the day on which it was written: that of its heading or dateline, where it has one.
std::optional<Day> head_day(const Document& document, const std::vector<Candidate>& candidates, const std::vector<Atom>& atoms, const std::optional<Day>& published) {
  for (const Candidate& c : candidates) {
    if (c.first >= kHead) break;
    const auto day = day_given(c, published);
    if (!day) continue;
    if (atoms[c.first].sentence >= document.sentences.size() || document.blocks.empty()) break;
    const Sentence& sentence = document.sentences[atoms[c.first].sentence];
    const Block& block = document.blocks[sentence.block];
    const bool is_said = document.tokens[sentence.last - 1].lower == ".";  // "They met on 3 May."
    const bool alone = !is_said && sentence.last - sentence.first <= c.last - c.first + 6 && block.last - block.first == 1;
    // A headline may name any day; where nothing else is known, it is the best there is.
    const bool heads = block.kind == BlockKind::dateline || (block.kind == BlockKind::heading && !published);
    if (heads || alone) return day;
  }
  return std::nullopt;
}

/// A page goes up some days after the text was written, not weeks; what lies farther back is another day.
std::optional<Day> day_of_writing(const std::optional<Day>& head, const std::optional<Day>& published) {
  constexpr std::chrono::days kMost{3};
  if (!published) return head;
  return head && *head <= *published && *published - *head <= kMost ? head : published;
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
  } else {
    setting.published = day_of_writing(head_day(document, candidates, atoms, setting.published), setting.published);
  }
  setting.history = is_history(candidates, setting.published);
  if (setting.history) candidates = engine_->matcher.find(atoms, true);
  const Tenses tenses(engine_->tense, atoms, document);
  Resolver resolver(tenses, atoms, setting, document);
  document.times = resolver.resolve(candidates);
  for (Timex& t : document.times) t.stage = "times";
  std::sort(document.times.begin(), document.times.end(),
            [](const Timex& a, const Timex& b) { return before(a.span, b.span); });
}

}  // namespace chancery
