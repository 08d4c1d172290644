#include "stages/tag/edit_script.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace chancery::tag {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

}  // namespace

void EditScript::apply(std::string_view word, std::string& out) const {
  size_t end = word.size();
  for (uint8_t i = 0; i < strip && end > 0; ++i) {
    while (--end > 0 && continues(word[end])) {}
  }
  out.assign(word.substr(0, end));
  out += append;
}

bool script_between(std::string_view word, std::string_view lemma, EditScript& script) {
  size_t same = static_cast<size_t>(std::mismatch(word.begin(), word.end(), lemma.begin(), lemma.end()).first - word.begin());
  while (same > 0 && ((same < word.size() && continues(word[same])) || (same < lemma.size() && continues(lemma[same])))) --same;
  const size_t cut = utf8::count(word.substr(same));
  const std::string_view append = lemma.substr(same);
  if (cut > 255 || append.size() > 255) return false;
  script.strip = static_cast<uint8_t>(cut);
  script.append = append;
  return true;
}

}  // namespace chancery::tag
