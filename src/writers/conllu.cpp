#include "writers/conllu.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace chancery::writers {
namespace {

/// A column holds no tab and no line end; white space inside is one space.
std::string column(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto d = utf8::decode(text, at);
    const bool blank = utf8::is_space(d.code_point) || d.code_point < 0x20;
    if (!blank) out.append(text.substr(at, d.length));
    else if (!out.empty() && out.back() != ' ') out += ' ';
    at += d.length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out.empty() ? "_" : out;
}

bool space_follows(const Document& document, Index token) {
  const Span& span = document.tokens[token].span;
  const std::string_view text = document.part(span.part);
  return span.end >= text.size() || utf8::is_space(utf8::decode(text, span.end).code_point);
}

std::string head_of(const Document& document, const Sentence& sentence, const Token& token) {
  if (token.deprel.empty()) return "_";
  const bool inside = token.head >= sentence.first && token.head < sentence.last && token.head < document.tokens.size();
  return std::to_string(inside ? token.head - sentence.first + 1 : 0);
}

void add_word(std::string& out, const Document& document, const Sentence& sentence, Index index) {
  const Token& token = document.tokens[index];
  out += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n", index - sentence.first + 1, column(document.of(token)), column(token.lemma),
                     column(token.upos), column(token.xpos), column(token.feats), head_of(document, sentence, token), column(token.deprel),
                     space_follows(document, index) ? "_" : "SpaceAfter=No");
}

}  // namespace

std::string to_conllu(const Document& document) {
  std::string out = fmt::format("# newdoc id = {}\n", column(document.info.id));
  if (!document.title.empty()) out += fmt::format("# title = {}\n", column(document.title));
  Index block = kNone;
  size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.span.part == Part::title || sentence.first >= sentence.last) continue;
    if (sentence.block != block) out += "# newpar\n";
    block = sentence.block;
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", column(document.info.id), ++number, column(document.of(sentence.span)));
    for (Index i = sentence.first; i < sentence.last; ++i) add_word(out, document, sentence, i);
    out += '\n';
  }
  return number > 0 ? out : std::string();
}

}  // namespace chancery::writers
