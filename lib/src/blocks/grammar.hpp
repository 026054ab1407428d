// The letter grammar: which label may follow which, and at what cost.
//
// In: grammar.txt. Out: a table of costs. A row names labels, what may follow them and the costs,
// in nats, when the lines are adjacent and when blank lines stand between; one number serves both.
// `start` and `end` are the ends of the letter. Later rows replace earlier ones; what no row allows
// costs so much that it happens in no letter that can be read otherwise.
//
//   role > name | 0 | 0.5
#pragma once

#include "letterkit/result.hpp"

#include <array>
#include <cstddef>

#include "blocks/label.hpp"
#include "support/data_file.hpp"

namespace letterkit {

class Grammar {
 public:
  static constexpr float kForbidden = 1000;
  /// Index of the letter's start among those that something follows, and of its end among those
  /// that follow.
  static constexpr std::size_t kEdge = kLabelCount;

  Grammar();

  /// Errors "grammar.syntax", "grammar.label", "grammar.cost".
  static Result<Grammar> parse(const DataFile& file);

  /// What it costs that `to` follows `from`; kEdge stands for the letter's ends.
  [[nodiscard]] float cost(std::size_t from, std::size_t to, bool apart) const {
    return costs_[apart ? 1 : 0][from][to];
  }

 private:
  using Table = std::array<std::array<float, kLabelCount + 1>, kLabelCount + 1>;

  std::array<Table, 2> costs_;
};

}  // namespace letterkit
