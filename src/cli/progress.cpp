#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "writers/terminal.hpp"

namespace chancery::cli {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kBetween = 80ms;   ///< redraws
constexpr auto kSettled = 1500ms;  ///< before this a rate says little about the time left

std::string bar(double share, size_t width, bool colour, bool unicode) {
  const auto full = static_cast<size_t>(share * static_cast<double>(width));
  std::string done, left;
  for (size_t i = 0; i < width; ++i) (i < full ? done : left) += unicode ? "━" : i < full ? "#" : "-";
  if (unicode && !colour) {
    left.clear();
    for (size_t i = full; i < width; ++i) left += "─";
  }
  return writers::painted(done, Style::green, colour) + writers::painted(left, Style::dim, colour);
}

}  // namespace

std::string clock_time(std::chrono::seconds seconds) {
  const auto all = seconds.count();
  if (all >= 3600) return fmt::format("{}:{:02}:{:02}", all / 3600, all / 60 % 60, all % 60);
  return fmt::format("{}:{:02}", all / 60, all % 60);
}

std::string grouped(uint64_t number) {
  std::string out = std::to_string(number);
  for (size_t at = out.size(); at > 3;) out.insert(at -= 3, ",");
  return out;
}

std::string progress_line(const Counted& counted, uint64_t total, std::string_view unit, std::chrono::duration<double> spent, size_t width, bool colour,
                          bool unicode) {
  const double share = total > 0 ? std::min(1.0, static_cast<double>(counted.done) / static_cast<double>(total)) : 0;
  const std::string left = fmt::format("{} {}", grouped(counted.items), unit);
  const std::string failed = counted.failed > 0 ? fmt::format("  {} failed", grouped(counted.failed)) : "";
  std::vector<std::string> parts;  // the least telling last: it goes first where the terminal is narrow
  if (total > 0) parts.push_back(fmt::format("{:3.0f} %", share * 100));
  if (total > 0 && share > 0 && spent > kSettled) {
    parts.push_back(fmt::format("{} left", clock_time(std::chrono::seconds(static_cast<int64_t>(spent.count() * (1 - share) / share + 0.5)))));
  } else if (total == 0) {
    parts.push_back(clock_time(std::chrono::duration_cast<std::chrono::seconds>(spent)));
  }
  if (spent > 0.3s) parts.push_back(fmt::format("{}/s", grouped(static_cast<uint64_t>(static_cast<double>(counted.items) / spent.count()))));
  const auto used = [&] {
    size_t sum = left.size() + failed.size();
    for (const auto& part : parts) sum += part.size() + 2;
    return sum;
  };
  while (!parts.empty() && used() >= width) parts.pop_back();
  const size_t room = width > used() + 3 ? width - used() - 3 : 0;
  std::string line = left;
  if (total > 0 && room >= 8) line += "  " + bar(share, std::min<size_t>(room, 40), colour, unicode);
  for (const auto& part : parts) line += "  " + part;
  return line + writers::painted(failed, Style::red, colour);
}

Progress::Progress(Console& console, uint64_t total, std::string unit, bool wanted)
    : console_(console), total_(total), unit_(std::move(unit)), shown_(wanted && console.screen().error_is_terminal), start_(Clock::now()) {}

Progress::~Progress() { end(); }

void Progress::update(const Counted& counted) {
  const std::lock_guard lock(mutex_);
  counted_ = counted;
  if (Clock::now() - last_ >= kBetween) draw();
}

void Progress::line(std::string_view text) {
  const std::lock_guard lock(mutex_);
  lift();
  console_.note(text);
  draw();
}

void Progress::end() {
  const std::lock_guard lock(mutex_);
  lift();
  ended_ = true;
}

void Progress::draw() {
  if (!shown_ || ended_) return;
  last_ = Clock::now();
  const auto& screen = console_.screen();
  console_.status("\r" + progress_line(counted_, total_, unit_, last_ - start_, screen.width, screen.colour, screen.unicode) + "\x1b[K");
  drawn_ = true;
}

void Progress::lift() {
  if (drawn_) console_.status("\r\x1b[K");
  drawn_ = false;
}

}  // namespace chancery::cli
