// Many patterns tried on a text at once.
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/automaton.hpp"

namespace letterkit {

/// Patterns that are matched together: by an automaton that was compiled when the library was
/// built, or by RE2. With RE2, those that can match at the start only cost little on texts that
/// they do not match: their automaton gives up within a few bytes.
class PatternSet {
 public:
  /// `automaton`: of the very patterns that will be added, in their order; empty when there is
  /// none.
  explicit PatternSet(std::string_view automaton = {});
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  /// Adds a pattern; its index is the number of those before it. Error "pattern.syntax".
  Status add(std::string_view source);

  /// Makes the set ready, once, after the last pattern. Error "pattern.memory".
  Status compile();

  /// The patterns as engines take them, in their order; none when there is an automaton.
  [[nodiscard]] const std::vector<std::string>& sources() const { return sources_; }

  /// Fills `hits` with the indices of the patterns that occur in `text`, ascending.
  void match(std::string_view text, std::vector<int>& hits) const;

 private:
  struct Engine;

  std::unique_ptr<const Automaton> automaton_;
  std::unique_ptr<Engine> engine_;  ///< null when there is an automaton, or no pattern
  std::vector<std::string> sources_;
};

}  // namespace letterkit
