#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "base/error.hpp"
#include "base/utf8.hpp"
#include "readers/csv_records.hpp"
#include "readers/formats.hpp"

namespace chancery::readers {
namespace {

constexpr std::array kDelimiters = {',', ';', '\t', '|'};

/// Cells of the head's first line at one delimiter, quotes honoured.
std::vector<std::string> header_at(std::string_view head, char delimiter) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '\n' || c == '\r')) {
      break;
    } else if (!quoted && c == delimiter) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  return cells;
}

/// The delimiter that gives most columns with known names, then most columns.
char sniff_delimiter(std::string_view head) {
  char best = ',';
  std::pair<size_t, size_t> most{0, 0};
  for (const char delimiter : kDelimiters) {
    const auto cells = header_at(head, delimiter);
    const auto known = static_cast<size_t>(std::count_if(cells.begin(), cells.end(), [](const std::string& c) { return field_of(one_line(c)) != kNoField; }));
    const std::pair<size_t, size_t> score{cells.size() > 1 ? known : 0, cells.size()};
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

struct Wanted {
  Field field;
  const std::string& column;
};

std::array<Wanted, 9> wanted(const Columns& c) {
  return {{{Field::id, c.id}, {Field::text, c.text}, {Field::title, c.title}, {Field::date, c.date}, {Field::url, c.url},
           {Field::publisher, c.publisher}, {Field::country, c.country}, {Field::dateline, c.dateline}, {Field::language, c.language}}};
}

std::string listed(const std::vector<std::string>& header) {
  std::string all;
  for (const std::string& name : header) all += (all.empty() ? "" : ", ") + one_line(name);
  return utf8::repaired(all.substr(0, 300));
}

/// A column by its name in the header, in any case, or by its number from 1.
size_t find_column(const std::vector<std::string>& header, const std::string& wanted_name) {
  for (size_t i = 0; i < header.size(); ++i) {
    if (utf8::lower(one_line(header[i])) == utf8::lower(one_line(wanted_name))) return i;
  }
  size_t number = 0;
  const auto [end, error] = std::from_chars(wanted_name.data(), wanted_name.data() + wanted_name.size(), number);
  if (error == std::errc{} && end == wanted_name.data() + wanted_name.size() && number >= 1 && number <= header.size()) return number - 1;
  throw Error(ErrorKind::input, fmt::format("there is no column \"{}\"; the columns are: {}", wanted_name, listed(header)));
}

using Places = std::map<Field, size_t>;

Places place_columns(const std::vector<std::string>& header, const Columns& columns) {
  Places places;
  for (const Wanted& w : wanted(columns)) {
    if (!w.column.empty()) places[w.field] = find_column(header, w.column);
  }
  // A plain name first ("date"), another spelling ("published_at") only where the plain one is not there.
  for (const bool plain : {true, false}) {
    for (size_t i = 0; i < header.size(); ++i) {
      const std::string name = one_line(header[i]);
      const Field field = field_of(name);
      if (field == kNoField || (plain && utf8::lower(name) != name_of(field))) continue;
      const bool given = std::any_of(places.begin(), places.end(), [&](const auto& p) { return p.second == i; });
      if (!given) places.try_emplace(field, i);
    }
  }
  if (!places.contains(Field::text)) {
    throw Error(ErrorKind::input, fmt::format("no column holds the text; say which it is (--column-text), among: {}", listed(header)));
  }
  return places;
}

class Rows {
 public:
  Rows(std::vector<std::string> header, const Columns& columns) : header_(std::move(header)), places_(place_columns(header_, columns)) {}

  std::string id_of(const CsvRecord& record) const {
    const auto id = places_.find(Field::id);
    return id != places_.end() && id->second < record.cells.size() ? utf8::repaired(record.cells[id->second]) : std::string();
  }

  Document read(CsvRecord& record) const {
    check_width(record);
    Document document;
    for (const auto& [field, column] : places_) {
      std::string& cell = record.cells[column];
      set_field(document, field, field == Field::text ? to_utf8(cell, "UTF-8") : one_line(to_utf8(cell, "UTF-8")));
    }
    return document;
  }

 private:
  void check_width(CsvRecord& record) const {
    while (record.cells.size() > header_.size() && record.cells.back().empty()) record.cells.pop_back();
    if (record.cells.size() == header_.size()) return;
    throw Error(ErrorKind::input, fmt::format("line {}: {} cells where the header has {}; put a text that holds the delimiter in quotes", record.line,
                                              record.cells.size(), header_.size()));
  }

  std::vector<std::string> header_;
  Places places_;
};

}  // namespace

void read_csv(Source& source, const Options& options, const OnDocument& give, const OnFailure& fail) {
  const Charset charset = detect_charset(source.head());
  const std::string head = to_utf8(source.head().substr(charset.bom), charset.name);
  CsvRecords records(source.as_utf8(charset), options.delimiter != 0 ? options.delimiter : sniff_delimiter(head));
  const auto place = [&](const CsvRecord& record) { return fmt::format("{}:{}", source.name(), record.line); };
  CsvRecord record;
  std::optional<Rows> rows;
  while (records.next(record)) {
    if (record.blank()) continue;
    Document document;
    std::string id;
    try {
      if (!record.problem.empty()) throw Error(ErrorKind::input, record.problem);
      if (!rows) {
        rows.emplace(record.cells, options.columns);
        continue;
      }
      id = rows->id_of(record);
      document = rows->read(record);
      document.info.source = source.name();
      complete(document, options);
    } catch (const Error& error) {
      fail({id.empty() ? place(record) : id, fmt::format("{}: {}", place(record), error.what())});
      if (!rows) return;  // without a header no row can be read
      continue;
    }
    give(std::move(document), {record.raw, "text/csv"});
  }
}

}  // namespace chancery::readers
