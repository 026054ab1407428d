#include "cli/progress.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace letterkit::cli {
namespace {

// Short runs show nothing.
constexpr std::chrono::milliseconds kFirst{1000};
constexpr std::chrono::milliseconds kEvery{250};

void write_all(std::string_view text) {
  // Nobody to tell when it fails.
  static_cast<void>(::write(STDERR_FILENO, text.data(), text.size()) < 0);
}

std::string grouped(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) {
      text += ',';
    }
    text += digits[i];
  }
  return text;
}

std::string clock_time(double seconds) {
  const auto all = static_cast<std::uint64_t>(std::llround(seconds));
  std::array<char, 32> text{};
  if (all < 3600) {
    std::snprintf(text.data(), text.size(), "%d:%02d", static_cast<int>(all / 60),
                  static_cast<int>(all % 60));
  } else {
    std::snprintf(text.data(), text.size(), "%llu:%02d:%02d",
                  static_cast<unsigned long long>(all / 3600), static_cast<int>(all / 60 % 60),
                  static_cast<int>(all % 60));
  }
  return text.data();
}

}  // namespace

std::string progress_line(const Tally& tally, std::uint64_t raw_bytes,
                          std::optional<std::uint64_t> total, double seconds) {
  constexpr std::uint64_t kMega = 1'000'000;
  std::string line = grouped(tally.inputs + tally.skipped) + " inputs, " + grouped(tally.letters) +
                     " letters, " + grouped(tally.bytes / kMega) + " MB";
  if (seconds > 0) {
    std::array<char, 32> rate{};
    std::snprintf(rate.data(), rate.size(), ", %.1f MB/s",
                  static_cast<double>(tally.bytes) / 1e6 / seconds);
    line += rate.data();
  }
  if (tally.failures > 0) {
    line += ", " + grouped(tally.failures) + " failed";
  }
  if (total && raw_bytes > 0 && raw_bytes <= *total) {
    const double share = static_cast<double>(raw_bytes) / static_cast<double>(*total);
    line += ", " + clock_time(seconds / share - seconds) + " left";
  }
  return line;
}

Progress::Progress(bool shown, bool lasting, std::optional<std::uint64_t> total)
    : shown_(shown), lasting_(lasting), total_(total), next_(start_ + kFirst) {}

void Progress::update(const Tally& tally, std::uint64_t raw_bytes) {
  if (!shown_) {
    return;
  }
  const auto now = Clock::now();
  if (now < next_) {
    return;
  }
  next_ = now + kEvery;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  write_all(std::string("\r\x1b[K").append(progress_line(tally, raw_bytes, total_, seconds)));
  visible_ = true;
}

void Progress::clear() {
  if (visible_) {
    write_all("\r\x1b[K");
    visible_ = false;
  }
}

void Progress::finish(const Tally& tally) {
  clear();
  if (shown_ && lasting_) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    write_all(progress_line(tally, 0, std::nullopt, seconds) + "\n");
  }
}

}  // namespace letterkit::cli
