// An automaton of many patterns that was compiled when the library was built, by Vectorscan.
//
// Compiling the rules of one language takes RE2 110 million instructions, and its automata as many
// again over the first half megabyte of text: two thirds of a run that reads one letter. What
// Vectorscan compiles beforehand, in seconds, loads in half a millisecond and knows all its states.
// Without Vectorscan, or for profiles of users, there is none, and RE2 does the same: see
// pattern_set.hpp.
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
  /// The automaton in these bytes; null when there are none or this machine can't run it.
  static std::unique_ptr<const Automaton> load(std::string_view bytes);

  explicit Automaton(hs_database* database);
  Automaton(const Automaton&) = delete;
  Automaton& operator=(const Automaton&) = delete;
  ~Automaton();

  /// Fills `hits` with the indices of the patterns that occur in `text`, in any order. `text` is
  /// UTF-8 without half characters.
  void match(std::string_view text, std::vector<int>& hits) const;

 private:
  hs_database* database_;
  std::uint64_t id_ = new_owner();
};

}  // namespace letterkit
