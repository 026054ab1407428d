// Patterns as programs of steps over code points, from which automata are made.
//
// In: patterns as with_letters_as_ranges() writes them, in the syntax of RE2. Out: for each pattern
// the step it starts with; steps that take a character of some set, fork, ask about the place, or
// say that the pattern has been found.
//
//   a[bc]$   ->   0: one of {a}, then 1   1: one of {b c}, then 2   2: at the end, then 3   3:
//   found
#pragma once

#include <string_view>
#include <vector>

#include "code_points.hpp"

namespace letterkit {

struct Step {
  enum class Kind : unsigned char {
    one_of,
    fork,
    at_start,
    at_end,
    word_edge,
    no_word_edge,
    found
  };

  static constexpr int kNone = -1;

  Kind kind = Kind::fork;
  int next = kNone;
  int other = kNone;  ///< of a fork: the other way; of a character: which set; else the pattern
};

class PatternProgram {
 public:
  /// Adds a pattern under a number. False when it has something that is not understood here; the
  /// program is of no use then.
  bool add(std::string_view pattern, int number);

  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

  [[nodiscard]] const std::vector<CodePoints>& sets() const { return sets_; }

  /// The first steps of the patterns, in the order in which they were added.
  [[nodiscard]] const std::vector<int>& starts() const { return starts_; }

 private:
  friend class PatternReader;

  std::vector<Step> steps_;
  std::vector<CodePoints> sets_;
  std::vector<int> starts_;
};

}  // namespace letterkit
