#include "cli/hash64.hpp"

#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstring>

namespace letterkit::cli {
namespace {

constexpr std::uint64_t kPrime1 = 0x9E3779B185EBCA87U;
constexpr std::uint64_t kPrime2 = 0xC2B2AE3D27D4EB4FU;
constexpr std::uint64_t kPrime3 = 0x165667B19E3779F9U;
constexpr std::uint64_t kPrime4 = 0x85EBCA77C2B2AE63U;
constexpr std::uint64_t kPrime5 = 0x27D4EB2F165667C5U;

template <class Number>
Number little_endian(const char* bytes) {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  if constexpr (std::endian::native == std::endian::big) {
    auto* const first = reinterpret_cast<char*>(&number);
    std::reverse(first, first + sizeof number);
  }
  return number;
}

std::uint64_t round(std::uint64_t lane, std::uint64_t input) {
  return std::rotl(lane + input * kPrime2, 31) * kPrime1;
}

}  // namespace

void Hash64::add_stripe(const char* stripe) {
  for (std::size_t i = 0; i < lanes_.size(); ++i) {
    lanes_[i] = round(lanes_[i], little_endian<std::uint64_t>(stripe + 8 * i));
  }
}

void Hash64::add(std::string_view bytes) {
  size_ += bytes.size();
  if (tail_size_ > 0) {
    const std::size_t taken = std::min(bytes.size(), tail_.size() - tail_size_);
    std::memcpy(tail_.data() + tail_size_, bytes.data(), taken);
    tail_size_ += taken;
    bytes.remove_prefix(taken);
    if (tail_size_ < tail_.size()) {
      return;
    }
    add_stripe(tail_.data());
    tail_size_ = 0;
  }
  for (; bytes.size() >= tail_.size(); bytes.remove_prefix(tail_.size())) {
    add_stripe(bytes.data());
  }
  std::copy(bytes.begin(), bytes.end(), tail_.begin());
  tail_size_ = bytes.size();
}

std::uint64_t Hash64::value() const {
  std::uint64_t hash = kPrime5;
  if (size_ >= tail_.size()) {
    hash = std::rotl(lanes_[0], 1) + std::rotl(lanes_[1], 7) + std::rotl(lanes_[2], 12) +
           std::rotl(lanes_[3], 18);
    for (const std::uint64_t lane : lanes_) {
      hash = (hash ^ round(0, lane)) * kPrime1 + kPrime4;
    }
  }
  hash += size_;
  std::size_t at = 0;
  for (; at + 8 <= tail_size_; at += 8) {
    hash ^= round(0, little_endian<std::uint64_t>(tail_.data() + at));
    hash = std::rotl(hash, 27) * kPrime1 + kPrime4;
  }
  if (at + 4 <= tail_size_) {
    hash ^= little_endian<std::uint32_t>(tail_.data() + at) * kPrime1;
    hash = std::rotl(hash, 23) * kPrime2 + kPrime3;
    at += 4;
  }
  for (; at < tail_size_; ++at) {
    hash ^= static_cast<unsigned char>(tail_[at]) * kPrime5;
    hash = std::rotl(hash, 11) * kPrime1;
  }
  hash = (hash ^ (hash >> 33U)) * kPrime2;
  hash = (hash ^ (hash >> 29U)) * kPrime3;
  return hash ^ (hash >> 32U);
}

std::string hash_text(std::uint64_t hash) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "xxh64:%016llx", static_cast<unsigned long long>(hash));
  return text.data();
}

}  // namespace letterkit::cli
