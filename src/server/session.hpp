// Who asks: a plain value that goes with each request.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chancery::server {

enum class Role : uint8_t {
  reader,  ///< may ask anything, changes nothing
  editor,  ///< may correct
};
constexpr std::string_view name_of(Role role) { return role == Role::editor ? "editor" : "reader"; }

struct Session {
  std::string user;  ///< empty: nobody by name
  Role role = Role::reader;
  bool local = false;  ///< the one editor who needs no token, at the machine itself
};

}  // namespace chancery::server
