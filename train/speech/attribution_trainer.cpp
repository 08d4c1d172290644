#include "speech/attribution_trainer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>
#include <ostream>
#include <set>
#include <thread>

#include "base/error.hpp"
#include "stages/speech/attribution_model.hpp"

namespace chancery::train {
namespace {

constexpr size_t kWordsAtOnce = 150;  ///< of one text, asked together whether they are predicates

using Label = AttributionModel::Label;

void put(const std::vector<WordRange>& ranges, Label begin, Label inside, RoleExample& example) {
  for (const WordRange& range : ranges) {
    bool begun = false;
    for (Index i = std::max(range.first, example.window.first); i < std::min(range.last, example.window.last); ++i) {
      example.labels[i - example.window.first] = begun ? inside : begin;
      begun = true;
    }
  }
}

/// What an interruption leaves of a range begins anew.
void begin_again(std::vector<int32_t>& labels) {
  for (size_t i = 0; i < labels.size(); ++i) {
    const bool inside = labels[i] != Label::outside && labels[i] % 2 == 0;
    const int32_t before = i > 0 ? labels[i - 1] : Label::outside;
    if (inside && before != labels[i] && before != labels[i] - 1) --labels[i];
  }
}

RoleExample role_example(const AttributedText& text, const GoldAttribution& gold) {
  RoleExample example{&text, gold.predicate, window_of(*text.view, gold.predicate), {}};
  example.labels.assign(example.window.last - example.window.first, Label::outside);
  put(gold.content, Label::content_begin, Label::content_inside, example);
  put(gold.cue, Label::cue_begin, Label::cue_inside, example);
  put(gold.source, Label::source_begin, Label::source_inside, example);
  begin_again(example.labels);
  return example;
}

std::vector<PredicateExample> predicate_examples(const AttributedText& text) {
  std::vector<uint8_t> right(text.view->size(), 0);
  for (const GoldAttribution& gold : text.gold) {
    if (gold.predicate != kNone) right[gold.predicate] = 1;
  }
  std::vector<PredicateExample> out;
  for (Index i = 0; i < text.view->size(); ++i) {
    if (!text.view->may_be_predicate(i)) continue;
    if (out.empty() || out.back().words.size() >= kWordsAtOnce) out.push_back({&text, {}, {}});
    out.back().words.push_back(i);
    out.back().right.push_back(right[i]);
  }
  return out;
}

struct Examples {
  std::vector<RoleExample> roles;
  std::vector<PredicateExample> predicates;
};

Examples examples_of(const std::vector<AttributedText>& texts) {
  Examples out;
  for (const AttributedText& text : texts) {
    for (const GoldAttribution& gold : text.gold) {
      if (gold.predicate != kNone) out.roles.push_back(role_example(text, gold));
    }
    auto some = predicate_examples(text);
    std::move(some.begin(), some.end(), std::back_inserter(out.predicates));
  }
  return out;
}

/// The workers with their network, and how they learn one kind of example. The two kinds share no weights, and there are seven
/// of roles to one of predicates: learned in the same steps, the fewer would have hardly an example a step.
class Course {
 public:
  Course(Parameters& parameters, const AttributionNetwork& network, const AttributionTraining& settings, size_t workers, std::ostream& log)
      : parameters_(parameters), network_(network), settings_(settings), shuffler_(settings.seed + 1), log_(log) {
    for (size_t w = 0; w < workers; ++w) randoms_.emplace_back(settings.seed + 100 + w);
  }

  template <typename Example>
  void learn(const std::vector<Example>& examples, size_t epochs, std::string_view what) {
    const auto start = std::chrono::steady_clock::now();
    std::vector<size_t> order(examples.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    const size_t steps = (order.size() + settings_.examples_a_step - 1) / settings_.examples_a_step * epochs;
    parameters_.forget_moments();
    for (size_t epoch = 1, done = 0; epoch <= epochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), shuffler_);
      double loss = 0;
      for (size_t at = 0; at < order.size(); at += settings_.examples_a_step, ++done) {
        loss += step(examples, order, at, std::min(order.size(), at + settings_.examples_a_step));
        const auto falling = static_cast<float>(0.5 * (1 + std::cos(std::numbers::pi * static_cast<double>(done) / static_cast<double>(steps))));
        parameters_.step(AdamSettings(), settings_.rate * std::max(settings_.last_rate, falling), 0.05f / static_cast<float>(settings_.examples_a_step));
      }
      const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      log_ << fmt::format("{}, epoch {}: loss {:.3f} an example, {:.0f} s\n", what, epoch, loss / static_cast<double>(order.size()), seconds) << std::flush;
    }
  }

