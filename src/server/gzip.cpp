#include "server/gzip.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "writers/deflater.hpp"

namespace chancery::server {
namespace {

using writers::DeflateFrame;
using writers::Deflater;

std::string_view trimmed(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  const size_t end = text.find_last_not_of(" \t");
  return end == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

/// The weight of one element of Accept-Encoding; 1 where none is given.
double weight(std::string_view element) {
  const size_t semicolon = element.find(';');
  if (semicolon == std::string_view::npos) return 1;
  const std::string_view parameter = trimmed(element.substr(semicolon + 1));
  if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return 1;
  return std::strtod(std::string(parameter.substr(2)).c_str(), nullptr);
}

constexpr int kLevel = 5;

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  bool any = false;
  while (!accept_encoding.empty()) {
    const size_t comma = std::min(accept_encoding.find(','), accept_encoding.size());
    const std::string_view element = trimmed(accept_encoding.substr(0, comma));
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const std::string_view coding = trimmed(element.substr(0, element.find(';')));
    if (same_name(coding, "gzip") || same_name(coding, "x-gzip")) return weight(element) > 0;
    if (coding == "*") any = weight(element) > 0;
  }
  return any;
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = trimmed(content_type.substr(0, content_type.find(';')));
  return type.starts_with("text/") || type.ends_with("json") || type.ends_with("xml") || type.ends_with("javascript") ||
         type == "application/jsonl" || type == "application/wasm";
}

std::string gzip(std::string_view body) {
  std::string out;
  Deflater(DeflateFrame::gzip, kLevel).feed(body, Z_FINISH, out);
  return out;
}

BodySource gzip(BodySource source) {
  auto deflater = std::make_shared<Deflater>(DeflateFrame::gzip, kLevel);
  return [source = std::move(source), deflater](std::string& part) {
    std::string plain;
    const bool more = source(plain);
    deflater->feed(plain, more ? Z_SYNC_FLUSH : Z_FINISH, part);
    return more;
  };
}

}  // namespace chancery::server
