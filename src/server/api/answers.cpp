#include "server/api/answers.hpp"

#include <algorithm>

namespace chancery::server::api {
namespace {

using questions::Json;

/// Media types come from web servers and files; in a header only plain ones have a place.
bool is_plain_media_type(std::string_view type) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/+-._").find(c) != std::string_view::npos;
  };
  return !type.empty() && std::count(type.begin(), type.end(), '/') == 1 && std::all_of(type.begin(), type.end(), allowed);
}

void add_page(Json& json, const record::Page& page) {
  json["page"] = page.offset / page.limit + 1;
  json["limit"] = page.limit;
}

}  // namespace

Response json_answer(const Json& json) {
  return text_answer(json.dump(-1, ' ', false, Json::error_handler_t::replace), "application/json");
}

Response text_answer(std::string text, std::string_view media_type) {
  Response response;
  response.headers = {{"Content-Type", std::string(media_type)}};
  response.body = std::move(text);
  return response;
}

Response foreign_answer(std::string bytes, const std::string& media_type) {
  Response response = text_answer(std::move(bytes), is_plain_media_type(media_type) ? media_type : "application/octet-stream");
  response.headers.add("Content-Disposition", "attachment");
  response.headers.add("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
  return response;
}

Response download_answer(BodySource rows, const questions::ExportQuery& query) {
  const bool csv = query.format != questions::Format::jsonl;
  const bool coded = query.format == questions::Format::plover;
  const std::string name = "chancery-" + std::string(coded ? "plover" : name_of(query.rows)) + (csv ? ".csv" : ".jsonl");
  Response response;
  response.headers = {{"Content-Type", csv ? "text/csv; charset=utf-8" : "application/x-ndjson"},
                      {"Content-Disposition", "attachment; filename=\"" + name + "\""}};
  response.source = std::move(rows);
  return response;
}

Response package_answer(BodySource archive) {
  Response response;
  response.headers = {{"Content-Type", "application/zip"}, {"Content-Disposition", "attachment; filename=\"chancery-datapackage.zip\""}};
  response.source = std::move(archive);
  return response;
}

Json status_json(const std::string& version, const std::string& made_by, const questions::Overview& overview) {
  Json json;
  json["program"] = version;
  json["made_by"] = made_by;
  json.update(questions::to_json(overview));
  return json;
}

Json search_json(const questions::SearchResult& result) {
  Json json;
  json["scope"] = result.query.statements ? "statements" : "documents";
  Json answer = questions::to_json(result);
  json["total"] = result.total;
  add_page(json, result.query.page);
  for (const char* key : {"documents", "statements", "facets", "note"}) json[key] = std::move(answer[key]);
  return json;
}

Json paged_json(Json answer, const record::Page& page) {
  answer.erase("offset");
  add_page(answer, page);
  return answer;
}

Json ledger_json(const questions::Ledger& ledger) {
  Json json;
  json["total"] = ledger.total;
  add_page(json, ledger.query.page);
  json["encounters"] = std::move(questions::to_json(ledger)["encounters"]);
  return json;
}

}  // namespace chancery::server::api
