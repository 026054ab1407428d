#include "byte_windows.hpp"

#include <algorithm>

namespace letterkit {
namespace {

constexpr unsigned kHalf = 4;  // bits
constexpr unsigned kBytes = 256;

}  // namespace

void WindowChances::add(std::string_view text) {
  constexpr std::size_t kEnough = 100'000;  // bytes
  if (sample_.size() < kEnough) {
    const std::size_t begin = sample_.size();
    sample_ += text;
    sample_.append(kWindow, '\0');
    for (std::size_t at = begin; at < sample_.size(); ++at) {
      places_[static_cast<unsigned char>(sample_[at])].push_back(at);
    }
  }
}

double WindowChances::share(const AllowedBytes& bytes) const {
  std::size_t count = 1;
  for (unsigned byte = 0; byte < kBytes; ++byte) {
    count += bytes.has(byte) ? places_[byte].size() : 0;
  }
  return static_cast<double>(count) / static_cast<double>(sample_.size() + 1);
}

double WindowChances::of(const ByteWindow& window) const {
  double guess = 1;
  double least = 2;
  std::size_t rarest = 0;
  for (std::size_t i = 0; i < kWindow; ++i) {
    const double here = share(window.bytes[i]);
    guess *= here;
    if (here < least) {
      least = here;
      rarest = i;
    }
  }
  std::size_t met = 0;
  for (unsigned byte = 0; byte < kBytes; ++byte) {
    if (!window.bytes[rarest].has(byte)) {
      continue;
    }
    for (const std::size_t place : places_[byte]) {
      const std::size_t begin = place - rarest;
      bool is_there = place >= rarest && begin + kWindow <= sample_.size();
      for (std::size_t i = 0; is_there && i < kWindow; ++i) {
        is_there = window.bytes[i].has(static_cast<unsigned char>(sample_[begin + i]));
      }
      met += is_there ? 1 : 0;
    }
  }
  return std::max(guess, static_cast<double>(met) / static_cast<double>(sample_.size()));
}

void AllowedBytes::add(unsigned byte) {
  low.set(byte & 0xFU);
  high.set(byte >> kHalf);
}

void AllowedBytes::add(const AllowedBytes& more) {
  low |= more.low;
  high |= more.high;
}

bool AllowedBytes::has(unsigned byte) const {
  return low[byte & 0xFU] && high[byte >> kHalf];
}

void ByteWindow::add(const ByteWindow& more) {
  for (std::size_t i = 0; i < kWindow; ++i) {
    bytes[i].add(more.bytes[i]);
  }
}

}  // namespace letterkit
