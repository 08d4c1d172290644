#include "stages/codes/codes.hpp"

#include "stages/codes/coder.hpp"
#include "stages/codes/encounters.hpp"
#include "stages/codes/parties.hpp"

namespace chancery {

void CodesStage::run(Document& document) const {
  codes::code_encounters(document);
  if (codes::is_release(document)) return;
  const codes::Tree tree(document);
  const codes::Coder coder(tree, book_);
  codes::Parties parties(document, tree, book_, name());
  std::vector<Event> told;
  for (const Sentence& sentence : document.sentences) {
    for (const codes::Act& act : coder.read(sentence)) {
      Event event;
      event.stage = name();
      event.participants = parties.of(act);
      if (event.participants.empty()) continue;
      event.plover = act.root;
      event.mode = act.mode;
      event.context = act.context;
      Span words = document.tokens[act.trigger].span;
      for (const Participant& p : event.participants) words = joined(words, p.mention);
      event.evidence = {words};
      told.push_back(std::move(event));
    }
  }
  parties.finish();
  std::ranges::move(told, std::back_inserter(document.events));
}

}  // namespace chancery
