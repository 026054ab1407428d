// Which of a letter's lines have the same text.
//
// In: lines, noted one by one. Out: the line with a text that was noted last. Method: a table of
// line numbers by the hash of their texts, made once and large enough; no text is copied.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lines/line.hpp"
#include "support/kept_room.hpp"
#include "support/word_hash.hpp"

namespace letterkit {

class LineTexts {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// The lines must outlive it and stay as they are.
  explicit LineTexts(const std::vector<Line>& lines)
      : lines_(lines), slots_(take_room<std::uint32_t>()) {
    slots_.assign(std::bit_ceil(2 * lines.size() + 1), 0);
  }

  ~LineTexts() { give_room(slots_); }

  LineTexts(const LineTexts&) = delete;
  LineTexts& operator=(const LineTexts&) = delete;

  /// The line with this text that was noted last; kNone when none was.
  [[nodiscard]] std::size_t find(std::string_view text) const {
    return std::size_t{slots_[place_of(text, hash_word(text))]} - 1;
  }

  /// Notes line i; gives the line with its text that was noted before, kNone when none was.
  std::size_t note(std::size_t i) {
    const Line& line = lines_[i];
    std::uint32_t& slot =
        slots_[place_of(line.text, line.hash != 0 ? line.hash : hash_word(line.text))];
    return std::size_t{std::exchange(slot, static_cast<std::uint32_t>(i + 1))} - 1;
  }

 private:
  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0 && lines_[slots_[at] - 1].text != text) {
      at = (at + 1) & mask;
    }
    return at;
  }

  const std::vector<Line>& lines_;
  std::vector<std::uint32_t> slots_;  // numbers of lines, counted from 1; 0: free
};

}  // namespace letterkit
