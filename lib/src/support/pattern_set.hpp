// Many patterns tried on every line: by an automaton that was compiled when the library was built,
// or by RE2.
//
// To start, RE2 takes as long as the automaton for some 30,000 lines, but then it is two to four
// times faster: it gives up on most patterns within a few bytes, and of long lines it tries only
// those patterns that matter there. So the automaton serves short runs and the start of long ones.
#pragma once

#include "letterkit/result.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

class PatternSet {
 public:
  /// So many texts are matched before RE2 compiles what else an automaton matches: compiling takes
  /// as long as half of them, and RE2's own automata grow for as many more.
  static constexpr unsigned kWorthCompiling = 30000;

  /// `automaton`: of the very patterns that will be added, in their order; empty when there is
  /// none.
  explicit PatternSet(std::string_view automaton = {});
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  /// Adds a pattern; its number is that of the patterns before it. Error "pattern.syntax".
  Status add(std::string_view source);

  /// Makes the set ready, once, after the last pattern. `for_long`: by number, which patterns
  /// matter in long texts. Error "pattern.memory".
  Status compile(std::vector<bool> for_long);

  /// The patterns, in their order.
  [[nodiscard]] const std::vector<std::string>& sources() const;

  /// Whether there is an automaton of them.
  [[nodiscard]] bool has_automaton() const;

  /// Fills `hits` with the numbers of the patterns that occur in `text`, ascending. Of a long text,
  /// those that do not matter there may be missing.
  void match(std::string_view text, bool is_long, std::vector<int>& hits) const;

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace letterkit
