// Later passages on the same matter as a commitment: proposed by the words they share, never decided.
//
// Words weigh by how few documents of the record hold them. A passage is proposed where it holds enough of the
// commitment's weight and its document speaks of somebody who made or was given it. That it is about the same matter,
// and whether anything was kept, is for the reader. Offsets are code points. Values in, values out.
#pragma once

#include <string>
#include <vector>

#include "record/query_facts.hpp"

namespace chancery::questions {

struct FollowUp {
  record::DocumentLine document;
  record::Range span;                ///< of the passage, in the document's text
  std::string passage;
  std::vector<record::Range> marks;  ///< shared words, from the beginning of the passage
  std::vector<std::string> shared;   ///< as the commitment has them, heaviest first
  double weight = 0;                 ///< of the commitment's words, the share that is here: 0 to 1
  int days_after = 0;                ///< from publication to publication
};

struct FollowUps {
  record::CommitmentLine commitment;
  std::vector<FollowUp> passages;  ///< earliest first
  std::string note;                ///< why there can be none
};

/// Throws Error(input) where the document holds no such commitment.
FollowUps follow_ups(const record::Record& record, const std::string& document, const std::string& commitment, const std::optional<Day>& on = {}, size_t limit = 8);

}  // namespace chancery::questions
