#include "pages.hpp"

#include <fmt/format.h>

#include <memory>
#include <thread>

#include "http.hpp"
#include "record/query.hpp"
#include "record/searches.hpp"
#include "server/server.hpp"

namespace chancery::bench {
namespace {

constexpr size_t kOfEach = 60;

/// What of a record the questions are about: its best known people, most met pairs, and things from all over it.
struct Known {
  std::vector<std::string> documents, encounters, people, searches;
  std::vector<std::pair<std::string, std::string>> pairs, neighbours;  ///< of countries; of documents
  std::vector<std::string> with_accounts;                              ///< encounters that several documents tell of
};

template <typename T>
std::vector<T> spread(const std::vector<T>& all) {
  std::vector<T> some;
  const size_t step = std::max<size_t>(1, all.size() / kOfEach);
  for (size_t i = 0; i < all.size() && some.size() < kOfEach; i += step) some.push_back(all[i]);
  return some;
}

void know_encounters(const record::Record& record, Known& known) {
  std::vector<std::string> ids;
  each_encounter(record, {}, [&](const record::EncounterLine& line) {
    ids.push_back(line.id);
    if (line.accounts > 1) known.with_accounts.push_back(line.id);
    std::vector<std::string> sides;
    for (const record::Party& one : line.participants) {
      if (!one.country.empty() && (sides.empty() || sides.front() != one.country)) sides.push_back(one.country);
    }
    if (sides.size() > 1) known.pairs.emplace_back(std::min(sides[0], sides[1]), std::max(sides[0], sides[1]));
    return true;
  });
  known.encounters = spread(ids);
  known.with_accounts = spread(known.with_accounts);
  known.pairs = spread(known.pairs);
}

/// Those who met somebody and are told apart: descriptions such as "Prime Minister" are nobody one asks a sheet on.
void know_people(const record::Record& record, Known& known) {
  constexpr size_t kLookedAt = 4 * kOfEach;
  for (const record::PersonLine& one : find_people(record, "", {0, kLookedAt})) {
    if (one.encounters > 0 && one.key.starts_with("w-") && known.people.size() < kOfEach) known.people.push_back(one.key);
  }
}

Known known_of(const std::filesystem::path& path) {
  record::OpenOptions options;
  options.mode = record::Mode::read_write;
  record::Record record = record::Record::open(path, options);
  Known known;
  known.documents = spread(record.documents());
  for (size_t i = 0; i + 1 < known.documents.size(); ++i) known.neighbours.emplace_back(known.documents[i], known.documents[i + 1]);
  know_encounters(record, known);
  know_people(record, known);
  for (const auto& [what, query] : std::initializer_list<std::pair<const char*, const char*>>{{"documents", "q=grain"}, {"statements", "q=sanctions"}, {"encounters", "type=phone_call"}, {"documents", ""}, {"encounters", "country=RUS"}})
    known.searches.push_back(record::save_search(record, {{}, fmt::format("{}: {}", what, *query ? query : "all"), what, query, "bench", {}}).id);
  return known;
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return out;
}

using Addresses = std::vector<std::string>;

template <typename T, typename Make>
Addresses each(const std::vector<T>& all, const Make& make) {
  Addresses out;
  for (const T& one : all) out.push_back(make(one));
  return out;
}

struct PageQuestions {
  std::string page;
  Addresses addresses;
};

/// A line a page; addresses are those below /api/v1.
std::vector<PageQuestions> pages_of(const Known& known, const std::vector<std::string>& words) {
  const auto by_pair = [&](const char* form) { return each(known.pairs, [&](const auto& p) { return fmt::format(fmt::runtime(form), p.first, p.second); }); };
  const auto by_country = [&](const char* form) { return each(known.pairs, [&](const auto& p) { return fmt::format(fmt::runtime(form), p.first); }); };
  const auto by_id = [&](const std::vector<std::string>& ids, const char* form) { return each(ids, [&](const auto& id) { return fmt::format(fmt::runtime(form), encoded(id)); }); };
  const std::vector<std::string> some = spread(words);
  return {
      {"home", Addresses(kOfEach, "/status")},
      {"search, documents", by_id(words, "/search?q={}")},
      {"search, while typing", by_id(some, "/search?q={}&typing=true")},
      {"search, statements", by_id(some, "/search?q={}&scope=statements")},
      {"search, all by a speaker", by_id(known.people, "/search?scope=statements&speaker={}")},
      {"document", by_id(known.documents, "/documents/{}")},
      {"ledger", by_country("/encounters?country={}&limit=50")},
      {"ledger, of a person", by_id(known.people, "/encounters?person={}&limit=50")},
      {"encounter", by_id(known.encounters, "/encounters/{}")},
      {"person", by_id(known.people, "/people/{}")},
      {"pair", by_pair("/pairs/{}/{}")},
      {"matrix", Addresses(kOfEach, "/matrix")},
      {"figures", by_country("/figures?country={}&limit=50")},
      {"figures over time", by_country("/figures/series?country={}")},
      {"commitments", by_country("/commitments?country={}&limit=50")},
      {"commitments, by words", by_id(some, "/commitments?q={}&limit=50")},
      {"saved searches", Addresses(kOfEach, "/searches")},
      {"feed of a search", by_id(known.searches, "/searches/{}/feed.atom")},
      {"citation", by_id(known.documents, "/documents/{}/cite?begin=0&end=20")},
      {"timeline of a pair", by_pair("/timeline?a={}&b={}")},
      {"timeline of a person", by_id(known.people, "/timeline?a={}")},
      {"brief on a country for another", by_pair("/brief?of={}&for={}")},
      {"brief on a person", by_id(known.people, "/brief?of={}")},
      {"wording of a document", by_id(known.documents, "/documents/{}/formulae")},
      {"corrections, queue", Addresses(kOfEach, "/corrections/queue")},
      {"corrections, log", Addresses(kOfEach, "/corrections")},
      {"comparison of two documents", each(known.neighbours, [](const auto& two) { return fmt::format("/compare?a={}&b={}", encoded(two.first), encoded(two.second)); })},
      {"comparison of an encounter", by_id(known.with_accounts, "/encounters/{}/compare")},
  };
}

/// Runs until it goes; the engine must outlive it.
class Serving {
 public:
  Serving(const app::Engine& engine, const std::filesystem::path& record) : server_(options_for(record), server::api::program_of(std::shared_ptr<const app::Engine>(std::shared_ptr<void>(), &engine))), thread_([this] { server_.run(); }) {}
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;
  ~Serving() {
    server_.stop();
    thread_.join();
  }
  uint16_t port() const { return server_.port(); }

