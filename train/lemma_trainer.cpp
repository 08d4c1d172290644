#include "train/lemma_trainer.hpp"

#include <map>
#include <memory>
#include <set>

#include "base/hash.hpp"
#include "base/utf8.hpp"
#include "stages/tag/lemma_keys.hpp"
#include "stages/tag/lemmas.hpp"
#include "train/lemma_cases.hpp"
#include "train/lemma_counts.hpp"
#include "train/lemma_endings.hpp"
#include "train/lemma_section.hpp"

namespace chancery::train {
namespace {

using tag::EditScript;
using tag::Lemmatiser;
using tag::ScriptBase;

constexpr size_t kLongestRule = 7;    // cut and added together; longer scripts are no rule but a correction of one word
constexpr size_t kLongestAppend = 3;  // bytes; no English rule adds more ("-ves" => "-fe", "-men" => "-man")
constexpr double kTreebankType = 3;   // a word of a treebank against one of the dictionary, where endings are counted
constexpr double kFewestTypes = 2;    // words of a treebank that must agree before an ending is a rule

/// Each part of the section is learnt with a lemmatiser that has the parts before it.
class Trainer {
 public:
  Trainer(const std::vector<std::vector<TreeSentence>>& treebanks, const Lexicon& lexicon) : lexicon_(lexicon), counts_(treebanks) {
    section_.by_features = counts_.by_features;
    section_.tags = counts_.numbers;
  }

  std::string train() {
    collect_types();
    section_.endings = learn_endings(types_, kFewestTypes * kTreebankType);
    section_.words = lexicon_.words;
    section_.names = lexicon_.names;
    section_.cases = learn_cases(counts_, so_far());
    // Only now: while capitals were learnt, each word of the treebanks would have looked like a familiar one.
    add_familiar_words();
    learn_lower_forms();
    learn_written_forms();
    return section_.bytes();
  }

 private:
  using LowerForm = std::pair<std::string, uint16_t>;

  const Lemmatiser& so_far() {
    bytes_ = section_.bytes();
    lemmatiser_ = std::make_unique<Lemmatiser>(std::as_bytes(std::span(bytes_)));
    return *lemmatiser_;
  }

  void collect_types() {
    std::map<LowerForm, Tally> tallies;
    for (const auto& [key, seen] : counts_.forms) {
      for (const auto& [lemma, weight] : seen.lemmas) tallies[{seen.lower, seen.tag}][utf8::lower(lemma)] += weight;
    }
    for (const auto& [key, tally] : tallies) {
      lemmas_[key] = winner(tally);
      add_type(key, winner(tally), kTreebankType);
    }
    for (const Inflection& i : lexicon_.inflections) {
      const auto tag = counts_.numbers.find(tag::tag_key(i.upos, i.xpos));
      if (tag == counts_.numbers.end()) continue;
      const LowerForm key(i.form, tag->second);
      if (lemmas_.try_emplace(key, i.lemma).second) add_type(key, i.lemma, 1);
    }
  }

  void add_type(const LowerForm& form, const std::string& lemma, double weight) {
    EditScript script;
    const bool is_rule = tag::script_between(form.first, lemma, script) && script.append.size() <= kLongestAppend && script.strip + script.append.size() <= kLongestRule;
    if (is_rule) types_.push_back({form.first, form.second, section_.number_of(script), script.strip, weight});
  }

  void add_familiar_words() {
    std::set<std::string> words(section_.words.begin(), section_.words.end()), names(section_.names.begin(), section_.names.end());
    for (const auto& [key, seen] : counts_.forms) {
      const bool name = seen.upos == "PROPN";
      if (tag::letter_case(seen.form) == (name ? tag::LetterCase::title : tag::LetterCase::lower)) (name ? names : words).insert(utf8::lower(winner(seen.lemmas)));
    }
    section_.words.assign(words.begin(), words.end());
    section_.names.assign(names.begin(), names.end());
  }

  /// Words whose ending misleads, whatever their capitals.
  void learn_lower_forms() {
    const Lemmatiser& now = so_far();
    std::string given;
    for (const auto& [form, lemma] : lemmas_) {
      now.by_ending(form.first, form.second, given);
      EditScript script;
      if (given == lemma || !tag::script_between(form.first, lemma, script)) continue;
      section_.own_way[tag::lower_key(hash64(form.first), form.second)] = section_.number_of(script);
    }
  }

  /// Words of the treebanks that the rest still gets wrong, exactly as they are written.
  void learn_written_forms() {
    const Lemmatiser& now = so_far();
    std::string given;
    for (const auto& [key, seen] : counts_.forms) {
      const TagPair& pair = counts_.tags[seen.tag];
      now.lemma({seen.form, seen.lower, pair.upos, pair.second, pair.second}, given);
      if (given != winner(seen.lemmas)) add_written_form(seen, winner(seen.lemmas));
    }
  }

  void add_written_form(const SeenForm& seen, const std::string& lemma) {
    const std::string lower_lemma = utf8::lower(lemma);
    EditScript best;
    size_t least = SIZE_MAX;
    for (const ScriptBase base : {ScriptBase::lower, ScriptBase::written, ScriptBase::title}) {
      const bool title = base == ScriptBase::title;
      EditScript script;
      if (title && tag::title_case(lower_lemma) != lemma) continue;
      if (!tag::script_between(base == ScriptBase::written ? seen.form : seen.lower, title ? lower_lemma : lemma, script)) continue;
      script.base = base;
      const size_t cost = script.strip + script.append.size();
      if (cost < least) best = script;
      least = std::min(least, cost);
    }
    if (least != SIZE_MAX) section_.own_way[tag::form_key(hash64(seen.form), seen.tag)] = section_.number_of(best);
  }

  const Lexicon& lexicon_;
  const LemmaCounts counts_;
  LemmaSection section_;
  std::string bytes_;
  std::unique_ptr<Lemmatiser> lemmatiser_;
  std::map<LowerForm, std::string> lemmas_;  // in lower case
  std::vector<WordType> types_;
};

}  // namespace

std::string train_lemmas(const std::vector<std::vector<TreeSentence>>& treebanks, const Lexicon& lexicon) { return Trainer(treebanks, lexicon).train(); }

}  // namespace chancery::train
