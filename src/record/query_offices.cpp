#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "record/conditions.hpp"
#include "record/normal.hpp"
#include "record/query.hpp"

namespace chancery::record {
namespace {

/// An office as one document writes it, and the country that document says its holder acts for.
struct Seen {
  std::string title, country, status, acts_for, day;
  int64_t document = 0, version = 0;
};

/// One office under all its forms.
struct Merged {
  std::map<std::string, int64_t> forms, acts_for;
  std::set<int64_t> documents;
  std::string first, last;

  void add(const Seen& seen) {
    ++forms[seen.title];
    if (!seen.acts_for.empty()) ++acts_for[seen.acts_for];
    documents.insert(seen.document);
    if (seen.day.empty()) return;
    if (first.empty() || seen.day < first) first = seen.day;
    last = std::max(last, seen.day);
  }
  void add(const Merged& other) {
    for (const auto& [form, count] : other.forms) forms[form] += count;
    documents.insert(other.documents.begin(), other.documents.end());
    if (!other.first.empty() && (first.empty() || other.first < first)) first = other.first;
    last = std::max(last, other.last);
  }
};

/// Title without its country, country, status.
using Office = std::tuple<std::string, std::string, std::string>;
using Offices = std::map<Office, Merged>;

/// What stands between "of" and a country's name in its official name: "of the republic of belarus".
bool of_a_state(const std::string& words) {
  static const std::set<std::string> kStates = {"the", "of", "republic", "kingdom", "state", "federal", "federation", "democratic", "people", "s", "islamic", "arab", "socialist"};
  const auto all = words_of(words);
  return std::all_of(all.begin(), all.end(), [](const std::string& word) { return kStates.contains(word); });
}

/// The words without their order and small words: "secretary of the security council" is "security council secretary".
std::string without_order(const std::string& title) {
  static const std::set<std::string> kSmall = {"of", "the", "s"};
  auto words = words_of(title);
  std::erase_if(words, [](const std::string& word) { return kSmall.contains(word); });
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// Takes the country and the order of words out of titles, so that "president of the russian federation" and "russian
/// president" are one.
class Titles {
 public:
  explicit Titles(Database& database) : database_(database) {}

  const std::string& without_country(const Seen& seen) {
    auto [found, fresh] = known_.try_emplace({seen.title, seen.country});
    if (fresh) found->second = without_order(stripped(seen));
    return found->second;
  }

 private:
  std::string stripped(const Seen& seen) {
    std::string plain = normal(seen.title);
    if (seen.country.empty()) return plain;
    const std::set<std::string> names = names_of_country(seen);
    const auto is_name = [&](const std::string& words) {
      if (names.contains(words)) return true;
      for (size_t space = words.rfind(' '); space != std::string::npos && space > 0; space = words.rfind(' ', space - 1)) {
        if (names.contains(words.substr(space + 1)) && of_a_state(words.substr(0, space))) return true;
      }
      return false;
    };
    for (size_t of = plain.find(" of "); of != std::string::npos; of = plain.find(" of ", of + 1)) {
      if (is_name(plain.substr(of + 4))) return plain.substr(0, of);
    }
    for (size_t space = plain.find(' '); space != std::string::npos; space = plain.find(' ', space + 1)) {
      if (is_name(plain.substr(0, space))) return plain.substr(space + 1);
    }
    return plain;
  }

  /// What the record calls the country, and this document its people.
  std::set<std::string> names_of_country(const Seen& seen) {
    std::set<std::string> names = names_in_record(seen.country);
    Rows nationalities = database_.query(
        "SELECT DISTINCT quote FROM mentions WHERE version = ? AND type = 'nationality' AND country = ?", seen.version,
        seen.country);
    while (nationalities.next()) names.insert(normal(nationalities.text(0)));
    return names;
  }

  const std::set<std::string>& names_in_record(const std::string& country) {
    auto [found, fresh] = names_.try_emplace(country);
    if (!fresh) return found->second;
    Rows countries = database_.query(
        "SELECT DISTINCT n.normal FROM entities e JOIN names n ON n.entity = e.id WHERE e.country = ? AND e.type = "
        "'country'",
        country);
    while (countries.next()) found->second.insert(countries.string(0));
    return found->second;
  }

  Database& database_;
  std::map<std::pair<std::string, std::string>, std::string> known_;
  std::map<std::string, std::set<std::string>> names_;
};

/// Where an office that is written without a country belongs: with the only one of that title, or with that of the
/// country its holder acts for.
Merged* home_of(const Office& office, const Merged& open, Offices& offices) {
  const auto& [title, country, status] = office;
  std::vector<Offices::value_type*> others;
  for (auto& other : offices) {
    const auto& [its_title, its_country, its_status] = other.first;
    if (its_title == title && !its_country.empty() && its_status == status) others.push_back(&other);
  }
  if (others.size() == 1) return &others.front()->second;
  for (auto* other : others) {
    const bool acts = open.acts_for.contains(std::get<1>(other->first));
    if (acts && open.acts_for.size() == 1) return &other->second;
  }
  return nullptr;
}

void bring_home(Offices& offices) {
  for (auto one = offices.begin(); one != offices.end();) {
    Merged* home = std::get<1>(one->first).empty() ? home_of(one->first, one->second, offices) : nullptr;
    if (home) home->add(one->second);
    one = home ? offices.erase(one) : std::next(one);
  }
}

OfficeLine line_of(const Office& office, const Merged& merged) {
  std::vector<std::pair<std::string, int64_t>> forms(merged.forms.begin(), merged.forms.end());
  std::stable_sort(forms.begin(), forms.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  OfficeLine line{forms.front().first, std::get<1>(office), std::get<2>(office), merged.first, merged.last,
                  static_cast<int64_t>(merged.documents.size()), {}};
  for (const auto& form : forms) line.forms.push_back(form.first);
  return line;
}

}  // namespace

std::vector<OfficeLine> offices_of(const Record& record, const std::string& key, const std::optional<Day>& until) {
  std::string condition;
  std::vector<Value> values;
  named_until("e.id", key, until, condition, values);
  std::vector<Seen> all;
  {
    Rows rows = record.database().query(
        fmt::format("SELECT o.title, o.country, o.status, e.country, d.day, d.id, d.version FROM entities e JOIN "
                    "documents d ON d.version = e.version JOIN offices o ON o.entity = e.id WHERE e.type = 'person' "
                    "AND e.plural = 0 AND {}",
                    condition),
        values);
    while (rows.next())
      all.push_back({rows.string(0), rows.string(1), rows.string(2), rows.string(3), rows.string(4), rows.integer(5),
                     rows.integer(6)});
  }
  Titles titles(record.database());
  Offices offices;
  for (const Seen& seen : all) offices[{titles.without_country(seen), seen.country, seen.status}].add(seen);
  bring_home(offices);
  std::vector<OfficeLine> lines;
  for (const auto& [office, merged] : offices) lines.push_back(line_of(office, merged));
  std::stable_sort(lines.begin(), lines.end(), [](const OfficeLine& a, const OfficeLine& b) {
    return a.documents != b.documents ? a.documents > b.documents : a.last_day > b.last_day;
  });
  return lines;
}

}  // namespace chancery::record
