#include "record/marks.hpp"

#include <algorithm>
#include <cstring>

namespace chancery::record {
namespace {

/// Tokens looked for in one column, as positions, then as bytes while its text is walked again.
struct Walk {
  std::vector<int> wanted;  ///< token numbers, sorted
  size_t next = 0;
  int token = -1;
  std::vector<ByteRange> found;
};

int on_token(void* context, int flags, const char*, int, int begin, int end) {
  auto& walk = *static_cast<Walk*>(context);
  if ((flags & FTS5_TOKEN_COLOCATED) == 0) ++walk.token;
  if (walk.next >= walk.wanted.size()) return SQLITE_DONE;
  if (walk.wanted[walk.next] != walk.token) return SQLITE_OK;
  walk.found.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
  ++walk.next;
  return SQLITE_OK;
}

int wanted_tokens(const Fts5ExtensionApi* api, Fts5Context* context, int column, std::vector<int>& out) {
  int count = 0;
  if (const int code = api->xInstCount(context, &count); code != SQLITE_OK) return code;
  for (int i = 0; i < count; ++i) {
    int phrase = 0, in = 0, at = 0;
    if (const int code = api->xInst(context, i, &phrase, &in, &at); code != SQLITE_OK) return code;
    if (in != column) continue;
    for (int k = 0; k < api->xPhraseSize(context, phrase); ++k) out.push_back(at + k);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return SQLITE_OK;
}

void marks(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
           sqlite3_value** values) {
  if (count != 1) {
    sqlite3_result_error(result, "marks() takes the table and a column number", -1);
    return;
  }
  const int column = sqlite3_value_int(values[0]);
  Walk walk;
  const char* text = nullptr;
  int size = 0;
  int code = wanted_tokens(api, context, column, walk.wanted);
  if (code == SQLITE_OK && !walk.wanted.empty()) code = api->xColumnText(context, column, &text, &size);
  if (code == SQLITE_OK && text) {
    code = api->xTokenize(context, text, size, &walk, on_token);
    if (code == SQLITE_DONE) code = SQLITE_OK;
  }
  if (code != SQLITE_OK) {
    sqlite3_result_error_code(result, code);
    return;
  }
  sqlite3_result_blob64(result, walk.found.empty() ? "" : static_cast<const void*>(walk.found.data()),
                        walk.found.size() * sizeof(ByteRange), SQLITE_TRANSIENT);
}

fts5_api* full_text_api(Database& database) {
  fts5_api* api = nullptr;
  sqlite3_stmt* statement = nullptr;
  database.check(sqlite3_prepare_v2(database.handle(), "SELECT fts5(?1)", -1, &statement, nullptr));
  sqlite3_bind_pointer(statement, 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
  sqlite3_step(statement);
  database.check(sqlite3_finalize(statement));
  return api;
}

}  // namespace

void register_marks(Database& database) {
  fts5_api* api = full_text_api(database);
  database.check(api->xCreateFunction(api, "marks", nullptr, marks, nullptr));
}

std::vector<ByteRange> unpack_marks(std::string_view blob) {
  std::vector<ByteRange> ranges(blob.size() / sizeof(ByteRange));
  if (!ranges.empty()) std::memcpy(ranges.data(), blob.data(), ranges.size() * sizeof(ByteRange));
  return ranges;
}

}  // namespace chancery::record
