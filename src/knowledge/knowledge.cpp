#include "knowledge/knowledge.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "knowledge/table.hpp"

namespace chancery {
namespace {

std::string plain(std::string_view text) { return utf8::unaccented(utf8::lower(text)); }

std::string post_key(std::string_view country, std::string_view office) {
  return std::string(country) + '/' + std::string(office);
}

/// Unknown ends sort as if long past, so that "newest first" puts what is certain first.
Day last_seen(const Tenure& tenure) { return tenure.to.value_or(tenure.from.value_or(Day{})); }

bool holds_on(const Tenure& tenure, Day day) {
  return (tenure.from || tenure.to) && (!tenure.from || *tenure.from <= day) && (!tenure.to || day <= *tenure.to);
}

}  // namespace

Knowledge Knowledge::load(const std::filesystem::path& data_folder) {
  Knowledge knowledge;
  knowledge.load_countries(data_folder);
  knowledge.load_places(data_folder);
  knowledge.load_organisations(data_folder);
  knowledge.load_offices(data_folder);
  knowledge.load_people(data_folder);
  knowledge.load_leaders(data_folder);
  knowledge.load_words(data_folder);
  return knowledge;
}

const Country* Knowledge::country(std::string_view code) const {
  const auto found = by_code_.find(code);
  return found == by_code_.end() ? nullptr : &countries_[found->second];
}

std::vector<const Tenure*> Knowledge::tenures(std::string_view surname) const {
  std::vector<const Tenure*> out;
  const auto found = by_surname_.find(surname);
  if (found == by_surname_.end()) return out;
  for (const uint32_t index : found->second) out.push_back(&tenures_[index]);
  std::ranges::stable_sort(out, [](const Tenure* a, const Tenure* b) { return last_seen(*a) > last_seen(*b); });
  return out;
}

const Tenure* Knowledge::holder(std::string_view country, std::string_view office, Day day) const {
  const auto found = by_post_.find(post_key(country, office));
  if (found == by_post_.end()) return nullptr;
  const Tenure* holder = nullptr;
  for (const uint32_t index : found->second) {
    const Tenure& tenure = tenures_[index];
    if (!holds_on(tenure, day)) continue;
    if (holder && holder->surname != tenure.surname) return nullptr;
    if (!holder || tenure.person.size() > holder->person.size()) holder = &tenure;
  }
  return holder;
}

char Knowledge::gender_of(std::string_view given_name) const {
  const uint32_t* gender = genders_.find(FlatMap::key(plain(given_name)));
  return gender ? static_cast<char>(*gender) : '\0';
}

bool Knowledge::same_given_name(std::string_view a, std::string_view b) const {
  const std::string left = plain(a);
  const std::string right = plain(b);
  if (left == right) return !left.empty();
  const auto groups = nickname_groups_.find(left);
  const auto others = nickname_groups_.find(right);
  if (groups == nickname_groups_.end() || others == nickname_groups_.end()) return false;
  const auto shared = [&](uint32_t group) { return std::ranges::find(others->second, group) != others->second.end(); };
  return std::ranges::any_of(groups->second, shared);
}

bool Knowledge::is_common_word(std::string_view lower) const { return common_words_.find(FlatMap::key(lower)) != nullptr; }

bool Knowledge::lacks_office(std::string_view country, std::string_view head) const {
  return absent_offices_.contains(std::string(country) + '/' + std::string(head)) || absent_offices_.contains("*/" + std::string(head));
}

}  // namespace chancery
