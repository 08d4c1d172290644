#include "server/api/brief.hpp"

#include "questions/facts.hpp"
#include "questions/timeline_json.hpp"
#include "server/api/answers.hpp"
#include "server/api/parameters.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

constexpr size_t kLongestName = 200;

}  // namespace

BriefRequest brief_request(const Request& request) {
  const Parameters parameters(request, {"of", "for", "on", "format"});
  BriefRequest asked;
  asked.query.of = parameters.text("of", kLongestName);
  asked.query.for_whom = parameters.text("for", kLongestName);
  asked.query.on = parameters.day("on").value_or(questions::today());
  asked.format = parameters.choice("format", {"json", "html", "md"});
  if (asked.query.of.find_first_not_of(" \t") == std::string::npos)
    throw ProblemError{{400, "Wrong parameter", "The parameter \"of\" is missing.", "Give a person by name or key, or a country by name or code.", "of"}};
  return asked;
}

Response unclear_answer(const questions::UnclearName& error) {
  Response response = to_response({404, "Not in this record", error.what(), "", "of"});
  questions::Json json = questions::Json::parse(response.body);
  questions::Who who;
  who.suggestions = error.choices();
  json["suggestions"] = questions::suggestions_json(who);
  response.body = json.dump(-1, ' ', false, questions::Json::error_handler_t::replace);
  return response;
}

Response brief_answer(const questions::Brief& sheet, std::string_view format) {
  if (format == "json") return json_answer(questions::to_json(sheet));
  const bool html = format == "html";
  Response response = text_answer(html ? questions::to_html(sheet) : questions::to_markdown(sheet), html ? "text/html; charset=utf-8" : "text/markdown; charset=utf-8");
  // The page has its style in it and nothing else that acts; Markdown is saved.
  if (html) response.headers.add("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
  else response.headers.add("Content-Disposition", "attachment; filename=\"briefing-" + iso(sheet.query.on) + ".md\"");
  return response;
}

}  // namespace chancery::server::api
