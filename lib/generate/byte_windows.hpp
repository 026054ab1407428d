// Short sequences of bytes that a text may hold, told apart as a ByteGate does, and how often texts
// hold them.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support/byte_gate.hpp"

namespace letterkit {

/// Bytes, told apart as a ByteGate does: those whose low half and whose high half are among these.
struct AllowedBytes {
  std::bitset<16> low;
  std::bitset<16> high;

  void add(unsigned byte);
  void add(const AllowedBytes& more);

  [[nodiscard]] bool has(unsigned byte) const;

  bool operator==(const AllowedBytes&) const = default;
};

/// What may stand in the places of a window; behind the text's end stand NULs.
struct ByteWindow {
  std::array<AllowedBytes, kWindow> bytes;

  void add(const ByteWindow& more);

  bool operator==(const ByteWindow&) const = default;
};

/// How often texts hold windows, by a sample of texts.
class WindowChances {
 public:
  void add(std::string_view text);

  /// The share of the sample's places that a window starts at; of one that is never met, a guess by
  /// how often its bytes are.
  [[nodiscard]] double of(const ByteWindow& window) const;

 private:
  [[nodiscard]] double share(const AllowedBytes& bytes) const;

  std::string sample_;
  std::array<std::vector<std::size_t>, 256> places_;  // by byte
};

}  // namespace letterkit
