#include "questions/datapackage.hpp"

#include "questions/columns.hpp"
#include "questions/coverage.hpp"
#include "questions/json_parts.hpp"

namespace chancery::questions {
namespace {

constexpr std::string_view kAbout =
    "What governments published about their meetings, calls and visits, as read by Chancery: one row a document, an encounter, a statement, a figure, a "
    "commitment, a courtesy and a point, each tied to the words that state it. A row says what its document says, and not what is true: it is the account of "
    "the publisher named in it. Offsets are Unicode code points. A cell that a spreadsheet would take for a formula (it begins with = + - @, a tab or a "
    "carriage return) has an apostrophe before it. A commitment is open or not by the day of `created`, when something last came into the record.";
constexpr std::string_view kRights =
    "The words quoted from documents are their publishers' and under the terms these give; the sources are named. No licence is granted with this file.";
constexpr std::string_view kCoverage =
    "What this record holds of each publisher. That something is not in it does not mean that it was not published, but for the days that are stated to be complete.";

Json field(const Column& column) {
  Json out = {{"name", column.name}, {"type", column.type}, {"description", column.says}};
  Json constraints = Json::object();
  if (column.required) constraints["required"] = true;
  if (!column.codes.empty()) constraints["enum"] = std::vector<std::string_view>(column.codes.begin(), column.codes.end());
  if (column.name == "begin" || column.name == "end") constraints["minimum"] = 0;
  if (!constraints.empty()) out["constraints"] = std::move(constraints);
  return out;
}

Json schema(Rows rows) {
  Json out;
  out["fields"] = Json::array();
  for (const Column& column : columns_of(rows)) out["fields"].push_back(field(column));
  out["missingValues"] = {""};
  // Two documents with the same words share the ids of their facts.
  if (rows == Rows::documents || rows == Rows::encounters) out["primaryKey"] = {"id"};
  else out["primaryKey"] = {"document", "id"};
  if (rows != Rows::documents) out["foreignKeys"] = Json::array({{{"fields", {"document"}}, {"reference", {{"resource", "documents"}, {"fields", {"id"}}}}}});
  return out;
}

Json resource(Rows rows, int64_t bytes) {
  Json out;
  out["name"] = name_of(rows);
  out["path"] = table_file(rows);
  out["profile"] = "tabular-data-resource";
  out["format"] = "csv";
  out["mediatype"] = "text/csv";
  out["encoding"] = "utf-8";
  out["bytes"] = bytes;
  out["dialect"] = {{"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", "\""}, {"doubleQuote", true}, {"header", true}, {"caseSensitiveHeader", true}};
  out["schema"] = schema(rows);
  return out;
}

Json covered(const record::Record& record, const record::Status& status) {
  Json out = {{"note", kCoverage}, {"documents", status.documents}, {"first_day", or_null(status.first_day)}, {"last_day", or_null(status.last_day)}, {"last_added", or_null(status.last_added)}};
  out["publishers"] = Json::array();
  for (const PublisherCoverage& one : coverage(record).publishers) {
    out["publishers"].push_back({{"publisher", or_null(one.publisher)}, {"country", or_null(one.country)}, {"documents", one.documents}, {"first_day", or_null(one.first_day)},
                                 {"last_day", or_null(one.last_day)}, {"extent", one.extent}, {"stated", list(one.stated)}});
  }
  return out;
}

}  // namespace

ExportQuery whole_table(const record::Record& record, Rows rows) {
  ExportQuery query;
  query.commitments.on = parse_day(record.status().last_added);
  query.rows = rows;
  query.search.statements = rows == Rows::statements;
  // Without types, encounters are those in which people come together.
  for (const std::string_view name : Names<EventType>::all) query.encounters.types.push_back(*parse<EventType>(name));
  return query;
}

std::string table_file(Rows rows) { return std::string(name_of(rows)) + ".csv"; }

Json datapackage_json(const record::Record& record, const std::vector<int64_t>& bytes) {
  const record::Status status = record.status();
  Json out;
  out["profile"] = "tabular-data-package";
  out["name"] = "chancery-record";
  out["title"] = "A record of diplomacy";
  out["description"] = kAbout;
  out["rights"] = kRights;
  if (!status.last_added.empty()) out["created"] = status.last_added;
  Json sources = Json::array();
  for (const record::Count& one : status.publishers) {
    if (!one.value.empty()) sources.push_back({{"title", one.value}});
  }
  if (!sources.empty()) out["sources"] = std::move(sources);
  out["coverage"] = covered(record, status);
  out["resources"] = Json::array();
  for (size_t i = 0; i < kRowNames.size(); ++i) out["resources"].push_back(resource(static_cast<Rows>(i), bytes.at(i)));
  return out;
}

}  // namespace chancery::questions
