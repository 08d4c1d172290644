// Documents with the trees a test gives them, read by the stages that name, link and resolve.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "knowledge/knowledge.hpp"
#include "readers/reader.hpp"
#include "stages/coref/coref.hpp"
#include "stages/link/link.hpp"
#include "stages/names/names.hpp"

namespace chancery::test {

/// Sentences of words "form/lemma/UPOS/head/relation" or with a sixth part, its features; a line a sentence.
inline std::string as_conllu(const std::vector<std::string>& sentences) {
  std::string out;
  for (const std::string& sentence : sentences) {
    std::istringstream words(sentence);
    int id = 0;
    for (std::string word; words >> word;) {
      std::istringstream parts(word);
      std::vector<std::string> part(6, "_");
      for (auto& p : part) std::getline(parts, p, '/');
      if (part[5].empty()) part[5] = "_";
      out += std::to_string(++id) + "\t" + part[0] + "\t" + part[1] + "\t" + part[2] + "\t_\t" + part[5] + "\t" + part[3] + "\t" + part[4] + "\t_\t_\n";
    }
    out += "\n";
  }
  return out;
}

inline Document read_trees(const std::vector<std::string>& sentences, const std::string& publisher_country = {}) {
  static const std::filesystem::path data = data_folder();
  static const Knowledge knowledge = Knowledge::load(data);
  static const NamesStage names(data, knowledge);
  static const LinkStage link(knowledge);
  static const CorefStage coref(data);
  std::istringstream stream(as_conllu(sentences));
  Document document;
  readers::Options options;
  options.input = readers::Input::conllu;
  options.country = publisher_country;
  readers::read(stream, "test.conllu", options, [&](Document&& one, const readers::Original&) { document = std::move(one); },
                [](readers::Failure&& failure) { ADD_FAILURE() << failure.message; });
  for (const Stage* stage : std::initializer_list<const Stage*>{&names, &link, &coref}) stage->run(document);
  return document;
}

inline std::string called(const Document& document, Index entity) {
  if (entity == kNone) return "open";
  const Entity& one = document.entities[entity];
  if (one.members.empty()) return one.name;
  std::vector<std::string> members;
  for (const Index member : one.members) members.push_back(document.entities[member].name);
  std::sort(members.begin(), members.end());
  std::string out;
  for (const auto& member : members) out += (out.empty() ? "" : " + ") + member;
  return out;
}

/// Who the n-th mention that is written so stands for: a name, "A + B", "open", or "unmarked".
inline std::string who(const Document& document, const std::string& words, int n = 1) {
  for (const Mention& mention : document.mentions) {
    if (document.of(mention.span) == words && --n == 0) return called(document, mention.entity);
  }
  return "unmarked";
}

}  // namespace chancery::test
