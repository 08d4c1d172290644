// A briefing sheet as JSON (the API's object), as Markdown with footnotes, and as an HTML file of its own: no script,
// nothing fetched, print CSS for A4 and US Letter.
#pragma once

#include <string>

#include "questions/brief/brief.hpp"
#include "questions/json.hpp"

namespace chancery::questions {

Json to_json(const Brief& sheet);
std::string to_markdown(const Brief& sheet);
std::string to_html(const Brief& sheet);

/// "Briefing: Olaf Scholz, for France"
std::string title_of(const Brief& sheet);
/// "3 more in this record"; empty for none.
std::string more_of(const BriefSection& section);

}  // namespace chancery::questions
