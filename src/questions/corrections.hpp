// Corrections as values and JSON: the log, the queue of what is least certain, how often people agree with the
// machine, and the lines in which a team shares what it corrected.
//
// Lines (JSON Lines, one correction each): {"chancery":"correction/1","key","batch","action","document":{"id","identity",
// "title"},"fact","field","value","before","person","other","encounter":{"id","account","document":{"id","identity"}},"other_encounter",
// "label","who","why","made","turns":[{"action","who","why","made"}]}. The id of an encounter is that of the record it comes
// from; in another it is known by the account. Unknown members are left aside, so that lines of a newer program can be read.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "questions/json.hpp"
#include "record/correction_log.hpp"
#include "record/correction_share.hpp"
#include "record/judgements.hpp"

namespace chancery::questions {

Json to_json(const std::vector<record::Correction>& corrections);
Json to_json(const record::CorrectionPage& page);
Json to_json(const record::Queue& queue);
Json to_json(const record::RejectedFact& fact);

/// With the interval in which the share lies at 95 % (Wilson, 1927), as far as the judged are a fair draw.
Json to_json(const record::Agreement& agreement);
struct Interval {
  double low = 0, high = 1;
};
Interval wilson(int64_t successes, int64_t of);

std::string to_line(const record::SharedCorrection& shared);

struct Refusal {
  size_t line = 0;
  std::string why;
};
struct Import {
  size_t taken = 0, known = 0;
  std::vector<Refusal> refused;
};
/// Takes over every line that can be, in one transaction.
Import import_corrections(record::Record& record, std::string_view lines);
Json to_json(const Import& import);

}  // namespace chancery::questions
