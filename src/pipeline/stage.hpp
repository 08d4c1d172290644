// A stage reads some layers of a document and writes others; the runner orders, times, checks and can stop them.
//
// Stages hold no state of a document: one object serves many threads at once through `run`, which is const. What a
// stage needs to know (knowledge files, model) is given to its constructor and must outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.hpp"
#include "document/language.hpp"

namespace chancery {

/// The layers of a document, as stages name them.
enum class Layer : uint8_t { blocks, tokens, vectors, tags, syntax, features, mentions, entities, times, labels, statements, points, events, figures, commitments, courtesies, kind };

class Stage {
 public:
  virtual ~Stage() = default;
  /// Unique, lower case, static lifetime; what `--only`, `--skip`, the benchmark and Fact::stage say.
  virtual std::string_view name() const = 0;
  virtual std::vector<Layer> needs() const = 0;
  virtual std::vector<Layer> gives() const = 0;
  /// Whether it can read a document in this language (BCP 47; empty where unknown, which is taken for English). The
  /// runner passes over a document that a stage cannot read, and its layers stay empty.
  virtual bool reads(std::string_view language) const { return language.empty() || primary_language(language) == "en"; }
  /// Bounded time in the length of the text (no worse than n log n). Throws only for lack of memory.
  virtual void run(Document& document) const = 0;
};

}  // namespace chancery
