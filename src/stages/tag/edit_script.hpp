// How a lemma is made from its word: what to begin with, how much to cut from the end, what to put there.
//
//   stopped => as it is by its case, cut "ped", put ""        went => cut all, put "go"
//
// Plain values; `append` points into the model. Safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery::tag {

/// What the cutting begins with; `by_case` leaves that to what words of this tag and these capitals mostly do.
enum class ScriptBase : uint8_t { by_case, lower, written, title };

struct EditScript {
  ScriptBase base = ScriptBase::by_case;
  uint8_t strip = 0;  ///< code points from the end
  std::string_view append;

  /// Where more is to be cut than there is, everything is.
  void apply(std::string_view word, std::string& out) const;
};

/// The script that leads from `word` to `lemma`, keeping the longest common beginning. False where it cannot be kept in
/// a model (more than 255 bytes or code points).
bool script_between(std::string_view word, std::string_view lemma, EditScript& script);

}  // namespace chancery::tag
