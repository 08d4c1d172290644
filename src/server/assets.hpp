// The files of the reading room: carried in the program, or read once from a folder while the page is developed.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/message.hpp"

namespace chancery::server {

/// One file of web/dist as the program carries it; the bytes live as long as the program.
struct EmbeddedAsset {
  std::string_view path;  ///< "app.js"
  std::string_view bytes;
};
const std::vector<EmbeddedAsset>& embedded_assets();

/// Immutable after construction and shared by threads. Looks names up in a list, so no path can lead out of it.
class Assets {
 public:
  /// What the program carries.
  Assets();
  /// Every file below `folder`. Throws Error(io) where it cannot be read.
  explicit Assets(const std::filesystem::path& folder);

  bool empty() const { return assets_.empty(); }

  /// A file; for a path without an extension the page itself, which knows its own addresses; else 404.
  Response get(const Request& request) const;

 private:
  struct Asset {
    std::string bytes, packed, type, etag;
    bool named_by_content = false;
  };
  void add(std::string path, std::string bytes);
  static Response to_response(const Asset& asset, const Request& request);

  std::map<std::string, Asset, std::less<>> assets_;
};

/// "app.js" => "text/javascript; charset=utf-8".
std::string_view media_type(std::string_view path);

}  // namespace chancery::server
