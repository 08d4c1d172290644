#include "server/site.hpp"

#include <exception>

#include "server/problem.hpp"
#include "server/representation.hpp"

namespace chancery::server {

Site::Site(GuardOptions guard, Assets assets, Router router, std::function<void(std::string_view)> report)
    : guard_(std::move(guard)), assets_(std::move(assets)), router_(std::move(router)), report_(std::move(report)) {
  router_.set_fallback([this](const Request& request, const PathParameters&) { return assets_.get(request); });
}

Response Site::routed(const Request& request) const {
  try {
    return router_.route(request);
  } catch (const ProblemError& error) {
    return to_response(error.problem);
  } catch (const Error& error) {
    const Problem problem = to_problem(error);
    if (problem.status >= 500 && report_) report_(request.raw_target + ": " + error.what());
    return to_response(problem);
  } catch (const std::exception& error) {
    if (report_) report_(request.raw_target + ": " + error.what());
    return to_response(to_problem(Error(ErrorKind::internal, error.what())));
  }
}

Response Site::answer(const Request& request) const noexcept {
  Response response = routed(request);
  finish(request, response);
  return response;
}

}  // namespace chancery::server
