// The trained model of attributions: which words say that somebody says or holds something, and, for each of them, whose
// words (source), by what (cue), and what (content).
//
// Two steps over the encoder's vectors and hashed features of the tree and the marks (attribution_features.hpp): every
// word is asked whether it is a predicate; for each that is, recurrent layers and a linear chain label the words of its
// window. The scheme is that of PolNeAR (Newell et al. 2018). Section "speech" of the model. Const and thread-safe.
#pragma once

#include <memory>
#include <vector>

#include "document/document.hpp"
#include "model/layers.hpp"
#include "model/model.hpp"
#include "stages/speech/attribution_frames.hpp"
#include "stages/speech/word_view.hpp"

namespace chancery {

struct LearnedAttribution {
  struct Range {
    Index first = 0, last = 0;  ///< tokens, half-open
  };
  Index predicate = 0;
  float certainty = 0;  ///< that the predicate is one, 0 to 1
  std::vector<Range> source, cue, content;
};

/// How sure the model must be of a predicate, from 0 to 1; above 1 means never. Chosen for each model on development texts.
struct AttributionTrust {
  float find = 0.4f;  ///< to look at its roles at all
  float add = 0.4f;   ///< to add a statement that the lexicon does not find
  float span = 0.1f;  ///< to move the spans of one that it finds
  float drop = 0;     ///< below it, reported speech that the lexicon alone finds is no statement; not above `find`
};

class AttributionModel {
 public:
  AttributionModel() = default;
  /// `model` may be null or lack the section; then nothing is found. Throws Error(input) where the section does not fit.
  explicit AttributionModel(std::shared_ptr<const Model> model);
  bool empty() const { return layers_.empty(); }
  const AttributionTrust& trust() const { return trust_; }

  /// Whether the document has the vectors and trees that find() needs; without them it knows nothing of it.
  bool reads(const Document& document) const;

  /// In the order of their predicates.
  std::vector<LearnedAttribution> find(const Document& document) const;

  /// Labels of the roles, and their numbers in the chain.
  enum Label : uint8_t { outside, source_begin, source_inside, cue_begin, cue_inside, content_begin, content_inside, label_count };

 private:
  struct Work;
  void project(const Document& document, Work& work) const;
  std::vector<LearnedAttribution> predicates(const WordView& view, Work& work) const;
  void label(const WordView& view, std::span<LearnedAttribution> some, Work& work) const;
  void read_roles(const uint8_t* labels, Index first, Index count, LearnedAttribution& out) const;

  std::shared_ptr<const Model> model_;
  LinearLayer words_;       ///< a vector to the inputs of both steps: as predicate, as word in a role, as a role's predicate
  LinearLayer decision_, labels_;
  RecurrentStack layers_;
  FrameDecision frames_;
  TensorView predicate_rows_, role_rows_;
  std::vector<float> transitions_;
  AttributionTrust trust_;
  size_t width_ = 0;
};

}  // namespace chancery
