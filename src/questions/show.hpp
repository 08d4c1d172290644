// One thing of the record by its id or the beginning of one: a document, an encounter, a person, any fact; and two
// countries by their codes.
//
// Throws Error(input) where nothing has that id. Where several have, the answer is Several.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "questions/encounter.hpp"
#include "questions/pair.hpp"
#include "record/judgements.hpp"
#include "record/query.hpp"

namespace chancery::questions {

struct DocumentView {
  record::DocumentLine line;
  record::Kept kept;  ///< the document with all its facts, for the writers
  std::vector<record::VersionLine> versions;
  std::vector<record::EncounterLine> encounters;
  std::vector<record::Correction> corrections;      ///< that stand
  std::vector<record::RejectedFact> rejected;
};

struct PersonView {
  record::PersonLine person;
  std::vector<record::NameLine> names;      ///< as documents call the person, most often first
  std::vector<record::PersonLine> others;   ///< whom the name asked for fits as well
  std::vector<record::OfficeLine> offices;
  std::vector<record::EncounterLine> encounters;  ///< latest 50
  std::vector<record::StatementLine> statements;  ///< latest 50
  std::vector<record::CommitmentLine> commitments;  ///< made, shared or received; latest 50
  std::vector<record::FigureLine> figures;          ///< given; latest 50
  int64_t encounters_total = 0, statements_total = 0, commitments_total = 0, figures_total = 0;
};

/// Any other fact, with its sentence's surroundings for the eye.
struct FactView {
  record::Found found;
  record::DocumentLine document;
  record::Range span;
  std::string before, exact, after;  ///< W3C TextQuoteSelector: prefix, exact, suffix
};

struct Several {
  std::vector<record::Found> candidates;
};

using Shown = std::variant<DocumentView, EncounterView, PersonView, PairView, FactView, Several>;

/// "KAZ-UZB" is a pair of countries where no id is or begins so. `on`: the day by which commitments are open or due.
Shown show(const record::Record& record, const std::string& id, const std::optional<Day>& on = {});
DocumentView show_document(const record::Record& record, const std::string& id, std::optional<int> version = {});
/// By name as people write it: "ilham aliyev"; all words must be in the name. Throws Error(input) where nobody has it.
PersonView show_person(const record::Record& record, const std::string& name, const std::optional<Day>& on = {});

struct PeopleList {
  std::vector<record::PersonLine> people;
};
PeopleList people(const record::Record& record, const std::string& words, const record::Page& page);

}  // namespace chancery::questions
