#include "support/letter_classes.hpp"

#include <array>
#include <cstdint>
#include <utility>

namespace letterkit {
namespace {

// Blocks of letters; between them stand signs, punctuation and ideographic marks.
constexpr std::string_view kLetters =
    "A-Za-z\\x{AA}\\x{B5}\\x{BA}\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2C1}\\x{370}-\\x{1FFF}"
    "\\x{2C00}-\\x{2DFF}\\x{3040}-\\x{D7FF}\\x{F900}-\\x{FDFF}\\x{FE70}-\\x{FEFC}";

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

}  // namespace

std::string with_letter_ranges(std::string_view pattern) {
  const std::array<std::pair<std::string_view, std::string_view>, 4> classes = {
      {{"\\pL", kLetters},
       {"\\p{L}", kLetters},
       {"\\p{Lu}", capitals()},
       {"\\p{Ll}", small_letters()}}
  };
  std::string result;
  bool in_class = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::string_view rest = pattern.substr(at);
    std::size_t size = rest[0] == '\\' ? 2 : 1;
    std::string text(rest.substr(0, size));
    for (const auto& [name, ranges] : classes) {
      if (rest.starts_with(name)) {
        size = name.size();
        text = in_class ? std::string(ranges) : '[' + std::string(ranges) + ']';
      }
    }
    // A bracket that opens a class may itself be followed by one that is meant literally.
    in_class = rest[0] == '[' || (in_class && rest[0] != ']');
    result += text;
    at += size;
  }
  return result;
}

}  // namespace letterkit
