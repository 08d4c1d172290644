// Reading lines of figures, commitments, courtesies and points out of rows. Inside record/ only.
#pragma once

#include "record/fact_lines.hpp"
#include "record/sqlite.hpp"

namespace chancery::record {

/// The line of one row id. `on`: the ISO day by which a commitment is open; empty leaves it open.
FigureLine figure_at(Database& database, int64_t row);
CommitmentLine commitment_at(Database& database, int64_t row, const std::string& on);
CourtesyLine courtesy_at(Database& database, int64_t row);
PointLine point_at(Database& database, int64_t row);

}  // namespace chancery::record
