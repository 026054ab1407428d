#include "support/pattern_syntax.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace letterkit {
namespace {

// Blocks of letters; between them stand signs, punctuation and ideographic marks.
constexpr std::string_view kLetters =
    "A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2C1}\\x{370}-\\x{1FFF}"
    "\\x{2C00}-\\x{2DFF}\\x{3040}-\\x{D7FF}\\x{F900}-\\x{FDFF}\\x{FE70}-\\x{FEFC}";

constexpr std::string_view kBlanks = "\\t\\n\\f\\r ";
constexpr std::string_view kOtherThanBlanks = "\\x{0}-\\x{8}\\x{B}\\x{E}-\\x{1F}!-\\x{10FFFF}";

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

/// Of what stands first in the rest of a pattern and is read as one.
std::size_t size_of_next(std::string_view rest, bool in_class) {
  if (rest[0] == '\\') {
    return std::min<std::size_t>(2, rest.size());
  }
  if (rest[0] == '[' && in_class) {
    const auto end = rest.starts_with("[:") ? rest.find(":]") : std::string_view::npos;
    return end == std::string_view::npos ? 1 : end + 2;
  }
  if (rest[0] == '[') {  // a bracket behind it is meant literally
    return rest.starts_with("[]") ? 2 : rest.starts_with("[^]") ? 3 : 1;
  }
  return 1;
}

}  // namespace

std::string as_engines_agree(std::string_view pattern) {
  struct Piece {
    std::string_view written;
    std::string_view members;  // of the class
  };

  const std::array<Piece, 6> pieces = {
      {{"\\pL", kLetters},
       {"\\p{L}", kLetters},
       {"\\p{Lu}", capitals()},
       {"\\p{Ll}", small_letters()},
       {"\\s", kBlanks},
       {"\\S", kOtherThanBlanks}}
  };
  std::string result;
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    const auto* const piece = std::ranges::find_if(
        pieces, [rest](const Piece& known) { return rest.starts_with(known.written); });
    if (piece != pieces.end()) {
      result += in_class ? std::string(piece->members) : '[' + std::string(piece->members) + ']';
      at += piece->written.size();
    } else if (rest[0] == '$' && !in_class) {
      result += "\\z";
      ++at;
    } else {
      const std::size_t size = size_of_next(rest, in_class);
      in_class = rest[0] == '[' || (in_class && rest[0] != ']');
      result += rest.substr(0, size);
      at += size;
    }
  }
  return result;
}

}  // namespace letterkit