 private:
  /// One step of all workers over order[at, end).
  template <typename Example>
  double step(const std::vector<Example>& examples, const std::vector<size_t>& order, size_t at, size_t end) {
    std::vector<double> losses(randoms_.size(), 0);
    {
      std::vector<std::jthread> threads;
      for (size_t w = 0; w < randoms_.size(); ++w) {
        threads.emplace_back([&, w] {
          for (size_t i = at + w; i < end; i += randoms_.size()) losses[w] += network_.learn(w, examples[order[i]], randoms_[w]);
        });
      }
    }
    return std::accumulate(losses.begin(), losses.end(), 0.0);
  }

  Parameters& parameters_;
  const AttributionNetwork& network_;
  const AttributionTraining& settings_;
  std::vector<Random> randoms_;
  Random shuffler_;
  std::ostream& log_;
};

/// Closing punctuation and marks at the ends say nothing of a span.
WordRange trimmed(const WordView& view, WordRange range) {
  const auto& tokens = view.document().tokens;
  const auto idle = [&](Index i) { return view[i].is_mark || (tokens[i].upos == "PUNCT" && tokens[i].lower.size() == 1 && std::string_view(",.;:").find(tokens[i].lower) != std::string_view::npos); };
  while (range.first < range.last && idle(range.first)) ++range.first;
  while (range.last > range.first && idle(range.last - 1)) --range.last;
  return range;
}

using Spans = std::set<std::pair<Index, Index>>;

template <typename Ranges>
void add_cover(const WordView& view, const Ranges& ranges, Spans& spans) {
  if (ranges.empty()) return;
  WordRange all{kNone, 0};
  for (const auto& range : ranges) all = {std::min(all.first, range.first), std::max(all.last, range.last)};
  all = trimmed(view, all);
  spans.insert({all.first, all.last});
}

void count(const Spans& given, const Spans& wanted, AttributionScore::Count& out) {
  out.given += given.size();
  out.wanted += wanted.size();
  for (const auto& span : given) out.right += wanted.count(span);
}

}  // namespace

std::string train_attributions(const std::vector<AttributedText>& texts, const AttributionTraining& settings, size_t workers, std::ostream& log) {
  const Examples examples = examples_of(texts);
  if (examples.roles.empty()) throw Error(ErrorKind::input, "there is no attribution in the texts to learn from");
  Parameters parameters(workers, settings.seed);
  const AttributionNetwork network(parameters, texts.front().vectors.width, settings.network);
  log << fmt::format("{} texts, {} attributions\n", texts.size(), examples.roles.size()) << std::flush;
  Course course(parameters, network, settings, workers, log);
  course.learn(examples.predicates, settings.predicate_epochs, "predicates");
  course.learn(examples.roles, settings.epochs, "roles");
  TensorWriter section;
  network.write(section);
  const float trust[] = {settings.trust.find, settings.trust.add, settings.trust.span, settings.trust.drop};
  section.add_f32("trust", 1, 4, trust);
  return section.bytes();
}

AttributionScore score_attributions(const std::vector<AttributedText>& texts, std::shared_ptr<const Model> model) {
  const AttributionModel attributions(std::move(model));
  AttributionScore score;
  for (const AttributedText& text : texts) {
    text.document->vectors = text.vectors;
    const auto found = attributions.find(*text.document);
    text.document->vectors = {};
    Spans given[3], wanted[3];
    for (const LearnedAttribution& one : found) {
      if (one.certainty < attributions.trust().add) continue;
      add_cover(*text.view, one.source, given[0]);
      add_cover(*text.view, one.cue, given[1]);
      add_cover(*text.view, one.content, given[2]);
    }
    for (const GoldAttribution& one : text.gold) {
      add_cover(*text.view, one.source, wanted[0]);
      add_cover(*text.view, one.cue, wanted[1]);
      add_cover(*text.view, one.content, wanted[2]);
    }
    count(given[0], wanted[0], score.source);
    count(given[1], wanted[1], score.cue);
    count(given[2], wanted[2], score.content);
  }
  return score;
}

}  // namespace chancery::train
