#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {
namespace {

// Beginnings of the words with which courtesies open, in any release.
constexpr std::array<std::string_view, 22> kCourteous = {"wonderful", "distinguished", "appreciate", "thank", "welcom", "congratul", "greet", "glad", "pleas", "honor", "honour", "happy", "grateful", "delighted", "good morning",
                                                         "good afternoon", "dear ", "ladies and gentlemen", "condolence", "sympath", "new year", "best wishes"};
// Words of somebody who speaks to those in the room.
constexpr std::array<std::string_view, 13> kChatty = {"i'm", "i've", "i'd", "i'll", "my", "me", "you", "you're", "you've", "you'll", "your", "folks", "guys"};

template <size_t n>
bool has_any(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

/// Lower case, apostrophes straight.
std::string plain(std::string_view words) {
  std::string out;
  for (size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    at += c.length;
    utf8::append(out, c.code_point == U'\u2019' ? U'\'' : utf8::lower(c.code_point));
  }
  return out;
}

/// "Kishida" beside "Kishida Fumio".
bool same_party(const record::Party& a, const record::Party& b) {
  if (!a.person.empty() && a.person == b.person) return true;
  if (a.country != b.country || a.type != b.type) return false;
  const std::string shorter = " " + (a.name.size() < b.name.size() ? a.name : b.name) + " ", longer = " " + (a.name.size() < b.name.size() ? b.name : a.name) + " ";
  return longer.find(shorter) != std::string::npos;
}

}  // namespace

std::string account_of(const record::DocumentLine& document) {
  return "the account of " + (document.publisher.empty() ? std::string("an unnamed publisher") : document.publisher);
}

std::string names_of(const std::vector<record::Party>& parties, size_t most) {
  std::vector<const record::Party*> different;
  for (const auto& one : parties) {
    const auto same = std::find_if(different.begin(), different.end(), [&](const auto* other) { return same_party(one, *other); });
    if (same == different.end()) different.push_back(&one);
    else if ((*same)->name.size() < one.name.size()) *same = &one;
  }
  std::string out;
  for (size_t i = 0; i < different.size() && i < most; ++i) {
    const auto& one = *different[i];
    out += (out.empty() ? "" : ", ") + one.name;
    if (!one.country.empty() && one.type == "person") out += " (" + one.country + ")";
  }
  return different.size() > most ? fmt::format("{} and {} more", out, different.size() - most) : out;
}

std::vector<record::Party> ours_first(const BriefTopic& topic, std::vector<record::Party> parties) {
  const auto others = std::stable_partition(parties.begin(), parties.end(), [&](const auto& one) { return topic.is_subject(one); });
  std::stable_partition(others, parties.end(), [&](const auto& one) { return topic.is_other(one); });
  return parties;
}

std::string shortened(std::string_view words, size_t most) {
  std::string out;
  size_t length = 0, last_word = 0;
  for (size_t at = 0; at < words.size();) {
    const auto c = utf8::decode(words, at);
    const bool space = utf8::is_space(c.code_point);
    at += c.length;
    if (c.code_point == U'*') continue;
    if (space && (out.empty() || out.back() == ' ')) continue;
    if (space) last_word = out.size();
    if (length++ >= most) {
      out.resize(last_word > most / 2 ? last_word : out.size());
      return out + "…";
    }
    if (space) out += ' ';
    else utf8::append(out, c.code_point);
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string passage_of(std::string_view words, size_t most) {
  // What begins with a small letter is taken to begin within a word.
  const size_t space = words.find(' ');
  const bool inside = !words.empty() && !utf8::is_upper(utf8::decode(words, 0).code_point) && space != std::string_view::npos;
  return (inside ? "…" : "") + shortened(inside ? words.substr(space + 1) : words, most);
}

bool courteous(std::string_view words) { return has_any(plain(words.substr(0, 160)), kCourteous) || words.ends_with('?'); }

bool chatty(std::string_view words) {
  const std::string text = plain(words);
  std::string word;
  for (size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? text[at] : ' ';
    if ((c >= 'a' && c <= 'z') || c == '\'') {
      word += c;
      continue;
    }
    if (std::find(kChatty.begin(), kChatty.end(), word) != kChatty.end()) return true;
    word.clear();
  }
  return false;
}

bool spoken(const record::DocumentLine& document) { return document.kind == "transcript" || document.kind == "briefing" || document.kind == "address"; }

size_t words_in(std::string_view text) { return static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

std::string in_words(std::string code) {
  std::replace(code.begin(), code.end(), '_', ' ');
  return code;
}

void tell_once(std::vector<BriefDraft>& both) {
  if (both.size() < 2) return;
  const auto same = [](const BriefEntry& a, const BriefEntry& b) {
    const BriefNote& x = a.front().sources.front();
    const BriefNote& y = b.front().sources.front();
    return x.document.id == y.document.id && x.span == y.span;
  };
  const auto shared = std::erase_if(both[1].entries, [&](const BriefEntry& entry) {
    return std::any_of(both[0].entries.begin(), both[0].entries.end(), [&](const BriefEntry& other) { return same(entry, other); });
  });
  both[1].total -= static_cast<int64_t>(shared);
  if (shared > 0) both[1].note += (both[1].note.empty() ? "" : "; ") + std::string("what both share stands above");
}

bool known_by(const record::DocumentLine& document, Day day) { return !document.day.empty() && document.day <= iso(day); }

std::string BriefTopic::country_name(const std::string& code) const { return questions::country_name(knowledge, code); }

void BriefTopic::put_sides(record::EncounterFilters& filters) const {
  if (person) filters.person = key;
  else filters.country = key;
}

}  // namespace chancery::questions
