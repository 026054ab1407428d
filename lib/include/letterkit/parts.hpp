// The parts of a record that a caller may do without.
//
//   parse_letter(text, profiles, {Part::references})   reads no persons, offices, origins, ...
#pragma once

#include <cstdint>
#include <initializer_list>

namespace letterkit {

/// A part of a record that takes time of its own and of which no other part is made.
enum class Part : std::uint8_t {
  origins,     ///< every Origin, but for the span of Date::printed, which a diagnostic may tell
  senders,     ///< Header::senders
  paragraphs,  ///< Letter::paragraphs; references are read from them, and want them, too
  persons,     ///< Signatory::person
  offices,     ///< Signatory::office, Behalf::office
  references,  ///< Letter::references
  count,
};

/// A set of parts.
class Parts {
 public:
  constexpr Parts() = default;

  constexpr Parts(std::initializer_list<Part> parts) {
    for (const Part part : parts) {
      bits_ |= bit(part);
    }
  }

  static constexpr Parts all() {
    Parts parts;
    parts.bits_ = bit(Part::count) - 1;
    return parts;
  }

  [[nodiscard]] constexpr bool has(Part part) const { return (bits_ & bit(part)) != 0; }

  constexpr Parts& operator|=(Parts other) {
    bits_ |= other.bits_;
    return *this;
  }

  friend constexpr bool operator==(Parts, Parts) = default;

 private:
  static constexpr std::uint32_t bit(Part part) {
    return std::uint32_t{1} << static_cast<unsigned>(part);
  }

  std::uint32_t bits_ = 0;
};

}  // namespace letterkit
