// The questions about figures, commitments, courtesies and points: filters in, lines out.
//
// Only facts of current versions that nobody rejected. Filters are as in query.hpp: empty ones do not restrict, several
// values of one are alternatives. A person is a name, all of whose words must match; a side is a name or a country's
// three capitals.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "record/fact_lines.hpp"
#include "record/query.hpp"

namespace chancery::record {

/// What restricts every kind of fact: who has to do with it, who published it and when.
struct FactFilters {
  std::string person;
  std::string country;
  std::string with;
  std::vector<std::string> publishers;
  std::optional<Day> from, to;  ///< of publication, both inclusive
};

/// `person` is the speaker; `country` and `with` are codes of countries it is about.
struct FigureFilters : FactFilters {
  std::vector<std::string> indicators;  ///< words, each of which begins one of the indicator's
  std::vector<std::string> units;       ///< whole, without case
};

/// By its due day alone: the record does not know what was done.
/// open: without a due day, or not past; due: within `due_within` days; overdue: past.
enum class DueState : uint8_t { any, open, due, overdue };
inline constexpr int kDueWithin = 30;
std::string_view name_of(DueState state);
std::optional<DueState> due_state(std::string_view name);

/// `person` and `country` make it, share in it or are promised it; so does `with`, or it takes part in the encounter
/// that the release is about.
struct CommitmentFilters : FactFilters {
  std::string by;  ///< who makes it or shares in it
  std::vector<CommitmentClass> classes;
  std::vector<Strength> strengths;
  std::optional<Day> due_from, due_to;  ///< falls due in this time, both inclusive
  DueState state = DueState::any;
  int due_within = kDueWithin;
  std::optional<Day> on;  ///< the day by which `state` and CommitmentLine::open are told
  std::string words;      ///< each begins a word of it
  /// Code of whom they are the commitments of: only those to, with or about somebody who acts for another country (with
  /// `with`: for that one), or made where nobody but these two took part.
  std::string home;
};

/// From, to or via.
struct CourtesyFilters : FactFilters {
  std::vector<CourtesyKind> kinds;
};

/// `person`, `country` and `with` hold it.
struct PointFilters : FactFilters {
  std::vector<PointAct> acts;
};

// Newest publication first.
std::vector<FigureLine> find_figures(const Record& record, const FigureFilters& filters, const Page& page);
std::vector<CommitmentLine> find_commitments(const Record& record, const CommitmentFilters& filters, const Page& page);
int64_t count_figures(const Record& record, const FigureFilters& filters);
int64_t count_commitments(const Record& record, const CommitmentFilters& filters);

/// Indicators or units with the number of their figures, most frequent first; their own filter does not restrict them.
std::vector<Count> figure_indicators(const Record& record, const FigureFilters& filters, size_t limit);
std::vector<Count> figure_units(const Record& record, const FigureFilters& filters, size_t limit);
/// The same for what a commitment is, strongest class first.
std::vector<Count> commitment_classes(const Record& record, const CommitmentFilters& filters);

/// Calls `row` for each, newest publication first; stops when it returns false. Memory grows by eight bytes a row.
void each_figure(const Record& record, const FigureFilters& filters, const std::function<bool(const FigureLine&)>& row);
void each_commitment(const Record& record, const CommitmentFilters& filters,
                     const std::function<bool(const CommitmentLine&)>& row);
void each_courtesy(const Record& record, const CourtesyFilters& filters,
                   const std::function<bool(const CourtesyLine&)>& row);
void each_point(const Record& record, const PointFilters& filters, const std::function<bool(const PointLine&)>& row);

/// By its id in that document. Throws Error(input) where the document holds none such.
CommitmentLine commitment_line(const Record& record, const std::string& document, const std::string& commitment, const std::optional<Day>& on);

/// Id of the encounter that a document is about; empty where it is about none.
std::string main_encounter_of(const Record& record, const std::string& document);

/// Everything of these kinds that one document says, in the order of its text.
struct DocumentFacts {
  std::vector<PointLine> points;
  std::vector<StatementLine> statements;
  std::vector<FigureLine> figures;
  std::vector<CommitmentLine> commitments;
  std::vector<CourtesyLine> courtesies;
};
DocumentFacts facts_of_document(const Record& record, const std::string& document, const std::optional<Day>& on);

}  // namespace chancery::record
