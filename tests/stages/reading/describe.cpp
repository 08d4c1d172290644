#include "describe.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>

namespace chancery::testing {
namespace {

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      if (!out.ends_with(' ')) out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string name_of_entity(const Document& document, Index entity) {
  if (entity == kNone) return "nobody";
  const Entity& e = document.entities[entity];
  return e.country.empty() ? e.name : fmt::format("{} ({})", e.name, e.country);
}

std::string names_of(const Document& document, const std::vector<Index>& entities) {
  std::vector<std::string> names;
  for (const Index e : entities) names.push_back(name_of_entity(document, e));
  return names.empty() ? "nobody" : fmt::format("{}", fmt::join(names, " + "));
}

void words(const Document& document, std::string& out) {
  for (const Sentence& sentence : document.sentences) {
    std::vector<std::string> parts;
    for (Index i = sentence.first; i < sentence.last; ++i) parts.emplace_back(document.of(document.tokens[i]));
    out += fmt::format("words: {}\n", fmt::join(parts, " "));
  }
}

void sentences(const Document& document, std::string& out) {
  for (const Sentence& sentence : document.sentences) out += fmt::format("sentence: {}\n", one_line(document.of(sentence.span)));
}

void mentions(const Document& document, std::string& out) {
  for (const Mention& m : document.mentions) {
    out += fmt::format("{} {}: {}\n", name_of(m.type), name_of(m.form), m.entity == kNone || document.of(m.span) == document.entities[m.entity].name ? one_line(document.of(m.span)) : fmt::format("{} = {}", one_line(document.of(m.span)), name_of_entity(document, m.entity)));
  }
}

void entities(const Document& document, std::string& out) {
  for (const Entity& e : document.entities) {
    if (e.type != MentionType::person) continue;
    std::vector<std::string> offices;
    for (const Office& o : e.offices) offices.push_back(o.status.empty() ? o.title : fmt::format("{} [{}]", o.title, o.status));
    out += fmt::format("person: {} | {} | {} | {}\n", e.name, e.country, fmt::join(e.names, "; "), fmt::join(offices, "; "));
  }
}

void statements(const Document& document, std::string& out) {
  for (const Statement& s : document.statements) {
    const std::string content = one_line(document.of(s.span));
    const std::string shown = content.size() <= 80 ? content : content.substr(0, 45) + " ... " + content.substr(content.size() - 30);
    out += fmt::format("{}: {} [{}{}]{}{}: {}\n", name_of(s.mode), names_of(document, s.speakers), s.negated ? "not " : "", s.cue_lemma, s.addressee == kNone ? "" : fmt::format(" to {}", name_of_entity(document, s.addressee)),
                       s.pieces.size() > 1 ? fmt::format(" in {} pieces", s.pieces.size()) : "", shown);
  }
}

void events(const Document& document, std::string& out) {
  out += fmt::format("kind: {}\n", name_of(document.info.kind));
  for (const Event& e : document.events) {
    out += fmt::format("{}: {} {}", e.main ? "main" : "other", name_of(e.type), name_of(e.status));
    if (!e.time.value.empty()) out += fmt::format(" on {} ({})", e.time.value, name_of(*e.time.basis));
    if (e.time.basis == TimeBasis::published) out += " by the day of publication";
    if (!e.place.name.empty()) out += fmt::format(" in {}{} ({})", e.place.name, e.place.country.empty() ? "" : " " + e.place.country, name_of(*e.place.basis));
    if (!e.channel.empty()) out += " by " + e.channel;
    if (!e.format.empty()) out += ", " + e.format;
    out += '\n';
    if (e.initiator != kNone) out += fmt::format("  initiated by {}\n", name_of_entity(document, e.initiator));
    for (const Participant& p : e.participants) out += fmt::format("  {}: {}\n", name_of(p.role), name_of_entity(document, p.entity));
  }
}

}  // namespace

std::string describe(const Document& document, const std::string& layers) {
  std::string out;
  std::istringstream names(layers);
  for (std::string layer; names >> layer;) {
    if (layer == "words") words(document, out);
    if (layer == "sentences") sentences(document, out);
    if (layer == "mentions") mentions(document, out);
    if (layer == "entities") entities(document, out);
    if (layer == "statements") statements(document, out);
    if (layer == "events") events(document, out);
  }
  return out;
}

}  // namespace chancery::testing
