#include "server/problem.hpp"

#include <nlohmann/json.hpp>

namespace chancery::server {

Response to_response(const Problem& problem) {
  nlohmann::ordered_json json;
  json["type"] = "about:blank";
  json["title"] = problem.title.empty() ? std::string(reason(problem.status)) : problem.title;
  json["status"] = problem.status;
  json["detail"] = problem.next.empty() ? problem.detail : problem.detail + " " + problem.next;
  if (!problem.parameter.empty()) json["parameter"] = problem.parameter;
  if (!problem.more.empty()) json.update(nlohmann::ordered_json::parse(problem.more));
  Response response;
  response.status = problem.status;
  response.headers = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
  response.body = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  return response;
}

Problem to_problem(const Error& error) {
  switch (error.kind()) {
    case ErrorKind::usage:
    case ErrorKind::input:
      return {400, "", error.what(), "", ""};
    case ErrorKind::io:
    case ErrorKind::record:
      return {503, "The record cannot be used", std::string(error.what()) + ".", "Try again; if it stays so, look at the record with \"chancery check\".", ""};
    case ErrorKind::interrupted:
      return {503, "The server is stopping", error.what(), "Try again once it is back.", ""};
    case ErrorKind::internal:
      break;
  }
  return {500, "", "The server met an error of its own while answering.", "The server's log says more; please report it.", ""};
}

}  // namespace chancery::server
