// Automata of patterns that were made when the library was built: they know all their states, so
// that a text costs one look-up a character, however many patterns there are.
//
// Compiling the rules of one language takes RE2 110 million instructions, and its automata as many
// again over the first half megabyte of text: two thirds of a run that reads one letter. For
// profiles of users there are no automata, and RE2 finds the same.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "support/automaton_format.hpp"
#include "support/byte_gate.hpp"
#include "support/tried_on_index.hpp"

namespace letterkit {

class Automaton {
 public:
  /// The automata in these bytes, with their gates, which must outlive it; null when there are
  /// none. The bytes are trusted: they were written with the library.
  static std::unique_ptr<const Automaton> load(std::string_view bytes);

  /// Fills `hits` with the numbers of the patterns that occur in `text`, each once, in any order.
  /// `text` is UTF-8.
  void match(std::string_view text, std::vector<int>& hits) const;

  /// Whether any of the patterns occurs in `text`.
  [[nodiscard]] bool occurs(std::string_view text) const;

 private:
  /// The parts of one of them.
  struct Parts {
    explicit Parts(const char* bytes);

    /// The class of a code point.
    [[nodiscard]] unsigned class_of(char32_t c) const;

    const AutomatonHeader* header = nullptr;
    const unsigned char* direct = nullptr;
    const std::uint32_t* range_starts = nullptr;
    const unsigned char* range_classes = nullptr;
    const std::uint16_t* table = nullptr;  ///< of two bytes an entry
    const std::uint32_t* words = nullptr;  ///< of a wide table, or of rows
    const std::uint32_t* lists = nullptr;
    const std::uint16_t* numbers = nullptr;
  };

  template <typename Entry>
  struct Table;
  struct Rows;

  template <typename Ways, typename Found>
  class Search;

  /// Calls `found` with the patterns of each state that finds some, until it says true. Whether it
  /// did.
  template <typename Found>
  static bool run(const Parts& parts, std::string_view text, const Found& found);

  /// Calls act(parts, sorts) for those that may find something in the text, whose windows are of
  /// these sorts, by their gate, until it says true. Whether it did.
  template <typename Act>
  bool any_of_candidates(std::string_view text, const Act& act) const;

  const ByteGate* gates_ = nullptr;
  std::vector<Parts> all_;
  /// Each of the next of them; none of a single one.
  std::span<const TriedOnIndex> indices_;
};

/// A single pattern's automaton.
struct CompiledPattern {
  std::string_view source;
  std::string_view automaton;
};

/// Those of single patterns, sorted by source (bytewise). None when they could not be made at build
/// time.
std::span<const CompiledPattern> compiled_patterns();

}  // namespace letterkit
