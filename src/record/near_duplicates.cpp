#include "record/near_duplicates.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "document/phrases.hpp"
#include "record/normal.hpp"

namespace chancery::record {
namespace {

constexpr double kSameWording = 0.75, kSameWords = 0.7;
/// One publisher's releases follow a form: more must agree before they are one text.
constexpr double kSameWordsOfOne = 0.95;
constexpr size_t kRun = 4;

std::vector<uint32_t> wording(std::string_view bytes) {
  std::vector<uint32_t> all;
  unpack(bytes, [&](uint32_t hash) { all.push_back(hash); });
  return all;
}

template <typename T>
double in_common(const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const size_t all = a.size() + b.size() - both.size();
  return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

std::vector<uint64_t> runs_of(std::string_view text) {
  const std::vector<std::string> words = words_of(normal(text));
  std::vector<uint64_t> runs;
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    std::string run;
    for (size_t k = 0; k < kRun; ++k) run += words[i + k] + ' ';
    runs.push_back(hash64(run));
  }
  std::sort(runs.begin(), runs.end());
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

struct Near {
  int64_t document = 0, version = 0;
  std::string publisher;
};

std::string text_of(Database& database, int64_t version) { return database.text("SELECT text FROM versions WHERE id = ?", version).value_or(""); }

/// Of about that day, of nearly the same wording.
std::vector<Near> alike(Database& database, int64_t document, const std::string& day, const std::vector<uint32_t>& words, int64_t size) {
  std::vector<Near> found;
  Rows rows = database.query(
      "SELECT d.id, d.version, d.publisher, f.shingles FROM documents d JOIN formulae f ON f.version = d.version WHERE d.day BETWEEN date(?1, '-3 days') AND date(?1, '+3 days') AND d.id "
      "<> ?2 AND length(f.shingles) BETWEEN ?3 AND ?4",
      day, document, size * 8 / 10, size * 10 / 8);
  while (rows.next()) {
    if (in_common(words, wording(rows.text(3))) >= kSameWording) found.push_back({rows.integer(0), rows.integer(1), rows.string(2)});
  }
  return found;
}

}  // namespace

double resemblance(std::string_view a, std::string_view b) { return in_common(runs_of(a), runs_of(b)); }

void fold_near_duplicates(Database& database, int64_t document) {
  std::string day, publisher, bytes;
  int64_t version = 0;
  {
    Rows rows = database.query("SELECT d.day, d.publisher, d.version, f.shingles FROM documents d JOIN formulae f ON f.version = d.version WHERE d.id = ? AND d.day IS NOT NULL", document);
    if (!rows.next()) return;
    day = rows.string(0);
    publisher = rows.string(1);
    version = rows.integer(2);
    bytes = rows.string(3);
  }
  const auto near = alike(database, document, day, wording(bytes), static_cast<int64_t>(bytes.size()));
  if (near.empty() && !database.integer("SELECT same_as FROM documents WHERE id = ?", document)) return;
  std::set<int64_t> same{document};
  const std::string text = text_of(database, version);
  for (const Near& other : near) {
    if (resemblance(text, text_of(database, other.version)) < (other.publisher == publisher ? kSameWordsOfOne : kSameWords)) continue;
    same.insert(other.document);
    Rows rows = database.query("SELECT id FROM documents WHERE same_as = ?1 OR id = (SELECT same_as FROM documents WHERE id = ?1)", other.document);
    while (rows.next()) same.insert(rows.integer(0));
  }
  std::pair<std::string, int64_t> first{"~", document};
  for (const int64_t one : same) first = std::min(first, {database.text("SELECT day || key FROM documents WHERE id = ?", one).value_or("~"), one});
  for (const int64_t one : same) database.run("UPDATE documents SET same_as = ? WHERE id = ?", one == first.second ? std::nullopt : std::optional(first.second), one);
}

}  // namespace chancery::record
