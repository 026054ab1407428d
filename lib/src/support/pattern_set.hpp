// Many patterns tried on every line: by an automaton that was compiled when the library was built,
// or by RE2.
#pragma once

#include "letterkit/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

class PatternSet {
 public:
  /// `automaton`: of all patterns of the set, to which none are added then; empty when there is
  /// none.
  explicit PatternSet(std::string_view automaton = {});
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  /// Adds a pattern; its number is that of the patterns before it. Error "pattern.syntax".
  Status add(std::string_view source);

  /// Makes the set ready, once, after the last pattern. Error "pattern.memory".
  Status compile();

  /// The patterns that were added, in their order.
  [[nodiscard]] const std::vector<std::string>& sources() const;

  /// Whether there is an automaton of all patterns.
  [[nodiscard]] bool has_automaton() const;

  /// Fills `hits` with the numbers of the patterns that occur in `text`, ascending.
  void match(std::string_view text, std::vector<int>& hits) const;

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace letterkit
