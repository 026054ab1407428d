// What a line of a dump can show of the letter it stands in; line_signs.hpp finds it out.
#pragma once

#include <cstddef>
#include <cstdint>

#include "split/split_words.hpp"

namespace letterkit {

// Signs of a head, as bits.
inline constexpr std::uint32_t kChamber = 1U << 0U;
inline constexpr std::uint32_t kSession = 1U << 1U;
inline constexpr std::uint32_t kDossier = 1U << 2U;
inline constexpr std::uint32_t kNumber = 1U << 3U;
inline constexpr std::uint32_t kReturnAddress = 1U << 4U;
inline constexpr std::uint32_t kAddressee = 1U << 5U;
inline constexpr std::uint32_t kCircularTo = 1U << 6U;
inline constexpr std::uint32_t kTitle = 1U << 7U;       ///< of a circular
inline constexpr std::uint32_t kPaperTitle = 1U << 8U;  ///< "Brief van"
inline constexpr std::uint32_t kSalutation = 1U << 9U;
inline constexpr std::uint32_t kOpening = 1U << 10U;
inline constexpr std::uint32_t kSection = 1U << 11U;
inline constexpr std::uint32_t kDate = 1U << 12U;
inline constexpr std::uint32_t kSubject = 1U << 13U;
inline constexpr std::uint32_t kReference = 1U << 14U;
inline constexpr std::uint32_t kOtherField = 1U << 15U;
inline constexpr std::uint32_t kLetterhead = 1U << 16U;
inline constexpr std::uint32_t kAddress = 1U << 17U;
inline constexpr std::uint32_t kTitleAbove =
    1U << 18U;  ///< can be a title, above an addressee or a salutation

/// What a line of a signature is, below its first.
enum class SignaturePart { none, page, role, name, unknown };

struct LineSigns {
  std::uint32_t head = 0;  ///< the bits above
  SplitCue cue = SplitCue::none;
  std::size_t left_size = 0;  ///< bytes of its left column
  bool place = false;         ///< a place stands before its date
  bool page = false;          ///< page mark, running head or foot
  bool sentence = false;      ///< reads as running text
  bool table = false;         ///< a row of a table, a picture's mark
};

}  // namespace letterkit
