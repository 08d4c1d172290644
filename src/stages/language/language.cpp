#include "stages/language/language.hpp"

#include "document/language.hpp"

namespace chancery {

void LanguageStage::run(Document& document) const {
  if (document.info.language.empty()) document.info.language = recognised_language(document.text);
}

}  // namespace chancery
