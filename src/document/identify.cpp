#include "document/identify.hpp"

#include <fmt/format.h>

#include <unordered_map>

#include "base/hash.hpp"

namespace chancery {
namespace {

class Namer {
 public:
  explicit Namer(const Document& document) : text_(hash64(document.text, hash64(document.title))) {}

  std::string operator()(char letter, const Span& span, std::string_view detail = {}) {
    const std::string key = fmt::format("{}|{}|{}|{}|{}", letter, static_cast<int>(span.part), span.begin, span.end, detail);
    std::string id = fmt::format("{}-{}", letter, base32(hash64(key, text_)).substr(3));
    const int seen = ++seen_[id];
    return seen == 1 ? id : fmt::format("{}-{}", id, seen);
  }

 private:
  uint64_t text_;
  std::unordered_map<std::string, int> seen_;
};

Span first_of(const std::vector<Span>& spans) { return spans.empty() ? Span{} : spans.front(); }

}  // namespace

void identify(Document& document) {
  Namer name(document);
  if (document.info.id.empty()) document.info.id = "d-" + base32(hash64(document.text, hash64(document.title)));
  for (auto& m : document.mentions) m.id = name('m', m.span, name_of(m.type));
  std::vector<Span> firsts(document.entities.size());
  for (auto m = document.mentions.rbegin(); m != document.mentions.rend(); ++m) {
    if (m->entity != kNone) firsts[m->entity] = m->span;
  }
  for (size_t i = 0; i < document.entities.size(); ++i) {
    auto& e = document.entities[i];
    e.id = name('e', firsts[i], fmt::format("{}|{}", name_of(e.type), e.name));
  }
  for (auto& t : document.times) t.id = name('t', t.span);
  for (auto& s : document.statements) s.id = name('s', s.span, name_of(s.mode));
  for (auto& p : document.points) p.id = name('p', p.span, name_of(p.act));
  for (auto& e : document.events) e.id = name('v', first_of(e.evidence), name_of(e.type));
  for (auto& f : document.figures) f.id = name('f', f.span);
  for (auto& c : document.commitments) c.id = name('c', c.span);
  for (auto& c : document.courtesies) c.id = name('y', first_of(c.evidence), name_of(c.kind));
}

}  // namespace chancery
