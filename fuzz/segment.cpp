// Any text gets blocks, sentences and words whose offsets are exact, and no letter or digit is left out of the words.
#include "base/file.hpp"
#include "release.hpp"
#include "spans.hpp"
#include "stages/segment/segment.hpp"

namespace {

using namespace chancery;

/// Layout marks (`<s>..</s>`, `<!-- -->`) are no words: texts that may hold any are not looked at.
void require_every_letter(const Document& document, Part part) {
  const auto text = document.part(part);
  if (text.find('<') != std::string_view::npos) return;
  auto token = std::find_if(document.tokens.begin(), document.tokens.end(), [&](const Token& t) { return t.span.part == part; });
  for (size_t i = 0; i < text.size();) {
    const auto d = utf8::decode(text, i);
    while (token != document.tokens.end() && token->span.part == part && token->span.end <= i) ++token;
    const bool inside = token != document.tokens.end() && token->span.part == part && token->span.begin <= i;
    fuzz::require(inside || !(utf8::is_letter(d.code_point) || utf8::is_digit(d.code_point)));
    i += d.length;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const SegmentStage stage(data_folder());
  Document document = fuzz::release(data, size);
  stage.run(document);
  fuzz::Spans(document).check_words();
  require_every_letter(document, Part::title);
  require_every_letter(document, Part::text);
  return 0;
}
