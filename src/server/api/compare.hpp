// POST /compare, GET /compare and GET /encounters/{id}/compare: what they ask for, and the answer.
#pragma once

#include <string>
#include <utility>

#include "app/compare.hpp"
#include "server/message.hpp"

namespace chancery::server::api {

// Each throws ProblemError for a parameter or member it does not know or that does not hold what it should.

/// The two texts of a body, not yet analysed.
std::pair<Document, Document> compare_request(const Request& request);

struct ComparedIds {
  std::string a, b;
};
ComparedIds compared_documents(const Request& request);
/// Of an encounter's accounts; empty where the caller leaves the choice to us.
ComparedIds compared_accounts(const Request& request);

Response comparison_answer(const app::SideBySide& laid);

}  // namespace chancery::server::api
