#include "server/api/compare.hpp"

#include <algorithm>

#include "base/day.hpp"
#include "base/utf8.hpp"
#include "questions/compare/json.hpp"
#include "server/api/answers.hpp"
#include "server/api/body.hpp"
#include "server/api/parameters.hpp"
#include "server/problem.hpp"

namespace chancery::server::api {
namespace {

constexpr size_t kLongestText = 12 * 1024 * 1024;
constexpr size_t kLongestId = 1000;

bool is_country(const std::string& code) {
  return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

Document document_in(const questions::Json& body, const char* side) {
  const auto found = body.find(side);
  const Members both(body, "", {"a", "b"});
  if (found == body.end()) both.refuse(side, "is missing: a comparison needs two texts");
  const Members members(*found, side, {"id", "text", "title", "publisher", "country", "date", "language", "url", "dateline"});
  Document document;
  document.text = utf8::repaired(members.text("text", kLongestText));
  document.title = utf8::repaired(members.text("title"));
  document.info.id = members.text("id", kLongestId);
  document.info.publisher = members.text("publisher");
  document.info.country = members.text("country");
  document.info.published = members.text("date");
  document.info.language = members.text("language");
  document.info.url = members.text("url");
  document.info.dateline = members.text("dateline");
  if (document.text.find_first_not_of(" \t\r\n") == std::string::npos) members.refuse("text", "holds no words: paste the release");
  if (!document.info.country.empty() && !is_country(document.info.country)) members.refuse("country", "is no code as in ISO 3166-1 alpha-3, such as UKR");
  if (!document.info.published.empty() && !parse_day(document.info.published)) members.refuse("date", "is no day that exists: write it as 2022-02-12");
  return document;
}

}  // namespace

std::pair<Document, Document> compare_request(const Request& request) {
  const Parameters none(request, {});
  const questions::Json body = object_of(request);
  Document a = document_in(body, "a");
  return {std::move(a), document_in(body, "b")};
}

ComparedIds compared_documents(const Request& request) {
  const Parameters parameters(request, {"a", "b"});
  ComparedIds ids{parameters.text("a", kLongestId), parameters.text("b", kLongestId)};
  for (const char* name : {"a", "b"}) {
    if ((name[0] == 'a' ? ids.a : ids.b).empty()) {
      throw ProblemError{{400, "Bad parameter", "A comparison needs two documents.", "Name them by their ids, as a and b.", name}};
    }
  }
  return ids;
}

ComparedIds compared_accounts(const Request& request) {
  const Parameters parameters(request, {"a", "b"});
  return {parameters.text("a", kLongestId), parameters.text("b", kLongestId)};
}

Response comparison_answer(const app::SideBySide& laid) { return json_answer(to_json(laid.comparison)); }

}  // namespace chancery::server::api
