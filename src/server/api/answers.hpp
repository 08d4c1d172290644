// Responses of the API: values of questions/ as the JSON that api/openapi.yaml describes, and files.
#pragma once

#include <string>
#include <string_view>

#include "questions/export.hpp"
#include "questions/json.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

Response json_answer(const questions::Json& json);
Response text_answer(std::string text, std::string_view media_type);

/// Bytes that others wrote: saved, never shown, since a page among them would act with the rights of our own.
Response foreign_answer(std::string bytes, const std::string& media_type);

/// A file of rows, to be saved.
Response download_answer(BodySource rows, const questions::ExportQuery& query);
/// The whole record as one ZIP.
Response package_answer(BodySource archive);

questions::Json status_json(const std::string& version, const std::string& made_by, const questions::Overview& overview);
questions::Json search_json(const questions::SearchResult& result);
/// `page` in the place of `offset`.
questions::Json paged_json(questions::Json answer, const record::Page& page);
questions::Json ledger_json(const questions::Ledger& ledger);

}  // namespace chancery::server::api
