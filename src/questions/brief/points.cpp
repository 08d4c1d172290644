#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kPoints = 4, kLength = 150, kFewWords = 4, kHolders = 2;
constexpr double kTells = 1.0, kShort = 4;

/// How much an act tells of a position: what binds or opposes before what was talked of.
double weight(const std::string& act) {
  static const std::map<std::string, double> kWeights = {{"agreed", 3.0},   {"condemned", 2.5}, {"urged", 2.5},    {"warned", 2.5},     {"disagreed", 2.5}, {"proposed", 2.5},
                                                         {"offered", 2.5},  {"tasked", 2.2},    {"reaffirmed", 2}, {"discussed", 1.8},  {"welcomed", 1.6},  {"informed", 1.5},
                                                         {"raised", 1.3}};
  const auto found = kWeights.find(act);
  return found == kWeights.end() ? 1 : found->second;
}

/// Whole sentences that somebody said, where the reading knows no more than that they were said.
bool said_aloud(const record::PointLine& point) {
  return spoken(point.document) || (point.act == "raised" && !point.quote.empty() && utf8::is_upper(utf8::decode(point.quote, 0).code_point));
}

/// "ways of dealing with them": of something that stands elsewhere.
bool refers_back(std::string_view words) {
  for (const std::string_view end : {" them", " it", " this", " that", " these", " those", " very", " the"}) {
    if (words.ends_with(end)) return true;
  }
  return false;
}

/// Among two sides everybody counts; among many those the sheet is about.
bool ours(const BriefTopic& topic, const AccountView& account, const record::PointLine& point) {
  std::set<std::string> countries;
  for (const auto& one : account.line.participants) countries.insert(one.country);
  if (countries.size() <= 2 || point.holders.empty()) return true;
  return std::any_of(point.holders.begin(), point.holders.end(), [&](const auto& holder) { return topic.is_subject(holder) || topic.is_other(holder); });
}

double telling(const BriefTopic& topic, const AccountView& account, const record::PointLine& point, double most) {
  if (point.act == "thanked" || courteous(point.quote) || refers_back(point.quote) || (said_aloud(point) && (chatty(point.quote) || point.quote.starts_with("I "))) || !ours(topic, account, point)) return 0;
  double score = weight(point.act) + (most > 0 ? point.prominence.value_or(0) / most : 0);
  if (said_aloud(point)) score -= 0.3;
  const Novelty& novelty = topic.wordings.of(point.document);
  if (formula_of(novelty, point.span)) score -= 0.6;
  else if (is_new(novelty, point.span)) score += 0.3;
  return score;
}

std::string act_of(const record::PointLine& point) { return (point.negated ? "not " : "") + (said_aloud(point) && point.act == "raised" ? "said" : in_words(point.act)); }

}  // namespace

std::vector<record::PointLine> main_points(const BriefTopic& topic, const AccountView& account) {
  const auto& points = account.facts.points;
  double most = 0;
  for (const auto& point : points) most = std::max(most, point.prominence.value_or(0));
  std::vector<std::pair<double, const record::PointLine*>> ranked;
  for (const auto& point : points) {
    if (words_in(point.quote) < kFewWords) continue;
    if (const double score = telling(topic, account, point, most); score >= kTells) ranked.emplace_back(score, &point);
  }
  // "climate finance" tells little beside whole clauses, and much where it is all there is.
  if (ranked.size() < kPoints) {
    for (const auto& point : points) {
      if (words_in(point.quote) >= kFewWords) continue;
      if (const double score = telling(topic, account, point, most) - kShort; score >= kTells - kShort) ranked.emplace_back(score, &point);
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<record::PointLine> chosen;
  for (const auto& [score, point] : ranked) {
    const bool inside = std::any_of(chosen.begin(), chosen.end(), [&](const auto& other) {
      return (other.span.begin < point->span.end && point->span.begin < other.span.end) || other.quote == point->quote;
    });
    if (!inside && chosen.size() < kPoints) chosen.push_back(*point);
  }
  std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  return chosen;
}

void put_points(const AccountView& account, const std::vector<record::PointLine>& points, BriefLine& line, std::vector<BriefQuote>& quoted) {
  std::string before;
  for (const auto& point : points) {
    const std::string holders = names_of(point.holders, kHolders);
    // Who it is stands once for several points in a row.
    const std::string who = holders == before || holders.empty() ? "" : holders + " ";
    line.say((line.parts.empty() ? "" : "; ") + who + act_of(point) + " ");
    line.quote("“" + shortened(point.quote, kLength) + "”", account.line.document, point.span);
    quoted.push_back(*line.parts.back().quote);
    before = holders;
  }
}

}  // namespace chancery::questions
