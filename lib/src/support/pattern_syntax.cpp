#include "support/pattern_syntax.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace letterkit {
namespace {

// Blocks of letters; between them stand signs, punctuation and ideographic marks. Of the signs that
// are letters in another case, Ohm, Kelvin and Angstrom, so that the blocks have both cases.
constexpr std::string_view kLetters =
    "A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2C1}\\x{370}-\\x{1FFF}"
    "\\x{2126}\\x{212A}\\x{212B}\\x{2C00}-\\x{2DFF}\\x{3040}-\\x{D7FF}\\x{F900}-\\x{FDFF}\\x{FE70}-"
    "\\x{FEFC}";

// Latin Extended-A alternates capitals and small letters, in three runs of two orders.
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 4> kCapitalFirst = {
    {{0x100, 0x136}, {0x14A, 0x176}, {0x1CD, 0x1DB}, {0x1DE, 0x1EE}}
};
constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 2> kSmallFirst = {
    {{0x139, 0x147}, {0x179, 0x17D}}
};

std::string alternating(bool capitals) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string ranges;
  const auto add = [&ranges, kHex](std::uint32_t c) {
    ranges.append("\\x{").append({kHex[c >> 8U], kHex[c >> 4U & 15U], kHex[c & 15U]}).append("}");
  };
  for (const auto& [first, last] : kCapitalFirst) {
    for (std::uint32_t c = first; c <= last; c += 2) {
      add(capitals ? c : c + 1);
    }
  }
  for (const auto& [first, last] : kSmallFirst) {
    for (std::uint32_t c = first; c <= last; c += 2) {
      add(capitals ? c : c + 1);
    }
  }
  return ranges;
}

const std::string& capitals() {
  static const std::string kRanges =
      "A-Z\\x{C0}-\\x{D6}\\x{D8}-\\x{DE}" + alternating(true) +
      "\\x{178}\\x{386}-\\x{38F}\\x{391}-\\x{3AB}\\x{400}-\\x{42F}\\x{531}-\\x{556}";
  return kRanges;
}

const std::string& small_letters() {
  static const std::string kRanges = "a-z\\x{DF}-\\x{F6}\\x{F8}-\\x{FF}" + alternating(false) +
                                     "\\x{17F}\\x{3AC}-\\x{3CE}\\x{430}-\\x{45F}\\x{561}-\\x{587}";
  return kRanges;
}

struct Piece {
  std::string_view written;
  std::string_view members;       // of the class that it stands for
  bool same_in_any_case = false;  // whether the class has its letters in both cases
};

const Piece* piece_at(std::string_view rest) {
  static const std::array<Piece, 4> kPieces = {
      {{"\\pL", kLetters, true},
       {"\\p{L}", kLetters, true},
       {"\\p{Lu}", capitals()},
       {"\\p{Ll}", small_letters()}}
  };
  const auto* const found = std::ranges::find_if(
      kPieces, [rest](const Piece& piece) { return rest.starts_with(piece.written); });
  return found == kPieces.end() ? nullptr : found;
}

/// Of what stands first in the rest of a class and is read as one.
std::size_t size_of_member(std::string_view rest) {
  if (rest[0] == '\\') {
    return std::min<std::size_t>(2, rest.size());
  }
  const auto end = rest.starts_with("[:") ? rest.find(":]") : std::string_view::npos;
  return end == std::string_view::npos ? 1 : end + 2;
}

/// Engines add to a class the other case of each of its letters one by one. A class with all
/// letters has them; to say so spares RE2 a sixth of what compiling a pattern with such a class
/// costs.
std::string in_this_case(std::string_view bracketed) {
  return "(?-i:" + std::string(bracketed) + ")";
}

/// The class that opens at a place of a pattern, written anew; moves the place behind it.
std::string read_class(std::string_view pattern, std::size_t& at) {
  std::string text;
  const auto copy = [&](std::size_t size) {
    text += pattern.substr(at, size);
    at = std::min(at + size, pattern.size());
  };
  // A bracket that follows is meant literally.
  const std::string_view rest = pattern.substr(at);
  copy(rest.starts_with("[^]") ? 3 : rest.starts_with("[]") || rest.starts_with("[^") ? 2 : 1);
  bool all_letters = false;
  while (at < pattern.size() && pattern[at] != ']') {
    if (const Piece* const piece = piece_at(pattern.substr(at))) {
      text += piece->members;
      at += piece->written.size();
      all_letters = all_letters || piece->members == kLetters;
    } else {
      copy(size_of_member(pattern.substr(at)));
    }
  }
  copy(1);
  return all_letters ? in_this_case(text) : text;
}

}  // namespace

std::optional<GroupStart> group_start(std::string_view rest) {
  const auto is = [rest](std::string_view start) { return rest.starts_with(start); };
  if (is("(?i)")) {
    return GroupStart{4, true, true};
  }
  if (is("(?-i:")) {
    return GroupStart{5, false, false};
  }
  if (is("(?i:")) {
    return GroupStart{4, false, true};
  }
  if (is("(?:")) {
    return GroupStart{3, false, std::nullopt};
  }
  return is("(?") ? std::nullopt : std::optional(GroupStart{});
}

std::string with_letters_as_ranges(std::string_view pattern) {
  std::string result;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    if (const Piece* const piece = piece_at(rest)) {
      const std::string bracketed = '[' + std::string(piece->members) + ']';
      result += piece->same_in_any_case ? in_this_case(bracketed) : bracketed;
      at += piece->written.size();
    } else if (rest[0] == '[') {
      result += read_class(pattern, at);
    } else {
      const std::size_t size = rest[0] == '\\' ? std::min<std::size_t>(2, rest.size()) : 1;
      result += rest.substr(0, size);
      at += size;
    }
  }
  return result;
}

}  // namespace letterkit
