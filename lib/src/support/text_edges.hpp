// How a text starts and ends, as a few bytes tell it.
//
// Most patterns are bound to a text's start, where one of some words stands, and many to its end,
// a house number or a street; most lines start and end otherwise. A look at their first three bytes
// and their last two spares following them through automata that give them up there.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>

namespace letterkit {

/// The first bytes of a text and its last two, as far as they tell something.
struct TextEdges {
  static constexpr std::size_t kFirst = 3;           ///< bytes of the start
  static constexpr std::size_t kLast = kFirst;       ///< place of the last byte
  static constexpr std::size_t kBefore = 1 + kLast;  ///< of the byte before it
  static constexpr std::size_t kPlaces = 1 + kBefore;
  static constexpr std::size_t kNone = 256;  ///< no byte, or one of the character beside it

  std::array<std::size_t, kPlaces> bytes;

  explicit TextEdges(std::string_view text) {
    bytes.fill(kNone);
    const auto byte_at = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    for (std::size_t i = 0; i < kFirst && i < text.size(); ++i) {
      bytes[i] = byte_at(i);
      if (bytes[i] >= 0x80) {
        break;
      }
    }
    if (!text.empty()) {
      bytes[kLast] = byte_at(text.size() - 1);
      const bool tells = bytes[kLast] < 0x80 && text.size() > 1;
      bytes[kBefore] = tells ? byte_at(text.size() - 2) : kNone;
    }
  }
};

/// Edges of texts. All of them, until they are narrowed.
class AllowedEdges {
 public:
  using Bytes = std::bitset<TextEdges::kNone + 1>;  // the last of which is always there

  AllowedEdges() { at_.fill(Bytes().set()); }

  /// Allows these bytes only in a place.
  void narrow(std::size_t place, const Bytes& bytes) {
    at_[place] = bytes;
    all_ = all_ && bytes.all();
  }

  [[nodiscard]] const Bytes& at(std::size_t place) const { return at_[place]; }

  [[nodiscard]] bool allow(std::string_view text) const { return all_ || allow(TextEdges(text)); }

  [[nodiscard]] bool allow(const TextEdges& edges) const {
    for (std::size_t i = 0; i < TextEdges::kPlaces; ++i) {
      if (!at_[i][edges.bytes[i]]) {
        return false;
      }
    }
    return true;
  }

  void add(const AllowedEdges& others) {
    for (std::size_t i = 0; i < TextEdges::kPlaces; ++i) {
      at_[i] |= others.at_[i];
    }
    all_ = all_ || others.all_;
  }

 private:
  std::array<Bytes, TextEdges::kPlaces> at_;
  bool all_ = true;  // each of them in all places
};

}  // namespace letterkit
