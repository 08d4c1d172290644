#include "stages/link/link.hpp"

#include "stages/link/linker.hpp"

namespace chancery {

void LinkStage::run(Document& document) const { Linker(document, knowledge_).run(); }

}  // namespace chancery
