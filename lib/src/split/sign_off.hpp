// The signature of a letter in a dump: where it ends.
//
// In: a line that may start one: a closing formula, a role, "namens deze". Out: the line behind its
// last one, when a name is found close enough. Example: "De Minister van Defensie," / "D. Visser".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "split/line_signs.hpp"

namespace letterkit {

struct SignOff {
  std::size_t end = 0;  ///< the line behind the last one of the signature; 0 when there is none
  bool open = false;    ///< the text ended before that was known
};

/// What a line of a signature is.
enum class SignOffPart : std::uint8_t { none, page, role, name, unknown };

/// Finds the signatures in one text, whose lines must outlive it.
class SignOffs {
 public:
  explicit SignOffs(TextLines& lines) : lines_(lines) {}

  /// The signature that starts with the line `first`.
  SignOff find(std::size_t first, const ProfileData& profile);

 private:
  static constexpr std::size_t kMostLines = 14;  // of a signature, not blank

  /// What a line is that was looked at as one of a signature, behind its first.
  struct Known {
    std::size_t line = 0;
    const ProfileData* profile = nullptr;
    SignOffPart part = SignOffPart::none;
  };

  /// What the line is as one of a signature; `above`: the line of it above, null for the first.
  SignOffPart part_at(std::size_t at, const TextLine& line, const TextLine* above,
                      const ProfileData& profile);

  TextLines& lines_;
  // In a list of offices each line may start a signature and belongs to those of the lines above: a
  // text of nothing else took fifty times a letter's instructions.
  std::array<Known, kMostLines> known_;
};

/// Whether a line may start a signature: the cheap part of the answer.
bool may_sign(const TextLine& line, const ProfileData& profile);

}  // namespace letterkit
