// One encounter with everything its accounts tell: who took part, when and where and how that is known, and the points,
// statements, figures, commitments and courtesies of each account.
#pragma once

#include <string>
#include <vector>

#include "questions/strip.hpp"
#include "record/encounters.hpp"
#include "record/query_facts.hpp"

namespace chancery::questions {

/// Which of its document's facts an account is shown with.
enum class Share : uint8_t {
  document,  ///< all: the release is about this encounter alone
  section,   ///< those after it is told and before the next encounter is that the release is about
  evidence,  ///< those in the words that refer to it
};
std::string_view name_of(Share share);

struct AccountView {
  record::EncounterLine line;
  Share share = Share::document;
  record::DocumentFacts facts;                ///< at most 200 of a kind
  std::vector<record::EncounterLine> others;  ///< what else its document tells of
};

struct EncounterView {
  std::vector<AccountView> accounts;  ///< the leading one first
  record::Joining joined_by;          ///< why they tell of one
  std::vector<StripStep> strip;
  std::vector<Disagreement> differs;
  std::vector<record::Candidate> candidates;  ///< other encounters that may be this one; at most 20
};

struct CandidatesView {
  std::string of;  ///< the encounter asked for, which is `encounter` of each candidate; empty: of all
  record::Page page;
  int64_t total = 0;
  std::vector<record::Candidate> candidates;
};
/// Encounters that may be one, two by two, surest first; with `of`, those that may be this one. Throws Error(input) where
/// there is no such encounter.
CandidatesView encounter_candidates(const record::Record& record, const std::string& of, const record::Page& page);

/// `on`: the day by which commitments are open or due. Throws Error(input) where there is no such encounter.
EncounterView show_encounter(const record::Record& record, const std::string& id, const std::optional<Day>& on = {});
/// The accounts alone.
std::vector<AccountView> accounts_view(const record::Record& record, const std::string& id, const std::optional<Day>& on = {});

}  // namespace chancery::questions
