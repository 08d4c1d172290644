#include "record/people_corrections.hpp"

#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/random.hpp"
#include "record/keep.hpp"
#include "record/person_rows.hpp"

namespace chancery::record {
namespace {

struct KnownPerson {
  int64_t row = 0;
  std::string name;
};

KnownPerson known(Database& database, const std::string& key) {
  Rows rows = database.query("SELECT id, name FROM people WHERE key = ?", key);
  if (rows.next()) return {rows.integer(0), rows.string(1)};
  throw Error(ErrorKind::input, fmt::format("no person {} in {}: `chancery people` lists them", key, database.path().string()));
}

struct Part {
  std::string fact, name, country;
};

/// The entities of a document that are shown as that person.
std::vector<Part> entities_of(Database& database, const std::string& document, int64_t person) {
  std::vector<Part> all;
  Rows rows = database.query("SELECT e.key, e.name, e.country FROM entities e JOIN documents d ON d.version = e.version WHERE d.key = ? AND e.person = ?", document, person);
  while (rows.next()) all.push_back({rows.string(0), rows.string(1), rows.string(2)});
  return all;
}

}  // namespace

std::vector<Correction> joining_people(Database& database, const Wish& wish) {
  const KnownPerson one = known(database, wish.person), other = known(database, wish.other);
  if (joined_into(database, wish.person) == joined_into(database, wish.other)) {
    throw Error(ErrorKind::input, fmt::format("{} and {} are one person already", wish.person, wish.other));
  }
  Correction made = wish;
  made.document.clear();
  made.fact.clear();
  made.label = other.name + " = " + one.name;
  return {made};
}

std::vector<Correction> parting_person(Database& database, const Wish& wish) {
  if (wish.documents.empty()) throw Error(ErrorKind::input, "say in which documents it is somebody else");
  const KnownPerson person = known(database, wish.person);
  // Parted in the same way twice, they may be two.
  const std::string own = "w-" + base32(random_number());
  std::vector<Correction> all;
  for (const std::string& document : wish.documents) {
    document_row(database, document);
    const auto parts = entities_of(database, document, person.row);
    if (parts.empty()) throw Error(ErrorKind::input, fmt::format("document {} does not name {}", document, wish.person));
    for (const Part& part : parts) {
      person_row(database, own, part.name, part.country);
      Correction made = wish;
      made.other = own;
      made.document = document;
      made.fact = part.fact;
      made.label = part.name;
      all.push_back(std::move(made));
    }
  }
  return all;
}

}  // namespace chancery::record
