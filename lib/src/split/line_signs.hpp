// What one line of a dump shows of the letter it stands in: part of a head, of a signature, of the
// page, or nothing.
//
// In: a line and a profile. Out: its signs. Method: the phrases of split.txt first, then the
// recognisers of dossiers, fields and dates, each behind its own gate.
//
//   "Nr. 40 Brief van de minister van Defensie" -> number, title
#pragma once

#include "letterkit/profile.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "fields/cursor.hpp"
#include "profile/profile_data.hpp"
#include "split/signs.hpp"
#include "split/text_lines.hpp"

namespace letterkit {

/// The signs of a line, by every recogniser: a microsecond or so when it is asked for first.
const LineSigns& line_signs(const TextLine& line, const ProfileData& profile);

/// The cue that a line starts with, marks that open it aside.
SplitCue cue_of(const TextLine& line, const ProfileData& profile);

/// Whether a line reads as one with a dossier, which each language asks again.
bool is_dossier_line(const TextLine& line);

/// Bytes of a line of a head, which may be a long title.
inline constexpr std::size_t kLongestTitle = 400;

/// Whether a byte is one of CDILMVX.
constexpr bool is_roman_digit(char c) {
  constexpr std::uint32_t kDigits = 1U << ('C' & 31U) | 1U << ('D' & 31U) | 1U << ('I' & 31U) |
                                    1U << ('L' & 31U) | 1U << ('M' & 31U) | 1U << ('V' & 31U) |
                                    1U << ('X' & 31U);
  return is_ascii_upper(c) && (kDigits >> (static_cast<unsigned char>(c) & 31U) & 1U) != 0;
}

/// Whether a line starts as one with a dossier ("33 279", "21 501-02", "CII"); costs a few
/// nanoseconds.
inline bool may_be_dossier(std::string_view line) {
  if (line.size() > kLongestTitle || line.size() < 2) {
    return false;
  }
  if (!is_ascii_digit(line[0])) {
    return is_roman_digit(line[0]) && is_roman_digit(line[1]);
  }
  return line.size() >= 5 && is_ascii_digit(line[1]) && is_ascii_digit(line[3]) &&
         (is_ascii_digit(line[2]) || blank_at(line, 2) > 0);
}

/// How a line starts that may begin a head or a signature, as the gates of every language are asked
/// for it; costs a few nanoseconds.
class LineStart {
 public:
  explicit LineStart(std::string_view line)
      : small_(is_ascii_lower(line[0])),
        marked_(line[0] == '>'),
        text_(small_ || marked_ ? line : bare_line(line)),
        slot_(StartGate::slot_of(text_)) {}

  /// Whether it starts as a phrase of these gates does.
  [[nodiscard]] bool passes(const SplitGates& gates) const {
    return (small_ ? gates.small : gates.any).passes_slot(slot_) && !text_.empty() &&
           (marked_ ||
            gates.by_eight.passes(text_));  // the words behind a mark are asked for later
  }

  /// Whether it starts as a line with a dossier does, in any language.
  [[nodiscard]] bool has_dossier() const { return !small_ && may_be_dossier(text_); }

 private:
  bool small_;
  bool marked_;
  std::string_view text_;
  std::size_t slot_;
};

/// The gates of these profiles in one, for most lines pass none of them. The calling thread keeps
/// it; the reference holds until the next call.
const SplitGates& joined_gates(const std::vector<Profile>& profiles);

/// Whether a line is a page mark or of a running foot; part of line_signs().
bool is_page_mark(std::string_view line, SplitCue cue, const ProfileData& profile);

/// Whether a line can be the title of a circular: no sentence, no list item, no row of a table.
bool can_be_title(std::string_view line);

}  // namespace letterkit
