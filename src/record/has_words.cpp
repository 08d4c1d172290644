#include "record/has_words.hpp"

#include <algorithm>

#include "record/normal.hpp"

namespace chancery::record {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

bool has_words(std::string_view text, std::string_view wanted) {
  // A space before each word, so that only beginnings match.
  const std::string words = " " + normal(text);
  const auto all = words_of(normal(wanted));
  // Signs alone are no question that everything answers.
  if (all.empty()) return false;
  return std::all_of(all.begin(), all.end(),
                     [&](const std::string& word) { return words.find(" " + word) != std::string::npos; });
}

void answer(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    sqlite3_result_int(context, has_words(text_of(values[0]), text_of(values[1])) ? 1 : 0);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

void register_has_words(Database& database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  database.check(sqlite3_create_function_v2(database.handle(), "has_words", 2, kFlags, nullptr, answer, nullptr,
                                            nullptr, nullptr));
}

}  // namespace chancery::record
