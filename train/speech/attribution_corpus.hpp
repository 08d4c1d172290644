// Texts with attributions to learn from: who (source) said (cue) what (content), as spans of words.
//
// Documents are analysed by the stages of the model that the attributions are learned for; vectors are its encoder's.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/model.hpp"
#include "pipeline/stage.hpp"
#include "stages/speech/attribution_model.hpp"
#include "stages/speech/word_view.hpp"
#include "train/conllu.hpp"

namespace chancery::train {

using WordRange = LearnedAttribution::Range;

struct GoldAttribution {
  std::vector<WordRange> source, cue, content;
  Index predicate = kNone;  ///< the cue's head; kNone where there is no cue
};

struct AttributedText {
  std::unique_ptr<Document> document;  ///< kept in place, since the view refers to it
  WordVectors vectors;
  std::unique_ptr<WordView> view;
  std::vector<GoldAttribution> gold;
};

/// Everything up to the trees, as the program does it.
class TextAnalyser {
 public:
  TextAnalyser(std::shared_ptr<const Model> model, const Knowledge& knowledge, const std::filesystem::path& data);
  ~TextAnalyser();
  AttributedText analyse(Document&& document) const;

 private:
  std::vector<std::unique_ptr<Stage>> stages_;
};

/// A folder in the manner of PolNeAR: text/ID.txt and attributions/ID_*.ann (brat standoff, offsets in code points); of several
/// annotations of a text the first.
std::vector<AttributedText> read_brat(const std::filesystem::path& folder, const TextAnalyser& analyser);

/// Documents of a treebank whose rhetorical trees mark attributions (GUM).
std::vector<AttributedText> read_rhetorical(const std::vector<TreeSentence>& sentences, const TextAnalyser& analyser);

/// At most `most` releases of a file in which the lexicon of cues finds somebody's words.
std::vector<AttributedText> project_attributions(const std::filesystem::path& file, const TextAnalyser& analyser, const Knowledge& knowledge, const std::filesystem::path& data, size_t most);

/// The words of each span, in order; spans without a word are left out.
std::vector<WordRange> words_in(const Document& document, std::vector<Span> spans);

/// The head of a cue: the first of its words that hangs on none of them.
Index head_of(const Document& document, const std::vector<WordRange>& cue);

}  // namespace chancery::train
