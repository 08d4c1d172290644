// What the trained model holds for names: spans of persons, organisations and places with how sure it is.
//
// A recurrent layer of its own over the encoder's vectors and a linear-chain conditional random field (Lafferty et al.
// 2001) on top: spans are the best sequence of labels, certainty is the mean marginal of their words. Labels are those
// of the section "names": B, I, E, S and a kind, or O. Const and thread-safe.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "document/document.hpp"
#include "model/layers.hpp"
#include "model/model.hpp"

namespace chancery {

/// How sure a model must be before it is believed; chosen for each model on development texts and kept in its section
/// "trust". The numbers are certainties from 0 to 1; above 1 means never.
struct NameTrust {
  float add = 0;             ///< a name that the grammar does not know
  float lone = 0;            ///< the same, of a person in one word that no list has for a name: "Easter"
  float span = 0.4f;         ///< to move the edges of a name
  float kind = 0.4f;         ///< to change its kind
  float country = 0.8f;      ///< to take a known country for something else
  float title = 0.9f;        ///< that a form of address belongs to the name
  float none = 0.6f;         ///< that a find of the grammar is no name
  float no_country = 0.9f;   ///< the same of a known country
};
static_assert(sizeof(NameTrust) == 8 * sizeof(float));

struct NameGuess {
  Index first = 0, last = 0;  ///< tokens, half-open
  MentionType type = MentionType::person;
  float certainty = 0;        ///< 0 to 1
};

struct NameGuesses {
  std::vector<NameGuess> names;  ///< in order, not overlapping
  NameTrust trust;
  std::vector<float> outside;    ///< a token each: probability that it stands in no name; empty without a model
};

class NameTagger {
 public:
  NameTagger() = default;
  /// `model` may be null or have no names; then nothing is guessed. Throws Error(input) where the section does not fit.
  explicit NameTagger(std::shared_ptr<const Model> model);
  NameGuesses guess(const Document& document) const;

 private:
  struct Label {
    char place = 'O';  ///< B, I, E, S or O
    int kind = -1;     ///< MentionType, or -1 for a kind that is none of ours
  };
  void forbid_broken_names();
  void decode(const float* scores, size_t words, Index first, NameGuesses& out) const;
  std::vector<float> marginals(const float* scores, size_t words) const;

  std::shared_ptr<const Model> model_;
  RecurrentStack layers_;
  LinearLayer scores_;
  std::vector<Label> labels_;
  NameTrust trust_;
  std::vector<float> transitions_, odds_;  ///< odds_: transitions as factors; rows from, the begin and the end last
};

}  // namespace chancery
