// The API of api/openapi.yaml over one record. Immutable after construction; its routes are called by many threads.
#pragma once

#include <string>
#include <string_view>

#include "server/api/corrections.hpp"
#include "server/api/program.hpp"
#include "server/api/records.hpp"
#include "server/api/streams.hpp"
#include "server/router.hpp"

namespace chancery::server::api {

class Api {
 public:
  /// Throws Error(io) or Error(record) where the record cannot be opened.
  Api(std::filesystem::path record, Program program);

  /// Must be outlived by this object.
  void add_routes(Router& router);

  /// Whether anybody holds a token of their own.
  bool has_users();
  /// Whom the record knows by that token.
  std::optional<Session> user_of(std::string_view token);

 private:
  Response status(const Request& request);
  Response session(const Request& request) const;
  Response countries(const Request& request) const;
  Response search(const Request& request);
  Response document(const Request& request, const std::string& id);
  Response text(const Request& request, const std::string& id);
  Response formulae(const Request& request, const std::string& id);
  Response original(const Request& request, const std::string& id);
  Response encounters(const Request& request);
  Response encounter(const Request& request, const std::string& id);
  Response candidates(const Request& request, const std::string& id);
  Response figures(const Request& request);
  Response series(const Request& request);
  Response commitments(const Request& request);
  Response follow_ups(const Request& request, const std::string& document, const std::string& commitment);
  Response pair(const Request& request, const std::string& a, const std::string& b);
  Response matrix(const Request& request);
  Response people(const Request& request);
  Response person(const Request& request, const std::string& name);
  Response timeline(const Request& request);
  Response coverage(const Request& request);
  Response compare_texts(const Request& request);
  Response compare_documents(const Request& request);
  Response compare_accounts(const Request& request, const std::string& id);
  Response brief(const Request& request);
  Response exported(const Request& request);
  Response cite(const Request& request, const std::string& id);
  Response cite_encounter(const Request& request, const std::string& id);
  Response searches(const Request& request);
  Response save_search(const Request& request);
  Response remove_search(const Request& request, const std::string& id);
  Response feed(const Request& request, const std::string& id);

  Program program_;
  Records records_;
  // After the records, whose leases its writers hold.
  Streams streams_;
  CorrectionRoutes corrections_{records_, streams_};
};

/// api/openapi.yaml as the program carries it; lives as long as the program.
std::string_view embedded_description();

}  // namespace chancery::server::api
