#include "record/identity.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/hash.hpp"

namespace chancery::record {
namespace {

bool holds_many(std::string_view media_type) {
  static constexpr auto kinds = std::to_array<std::string_view>(
      {"application/json", "application/jsonl", "application/x-ndjson", "application/x-jsonlines", "text/csv",
       "text/tab-separated-values", "text/x-conllu", "application/x-conllu"});
  return std::find(kinds.begin(), kinds.end(), media_type.substr(0, media_type.find(';'))) != kinds.end();
}

bool is_path(std::string_view source) {
  return !source.empty() && source != "-" && source.find("://") == std::string_view::npos;
}

}  // namespace

std::string id_from_words(const Document& document) {
  return "d-" + base32(hash64(document.text, hash64(document.title)));
}

std::string identity_of(const Document& document, const Original& original) {
  const DocumentInfo& info = document.info;
  if (!info.url.empty()) return "url:" + info.url;
  if (!info.id.empty() && info.id != id_from_words(document)) return "id:" + info.id;
  if (is_path(info.source) && !holds_many(original.media_type)) {
    return "path:" + std::filesystem::absolute(info.source).lexically_normal().string();
  }
  return "words:" + content_hash_of(document);
}

std::string content_hash_of(const Document& document) {
  // A separator that no field can hold keeps "ab" + "c" apart from "a" + "bc".
  std::string all;
  for (const std::string* field :
       {&document.title, &document.info.published, &document.info.publisher, &document.text}) {
    all += *field;
    all += '\xFF';
  }
  return content_hash(all);
}

}  // namespace chancery::record