 private:
  static server::ServerOptions options_for(const std::filesystem::path& record) {
    server::ServerOptions options;
    options.record = record;
    options.port = 0;
    options.threads = 2;
    options.handle_signals = false;
    return options;
  }
  server::Server server_;
  std::thread thread_;
};

PageTimes time_page(uint16_t port, const PageQuestions& questions) {
  PageTimes times{questions.page, {}, 0, 0, {}};
  HttpClient client(port);
  for (const std::string& address : questions.addresses) client.get("/api/v1" + address);
  for (const std::string& address : questions.addresses) {
    const Stopwatch watch;
    const HttpAnswer answer = client.get("/api/v1" + address);
    times.milliseconds.push_back(watch.elapsed().count() * 1000);
    times.bytes += answer.bytes;
    if (answer.status == 200) continue;
    ++times.failed;
    if (times.first_failure.empty()) times.first_failure = fmt::format("{} answered {}", address, answer.status);
  }
  return times;
}

}  // namespace

std::vector<PageTimes> time_pages(const app::Engine& engine, const std::filesystem::path& record, const std::vector<std::string>& words) {
  const Known known = known_of(record);
  const Serving serving(engine, record);
  std::vector<PageTimes> all;
  for (const PageQuestions& questions : pages_of(known, words)) {
    if (!questions.addresses.empty()) all.push_back(time_page(serving.port(), questions));
  }
  return all;
}

}  // namespace chancery::bench
