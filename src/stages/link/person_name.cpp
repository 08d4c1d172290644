#include "stages/link/person_name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace chancery {
namespace {

constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};

struct Letter {
  char32_t letter;
  std::string_view latin;
};

/// Letters that no accent separates from a Latin one, and Cyrillic ones, as English texts write them.
constexpr std::array<Letter, 49> kLetters = {{
    {U'ə', "a"}, {U'ı', "i"}, {U'ø', "o"}, {U'ł', "l"}, {U'đ', "d"}, {U'ß', "ss"}, {U'æ', "ae"}, {U'œ', "oe"}, {U'þ', "th"}, {U'ð', "d"},
    {U'а', "a"}, {U'б', "b"}, {U'в', "v"}, {U'г', "g"}, {U'ґ', "g"}, {U'д', "d"}, {U'е', "e"}, {U'ж', "zh"}, {U'з', "z"}, {U'и', "i"},
    {U'і', "i"}, {U'к', "k"}, {U'л', "l"}, {U'м', "m"}, {U'н', "n"}, {U'о', "o"}, {U'п', "p"}, {U'р', "r"}, {U'с', "s"}, {U'т', "t"},
    {U'у', "u"}, {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"}, {U'щ', "shch"}, {U'ъ', ""}, {U'ы', "y"}, {U'ь', ""},
    {U'э', "e"}, {U'ю', "yu"}, {U'я', "ya"}, {U'є', "ye"}, {U'ғ', "g"}, {U'қ', "k"}, {U'ң', "n"}, {U'ү', "u"}, {U'ұ', "u"},
}};

/// Lower case, unaccented, in Latin letters: "Əліев" is compared as "aliev".
std::string in_latin(std::string_view written) {
  const std::string lower = utf8::lower(utf8::unaccented(utf8::lower(written)));
  std::string out;
  for (size_t i = 0; i < lower.size();) {
    const auto d = utf8::decode(lower, i);
    const auto known = std::find_if(kLetters.begin(), kLetters.end(), [&](const Letter& l) { return l.letter == d.code_point; });
    if (known != kLetters.end()) {
      out += known->latin;
    } else {
      out.append(lower, i, d.length);
    }
    i += d.length;
  }
  return out;
}

/// "Aliyev" and "Aliev": the glide between two vowels is written or not.
std::string without_glides(std::string_view word) {
  std::string out;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool glide = (word[i] == 'y' || word[i] == 'j') && i > 0 && i + 1 < word.size() && std::string_view("aeiou").find(word[i - 1]) != std::string_view::npos && std::string_view("aeiou").find(word[i + 1]) != std::string_view::npos;
    if (!glide) out += word[i];
  }
  return out;
}

bool is_suffix(std::string_view word) { return std::find(kSuffixes.begin(), kSuffixes.end(), word) != kSuffixes.end(); }

/// Forms of respect that a name may be written with; they tell no two people apart and make no two one.
bool is_respect(std::string_view word) {
  constexpr std::array<std::string_view, 22> kForms = {"sheikh", "shaikh", "sheikha", "sir", "dame", "lord", "lady", "mr", "mrs", "ms", "dr", "prof", "hon", "dato", "datuk", "sri", "seri", "haji", "hajji", "ayatollah", "he", "hrh"};
  return std::find(kForms.begin(), kForms.end(), word) != kForms.end();
}

