// /api/v1/corrections: what people say of the machine's facts. Its routes are called by many threads; writes wait for
// each other.
#pragma once

#include "server/api/records.hpp"
#include "server/api/streams.hpp"
#include "server/router.hpp"

namespace chancery::server::api {

class CorrectionRoutes {
 public:
  /// Both must outlive this object, and this object the router.
  CorrectionRoutes(Records& records, Streams& streams) : records_(records), streams_(streams) {}

  void add_to(Router& router);

 private:
  Response log(const Request& request);
  Response queue(const Request& request);
  Response agreement(const Request& request);
  Response make(const Request& request);
  Response turn(const Request& request, bool undoing);
  Response exported(const Request& request);
  Response imported(const Request& request);

  Records& records_;
  Streams& streams_;
};

}  // namespace chancery::server::api
