// Chancery as a library: give it the text of a release, get back what it says. This header is all that a user of the
// library sees; it needs nothing but the standard library.
//
//   const chancery::api::Engine engine;                       // once; takes well under 100 ms
//   const std::string json = engine.analyse({.text = "President A received ..."});
//
// Offsets are Unicode code points into the text, begin inclusive, end exclusive. An Engine is immutable: any number of
// threads may call it at once. Values own what they hold. Failures are std::runtime_error, whose message says what, where
// and what to do.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace chancery::api {

/// What is known of a release before it is read; empty means unknown. An invalid byte in it is taken as U+FFFD.
struct Release {
  std::string text;
  std::string title;
  std::string id;
  std::string published;  ///< "2017-11-19" or "2017-11-19T19:23"
  std::string url;
  std::string publisher;
  std::string country;    ///< of the publisher, ISO 3166-1 alpha-3
  std::string language;   ///< BCP 47
  std::string dateline;
};

struct Person {
  std::string name;     ///< the fullest form in the release, without title
  std::string office;   ///< as written; empty where not said
  std::string country;  ///< the country one acts for, ISO 3166-1 alpha-3; empty where unknown
  std::string role;     ///< of a participant: host, guest, party, ...
};

/// The encounter or act that the release reports, or one that it refers to.
struct Encounter {
  std::string type;        ///< meeting, reception, phone_call, ...
  std::string status;      ///< happened, planned, ...
  bool main = false;
  std::string day;         ///< TIMEX3 value; empty where not known
  std::string day_basis;   ///< stated, relative or published; empty where not known
  std::string place, place_country, place_basis;
  std::vector<Person> participants;
};

struct Statement {
  std::string mode;  ///< turn, direct, indirect, mixed
  std::vector<Person> speakers;
  std::string content;
  std::size_t begin = 0, end = 0;
  bool in_title = false;
};

struct Account {
  std::vector<Encounter> encounters;
  std::vector<Statement> statements;
};

class Engine {
 public:
  /// Reads the lexicons: from `data_folder`, else $CHANCERY_DATA, else beside the program.
  explicit Engine(const std::string& data_folder = {});
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Everything found, as one JSON object on one line: the contract chancery/analysis/1.
  std::string analyse(const Release& release) const;
  /// The same reading, as values: who met whom, and who said what.
  Account account(const Release& release) const;

  /// "chancery 0.1.0 rules-...": program and data, for signing results.
  std::string made_by() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace chancery::api
