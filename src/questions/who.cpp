#include "questions/who.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/utf8.hpp"
#include "record/normal.hpp"

namespace chancery::questions {
namespace {

constexpr size_t kOthers = 5, kSuggestions = 5;
constexpr size_t kLongest = 200;  ///< bytes of what can be a name

std::string trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = text.find_first_not_of(kBlank);
  return begin == std::string_view::npos ? "" : std::string(text.substr(begin, text.find_last_not_of(kBlank) - begin + 1));
}

std::string shortened(const std::string& text) {
  constexpr size_t kShown = 60;  // code points
  const size_t end = utf8::CodePoints(text).byte_of(kShown);
  return end < text.size() ? text.substr(0, end) + "..." : text;
}

std::string in_capitals(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

std::string code_in(std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    if (entry.kind == EntryKind::country) return entry.country;
  }
  return {};
}

/// Levenshtein's distance in bytes; `most` bounds the work by stopping early.
size_t distance(std::string_view a, std::string_view b, size_t most) {
  if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0], least = row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
      least = std::min(least, row[j]);
    }
    if (least > most) return most + 1;
  }
  return row.back();
}

size_t allowed(std::string_view word) { return word.size() < 5 ? 1 : word.size() < 9 ? 2 : 3; }

Known known_country(const Knowledge& knowledge, const std::string& code) {
  return {{code, ""}, country_name(knowledge, code), code, 0};
}

Known known_person(const record::PersonLine& line) {
  return {{"", line.key}, line.name, line.countries.empty() ? "" : line.countries.front(), line.documents};
}

struct Near {
  Known known;
  size_t distance = 0;
};

void near_countries(const Knowledge& knowledge, const std::string& asked, std::vector<Near>& near) {
  for (const Country& country : knowledge.countries()) {
    const std::string name = record::normal(country.name);
    const size_t most = allowed(asked) + 1, far = distance(asked, name, most);
    const bool begins = asked.size() > 2 && name.starts_with(asked);
    if ((far <= most && 2 * far <= name.size()) || begins) near.push_back({known_country(knowledge, country.code), begins ? 1 : far});
  }
}

/// People one of whose names has a word like one of those asked for; looked for by its first letters.
void near_people(const record::Record& record, const std::string& asked, std::vector<Near>& near) {
  constexpr size_t kBeginning = 3;
  constexpr record::Page kMany{0, 60};
  for (const std::string& word : record::words_of(asked)) {
    if (word.size() < kBeginning) continue;
    size_t cut = kBeginning;
    while (cut < word.size() && (static_cast<unsigned char>(word[cut]) & 0xC0) == 0x80) ++cut;
    for (const auto& person : record::find_people(record, word.substr(0, cut), kMany)) {
      size_t best = allowed(word) + 1;
      // Descriptions such as "Russian leader" are nobody in particular.
      if (!person.key.starts_with("w-")) continue;
      for (const std::string& own : record::words_of(record::normal(person.name)))
        best = std::min(best, distance(word, own, allowed(word)));
      if (best <= allowed(word)) near.push_back({known_person(person), best});
    }
  }
}

std::vector<Known> suggestions(const record::Record& record, const Knowledge& knowledge, const std::string& asked) {
  std::vector<Near> near;
  const std::string plain = record::normal(asked);
  near_countries(knowledge, plain, near);
  near_people(record, plain, near);
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) {
    return a.distance != b.distance ? a.distance < b.distance : a.known.documents > b.known.documents;
  });
  std::vector<Known> chosen;
  for (Near& one : near) {
    const bool there = std::any_of(chosen.begin(), chosen.end(), [&](const Known& other) {
      return other.name == one.known.name;
    });
    if (!there && chosen.size() < kSuggestions) chosen.push_back(std::move(one.known));
  }
  return chosen;
}

/// Whoever is called so; the first is the one of whom most documents speak.
std::vector<Known> people_called(const record::Record& record, const std::string& asked) {
  std::vector<Known> all;
  const std::optional<record::PersonLine> first = record::person(record, asked);
  if (!first) return all;
  all.push_back(known_person(*first));
  for (const auto& line : record::namesakes(record, asked, first->key, kOthers)) all.push_back(known_person(line));
  return all;
}

}  // namespace

std::string country_code_of(const Knowledge& knowledge, std::string_view asked) {
  const std::string text = trimmed(asked);
  const std::string capitals = in_capitals(text);
  if (text.size() == 3 && knowledge.country(capitals) != nullptr) return capitals;
  if (std::string code = code_in(knowledge.lexicon().find(text)); !code.empty()) return code;
  // "uk" is the United Kingdom where it cannot be the word of a sentence.
  constexpr size_t kAbbreviation = 4;
  return text.size() <= kAbbreviation ? code_in(knowledge.lexicon().find(capitals)) : std::string();
}

std::string country_name(const Knowledge& knowledge, const std::string& code) {
  const Country* country = knowledge.country(code);
  return country ? country->name : code;
}

Who who_is(const record::Record& record, const Knowledge& knowledge, std::string_view asked) {
  Who who;
  who.asked = trimmed(asked);
  if (who.asked.empty() || who.asked.size() > kLongest) return who;
  const std::string code = country_code_of(knowledge, who.asked);
  std::vector<Known> people = people_called(record, who.asked);
  if (!code.empty()) {
    who.taken = known_country(knowledge, code);
    // A code is no name, so that nobody else is meant by it.
    if (who.asked.size() > 3) who.others = std::move(people);
  } else if (!people.empty()) {
    who.taken = std::move(people.front());
    who.others.assign(std::make_move_iterator(people.begin() + 1), std::make_move_iterator(people.end()));
  } else {
    who.suggestions = suggestions(record, knowledge, who.asked);
    return who;
  }
  who.found = true;
  return who;
}

std::string nobody_is_called(const Who& who) {
  if (who.asked.empty()) return "nobody is named: give a country by its code or name, or a person by name";
  std::string text = fmt::format("no country is called \"{}\" and nobody in this record", shortened(who.asked));
  for (size_t i = 0; i < who.suggestions.size(); ++i) {
    const Known& one = who.suggestions[i];
    text += i == 0 ? "; did you mean " : i + 1 == who.suggestions.size() ? " or " : ", ";
    text += one.name + (one.side.country.empty() ? "" : " (" + one.side.country + ")");
  }
  return text + (who.suggestions.empty() ? "" : "?");
}

}  // namespace chancery::questions
