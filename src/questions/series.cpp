#include "questions/series.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/utf8.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kValues = 20;         ///< of indicators and units
constexpr int kDaysApart = 3;          ///< of publication, for figures that name no period
constexpr int kEnough = 3;             ///< of what agrees besides unit, direction and indicator
constexpr size_t kMostPairs = 100;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

/// Half of the place of the last digit that is not nought: 5,000 for 30,000.
double half_of_last_place(double value) {
  if (value == 0) return 0;
  double place = std::pow(10, std::floor(std::log10(std::abs(value))));
  constexpr int kDigits = 6;
  for (int i = 0; i < kDigits; ++i, place /= 10) {
    const double rest = std::abs(std::remainder(value, place));
    if (rest < place * 1e-6) break;
  }
  return place / 2;
}

void place_in_time(SeriesPoint& point) {
  const record::When& time = point.figure.time;
  const std::string& day = point.figure.document.day;
  if (!time.from.empty() && time.basis != "published") {
    point.from = time.from;
    point.to = time.to.empty() ? time.from : time.to;
    point.basis = time.basis;
  } else if (!day.empty()) {
    point.from = point.to = day;
    point.basis = "published";
  }
}

std::string voice_key(const record::FigureLine& figure) {
  if (!figure.speaker) return "publisher " + figure.document.publisher;
  return "person " + (figure.speaker->person.empty() ? figure.speaker->name : figure.speaker->person);
}

Voice voice_of(const record::FigureLine& figure) {
  if (!figure.speaker) return {figure.document.publisher, "", true, 0};
  return {figure.speaker->name, figure.speaker->person, false, 0};
}

/// Sets SeriesPoint::voice; most figures first, so that a picture gives its clearest marks to those.
std::vector<Voice> tell_voices(std::vector<SeriesPoint>& points) {
  std::vector<Voice> met;
  std::unordered_map<std::string, size_t> by_key;
  for (SeriesPoint& point : points) {
    const auto [at, added] = by_key.emplace(voice_key(point.figure), met.size());
    if (added) met.push_back(voice_of(point.figure));
    point.voice = at->second;
    ++met[point.voice].figures;
  }
  std::vector<size_t> order(met.size()), rank(met.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return met[a].figures > met[b].figures; });
  std::vector<Voice> voices;
  for (const size_t one : order) {
    rank[one] = voices.size();
    voices.push_back(met[one]);
  }
  for (SeriesPoint& point : points) point.voice = rank[point.voice];
  return voices;
}

/// What a publisher says in its own voice is what its speakers say too.
bool two_voices(const SeriesPoint& a, const SeriesPoint& b) {
  if (a.voice == b.voice) return false;
  return (a.figure.speaker && b.figure.speaker) || a.figure.document.publisher != b.figure.document.publisher;
}

int days_apart(const SeriesPoint& a, const SeriesPoint& b) {
  const auto one = parse_day(a.from), other = parse_day(b.from);
  return one && other ? std::abs(static_cast<int>((*one - *other).count())) : kDaysApart + 1;
}

/// Counts what agrees and names it; nothing where something speaks against their being the same figure.
class Sameness {
 public:
  explicit Sameness(const record::Record& record) : record_(&record) {}

  std::vector<std::string> reasons(const SeriesPoint& a, const SeriesPoint& b) {
    reasons_.clear();
    weight_ = 0;
    if (!kind(a.figure, b.figure) || !countries(a.figure, b.figure) || !time(a, b)) return {};
    if (meeting(a.figure) == meeting(b.figure) && !meeting(a.figure).empty()) agree("encounter", 1);
    return weight_ >= kEnough ? reasons_ : std::vector<std::string>();
  }

 private:
  void agree(std::string reason, int weight) {
    reasons_.push_back(std::move(reason));
    weight_ += weight;
  }

