// The head of a letter in a dump: where it begins and ends and how surely it is one.
//
// In: a line that is a sign of a head; lines are told by their numbers. Out: the head around it.
// Method: go back over lines that belong to heads to the first one, then forward to the first line
// of the body, adding up the signs. Both ways are bounded.
//
//   "Tweede Kamer der Staten-Generaal" ... "33 279" ... "Nr. 40 Brief van" ... "Den Haag, 2 maart"
#pragma once

#include <cstddef>
#include <cstdint>

#include "split/line_signs.hpp"

namespace letterkit {

// A head around a line begins so many lines above it at most, and ends so many below.
inline constexpr std::size_t kMostHeadAbove = 52;
inline constexpr std::size_t kMostHeadBelow = 48;

struct Head {
  std::size_t begin = 0;               ///< its first line
  std::size_t end = 0;                 ///< the first line that is no part of it
  std::uint32_t signs = 0;             ///< bits of line_signs.hpp
  bool open = false;                   ///< the text ended before the head did
  bool attachment = false;             ///< a label of an attachment stands in it
  std::uint32_t above_attachment = 0;  ///< the bits of the lines above that label
};

/// What the signs of a head are worth together, to which a letter's circumstances are added.
/// Further signs never make it less.
double worth(std::uint32_t signs);

/// Whether a head with these signs shows a letter even below a label of an attachment.
bool is_whole(std::uint32_t signs);

/// Whether a head has all that a letter's of its own has: what is attached seldom has a letterhead.
bool has_sender(const Head& head);

/// The head that begins with the line `begin`, forwards.
Head read_head(TextLines& lines, std::size_t begin, const ProfileData& profile);

/// Where a head that was found at `begin` begins when a letter was signed above, before the line
/// `signed_end`: lines of a letterhead that show nothing by themselves stand between. What goes on
/// with the signature, labelled attachments and page marks stay with the letter that was signed.
std::size_t begin_below_signature(TextLines& lines, std::size_t begin, std::size_t signed_end,
                                  const ProfileData& profile);

/// The head that the line `anchor` belongs to; it begins at `floor` or later. `is_signed`: a
/// signature ends there.
Head head_around(TextLines& lines, std::size_t anchor, std::size_t floor, bool is_signed,
                 const ProfileData& profile);

}  // namespace letterkit
