#include "stages/names/names.hpp"

#include "document/mentions.hpp"
#include "stages/names/merge.hpp"
#include "stages/names/scanner.hpp"

namespace chancery {
namespace {

bool is_name_part(const Document& document, const std::vector<NameWord>& words, const NameNouns& nouns, Index i) {
  const Token& token = document.tokens[i];
  return words[i].capital && !words[i].initial && token.lower.size() > 1 && !nouns.is(token.lower, NameNouns::suffix) &&
         !nouns.is(token.lower, NameNouns::particle) && !nouns.is(token.lower, NameNouns::closed);
}

/// The words of every person found: a surname alone counts wherever the text gave it with a title or in full.
KnownNames learn(const Document& document, const std::vector<NameWord>& words, const NameNouns& nouns, const Knowledge& knowledge,
                 const std::vector<Found>& found) {
  KnownNames known;
  for (const Found& one : found) {
    if (one.type != MentionType::person) continue;
    for (Index i = one.first; i < one.last; ++i) {
      if (!is_name_part(document, words, nouns, i)) continue;
      const bool names_a_country = knowledge.lexicon().longest(document.tokens, i, i + 1, EntryKind::country).length > 0;
      if (!names_a_country) known.words.insert(document.tokens[i].lower);
    }
  }
  return known;
}

/// The title's words are all capitals, so it is read only with the names that the text has shown.
std::vector<Found> scan(const Document& document, const Knowledge& knowledge, const NameNouns& nouns, const std::vector<NameWord>& words, const KnownNames& known) {
  std::vector<Found> found;
  NameScanner scanner(document, knowledge, nouns, words, known);
  for (const Sentence& sentence : document.sentences) scanner.scan(sentence, found);
  return found;
}

Mention to_mention(const Document& document, const Found& found) {
  Mention mention;
  mention.stage = "names";
  mention.span = joined(document.tokens[found.first].span, document.tokens[found.last - 1].span);
  mention.type = found.type;
  mention.form = found.form;
  mention.country = found.country;
  mention.international = found.international;
  mention.office_head = found.office_head;
  mention.office_class = found.office_class;
  mention.status = found.status;
  if (found.bearer) mention.bearer = static_cast<Index>(*found.bearer);
  return mention;
}

}  // namespace

NamesStage::NamesStage(const std::filesystem::path& data_folder, const Knowledge& knowledge, std::shared_ptr<const Model> model)
    : knowledge_(knowledge), nouns_(NameNouns::load(data_folder / "names" / "en" / "nouns.tsv")), tagger_(std::move(model)) {}

void NamesStage::run(Document& document) const {
  const auto words = look_at_words(document, knowledge_, nouns_);
  const NameGuesses guesses = tagger_.guess(document);
  const auto first = merge(document, knowledge_, words, scan(document, knowledge_, nouns_, words, {}), guesses);
  const auto second = scan(document, knowledge_, nouns_, words, learn(document, words, nouns_, knowledge_, first));
  const auto found = merge(document, knowledge_, words, second, guesses);
  document.mentions.clear();
  for (const Found& one : found) document.mentions.push_back(to_mention(document, one));
  sort_mentions(document.mentions);
}

}  // namespace chancery
