// The answers as JSON: the same objects for the API and for `--json`. Unknown scalars are null, lists always present,
// offsets code points, keys as in chancery/analysis/1 where it has them.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "questions/facts.hpp"
#include "questions/follow_up.hpp"
#include "questions/ledger.hpp"
#include "questions/overview.hpp"
#include "questions/search.hpp"
#include "questions/series.hpp"
#include "questions/show.hpp"
#include "record/searches.hpp"

namespace chancery::questions {

using Json = nlohmann::ordered_json;

Json to_json(const record::DocumentLine& line);
Json to_json(const record::StatementLine& line);
Json to_json(const record::EncounterLine& line);
Json to_json(const record::FigureLine& line);
Json to_json(const record::CommitmentLine& line);
Json to_json(const record::CourtesyLine& line);
Json to_json(const record::PointLine& line);
Json to_json(const record::FailureLine& line);
Json to_json(const record::Status& status);
Json to_json(const record::Added& added);
Json to_json(const record::Removed& removed);
Json to_json(const record::Finding& finding);
Json to_json(const record::Correction& correction);
Json to_json(const record::SavedSearch& search);
Json to_json(const std::vector<record::SavedSearch>& searches);
Json to_json(const SearchResult& result);
Json to_json(const Ledger& ledger);
Json to_json(const Figures& figures);
Json to_json(const Commitments& commitments);
Json to_json(const Series& series);
Json to_json(const FollowUps& later);
Json to_json(const Overview& overview);
/// `analysis` is the contract's object for view.kept.document, which writers make.
Json to_json(const DocumentView& view, Json analysis);
Json to_json(const EncounterView& view);
Json to_json(const CandidatesView& view);
Json to_json(const PersonView& view);
Json to_json(const PairView& view);
Json to_json(const Matrix& matrix);
Json to_json(const FactView& view);
Json to_json(const Several& several);
Json to_json(const PeopleList& people);

}  // namespace chancery::questions
