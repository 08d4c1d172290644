#include "network/examples.hpp"

#include <sstream>

#include "base/error.hpp"
#include "base/file.hpp"
#include "document/word.hpp"

namespace chancery::train {
namespace {

std::string kind_of(std::string_view tag) {
  if (tag == "PER" || tag == "person" || tag == "politician") return "person";
  if (tag == "ORG" || tag == "organisation" || tag == "organization" || tag == "politicalparty") return "organisation";
  if (tag == "LOC" || tag == "GPE" || tag == "location" || tag == "country" || tag == "place") return "place";
  return "other";
}

/// The words of a column-file's token as the program would split it; an empty result keeps it whole.
std::vector<std::string> split(const std::string& token, const WordSplitter& splitter) {
  std::vector<Token> parts;
  splitter.split(token, Span{0, static_cast<uint32_t>(token.size())}, {}, parts);
  std::vector<std::string> words;
  for (const Token& part : parts) words.push_back(token.substr(part.span.begin, part.span.size()));
  if (words.empty()) words.push_back(token);
  return words;
}

Document document_of(const std::vector<std::string>& words) {
  Document document;
  for (const std::string& word : words) {
    Token token;
    token.span = {static_cast<uint32_t>(document.text.size()), static_cast<uint32_t>(document.text.size() + word.size())};
    token.lower = plain_lower(word);
    token.shape = shape_of(word);
    document.tokens.push_back(std::move(token));
    document.text += word + " ";
  }
  return document;
}

}  // namespace

int32_t Labels::add(const std::string& label) {
  const auto [at, is_new] = numbers_.try_emplace(label, static_cast<int32_t>(all_.size()));
  if (is_new) all_.push_back(label);
  return at->second;
}

int32_t Labels::find(const std::string& label) const {
  const auto at = numbers_.find(label);
  return at == numbers_.end() ? -1 : at->second;
}

std::vector<NamedSentence> read_names(const std::filesystem::path& file, const WordSplitter& splitter) {
  std::vector<NamedSentence> sentences(1);
  std::istringstream lines(read_file(file));
  std::string line, open;
  while (std::getline(lines, line)) {
    std::istringstream columns(line);
    std::vector<std::string> parts;
    for (std::string part; columns >> part;) parts.push_back(part);
    if (parts.empty() || parts[0] == "-DOCSTART-") {
      if (!sentences.back().words.empty()) sentences.emplace_back();
      open.clear();
      continue;
    }
    NamedSentence& s = sentences.back();
    const std::string& tag = parts.back();
    const bool named = tag.size() > 2 && tag[1] == '-';
    if (tag != "O" && !named) throw Error(ErrorKind::input, file.string() + ": \"" + tag + "\" is no BIO tag; the tag stands in the last column");
    const std::string kind = named ? kind_of(std::string_view(tag).substr(2)) : "";
    const auto first = static_cast<uint32_t>(s.words.size());
    for (std::string& word : split(parts[0], splitter)) s.words.push_back(std::move(word));
    const auto last = static_cast<uint32_t>(s.words.size());
    if (named && tag[0] == 'I' && open == kind && !s.names.empty()) {
      s.names.back().last = last;
    } else if (named) {
      s.names.push_back({first, last, kind});
    }
    open = kind;
  }
  if (sentences.back().words.empty()) sentences.pop_back();
  return sentences;
}

std::vector<std::string> span_labels(const NamedSentence& sentence) {
  std::vector<std::string> labels(sentence.words.size(), "O");
  for (const auto& name : sentence.names) {
    if (name.last == name.first + 1) {
      labels[name.first] = "S-" + name.kind;
      continue;
    }
    for (uint32_t i = name.first; i < name.last; ++i) labels[i] = (i == name.first ? "B-" : i + 1 == name.last ? "E-" : "I-") + name.kind;
  }
  return labels;
}

WordFeatures ExampleMaker::features(const std::vector<std::string>& words) const {
  WordFeatures features;
  const Document document = document_of(words);
  add_features(document, 0, static_cast<Index>(words.size()), vocabulary_, piece_rows_, lexicon_, features);
  return features;
}

Example ExampleMaker::of(const TreeSentence& sentence, bool grow) {
  Example out;
  std::vector<std::string> words;
  const auto number = [&](Labels& labels, const std::string& label) { return grow ? labels.add(label) : labels.find(label); };
  for (const TreeWord& word : sentence.words) {
    words.push_back(word.form);
    out.upos.push_back(number(labels_.upos, word.upos));
    out.xpos.push_back(number(labels_.xpos, word.xpos));
    out.heads.push_back(static_cast<int32_t>(word.head));
    out.relations.push_back(number(labels_.relations, word.deprel));
  }
  out.features = features(words);
  return out;
}

Example ExampleMaker::of(const NamedSentence& sentence, bool grow) {
  Example out;
  for (const std::string& label : span_labels(sentence)) out.names.push_back(grow ? labels_.names.add(label) : labels_.names.find(label));
  for (const uint32_t word : sentence.unknown) out.names[word] = -1;
  out.features = features(sentence.words);
  return out;
}

Example ExampleMaker::of(const std::vector<std::string>& words) const {
  Example out;
  out.features = features(words);
  return out;
}

}  // namespace chancery::train
