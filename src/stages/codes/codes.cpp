#include "stages/codes/codes.hpp"

#include "stages/codes/coder.hpp"
#include "stages/codes/encounters.hpp"
#include "stages/codes/parties.hpp"
#include "stages/codes/when.hpp"

namespace chancery {
namespace {

/// Acts of single sentences, as events.
std::vector<Event> told_acts(Document& document, const codes::PatternBook& book, std::string_view stage) {
  const codes::Tree tree(document);
  const codes::Coder coder(tree, book);
  codes::Parties parties(document, tree, book, stage);
  std::vector<Event> told;
  for (const Sentence& sentence : document.sentences) {
    for (const codes::Act& act : coder.read(sentence)) {
      Event event;
      event.stage = stage;
      event.participants = parties.of(act);
      if (event.participants.empty()) continue;
      event.plover = act.root;
      event.mode = act.mode;
      event.context = act.context;
      event.time = codes::time_of(tree, act.trigger);
      Span words = document.tokens[act.trigger].span;
      for (const Participant& p : event.participants) words = joined(words, p.mention);
      event.evidence = {words};
      told.push_back(std::move(event));
    }
  }
  parties.finish();
  return told;
}

}  // namespace

void CodesStage::run(Document& document) const {
  std::vector<Event> told;
  if (!codes::is_release(document)) told = told_acts(document, book_, name());
  codes::code_encounters(document, told);
  std::ranges::move(told, std::back_inserter(document.events));
}

}  // namespace chancery
