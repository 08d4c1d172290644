#include "record/formulae.hpp"

#include "document/phrases.hpp"

namespace chancery::record {
namespace {

void answer(sqlite3_context* context, int, sqlite3_value** values) {
  try {
    const auto* text = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    const auto size = static_cast<size_t>(sqlite3_value_bytes(values[0]));
    const std::string bytes = wording_of(text ? std::string_view(text, size) : std::string_view());
    sqlite3_result_blob64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT);
  } catch (const std::bad_alloc&) {
    sqlite3_result_error_nomem(context);
  }
}

}  // namespace

std::string wording_of(std::string_view text) { return packed(shingles_of(phrase_words(text))); }

void keep_wording(Database& database, int64_t document, int64_t version, const std::string& wording) {
  database.run("DELETE FROM formulae WHERE version IN (SELECT id FROM versions WHERE document = ?)", document);
  database.run("INSERT INTO formulae(version, shingles) VALUES (?,?)", version, Blob{wording});
}

void register_shingles(Database& database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  database.check(sqlite3_create_function_v2(database.handle(), "shingles_of", 1, kFlags, nullptr, answer, nullptr,
                                            nullptr, nullptr));
}

}  // namespace chancery::record
