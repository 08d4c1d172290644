// A timeline as JSON, for the API and `--json`, and its items as rows of CSV.
#pragma once

#include <string>
#include <string_view>

#include "questions/json.hpp"
#include "questions/timeline.hpp"

namespace chancery::questions {

Json to_json(const Timeline& timeline);
Json to_json(const TimelineItem& item);
/// Who may have been meant, for an answer that nobody is called so.
Json suggestions_json(const Who& who);

/// One row an item, RFC 4180, harmless in a spreadsheet.
extern const std::string_view kTimelineHead;
std::string csv(const TimelineItem& item);

}  // namespace chancery::questions
