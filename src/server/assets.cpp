#include "server/assets.hpp"

#include <algorithm>
#include <array>
#include <system_error>

#include "base/error.hpp"
#include "base/file.hpp"
#include "base/hash.hpp"
#include "server/gzip.hpp"
#include "server/problem.hpp"

namespace chancery::server {
namespace {

struct Type {
  std::string_view extension, name;
};

constexpr std::array<Type, 16> kTypes{{
    {"html", "text/html; charset=utf-8"}, {"js", "text/javascript; charset=utf-8"}, {"css", "text/css; charset=utf-8"},
    {"json", "application/json"}, {"map", "application/json"}, {"svg", "image/svg+xml"}, {"png", "image/png"},
    {"jpg", "image/jpeg"}, {"webp", "image/webp"}, {"ico", "image/x-icon"}, {"woff2", "font/woff2"},
    {"txt", "text/plain; charset=utf-8"}, {"xml", "application/xml"}, {"webmanifest", "application/manifest+json"},
    {"wasm", "application/wasm"}, {"yaml", "application/yaml"},
}};

constexpr std::string_view kNoPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Chancery</title>"
    "<h1>The reading room is not built into this program</h1>"
    "<p>Run <code>make build</code> in the source folder: it builds the page (web/dist) and then the program that carries "
    "it. The API answers already: <a href=\"/api/v1/status\">/api/v1/status</a>.</p></html>\n";

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// Files lie at the root or under /assets/. Elsewhere a point is part of an id ("/documents/un.2024"), which the page knows.
bool names_file(std::string_view path) {
  const bool at_root = path.find('/', 1) == std::string_view::npos;
  return (at_root || path.starts_with("/assets/")) && file_name(path).find('.') != std::string_view::npos;
}

/// "app-3F2A9C1B.js": the bundler's hash of eight capital letters and digits before the extension.
bool has_content_name(std::string_view path) {
  const std::string_view name = file_name(path);
  const size_t dot = name.rfind('.');
  const size_t dash = name.find_last_of("-.", dot == std::string_view::npos || dot == 0 ? 0 : dot - 1);
  constexpr size_t kHash = 8;
  if (dot == std::string_view::npos || dash == std::string_view::npos || dot != dash + 1 + kHash) return false;
  const std::string_view hash = name.substr(dash + 1, kHash);
  return std::all_of(hash.begin(), hash.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace

std::string_view media_type(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::string_view extension = name.substr(std::min(name.rfind('.'), name.size() - 1) + 1);
  const auto* known = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) { return type.extension == extension; });
  return known == kTypes.end() ? std::string_view("application/octet-stream") : known->name;
}

Assets::Assets() {
  for (const EmbeddedAsset& asset : embedded_assets()) add(std::string(asset.path), std::string(asset.bytes));
}

Assets::Assets(const std::filesystem::path& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  for (fs::recursive_directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
    if (file->is_regular_file()) add(file->path().lexically_relative(folder).generic_string(), read_file(file->path()));
  }
  if (error) {
    throw Error(ErrorKind::io, "cannot read the page's files in " + folder.string() + ": " + error.message() + "; build them with \"npm run build\" in web/");
  }
}

void Assets::add(std::string path, std::string bytes) {
  Asset asset;
  asset.type = media_type(path);
  asset.etag = "W/\"" + content_hash(bytes) + "\"";
  asset.named_by_content = has_content_name(path);
  if (is_compressible(asset.type)) asset.packed = gzip(bytes);
  asset.bytes = std::move(bytes);
  assets_.emplace("/" + std::move(path), std::move(asset));
}

Response Assets::to_response(const Asset& asset, const Request& request) {
  Response response;
  response.headers = {{"Content-Type", asset.type}, {"ETag", asset.etag}};
  response.headers.set("Cache-Control", asset.named_by_content ? "public, max-age=31536000, immutable" : "no-cache");
  const bool packed = !asset.packed.empty() && accepts_gzip(request.headers.find("Accept-Encoding").value_or(std::string_view()));
  if (!asset.packed.empty()) response.headers.set("Vary", "Accept-Encoding");
  if (packed) response.headers.set("Content-Encoding", "gzip");
  response.body = packed ? asset.packed : asset.bytes;
  return response;
}

Response Assets::get(const Request& request) const {
  if (const auto asset = assets_.find(request.target.path); asset != assets_.end()) return to_response(asset->second, request);
  if (names_file(request.target.path)) {
    return server::to_response({404, "", "The page has no file \"" + request.target.path + "\".", "", ""});
  }
  if (const auto page = assets_.find("/index.html"); page != assets_.end()) return to_response(page->second, request);
  Response response;
  response.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"Cache-Control", "no-store"}};
  response.body = kNoPage;
  return response;
}

}  // namespace chancery::server
