// GET /brief: its parameters, and the sheet as JSON, as Markdown, and as a page that prints.
#pragma once

#include <string_view>

#include "questions/brief/write.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

struct BriefRequest {
  questions::BriefQuery query;
  std::string_view format;  ///< json | html | md
};

/// Throws ProblemError for a parameter it does not know or that does not hold what it should.
BriefRequest brief_request(const Request& request);

/// 404 with "suggestions": who could be meant.
Response unclear_answer(const questions::UnclearName& error);

Response brief_answer(const questions::Brief& sheet, std::string_view format);

}  // namespace chancery::server::api
