#include "cli/summary.hpp"

#include <fmt/format.h>

#include "cli/progress.hpp"

namespace chancery::cli {

std::string summary(const std::vector<Sum>& sums, std::string_view nothing, const Console& console) {
  std::string out;
  for (const auto& sum : sums) {
    if (sum.count == 0) continue;
    out += (out.empty() ? "" : ", ") + console.styled(fmt::format("{} {}", grouped(sum.count), sum.what), sum.style);
  }
  return out.empty() ? std::string(nothing) : out;
}

}  // namespace chancery::cli
