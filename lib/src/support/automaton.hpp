// An automaton of many patterns that was compiled when the library was built, by Vectorscan.
//
// Compiling the rules of one language takes RE2 110 million instructions, and its automata as many
// again over the first half megabyte of text: two thirds of a run that reads one letter. What
// Vectorscan compiles beforehand, in seconds, is used where it lies in the program and knows all
// its states. Without Vectorscan, or for profiles of users, there is none, and RE2 does the same:
// see pattern_set.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "support/thread_memo.hpp"

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

  /// Fills `hits` with the indices of the patterns that occur in `text`, in any order. `text` is
  /// UTF-8 without half characters.
  void match(std::string_view text, std::vector<int>& hits) const;

 private:
  const hs_database* database_;
  std::uint64_t id_ = new_owner();
};

}  // namespace letterkit
