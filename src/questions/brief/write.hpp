// A briefing sheet as JSON (the API's object), as Markdown with footnotes, and as an HTML file of its own: no script,
// nothing fetched, print CSS for A4 and US Letter.
#pragma once

#include <string>
#include <string_view>

#include "questions/brief/brief.hpp"
#include "questions/json.hpp"

namespace chancery::questions {

Json to_json(const Brief& sheet);
std::string to_markdown(const Brief& sheet);
std::string to_html(const Brief& sheet);

/// "Briefing: Olaf Scholz, for France"
std::string title_of(const Brief& sheet);
/// What the marks of quotes mean.
inline constexpr std::string_view kMarksMean =
    "[usual: n of m]: n of m earlier releases of that publisher, or of those on the two countries, have most of these words. [new between the two]: hardly any of those on the two has them.";
/// "2022-03-06*": the day is worked out.
std::string label_of(const BriefLine& line);
/// "3 more in this record"; empty for none.
std::string more_of(const BriefSection& section);

}  // namespace chancery::questions
