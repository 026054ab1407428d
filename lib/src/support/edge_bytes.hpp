// Which bytes a text can start and end with that a pattern matches.
//
// Most patterns of a profile are bound to a line's start and begin with one of some words, and many
// are bound to its end, too; most lines they are tried on begin or end otherwise. A look at a
// line's first and last byte then spares a search, and, in a run that reads one letter, compiling
// the pattern.
#pragma once

#include <bitset>
#include <string_view>

namespace letterkit {

class EdgeBytes {
 public:
  /// Of a pattern in RE2's syntax; every byte at an edge that it is not bound to, or when it has
  /// something that is not understood here.
  explicit EdgeBytes(std::string_view source);

  /// False only when the pattern does not match.
  [[nodiscard]] bool allow(std::string_view text) const {
    return text.empty() ? empty_
                        : first_[static_cast<unsigned char>(text.front())] &&
                              last_[static_cast<unsigned char>(text.back())];
  }

  /// Whether the pattern follows most texts for long without having decided: it may start like most
  /// texts, and repeats, without limit, what most characters match. True when it is not understood.
  [[nodiscard]] bool lingers() const { return lingers_; }

 private:
  std::bitset<256> first_;
  std::bitset<256> last_;
  bool empty_ = true;  ///< whether the pattern may match an empty text
  bool lingers_ = true;
};

/// Whether a pattern can match at the start of a text only: "(?i)^..." without an alternative
/// beside the whole. False is always safe.
bool starts_at_start(std::string_view source);

/// Whether it can match at the end of a text only: "...$", likewise.
bool ends_at_end(std::string_view source);

}  // namespace letterkit
