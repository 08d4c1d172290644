#include "pipeline/self_test.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/error.hpp"

namespace chancery {
namespace {

using nlohmann::json;

std::string analysed(const std::string& text, const Runner& runner) {
  Document document;
  document.text = text;
  runner.run(document);
  return syntax_line(document);
}

}  // namespace

std::string syntax_line(const Document& document) {
  std::string line;
  for (const Sentence& sentence : document.sentences) {
    for (Index i = sentence.first; i < sentence.last; ++i) {
      const Token& token = document.tokens[i];
      const Index head = token.head == kNone ? 0 : token.head - sentence.first + 1;
      line += fmt::format("{}{}/{}/{}/{}", line.empty() ? "" : " ", document.of(token), token.upos, head, token.deprel);
    }
  }
  return line;
}

std::string analysed_samples(const std::vector<std::string>& texts, const Runner& runner) {
  json samples = json::array();
  for (const std::string& text : texts) samples.push_back({{"text", text}, {"syntax", analysed(text, runner)}});
  return samples.dump();
}

void check_samples(const Model& model, const Runner& runner) {
  const json card = json::parse(model.card(), nullptr, false);
  if (!card.is_object() || !card.contains("samples")) return;
  for (const json& sample : card["samples"]) {
    if (!sample.is_object() || !sample.value("text", json()).is_string() || !sample.value("syntax", json()).is_string()) {
      throw Error(ErrorKind::input, "the model's card has samples that cannot be read; get the file again or train it again");
    }
    const std::string text = sample["text"], got = analysed(text, runner);
    if (got == sample["syntax"].get_ref<const std::string&>()) continue;
    throw Error(ErrorKind::input, fmt::format("the model's self-test failed on \"{}\": it was made by another version, or the file or this machine is faulty; train it again or use the model that came with this program", text));
  }
}

}  // namespace chancery
