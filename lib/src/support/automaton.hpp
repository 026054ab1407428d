// Automata of patterns that were compiled when the library was built, by Hyperscan.
//
// Compiling the rules of one language takes RE2 110 million instructions, and its automata as many
// again over the first half megabyte of text: two thirds of a run that reads one letter. What
// Hyperscan compiles beforehand, in seconds, is used where it lies in the program and knows all
// its states. Without Hyperscan, or for profiles of users, there is none, and RE2 does the same.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

struct hs_database;

namespace letterkit {

class Automaton {
 public:
  /// Of the bytes that hold an automaton.
  static constexpr std::size_t kAlignment = 64;

  /// The automaton in these bytes, which must outlive it; null when there are none or the engine
  /// that is installed is not of the version that made it.
  static std::unique_ptr<const Automaton> load(std::string_view bytes);

  explicit Automaton(const hs_database* database) : database_(database) {}

  /// Fills `hits` with the numbers of the patterns that occur in `text`, in any order. `text` is
  /// UTF-8 without half characters.
  void match(std::string_view text, std::vector<int>& hits) const;

  /// Whether any of the patterns occurs in `text`.
  [[nodiscard]] bool occurs(std::string_view text) const;

 private:
  [[maybe_unused]] const hs_database* database_;  // where there is no engine
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
