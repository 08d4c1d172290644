#include "questions/export.hpp"

#include <fmt/format.h>

#include "questions/json.hpp"

namespace chancery::questions {
namespace {

std::string joined_names(const std::vector<record::Party>& parties, std::string record::Party::*field) {
  std::string out;
  for (const record::Party& p : parties) {
    if (!out.empty()) out += "; ";
    out += p.*field;
  }
  return out;
}

/// Cells of a row become one line of CSV.
class CsvRow {
 public:
  CsvRow& operator<<(std::string_view cell) {
    if (any_) line_ += ',';
    any_ = true;
    line_ += csv_cell(cell);
    return *this;
  }
  CsvRow& operator<<(int64_t number) {
    if (any_) line_ += ',';
    any_ = true;
    line_ += std::to_string(number);
    return *this;
  }
  std::string line() { return std::move(line_) + "\r\n"; }

 private:
  std::string line_;
  bool any_ = false;
};

constexpr std::string_view kDocuments =
    "id,title,published,day,publisher,country,language,kind,url,source,added,versions\r\n";
constexpr std::string_view kStatements =
    "id,mode,speaker,speaker_country,speaker_office,reported_by,addressee,content,in,begin,end,negated,document,title,"
    "day,publisher,publisher_country,url\r\n";
constexpr std::string_view kEncounters =
    "id,type,subtype,status,main,value,from,to,time_basis,place,place_country,place_basis,channel,format,participants,"
    "participant_countries,roles,accounts,quote,document,title,published,publisher,publisher_country,url\r\n";

std::string csv(const record::DocumentLine& d) {
  CsvRow row;
  row << d.id << d.title << d.published << d.day << d.publisher << d.country << d.language << d.kind << d.url
      << d.source << d.added << int64_t{d.versions};
  return row.line();
}

std::string csv(const record::StatementLine& s) {
  CsvRow row;
  row << s.id << s.mode << joined_names(s.speakers, &record::Party::name)
      << joined_names(s.speakers, &record::Party::country) << joined_names(s.speakers, &record::Party::office)
      << (s.reported_by ? s.reported_by->name : "") << (s.addressee ? s.addressee->name : "") << s.content
      << (s.span.part == Part::title ? "title" : "text") << int64_t{s.span.begin} << int64_t{s.span.end}
      << (s.negated ? "true" : "false") << s.document.id << s.document.title << s.document.day << s.document.publisher
      << s.document.country << s.document.url;
  return row.line();
}

std::string csv(const record::EncounterLine& e) {
  CsvRow row;
  row << e.id << e.type << e.subtype << e.status << (e.main ? "true" : "false") << e.at.value << e.at.from << e.at.to
      << e.at.time_basis << e.at.place << e.at.place_country << e.at.place_basis << e.channel << e.format
      << joined_names(e.participants, &record::Party::name) << joined_names(e.participants, &record::Party::country)
      << joined_names(e.participants, &record::Party::role) << int64_t{e.accounts} << e.quote << e.document.id
      << e.document.title << e.document.published << e.document.publisher << e.document.country << e.document.url;
  return row.line();
}

/// Writes lines until the sink has had enough; counts them.
class Writer {
 public:
  Writer(const Sink& sink, Format format) : sink_(sink), format_(format) {}

  bool head(std::string_view line) { return format_ != Format::csv || sink_(line); }

  template <typename Line>
  bool operator()(const Line& line) {
    ++rows_;
    return sink_(format_ == Format::csv ? csv(line)
                                        : to_json(line).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
  }

  int64_t rows() const { return rows_; }

 private:
  const Sink& sink_;
  Format format_;
  int64_t rows_ = 0;
};

}  // namespace

std::string csv_cell(std::string_view value) {
  std::string out;
  const bool formula = !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) return (formula ? "'" : "") + std::string(value);
  out += '"';
  if (formula) out += '\'';
  for (const char c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

int64_t export_rows(const record::Record& record, const ExportQuery& query, const Sink& sink) {
  const record::Record::Snapshot snapshot(record);
  Writer write(sink, query.format);
  const std::string match = record::match_expression(query.search.words, query.search.typing);
  const bool unmatchable = match.empty() && query.search.words.find_first_not_of(" \t\r\n") != std::string::npos;
  switch (query.rows) {
    case Rows::documents:
      if (write.head(kDocuments) && !unmatchable) each_document(record, match, query.search.filters, std::ref(write));
      break;
    case Rows::statements:
      if (write.head(kStatements) && !unmatchable) each_statement(record, match, query.search.filters, std::ref(write));
      break;
    case Rows::encounters:
      if (write.head(kEncounters)) each_encounter(record, query.encounters, std::ref(write));
      break;
  }
  return write.rows();
}

}  // namespace chancery::questions
