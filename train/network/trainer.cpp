#include "network/trainer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>
#include <numbers>
#include <ostream>
#include <thread>

#include "document/word.hpp"
#include "network/export.hpp"

namespace chancery::train {
namespace {

using Clock = std::chrono::steady_clock;
using Batch = std::vector<const Example*>;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

struct Counted {
  std::vector<std::string> words;
  std::vector<uint32_t> counts{0};  ///< a row each, the unknown word first
};

/// Words that get a row: often enough where there is annotation, or more often in plain text; the commonest first cut.
Counted count_words(const TrainingSettings& settings, const Corpora& corpora) {
  std::map<std::string, std::pair<uint32_t, uint32_t>> seen;  // annotated, plain
  const auto form = [](const std::string& word) { return vocabulary_form(plain_lower(word)); };
  for (const auto& tree : corpora.trees) {
    for (const auto& word : tree.words) ++seen[form(word.form)].first;
  }
  for (const auto& sentence : corpora.names) {
    for (const auto& word : sentence.words) ++seen[form(word)].first;
  }
  for (const auto& sentence : corpora.raw) {
    for (const auto& word : sentence) ++seen[form(word)].second;
  }
  std::vector<std::pair<uint32_t, std::string>> kept;
  for (const auto& [word, counts] : seen) {
    const auto [annotated, plain] = counts;
    if (annotated + plain >= settings.least_raw_count || annotated >= settings.least_count) kept.emplace_back(annotated + plain, word);
  }
  std::stable_sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (kept.size() > settings.most_words) kept.resize(settings.most_words);
  Counted out;
  for (auto& [count, word] : kept) {
    out.words.push_back(std::move(word));
    out.counts.push_back(count);
  }
  return out;
}

struct Dev {
  std::string name;
  std::vector<Example> examples;
};

}  // namespace

struct Trainer::State {
  State(const TrainingSettings& s, Corpora& corpora, const Knowledge& knowledge, size_t workers, std::ostream& l)
      : settings(s), log(l), counted(count_words(s, corpora)), table(Vocabulary::build(counted.words)),
        vocabulary(table, static_cast<uint32_t>(counted.counts.size())), parameters(workers, s.seed), shuffler(s.seed + 1) {
    for (size_t w = 0; w < workers; ++w) randoms.emplace_back(s.seed + 100 + w);
    ExampleMaker maker(vocabulary, static_cast<uint32_t>(s.network.piece_rows), &knowledge.lexicon(), labels);
    for (const auto& tree : corpora.trees) examples.push_back(maker.of(tree, true));
    for (const auto& sentence : corpora.names) examples.push_back(maker.of(sentence, true));
    if (s.guess_epochs > 0) {
      for (const auto& words : corpora.raw) plain.push_back(maker.of(words));
    }
    corpora.raw.clear();
    corpora.raw.shrink_to_fit();
    for (const auto& d : corpora.dev) {
      dev.push_back({d.name, {}});
      for (const auto& tree : d.trees) dev.back().examples.push_back(maker.of(tree, false));
      for (const auto& sentence : d.names) dev.back().examples.push_back(maker.of(sentence, false));
    }
    NetworkSettings n = s.network;
    n.words = counted.counts.size();
    n.upos = labels.upos.size();
    n.xpos = labels.xpos.size();
    n.relations = labels.relations.size();
    n.names = labels.names.size();
    if (s.guess_epochs == 0) n.masked_candidates = 0;
    network = std::make_unique<JointNetwork>(parameters, n, counted.counts);
    log << fmt::format("{} words have a row; {} annotated sentences, {} plain ones\n", counted.words.size(), examples.size(), plain.size()) << std::flush;
  }

  size_t words_of(const Batch& all) const {
    size_t words = 0;
    for (const Example* e : all) words += e->features.size();
    return words;
  }

  /// Goes once through `order`, shuffled; `work` learns from a worker's batch, `rate` gives the step's learning rate.
  Losses epoch(Batch& order, size_t batch_words, const std::function<Losses(size_t, const Batch&)>& work, const std::function<float(size_t)>& rate) {
    std::shuffle(order.begin(), order.end(), shuffler);
    Losses sum;
    for (size_t at = 0; at < order.size();) {
      std::vector<Batch> batches(parameters.workers());
      for (Batch& batch : batches) {
        for (size_t words = 0; at < order.size() && words < batch_words; ++at) {
          batch.push_back(order[at]);
          words += order[at]->features.size();
        }
      }
      std::vector<Losses> losses(batches.size());
      {
        std::vector<std::jthread> threads;
        for (size_t w = 0; w < batches.size(); ++w) {
          threads.emplace_back([&, w] {
            if (!batches[w].empty()) losses[w] = work(w, batches[w]);
          });
        }
      }
      Losses step;
      for (const Losses& l : losses) step += l;
      sum += step;
      if (step.words > 0) parameters.step(settings.adam, rate(steps), 1.0f / static_cast<float>(step.words));
      ++steps;
    }
    return sum;
  }

