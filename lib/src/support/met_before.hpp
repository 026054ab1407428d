// Which texts were met before, by their hashes alone.
//
// Two lines of three never come again: to remember what is known of each took 700 instructions,
// for room that was asked for, filled and given back. What is met for the second time is worth it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace letterkit {

/// Remembers some thousand hashes that it met lately, in 16 KB.
class MetBefore {
 public:
  /// Whether the hash was met, and not another one since that has its place; notes it. One of
  /// 65,536 answers is wrong.
  bool again(std::uint64_t hash) {
    const auto mark = static_cast<std::uint16_t>(hash | 1U);
    return std::exchange(marks_[hash >> (64 - kPlaceBits)], mark) == mark;
  }

 private:
  static constexpr unsigned kPlaceBits = 13;

  std::array<std::uint16_t, std::size_t{1} << kPlaceBits> marks_{};
};

}  // namespace letterkit
