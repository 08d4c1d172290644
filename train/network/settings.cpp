#include "network/settings.hpp"

#include <fmt/format.h>

#include <charconv>
#include <functional>
#include <set>
#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"

namespace chancery::train {
namespace {

const std::set<std::string> kLists = {"trees", "names", "projected", "raw", "dev_trees", "dev_names", "speech", "speech_trees", "speech_projected", "dev_speech", "leave_out", "source"};

using Number = std::function<void(double)>;

std::map<std::string, Number> numbers_of(TrainingSettings& s) {
  std::map<std::string, Number> keys;
  const auto whole = [&](const char* key, size_t& to) { keys[key] = [&to](double v) { to = static_cast<size_t>(v); }; };
  const auto real = [&](const char* key, float& to) { keys[key] = [&to](double v) { to = static_cast<float>(v); }; };
  NetworkSettings& n = s.network;
  whole("word_width", n.word_width), whole("piece_rows", n.piece_rows), whole("piece_width", n.piece_width), whole("flag_width", n.flag_width);
  whole("width", n.width), whole("shared_layers", n.shared_layers), whole("parse_layers", n.parse_layers);
  whole("names_layers", n.names_layers), whole("names_width", n.names_width);
  whole("arc_width", n.arc_width), whole("relation_width", n.relation_width), whole("masked_candidates", n.masked_candidates);
  real("input_dropout", n.input_dropout), real("dropout", n.dropout), real("word_dropout", n.word_dropout);
  real("rate", s.adam.rate), real("beta1", s.adam.beta1), real("beta2", s.adam.beta2), real("clip", s.adam.clip), real("decay", s.adam.decay);
  real("guess_rate", s.guess_rate), real("last_rate", s.last_rate);
  whole("seed", s.seed), whole("epochs", s.epochs), whole("batch_words", s.batch_words), whole("patience", s.patience), whole("warm_up", s.warm_up);
  whole("guess_epochs", s.guess_epochs), whole("guess_batch_words", s.guess_batch_words);
  whole("least_count", s.least_count), whole("least_raw_count", s.least_raw_count), whole("most_words", s.most_words), whole("projected_sentences", s.projected_sentences), whole("projected_texts", s.projected_texts);
  AttributionTraining& a = s.attributions;
  whole("speech_epochs", a.epochs), whole("speech_predicate_epochs", a.predicate_epochs), whole("speech_width", a.network.width), whole("speech_layers", a.network.layers), real("speech_find", a.trust.find), real("speech_add", a.trust.add), real("speech_span", a.trust.span), real("speech_drop", a.trust.drop), real("speech_rate", a.rate);
  NameTrust& t = s.trust;
  real("trust_add", t.add), real("trust_lone", t.lone), real("trust_span", t.span), real("trust_kind", t.kind), real("trust_country", t.country);
  real("trust_title", t.title), real("trust_none", t.none), real("trust_no_country", t.no_country);
  return keys;
}

}  // namespace

std::vector<std::filesystem::path> TrainingSettings::files(const std::string& list, const std::filesystem::path& corpora) const {
  std::vector<std::filesystem::path> out;
  const auto at = lists.find(list);
  if (at == lists.end()) return out;
  for (const std::string& name : at->second) out.push_back(corpora / name);
  return out;
}

TrainingSettings read_settings(const std::filesystem::path& file) {
  TrainingSettings settings;
  settings.text = read_file(file);
  auto numbers = numbers_of(settings);
  std::istringstream lines(settings.text);
  std::string line;
  for (size_t number = 1; std::getline(lines, line); ++number) {
    const auto fail = [&](const std::string& what) { throw Error(ErrorKind::input, fmt::format("{}:{}: {}", file.string(), number, what)); };
    std::istringstream words(line.substr(0, line.find('#')));
    std::string key, equals;
    if (!(words >> key)) continue;
    if (!(words >> equals) || equals != "=") fail("a setting is written \"key = value\"");
    if (key == "source") {
      std::string rest;
      std::getline(words >> std::ws, rest);
      settings.lists[key].push_back(rest);
    } else if (kLists.contains(key)) {
      for (std::string word; words >> word;) settings.lists[key].push_back(word);
    } else if (const auto at = numbers.find(key); at != numbers.end()) {
      std::string word;
      words >> word;
      double value = 0;
      const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
      if (word.empty() || error != std::errc() || end != word.data() + word.size() || value < 0) fail(fmt::format("{} wants a number", key));
      at->second(value);
    } else {
      fail(fmt::format("there is no setting \"{}\"", key));
    }
  }
  return settings;
}

}  // namespace chancery::train
