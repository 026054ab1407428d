// How automata lie in memory: AutomataHeader; the gates; the indices, each of the next
// automata (none of a single one); one automaton behind the other, those behind
// the same gate together. Of an automaton:
//
//   AutomatonHeader
//   classes of the code points below kDirect, a byte each
//   where the ranges of those above start, 4 bytes each; their classes, a byte each; padding
//   where the states lead; padding
//   for each list of patterns, where it starts in what follows, and the end of the last: 4 bytes
//   each numbers of patterns, 2 bytes each
//
// The text's end is the last class. Where the states lead is written in one of three ways:
//
//   table   by state, by class: the state that follows, 2 bytes each. A state's name is the place
//           of its first entry.
//   wide    the same with 4 bytes each, for automata that texts are followed far through.
//   rows    for automata that would be large as tables: by state, words of 4 bytes. A state's name
//           is the place of its first word.
//             the state that follows on most classes
//             the number of other classes, or kFullRow; above kCountBits, the list it finds
//             so many words: a class, above kStateBits, and the state that follows; or, in a full
//             row, by class, the state that follows
//
// State 0 leads to itself and finds nothing. Behind it stand the states that find something, their
// lists in their order, and then the quiet ones, which nearly all of a text leads through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>

#include "support/text_edges.hpp"

namespace letterkit {

/// Which texts an automaton is tried on: in others it would find nothing that is asked for. What
/// costs least to ask of a text comes first.
struct TriedOn {
  static constexpr std::uint32_t kAnyLength = std::numeric_limits<std::uint32_t>::max();

  AllowedEdges edges;
  std::uint32_t longest = kAnyLength;  ///< characters of the longest
  std::uint32_t gate = 0;              ///< counted from 1; 0: none
  std::uint32_t sorts = 0;             ///< texts that hold a window of one of these, by the gate
  std::uint32_t sure = 0;              ///< of these, those that it cannot but find something in
};

struct AutomataHeader {
  std::uint32_t gates = 0;    ///< number
  std::uint32_t indices = 0;  ///< number
};

enum class AutomatonForm : std::uint32_t { table, wide, rows };

struct AutomatonHeader {
  std::uint32_t size = 0;     ///< bytes of the whole, a multiple of kAutomatonAlignment
  std::uint32_t classes = 0;  ///< number
  std::uint32_t ranges = 0;   ///< number, above kDirect
  AutomatonForm form = AutomatonForm::table;
  std::uint32_t entries = 0;  ///< of the table, or words of the rows
  std::uint32_t start = 0;    ///< the first state
  std::uint32_t quiet = 0;    ///< the first state behind those that find something
  std::uint32_t lists = 0;    ///< number
  TriedOn on;
};

/// Latin letters, which most code points are.
inline constexpr char32_t kDirect = 0x180;

inline constexpr std::size_t kAutomatonAlignment = 64;

inline constexpr unsigned kCountBits = 9;
inline constexpr std::uint32_t kFullRow = (1U << kCountBits) - 1;
inline constexpr unsigned kStateBits = 24;

/// The next multiple.
constexpr std::size_t aligned(std::size_t size, std::size_t alignment) {
  return (size + alignment - 1) / alignment * alignment;
}

}  // namespace letterkit
