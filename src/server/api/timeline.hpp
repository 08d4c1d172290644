// GET /timeline: its parameters, and its answers as JSON, as CSV, and where nobody is called as asked.
#pragma once

#include <functional>
#include <string_view>

#include "questions/timeline_json.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

struct TimelineRequest {
  questions::TimelineQuery query;
  bool csv = false;
};

/// Throws ProblemError for a parameter it does not know or that does not hold what it should.
TimelineRequest timeline_request(const Request& request);

/// Whether everybody asked for was found.
bool is_complete(const questions::Timeline& timeline);
/// 404 with "suggestions": whom the words may have meant.
Response nobody_answer(const questions::Timeline& timeline);

/// A file of rows, to be saved.
Response csv_answer(BodySource rows);
void timeline_rows(const record::Record& record, const Knowledge& knowledge, const questions::TimelineQuery& query,
                   const std::function<bool(std::string_view)>& sink);

}  // namespace chancery::server::api