/// Endings that differ between transliterations of one name.
std::string_view stem(std::string_view word) {
  for (const std::string_view ending : {"skyy", "skyi", "skiy", "skij", "sky", "ski", "yy", "iy", "ii", "ij", "yi", "y", "i"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size() + (ending.starts_with("sk") ? 2 : 0));
  }
  return word;
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool is_initial_of(std::string_view a, std::string_view b) { return a.size() == 1 && !b.empty() && a[0] == b[0]; }

bool given_agree(std::string_view a, std::string_view b, const Knowledge& knowledge) {
  if (alike(a, b) || is_initial_of(a, b) || is_initial_of(b, a) || knowledge.same_given_name(a, b)) return true;
  return a.size() > 4 && b.size() > 4 && a[0] == b[0] && edit_distance(a, b) <= 1;
}

bool surname_agree(std::string_view a, std::string_view b) {
  return alike(a, b) || (a.size() > 5 && b.size() > 5 && a[0] == b[0] && edit_distance(a, b) <= 1 && a.back() == b.back());
}

/// Every word of the shorter name stands in the longer one, in order.
bool inside(const PersonName& shorter, const PersonName& longer) {
  size_t at = 0;
  for (const std::string& word : longer.words) {
    if (at < shorter.words.size() && alike(shorter.words[at], word)) ++at;
  }
  return at == shorter.words.size();
}

bool is_patronymic(std::string_view word) {
  for (const std::string_view ending : {"ovich", "evich", "yevich", "ovych", "iyovych", "ovna", "evna", "yevna", "ivna", "yivna", "inichna", "ogly", "oglu", "kyzy"}) {
    if (word.size() > ending.size() + 1 && word.ends_with(ending)) return true;
  }
  return false;
}

}  // namespace

PersonName parse_person_name(std::string_view written) {
  PersonName name;
  std::string word;
  const auto flush = [&] {
    if (word.empty()) return;
    if (!name.words.empty() && is_suffix(word)) {
      name.suffixed = true;
    } else {
      name.words.push_back(word);
    }
    word.clear();
  };
  bool space = false;
  for (const char c : in_latin(written)) {
    const bool part = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80) != 0 || c == '\'';
    if (part) {
      if (c != '\'') word += c;
    } else {
      flush();
    }
  }
  flush();
  while (name.words.size() > 1 && is_respect(name.words.front())) name.words.erase(name.words.begin());
  for (size_t i = 0; i < written.size();) {
    const auto d = utf8::decode(written, i);
    if (utf8::is_space(d.code_point)) {
      space = !name.written.empty();
    } else {
      if (space) name.written += ' ';
      space = false;
      name.written.append(written.substr(i, d.length));
    }
    i += d.length;
  }
  if (name.words.empty()) name.words.push_back(name.written);
  return name;
}

bool is_patronymic_form(const PersonName& name) { return name.words.size() == 2 && is_patronymic(name.words[1]); }

bool alike(std::string_view a, std::string_view b) {
  if (a == b) return true;
  if (a.size() < 5 || b.size() < 5 || a[0] != b[0]) return false;
  return stem(a) == stem(b) || without_glides(a) == without_glides(b);
}

Match compare(const PersonName& a, const PersonName& b, const Knowledge& knowledge) {
  if (is_patronymic_form(a) != is_patronymic_form(b)) {
    const PersonName& form = is_patronymic_form(a) ? a : b;
    const PersonName& other = is_patronymic_form(a) ? b : a;
    if (other.words.size() > 1 && given_agree(form.first(), other.first(), knowledge)) return Match::partial;
    return Match::none;
  }
  const PersonName& shorter = a.words.size() <= b.words.size() ? a : b;
  const PersonName& longer = a.words.size() <= b.words.size() ? b : a;
  if (shorter.single()) {
    if (surname_agree(shorter.last(), longer.last())) return longer.single() ? Match::full : Match::partial;
    const bool part = std::any_of(longer.words.begin(), longer.words.end(), [&](const std::string& word) { return word.size() > 1 && alike(word, shorter.last()); });
    return part ? Match::partial : Match::none;
  }
  if (inside(shorter, longer)) return Match::full;
  // One slip of spelling is forgiven, two are two people.
  const bool surname_alike = alike(a.last(), b.last()), given_alike = alike(a.first(), b.first());
  const bool ends_agree = (surname_alike && given_agree(a.first(), b.first(), knowledge)) || (given_alike && surname_agree(a.last(), b.last()));
  // Surname first in one of the two: "Kishida Fumio", "Fumio Kishida".
  const bool turned = a.words.size() == b.words.size() && alike(a.first(), b.last()) && alike(a.last(), b.first());
  return ends_agree || turned ? Match::full : Match::none;
}

}  // namespace chancery
