#include "input/high_bytes.hpp"

#include "input/detect.hpp"

namespace letterkit {
namespace {

bool is_high_byte(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) != 0;
}

}  // namespace

bool HighBytes::full() const {
  return count_ >= kHighBytes;
}

void HighBytes::add(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size() && !full()) {
    const bool after_high = is_high_byte(last_);
    if (const std::size_t high = next_high(bytes, at); !after_high && high > at) {
      last_ = bytes[high - 1];
      last_kept_ = false;
      at = high;
      continue;
    }
    const char c = bytes[at++];
    const bool is_high = is_high_byte(c);
    if (is_high && !last_kept_) {
      runs_ += last_;
    }
    last_kept_ = is_high || after_high;
    if (last_kept_) {
      runs_ += c;
    }
    count_ += is_high ? 1 : 0;
    last_ = c;
  }
}

std::string HighBytes::sample() const {
  return last_kept_ ? runs_ : runs_ + last_;
}

}  // namespace letterkit
