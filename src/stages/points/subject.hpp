// The subject of a verb, its own or the one it shares.
#pragma once

#include "stages/points/site.hpp"

namespace chancery::points {

/// The word that is the subject of `verb`, by coordination or control too; kNone where none is seen. "who" and "which"
/// stand for the noun they hang on.
Index subject_of(const Setting& setting, Index verb);

/// "The discussion focused on ...": a finite verb that the tree shows as a participle of its subject.
bool reads_as_participle(const Setting& setting, Index verb);

}  // namespace chancery::points
