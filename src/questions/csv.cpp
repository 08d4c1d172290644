#include "questions/csv.hpp"

#include <fmt/format.h>

#include "questions/export.hpp"

namespace chancery::questions {
namespace {

/// What every row ends with: its document.
CsvRow& operator<<(CsvRow& row, const record::DocumentLine& d) {
  return row << d.id << d.title << d.day << d.publisher << d.country << d.url;
}

CsvRow& operator<<(CsvRow& row, const record::Range& range) {
  return row << (range.part == Part::title ? "title" : "text") << int64_t{range.begin} << int64_t{range.end};
}

struct Who {
  const std::optional<record::Party>& party;
};
CsvRow& operator<<(CsvRow& row, const Who& who) {
  return row << (who.party ? who.party->name : "") << (who.party ? who.party->country : "");
}

}  // namespace

void CsvRow::part() {
  if (any_) line_ += ',';
  any_ = true;
}

CsvRow& CsvRow::operator<<(std::string_view cell) {
  part();
  line_ += csv_cell(cell);
  return *this;
}

CsvRow& CsvRow::operator<<(int64_t number) {
  part();
  line_ += std::to_string(number);
  return *this;
}

CsvRow& CsvRow::operator<<(double number) {
  part();
  line_ += fmt::format("{}", number);
  return *this;
}

std::string joined(const std::vector<record::Party>& parties, std::string record::Party::*field) {
  std::string out;
  for (const record::Party& p : parties) {
    if (!out.empty()) out += "; ";
    out += p.*field;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "; ") + word;
  return out;
}

std::string csv(const record::DocumentLine& d) {
  CsvRow row;
  row << d.id << d.title << d.published << d.day << d.publisher << d.country << d.language << d.kind << d.url
      << d.source << d.added << int64_t{d.versions};
  return row.line();
}

std::string csv(const record::StatementLine& s) {
  CsvRow row;
  row << s.id << s.mode << joined(s.speakers, &record::Party::name) << joined(s.speakers, &record::Party::country)
      << joined(s.speakers, &record::Party::office) << (s.reported_by ? s.reported_by->name : "")
      << (s.addressee ? s.addressee->name : "") << s.content << s.span << s.negated << s.document << s.cue
      << joined(s.topics);
  return row.line();
}

std::string csv(const record::EncounterLine& e) {
  CsvRow row;
  row << e.id << e.type << e.subtype << e.status << e.main << e.at.value << e.at.from << e.at.to << e.at.time_basis
      << e.at.place << e.at.place_country << e.at.place_basis << e.channel << e.format
      << joined(e.participants, &record::Party::name) << joined(e.participants, &record::Party::country)
      << joined(e.participants, &record::Party::role) << int64_t{e.accounts} << e.quote << e.document.id
      << e.document.title << e.document.published << e.document.publisher << e.document.country << e.document.url;
  return row.line();
}

std::string csv(const record::FigureLine& f) {
  CsvRow row;
  row << f.id << f.value << f.value_to << f.unit << f.comparison << f.direction << f.indicator << f.time.value
      << f.time.from << f.time.to << f.time.basis << joined(f.about) << Who{f.speaker} << f.hedge << f.before << f.quote
      << f.after << f.span << f.document;
  return row.line();
}

std::string csv(const record::CommitmentLine& c) {
  CsvRow row;
  row << c.id << c.kind << c.strength << Who{c.by} << joined(c.parties, &record::Party::name)
      << joined(c.parties, &record::Party::country) << Who{c.to} << c.due.value << c.due.from << c.due.to << c.due.basis
      << c.open << c.condition << c.quote << c.span << c.document;
  return row.line();
}

std::string csv(const record::CourtesyLine& c) {
  CsvRow row;
  row << c.id << c.kind << Who{c.from} << Who{c.to} << Who{c.via} << c.quote << c.document;
  return row.line();
}

std::string csv(const record::PointLine& p) {
  CsvRow row;
  row << p.id << p.act << joined(p.holders, &record::Party::name) << joined(p.holders, &record::Party::country)
      << p.topic << p.topic_label << p.condition << p.negated << p.prominence << p.quote << p.span << p.document;
  return row.line();
}

}  // namespace chancery::questions