  void guess() {
    Batch order;
    for (const Example& e : plain) order.push_back(&e);
    for (const Example& e : examples) order.push_back(&e);
    const double total = static_cast<double>(words_of(order)) / static_cast<double>(settings.guess_batch_words * parameters.workers()) * static_cast<double>(settings.guess_epochs);
    steps = 0;
    for (size_t e = 1; e <= settings.guess_epochs; ++e) {
      const auto start = Clock::now();
      const Losses sum = epoch(order, settings.guess_batch_words, [&](size_t w, const Batch& b) { return network->guess(w, b, randoms[w]); },
                               [&](size_t step) { return settings.guess_rate * warm(step) * std::max(0.05f, 1.0f - static_cast<float>(static_cast<double>(step) / total)); });
      log << fmt::format("guessing {}/{}: loss {:.3f} a hidden word, {:.0f} s\n", e, settings.guess_epochs, sum.names / static_cast<double>(sum.words), seconds_since(start)) << std::flush;
    }
    parameters.forget_moments();
    plain.clear();
    plain.shrink_to_fit();
  }

  float warm(size_t step) const { return std::min(1.0f, static_cast<float>(step + 1) / static_cast<float>(settings.warm_up + 1)); }

  std::vector<DevScore> measure() const {
    std::vector<DevScore> scores;
    for (const Dev& d : dev) {
      const bool names = !d.examples.empty() && d.examples.front().has_names();
      scores.push_back(names ? score_names(*network, d.examples, labels) : score_trees(*network, d.examples, labels));
      scores.back().name = d.name;
    }
    return scores;
  }

  void tell(size_t e, const Losses& sum, const std::vector<DevScore>& scores, double seconds) {
    const auto words = static_cast<double>(sum.words);
    log << fmt::format("epoch {}: loss tags {:.3f} arcs {:.3f} relations {:.3f} names {:.3f}", e, sum.tags / words, sum.arcs / words, sum.relations / words, sum.names / words);
    for (const DevScore& s : scores) {
      if (s.has_names) {
        log << fmt::format(" | {} P {:.2f} R {:.2f} F1 {:.2f}", s.name, s.precision, s.recall, s.f1);
      } else {
        log << fmt::format(" | {} UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f}", s.name, s.upos, s.xpos, s.uas, s.las);
      }
    }
    log << fmt::format(" | {:.0f} s\n", seconds) << std::flush;
  }

  const TrainingSettings& settings;
  std::ostream& log;
  Counted counted;
  std::vector<uint32_t> table;
  Vocabulary vocabulary;
  LabelSets labels;
  Parameters parameters;
  std::unique_ptr<JointNetwork> network;
  std::vector<Example> examples, plain;
  std::vector<Dev> dev;
  Random shuffler;
  std::vector<Random> randoms;
  size_t steps = 0;
};

Trainer::Trainer(const TrainingSettings& settings, Corpora& corpora, const Knowledge& knowledge, size_t workers, std::ostream& log)
    : state_(std::make_unique<State>(settings, corpora, knowledge, workers, log)) {}
Trainer::~Trainer() = default;

TrainingResult Trainer::run(const std::function<void(const TrainingResult&)>& checkpoint) {
  State& s = *state_;
  const auto start = Clock::now();
  if (s.settings.guess_epochs > 0) s.guess();
  Batch order;
  for (const Example& e : s.examples) order.push_back(&e);
  TrainingResult best;
  best.words = s.words_of(order);
  const double total = static_cast<double>(best.words) / static_cast<double>(s.settings.batch_words * s.parameters.workers()) * static_cast<double>(s.settings.epochs);
  s.steps = 0;
  const auto rate = [&](size_t step) {
    const double done = std::min(1.0, static_cast<double>(step) / total);
    const auto falling = static_cast<float>(0.5 * (1 + std::cos(std::numbers::pi * done)));
    return s.settings.adam.rate * s.warm(step) * std::max(s.settings.last_rate, falling);
  };
  double most = -1;
  for (size_t e = 1; e <= s.settings.epochs && e <= best.epoch + s.settings.patience; ++e) {
    const auto began = Clock::now();
    const Losses sum = s.epoch(order, s.settings.batch_words, [&](size_t w, const Batch& b) { return s.network->learn(w, b, s.randoms[w]); }, rate);
    const auto scores = s.measure();
    s.tell(e, sum, scores, seconds_since(began));
    double mean = 0;
    for (const DevScore& score : scores) mean += score.total() / static_cast<double>(scores.size());
    if (mean <= most && !scores.empty()) continue;
    most = mean;
    best.epoch = e;
    best.scores = scores;
    best.minutes = seconds_since(start) / 60;
    checkpoint(best);
  }
  return best;
}

void Trainer::add_sections(ModelWriter& model) const { export_network(state_->parameters, state_->labels, state_->table, model); }

}  // namespace chancery::train
