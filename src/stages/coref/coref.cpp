#include "stages/coref/coref.hpp"

#include "stages/coref/resolver.hpp"

namespace chancery {

CorefStage::CorefStage(const std::filesystem::path& data_folder) : lexicon_(coref::CorefLexicon::load(data_folder / "coref" / "en")) {}

void CorefStage::run(Document& document) const { coref::Resolver(document, lexicon_).run(); }

}  // namespace chancery
