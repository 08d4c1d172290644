// Reading the data files into Knowledge: one function a group of files; the heads of the files name the columns.
#include <sstream>

#include "base/utf8.hpp"
#include "knowledge/knowledge.hpp"
#include "knowledge/table.hpp"

namespace chancery {
namespace {

std::string plain(std::string_view text) { return utf8::unaccented(utf8::lower(text)); }

Entry entry(EntryKind kind, std::string_view name, std::string_view country = {}, std::string_view detail = {},
            uint32_t weight = 0) {
  return {kind, std::string(name), std::string(country), std::string(detail), weight};
}

EntryKind place_kind(const Row& row, std::string_view written) {
  if (written == "seat" || written == "venue" || written == "disputed") return EntryKind::place;
  if (written == "region") return EntryKind::region;
  if (written == "city" || written == "capital") return EntryKind::city;
  row.fail("\"" + std::string(written) + "\" is no kind of place");
}

std::optional<Day> day_or_open(const Row& row, size_t cell) {
  if (row[cell].empty()) return std::nullopt;
  const std::optional<Day> day = parse_day(row[cell]);
  if (!day) row.fail("\"" + std::string(row[cell]) + "\" is no day");
  return day;
}

}  // namespace

void Knowledge::load_countries(const std::filesystem::path& folder) {
  for_each_row(folder / "countries.tsv", 8, [this](const Row& row) {
    Country country;
    country.code = row[0];
    country.name = row[1];
    country.official = row[2];
    country.former = row[7] == "former";
    const std::string_view status = row[7];
    const auto add_name = [&](std::string_view name) {
      lexicon_.add(name, entry(EntryKind::country, country.name, country.code, status));
    };
    add_name(country.name);
    if (!country.official.empty()) add_name(country.official);
    for (const std::string_view name : row.list(6)) add_name(name);
    for (const std::string_view word : row.list(4)) {
      if (country.demonym.empty()) country.demonym = word;
      lexicon_.add(word, entry(EntryKind::nationality, country.name, country.code, "adjective"));
    }
    for (const std::string_view word : row.list(5)) {
      lexicon_.add(word, entry(EntryKind::nationality, country.name, country.code, "nationals"));
    }
    constexpr uint32_t capital_weight = 1'000'000;
    for (const std::string_view city : row.list(3)) {
      if (country.capital.empty()) country.capital = city;
      if (!country.former) lexicon_.add(city, entry(EntryKind::city, city, country.code, "capital", capital_weight));
    }
    by_code_.emplace(country.code, static_cast<uint32_t>(countries_.size()));
    countries_.push_back(std::move(country));
  });
}

void Knowledge::load_places(const std::filesystem::path& folder) {
  for_each_row(folder / "seats.tsv", 4, [this](const Row& row) {
    const Entry place = entry(place_kind(row, row[3]), row[0], row[2], row[3]);
    lexicon_.add(row[0], place);
    for (const std::string_view name : row.list(1)) lexicon_.add(name, place);
  });
  for_each_row(folder / "places.tsv", 5, [this](const Row& row) {
    const Entry place = entry(place_kind(row, row[3]), row[0], row[2], row[3], row.number(4));
    lexicon_.add(row[0], place);
    for (const std::string_view name : row.list(1)) lexicon_.add(name, place);
  });
}

void Knowledge::load_organisations(const std::filesystem::path& folder) {
  for_each_row(folder / "organisations.tsv", 4, [this](const Row& row) {
    const Entry body = entry(EntryKind::organisation, row[0], row[2], row[3]);
    lexicon_.add(row[0], body);
    for (const std::string_view name : row.list(1)) lexicon_.add(name, body);
  });
}

void Knowledge::load_offices(const std::filesystem::path& folder) {
  for_each_row(folder / "offices.tsv", 5, [this](const Row& row) {
    if (row[2] == "modifier") {
      lexicon_.add(row[0], entry(EntryKind::modifier, row[0], {}, row[3]));
      return;
    }
    if (row[2] != "head") row.fail("\"" + std::string(row[2]) + "\" is neither head nor modifier");
    const uint32_t before_name = row[4] == "yes" ? 1 : 0;
    lexicon_.add(row[0], entry(EntryKind::office, row[0], {}, row[3], before_name));
    if (row[1].empty()) return;
    lexicon_.add(row[1], entry(EntryKind::office, row[0], "plural", row[3], before_name));
  });
  for_each_row(folder / "absent_offices.tsv", 2, [this](const Row& row) {
    for (const std::string_view head : row.list(1)) absent_offices_.emplace(std::string(row[0]) + '/' + std::string(head));
  });
  for_each_row(folder / "honorifics.tsv", 3, [this](const Row& row) {
    lexicon_.add(row[0], entry(EntryKind::honorific, row[0], {}, row[1]));
  });
  for_each_row(folder / "topics.tsv", 2, [this](const Row& row) {
    for (const std::string_view phrase : row.list(1)) lexicon_.add(phrase, entry(EntryKind::topic, row[0]));
  });
}

void Knowledge::load_people(const std::filesystem::path& folder) {
  for_each_row(folder / "given_names.tsv", 3, [this](const Row& row) {
    lexicon_.add(row[0], entry(EntryKind::given_name, row[0], {}, row[1], row.number(2)));
    if (!row[1].empty()) genders_.insert(FlatMap::key(plain(row[0])), static_cast<unsigned char>(row[1].front()));
  });
  uint32_t group = 0;
  for_each_row(folder / "nicknames.tsv", 1, [&](const Row& row) {
    for (const std::string_view name : row.list(0)) nickname_groups_[plain(name)].push_back(group);
    ++group;
  });
}

void Knowledge::load_leaders(const std::filesystem::path& folder) {
  for_each_row(folder / "leaders.tsv", 6, [this](const Row& row) {
    const std::vector<std::string_view> surnames = row.list(1);
    if (surnames.empty()) row.fail("a tenure needs a surname");
    Tenure tenure{std::string(row[0]), std::string(surnames.front()), std::string(row[2]), std::string(row[3]),
                  day_or_open(row, 4), day_or_open(row, 5)};
    tenure.seen = row[6] == "historian";
    const auto index = static_cast<uint32_t>(tenures_.size());
    for (const std::string_view surname : surnames) {
      auto& namesakes = by_surname_[std::string(surname)];
      if (namesakes.empty()) lexicon_.add(surname, entry(EntryKind::surname, surname));
      namesakes.push_back(index);
    }
    by_post_[tenure.country + '/' + tenure.office].push_back(index);
    tenures_.push_back(std::move(tenure));
  });
}

void Knowledge::load_words(const std::filesystem::path& folder) {
  for_each_row(folder / "common_words.txt", 1, [this](const Row& row) { common_words_.insert(FlatMap::key(row[0]), 1); });
  for_each_row(folder / "names" / "en" / "nouns.tsv", 2, [this](const Row& row) {
    if (row[0] != "particle") return;
    std::istringstream words{std::string(row[1])};
    for (std::string word; words >> word;) name_particles_.emplace(word);
  });
}

}  // namespace chancery
