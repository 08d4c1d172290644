// Runs a fuzz target without libFuzzer: PROGRAM [--seconds N] FILE...
// Over each file as it is; then, for N seconds, over copies in which bytes were changed, dropped, doubled, put in or taken
// from another file. The changes are the same on every run; the input at hand stands in "replay-input" when one fails.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace {

constexpr size_t kLongest = 20000;  // bytes
constexpr std::chrono::seconds kLongestRun(20);
constexpr const char* kInput = "replay-input";

/// What is likely to lead somewhere else: marks that open and close, breaks, labels, broken and rare characters.
constexpr std::string_view kPieces[] = {"\"", "“", "”", "(", ")", "<s>", "</s>", "<!--", "-->", "**", "\n", "\n\n", "\r\n", ":", "Q ", "PRESIDENT X: ", ". ", ", ", " said ", " that ", "'s ", "U.S. ", "Mr. ",
                                        "3 May 2024", " 25 % ", "$1,000,000 ", "https://a.b/c", "\x1F", std::string_view("\0", 1), "\xFF", "\xE2\x80", "\xF0\x9F\x99\x82", "\xC2\xA0", "\xC2\xAD", "\xE2\x80\x8F", "\xEE\x80\x80", "Привет ", "مرحبا ", "東京"};

class Changer {
 public:
  explicit Changer(std::vector<std::string> seeds) : seeds_(std::move(seeds)) {}

  std::string next() {
    std::string text = seeds_[below(seeds_.size())];
    for (size_t changes = 1 + below(6); changes > 0; --changes) change(text);
    text.resize(std::min(text.size(), kLongest));
    return text;
  }

 private:
  size_t below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  void change(std::string& text) {
    const size_t at = below(text.size() + 1), length = std::min(text.size() - at, below(200));
    switch (below(6)) {
      case 0: text.erase(at, length); break;
      case 1: text.insert(at, std::string(text, at, length)); break;
      case 2: text.insert(at, kPieces[below(std::size(kPieces))]); break;
      case 3: {
        const std::string& other = seeds_[below(seeds_.size())];
        text.insert(at, other, below(other.size()), below(400));
        break;
      }
      case 4: if (at < text.size()) text[at] = static_cast<char>(below(256)); break;
      default: {
        const std::string_view piece = kPieces[below(std::size(kPieces))];
        for (size_t times = below(300); times > 0; --times) text.insert(at, piece);
      }
    }
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_{20240503};
};

void run(const std::string& bytes) {
  const auto start = std::chrono::steady_clock::now();
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(bytes.data()), bytes.size());
  if (std::chrono::steady_clock::now() - start < kLongestRun) return;
  std::fprintf(stderr, "%zu bytes took longer than %d s\n", bytes.size(), static_cast<int>(kLongestRun.count()));
  std::abort();
}

std::vector<std::string> read_seeds(int count, char** arguments) {
  std::vector<std::string> seeds;
  for (int i = 0; i < count; ++i) {
    if (!std::filesystem::is_directory(arguments[i])) {
      seeds.push_back(chancery::read_file(arguments[i]));
      continue;
    }
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) seeds.push_back(chancery::read_file(file));
  }
  return seeds;
}

size_t run_changed(const std::vector<std::string>& seeds, std::chrono::seconds seconds) {
  Changer changer(seeds);
  size_t runs = 0;
  for (const auto end = std::chrono::steady_clock::now() + seconds; std::chrono::steady_clock::now() < end; ++runs) {
    const std::string text = changer.next();
    std::ofstream(kInput, std::ios::binary) << text;
    run(text);
  }
  std::filesystem::remove(kInput);
  return runs;
}

}  // namespace

int main(int count, char** arguments) {
  const bool timed = count > 2 && std::string_view(arguments[1]) == "--seconds";
  const std::chrono::seconds seconds(timed ? std::atol(arguments[2]) : 0);
  const auto seeds = read_seeds(count - (timed ? 3 : 1), arguments + (timed ? 3 : 1));
  for (const auto& seed : seeds) run(seed);
  std::printf("%zu files", seeds.size());
  if (timed && !seeds.empty()) std::printf(", %zu changed copies", run_changed(seeds, seconds));
  std::printf("\n");
}
