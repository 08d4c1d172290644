#include "network/scores.hpp"

#include <algorithm>
#include <tuple>

namespace chancery::train {
namespace {

/// Without its subtype, as the shared tasks count.
std::string_view plain(const Labels& relations, int32_t label) {
  if (label < 0) return "?";
  const std::string_view name = relations.all()[static_cast<size_t>(label)];
  return name.substr(0, name.find(':'));
}

using NameSpan = std::tuple<size_t, size_t, std::string>;

std::vector<NameSpan> spans_of(const std::vector<int32_t>& labels, const Labels& names) {
  std::vector<NameSpan> spans;
  size_t begin = 0;
  for (size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] < 0) continue;
    const std::string& label = names.all()[static_cast<size_t>(labels[i])];
    if (label[0] == 'B' || label[0] == 'S') begin = i;
    if ((label[0] == 'S' || label[0] == 'E') && label.substr(2) != "other") spans.emplace_back(begin, i, label.substr(2));
  }
  return spans;
}

double per_cent(size_t part, size_t whole) { return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

DevScore score_trees(const JointNetwork& network, const std::vector<Example>& examples, const LabelSets& labels) {
  size_t words = 0, upos = 0, xpos = 0, uas = 0, las = 0;
  for (const Example& e : examples) {
    const Prediction p = network.predict(e);
    for (size_t i = 0; i < e.heads.size(); ++i, ++words) {
      upos += p.upos[i] == e.upos[i];
      xpos += p.xpos[i] == e.xpos[i];
      const bool head = p.heads[i] == e.heads[i];
      uas += head;
      las += head && plain(labels.relations, p.relations[i]) == plain(labels.relations, e.relations[i]);
    }
  }
  DevScore score;
  score.words = words;
  score.upos = per_cent(upos, words);
  score.xpos = per_cent(xpos, words);
  score.uas = per_cent(uas, words);
  score.las = per_cent(las, words);
  return score;
}

DevScore score_names(const JointNetwork& network, const std::vector<Example>& examples, const LabelSets& labels) {
  DevScore score;
  score.has_names = true;
  size_t right = 0, given = 0, wanted = 0;
  for (const Example& e : examples) {
    const auto system = spans_of(network.predict(e).names, labels.names), gold = spans_of(e.names, labels.names);
    score.words += e.features.size();
    given += system.size();
    wanted += gold.size();
    for (const auto& span : system) right += static_cast<size_t>(std::count(gold.begin(), gold.end(), span));
  }
  score.precision = per_cent(right, given);
  score.recall = per_cent(right, wanted);
  score.f1 = per_cent(2 * right, given + wanted);
  return score;
}

}  // namespace chancery::train
