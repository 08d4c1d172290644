#include "questions/show.hpp"

#include <fmt/format.h>

#include <tuple>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "questions/fact_place.hpp"

namespace chancery::questions {
namespace {

constexpr record::Page kLatest{0, 50};
constexpr uint32_t kContext = 80;

FactView show_fact(const record::Record& record, const record::Found& found) {
  const record::Kept kept = record.load(found.document);
  const std::optional<Span> place = place_of(kept.document, found.id);
  FactView view;
  view.found = found;
  view.document = document_line(record, found.document);
  if (!place || place->empty()) return view;
  const std::string_view text = kept.document.part(place->part);
  const utf8::CodePoints points(text);
  const auto begin = static_cast<uint32_t>(points.at(place->begin)),
             end = static_cast<uint32_t>(points.at(place->end));
  const size_t from = points.byte_of(begin > kContext ? begin - kContext : 0), to = points.byte_of(end + kContext);
  view.span = {begin, end, place->part};
  view.before = std::string(text.substr(from, place->begin - from));
  view.exact = std::string(kept.document.of(*place));
  view.after = std::string(text.substr(place->end, to - place->end));
  return view;
}

PersonView person_view(const record::Record& record, const std::string& asked, record::PersonLine line,
                       const std::optional<Day>& on) {
  PersonView view;
  const std::string& name = line.key;
  view.names = names_of(record, name);
  view.others = namesakes(record, asked, name);
  view.offices = offices_of(record, name);
  record::EncounterFilters encounters;
  encounters.person = name;
  view.encounters_total = count_encounters(record, encounters);
  view.encounters = find_encounters(record, encounters, kLatest);
  record::Filters said;
  said.speakers = {name};
  view.statements_total = count_statements(record, {}, said);
  for (auto& one : find_statements(record, {}, said, kLatest)) view.statements.push_back(std::move(one.statement));
  record::CommitmentFilters commitments;
  commitments.person = name;
  commitments.on = on;
  view.commitments_total = count_commitments(record, commitments);
  view.commitments = find_commitments(record, commitments, kLatest);
  record::FigureFilters figures;
  figures.person = name;
  view.figures_total = count_figures(record, figures);
  view.figures = find_figures(record, figures, kLatest);
  view.person = std::move(line);
  return view;
}

Shown show_found(const record::Record& record, const record::Found& found, const std::optional<Day>& on) {
  switch (found.target) {
    case record::Target::document:
      return show_document(record, found.id);
    case record::Target::encounter:
      return show_encounter(record, found.id, on);
    case record::Target::person:
      if (auto line = person(record, found.id)) return person_view(record, found.id, std::move(*line), on);
      throw Error(ErrorKind::input, fmt::format("no document names {} any more", found.id));
    case record::Target::entity:
      if (auto line = person(record, found.label)) return person_view(record, found.label, std::move(*line), on);
      return show_fact(record, found);
    case record::Target::fact:
      return show_fact(record, found);
  }
  throw Error(ErrorKind::internal, "an id leads to nothing known");
}

}  // namespace

Shown show(const record::Record& record, const std::string& id, const std::optional<Day>& on) {
  const record::Record::Snapshot snapshot(record);
  std::vector<record::Found> candidates = find_id(record, id);
  if (const auto codes = pair_of_codes(id); codes && candidates.empty()) {
    PairQuery query;
    std::tie(query.a, query.b) = *codes;
    query.on = on;
    return pair(record, query);
  }
  if (candidates.empty()) {
    throw Error(
        ErrorKind::input,
        fmt::format(
            "nothing in {} has the id {} or one that begins so: `chancery search` and `chancery ledger` find ids",
            record.path().string(), id));
  }
  if (candidates.size() > 1) return Several{std::move(candidates)};
  return show_found(record, candidates.front(), on);
}

DocumentView show_document(const record::Record& record, const std::string& id, std::optional<int> version) {
  const record::Record::Snapshot snapshot(record);
  return {document_line(record, id), record.load(id, version), record.versions(id), encounters_of_document(record, id),
          record.corrections(id), rejected_facts(record, id)};
}

PersonView show_person(const record::Record& record, const std::string& name, const std::optional<Day>& on) {
  const record::Record::Snapshot snapshot(record);
  auto line = person(record, name);
  if (!line)
    throw Error(ErrorKind::input,
                fmt::format("nobody in {} is called {}: try just the surname", record.path().string(), name));
  return person_view(record, name, std::move(*line), on);
}

PeopleList people(const record::Record& record, const std::string& words, const record::Page& page) {
  const record::Record::Snapshot snapshot(record);
  return {find_people(record, words, page)};
}

}  // namespace chancery::questions
