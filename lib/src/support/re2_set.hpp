// Many patterns tried on a text at once, by RE2.
#pragma once

#include "letterkit/result.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace letterkit {

/// Patterns with numbers. Those that can match at the start only cost little on texts that they do
/// not match: their automaton gives up within a few bytes.
class Re2Set {
 public:
  Re2Set();
  ~Re2Set();
  Re2Set(const Re2Set&) = delete;
  Re2Set& operator=(const Re2Set&) = delete;

  /// Adds a pattern. Error "pattern.syntax".
  Status add(std::string_view source, int number);

  /// Makes the set ready, once, after the last pattern. Error "pattern.memory".
  Status compile();

  /// Appends the numbers of the patterns that occur in `text`, in any order.
  void match(std::string_view text, std::vector<int>& hits) const;

 private:
  struct Part;

  std::vector<std::unique_ptr<Part>> parts_;
};

}  // namespace letterkit
