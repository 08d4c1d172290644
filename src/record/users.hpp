// Who may use the server under a name. A token is made from 256 bits of chance and shown once; the record keeps only
// its SHA-256, which is enough for a secret that cannot be guessed. Threads, errors: as Record.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/record.hpp"

namespace chancery::record {

struct User {
  std::string name;
  std::string role;  ///< reader | editor
  std::string added, revoked;
};

/// The token. Throws Error(input) where the name is taken (also by one revoked: the log speaks of them) or is none.
std::string add_user(Record& record, const std::string& name, const std::string& role);
/// Their token holds no more; what they corrected stays. Throws Error(input) where nobody holds one by that name.
void revoke_user(Record& record, const std::string& name);
/// In the order in which they were added.
std::vector<User> users(const Record& record);
/// Nobody where the token is none, or was revoked.
std::optional<User> user_of_token(const Record& record, std::string_view token);

}  // namespace chancery::record
