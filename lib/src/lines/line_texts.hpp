// Which of a letter's lines have the same text.
//
// In: lines, noted one by one. Out: the line with a text that was noted last. Method: a table of
// line numbers by the hash of their texts, made once and large enough; no text is copied.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
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
      : lines_(lines), slots_(take_room<std::uint64_t>()) {
    slots_.assign(std::bit_ceil(2 * lines.size() + 1), 0);
  }

  ~LineTexts() { give_room(slots_); }

  LineTexts(const LineTexts&) = delete;
  LineTexts& operator=(const LineTexts&) = delete;

  /// The line with this text that was noted last; kNone when none was.
  [[nodiscard]] std::size_t find(std::string_view text) const {
    return line_in(slots_[place_of(text, hash_word(text))]);
  }

  /// Notes line i; gives the line with its text that was noted before, kNone when none was.
  std::size_t note(std::size_t i) {
    const Line& line = lines_[i];
    const std::uint64_t hash = line.hash != 0 ? line.hash : hash_word(line.text);
    std::uint64_t& slot = slots_[place_of(line.text, hash)];
    const std::size_t before = line_in(slot);
    slot = (hash & ~kLine) | static_cast<std::uint32_t>(i + 1);
    return before;
  }

 private:
  /// The bits of a slot that have a line's number, counted from 1; 0: it is free. In the others are
  /// those of the hash that do not choose the slot.
  static constexpr std::uint64_t kLine = 0xFFFFFFFFU;

  static std::size_t line_in(std::uint64_t slot) { return std::size_t{slot & kLine} - 1; }

  [[nodiscard]] std::size_t place_of(std::string_view text, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0 &&
           (((slots_[at] ^ hash) & ~kLine) != 0 || lines_[line_in(slots_[at])].text != text)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  const std::vector<Line>& lines_;
  std::vector<std::uint64_t> slots_;
};

}  // namespace letterkit