  bool kind(const record::FigureLine& a, const record::FigureLine& b) {
    if (a.indicator.empty() || a.unit != b.unit || a.direction != b.direction || lower(a.indicator) != lower(b.indicator)) return false;
    // "trade" is anybody's, and "people" are counted of everything; "humanitarian corridors" is a matter of its own.
    const bool particular = a.indicator.find(' ') != std::string::npos;
    agree("indicator", particular ? 1 : 0);
    return particular || (!a.about.empty() && !b.about.empty());
  }

  bool countries(const record::FigureLine& a, const record::FigureLine& b) {
    if (a.about.empty() || b.about.empty()) return true;
    const bool same = std::is_permutation(a.about.begin(), a.about.end(), b.about.begin(), b.about.end());
    if (same) agree("countries", 2);
    return same;
  }

  bool time(const SeriesPoint& a, const SeriesPoint& b) {
    const bool published = a.basis == "published";
    if (a.basis.empty() || published != (b.basis == "published")) return false;
    if (published) {
      if (days_apart(a, b) > kDaysApart) return false;
      agree("days", 1);
    } else {
      if (a.from != b.from || a.to != b.to) return false;
      agree("period", 2);
    }
    return true;
  }

  const std::string& meeting(const record::FigureLine& figure) {
    const auto [at, added] = encounters_.emplace(figure.document.id, std::string());
    if (added) at->second = record::main_encounter_of(*record_, figure.document.id);
    return at->second;
  }

  const record::Record* record_;
  std::unordered_map<std::string, std::string> encounters_;
  std::vector<std::string> reasons_;
  int weight_ = 0;
};

std::vector<GivenDifferently> given_differently(const record::Record& record, const std::vector<SeriesPoint>& points) {
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> alike;
  for (size_t i = 0; i < points.size(); ++i) {
    alike[{points[i].figure.unit, lower(points[i].figure.indicator)}].push_back(i);
  }
  Sameness sameness(record);
  std::vector<GivenDifferently> found;
  for (const auto& [name, group] : alike) {
    for (size_t i = 0; i < group.size(); ++i) {
      for (size_t j = i + 1; j < group.size() && found.size() < kMostPairs; ++j) {
        const SeriesPoint &a = points[group[i]], &b = points[group[j]];
        if (!two_voices(a, b) || a.range.meets(b.range)) continue;
        if (auto reasons = sameness.reasons(a, b); !reasons.empty()) found.push_back({group[i], group[j], std::move(reasons)});
      }
    }
  }
  return found;
}

}  // namespace

ValueRange range_of(const record::FigureLine& figure) {
  constexpr double kOpen = std::numeric_limits<double>::infinity();
  if (figure.value_to) return {std::min(figure.value, *figure.value_to), std::max(figure.value, *figure.value_to), "stated"};
  if (figure.comparison == "more_than") return {figure.value, kOpen, "open"};
  if (figure.comparison == "less_than") return {-kOpen, figure.value, "open"};
  if (figure.comparison == "about" || !figure.hedge.empty()) {
    const double half = half_of_last_place(figure.value);
    return {figure.value - half, figure.value + half, "rounding"};
  }
  return {figure.value, figure.value, "exact"};
}

Series series(const record::Record& record, const SeriesQuery& query) {
  const record::Record::Snapshot snapshot(record);
  Series answer{.query = query,
                .total = count_figures(record, query.filters),
                .points = {},
                .voices = {},
                .indicators = figure_indicators(record, query.filters, kValues),
                .units = figure_units(record, query.filters, kValues),
                .differently = {}};
  for (record::FigureLine& figure : find_figures(record, query.filters, {0, query.limit})) {
    SeriesPoint point{.figure = std::move(figure), .range = {}, .from = {}, .to = {}, .basis = {}, .voice = 0};
    point.range = range_of(point.figure);
    place_in_time(point);
    answer.points.push_back(std::move(point));
  }
  std::stable_sort(answer.points.begin(), answer.points.end(), [](const SeriesPoint& a, const SeriesPoint& b) {
    if (a.from.empty() != b.from.empty()) return b.from.empty();
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  answer.voices = tell_voices(answer.points);
  answer.differently = given_differently(record, answer.points);
  return answer;
}

}  // namespace chancery::questions
