// Whether a line may start with one of some phrases, told by its first bytes alone.
//
// In: phrases, later lines. Out: no for most lines, in a few steps. Method: two tables of bits, the
// first asked with the first four bytes of a line, the second with eight. Of running text the first
// lets three lines in ten pass ("Voor de" for "voor deze"), both one.
//
//   "hoogachtend" -> "Hoogachtend," may, "Hoog tijd is het" may not
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "support/word_hash.hpp"

namespace letterkit {

/// So many bits. (std::bitset takes twice as many steps to ask for one.)
template <std::size_t Size>
class GateBits {
 public:
  [[nodiscard]] bool has(std::size_t slot) const {
    return (words_[slot / 64] >> (slot % 64) & 1U) != 0;
  }

  void set(std::size_t slot) { words_[slot / 64] |= std::uint64_t{1} << (slot % 64); }

  void set_all() { words_.fill(~std::uint64_t{0}); }

  void join(const GateBits& others) {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      words_[i] |= others.words_[i];
    }
  }

 private:
  std::array<std::uint64_t, Size / 64> words_{};
};

/// Tells of most lines, by their first four bytes, that they start with no phrase that matters.
class StartGate {
 public:
  /// A phrase of one or two letters counts when it fills its line.
  void add(std::string_view phrase);

  /// Passes from now on what the other does, too.
  void join(const StartGate& other) { bits_.join(other.bits_); }

  [[nodiscard]] bool passes(std::string_view line) const { return passes_slot(slot_of(line)); }

  /// The same of a line with this slot_of(), which all gates have in common.
  [[nodiscard]] bool passes_slot(std::size_t slot) const { return bits_.has(slot); }

  static std::size_t slot_of(std::string_view line) { return slot(key_of(line)); }

 private:
  /// The first four bytes, NULs behind the end, five bits each: letters of either case have one
  /// key.
  static std::uint32_t key_of(std::string_view line) {
    std::uint32_t bytes = 0;
    if (line.size() >= 4) {  // nearly always
      std::memcpy(&bytes, line.data(), 4);
    } else {
      std::memcpy(&bytes, line.data(), line.size());
    }
    return bytes & 0x1F1F1F1FU;
  }

  static std::size_t slot(std::uint32_t key) { return (key * 2654435769U) >> 17; }

  GateBits<32768> bits_;
};

/// Tells the same by eight bytes, where these are ASCII and white space stands between words as
/// phrases print it; any other line passes, and one that starts with a phrase always does.
class LongGate {
 public:
  void add(std::string_view phrase);

  void join(const LongGate& other) {
    starts_.join(other.starts_);
    short_starts_.join(other.short_starts_);
  }

  [[nodiscard]] bool passes(std::string_view line) const {
    if (line.size() < kBytes) {
      return true;
    }
    const std::uint64_t bytes = first_bytes(line.data(), kBytes);
    const std::uint64_t key = bytes & kFiveBits;
    return starts_.has(slot(key)) || short_starts_.has(short_slot(key, 4)) ||
           short_starts_.has(short_slot(key, 3)) || short_starts_.has(short_slot(key, 2)) ||
           !is_plain(bytes);
  }

 private:
  static constexpr std::size_t kBytes = 8;
  static constexpr std::size_t kBits = 13;       // of a slot's number
  static constexpr std::size_t kShortBits = 11;  // small, for each language fills one at the start
  static constexpr std::uint64_t kEach = 0x0101010101010101U;
  static constexpr std::uint64_t kFiveBits = 0x1F * kEach;
  static constexpr std::uint64_t kHigh = 0x80 * kEach;

  /// Whether all bytes are ASCII and none but single spaces can stand between the words of a
  /// phrase: all marks that may do so are below '0'.
  static bool is_plain(std::uint64_t bytes) {
    const std::uint64_t others = (bytes + (0x80 - '0') * kEach) & kHigh;
    const std::uint64_t spaces = ~((bytes ^ ' ' * kEach) + 0x7F * kEach) & kHigh;
    return (bytes & kHigh) == 0 && (others | spaces) == kHigh && (spaces & spaces << 8U) == 0;
  }

  static std::size_t slot(std::uint64_t key) { return key * kHashMix >> (64 - kBits); }

  /// Where a key's first `size` bytes are noted, fewer than eight.
  static std::size_t short_slot(std::uint64_t key, std::size_t size) {
    return (key << (64 - 8 * size)) * kHashMix >> (64 - kShortBits);
  }

  GateBits<1U << kBits> starts_;
  // Two to four bytes of phrases that have no eight of ASCII.
  GateBits<1U << kShortBits> short_starts_;
};

}  // namespace letterkit
