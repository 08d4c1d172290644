#include "stages/segment/boundary_model.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/error.hpp"

namespace chancery {
namespace {

struct Header {
  char mark[4];
  uint32_t version, bits;
  float scale, bias;
};

constexpr uint32_t kVersion = 1;
constexpr uint32_t kProbes = 8;

uint8_t fingerprint(uint32_t feature) { return static_cast<uint8_t>(1 + (feature >> 24) % 255); }

}  // namespace

BoundaryModel::BoundaryModel(std::span<const std::byte> section) {
  Header header{};
  if (section.size() >= sizeof header) std::memcpy(&header, section.data(), sizeof header);
  const bool known = std::memcmp(header.mark, "SEGM", 4) == 0 && header.version == kVersion && header.bits >= 8 && header.bits <= 22;
  if (!known || section.size() != sizeof header + (size_t{2} << header.bits)) {
    throw Error(ErrorKind::input, "the model's section \"segment\" is not in the form that this program reads; use a model made for this version");
  }
  slots_ = reinterpret_cast<const uint8_t*>(section.data() + sizeof header);
  mask_ = (1u << header.bits) - 1;
  scale_ = header.scale;
  bias_ = header.bias;
}

float BoundaryModel::score(std::span<const uint32_t> features) const {
  int32_t sum = 0;
  for (const uint32_t feature : features) {
    const uint8_t print = fingerprint(feature);
    for (uint32_t probe = 0; probe < kProbes; ++probe) {
      const uint8_t* slot = slots_ + 2 * size_t{(feature + probe) & mask_};
      if (slot[0] == 0) break;
      if (slot[0] != print) continue;
      sum += static_cast<int8_t>(slot[1]);
      break;
    }
  }
  return static_cast<float>(sum) * scale_ + bias_;
}

std::string BoundaryModel::bytes(std::vector<std::pair<uint32_t, float>> weights, float bias, uint32_t bits) {
  std::sort(weights.begin(), weights.end(), [](const auto& a, const auto& b) {
    const float x = std::abs(a.second), y = std::abs(b.second);
    return x != y ? x > y : a.first < b.first;
  });
  const size_t slots = size_t{1} << bits;
  const float largest = weights.empty() ? 1.0f : std::max(std::abs(weights.front().second), 1e-6f);
  const Header header{{'S', 'E', 'G', 'M'}, kVersion, bits, largest / 127, bias};
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out.resize(sizeof header + 2 * slots);
  char* const table = out.data() + sizeof header;
  for (size_t kept = 0; const auto& [feature, weight] : weights) {
    const auto rounded = static_cast<int8_t>(std::lround(weight / header.scale));
    if (rounded == 0 || kept > slots / 10 * 8) break;  // a fuller table would find strangers
    for (uint32_t probe = 0; probe < kProbes; ++probe) {
      char* const slot = table + 2 * ((feature + probe) & (slots - 1));
      if (slot[0] != 0) continue;
      slot[0] = static_cast<char>(fingerprint(feature));
      slot[1] = static_cast<char>(rounded);
      ++kept;
      break;
    }
  }
  return out;
}

}  // namespace chancery
