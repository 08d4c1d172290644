#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "questions/brief/parts.hpp"

namespace chancery::questions {

std::string account_of(const record::DocumentLine& document) {
  return "the account of " + (document.publisher.empty() ? std::string("an unnamed publisher") : document.publisher);
}

std::string names_of(const std::vector<record::Party>& parties, size_t most) {
  std::string out;
  for (size_t i = 0; i < parties.size() && i < most; ++i) {
    const auto& one = parties[i];
    out += (out.empty() ? "" : ", ") + one.name;
    if (!one.country.empty() && one.type == "person") out += " (" + one.country + ")";
  }
  return parties.size() > most ? fmt::format("{} and {} more", out, parties.size() - most) : out;
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

std::string BriefTopic::country_name(const std::string& code) const {
  const Country* found = knowledge.country(code);
  return found ? found->name : code;
}

void BriefTopic::put_sides(record::EncounterFilters& filters) const {
  if (person) filters.person = key;
  else filters.country = key;
}

}  // namespace chancery::questions
