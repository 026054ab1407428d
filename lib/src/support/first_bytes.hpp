// Which bytes a text can start with that a pattern matches at its start.
//
// Most patterns of a profile are bound to a line's start and begin with one of some words; most
// lines they are tried on begin otherwise. One look at a line's first byte then spares a search,
// and, in a run that reads one letter, compiling the pattern.
#pragma once

#include <bitset>
#include <string_view>

namespace letterkit {

class FirstBytes {
 public:
  /// Of a pattern in RE2's syntax; every byte when it is not bound to the start, or when it has
  /// something that is not understood here.
  explicit FirstBytes(std::string_view source);

  /// False only when the pattern does not match.
  [[nodiscard]] bool allow(std::string_view text) const {
    return text.empty() ? empty_ : bytes_[static_cast<unsigned char>(text.front())];
  }

 private:
  std::bitset<256> bytes_;
  bool empty_ = true;  ///< whether the pattern may match an empty text
};

/// Whether a pattern can match at the start of a text only: "(?i)^..." without an alternative
/// beside the whole. False is always safe.
bool starts_at_start(std::string_view source);

}  // namespace letterkit
