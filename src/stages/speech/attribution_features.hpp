// Hashed features of the model of attributions: of a word that may be a predicate ("said"), and of a word as seen from
// a predicate. Rows of one table each, summed by the model. Shared by the program and the trainer.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "stages/speech/word_view.hpp"

namespace chancery {

inline constexpr uint32_t kAttributionRows = 1U << 14;  ///< of each table; a power of two

inline constexpr uint32_t kFrameRows = kAttributionRows;        ///< of the table of add_frame_features

/// Words that an attribution with this predicate may lie in: its sentence, those before and after it over which a
/// quotation runs on, and one neighbour. Half-open.
struct WordWindow {
  Index first = 0, last = 0;
};
WordWindow window_of(const WordView& view, Index predicate);

/// Appends rows for the question whether `word` is a predicate.
void add_predicate_features(const WordView& view, Index word, std::vector<uint32_t>& rows);

/// The words around a predicate whose vectors tell more than its own: its head, its subject, what it governs, the word before
/// and the word after. kNone where there is none.
inline constexpr size_t kFrameWords = 5;
std::array<Index, kFrameWords> frame_of(const WordView& view, Index word);

/// Appends rows for the same question, of the whole clause around the word; for a table of their own.
void add_frame_features(const WordView& view, Index word, std::vector<uint32_t>& rows);

/// Appends rows for the part that `word` plays for `predicate`.
void add_role_features(const WordView& view, Index predicate, Index word, std::vector<uint32_t>& rows);

}  // namespace chancery
