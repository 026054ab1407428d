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
#include <vector>

#include "blocks/label.hpp"
#include "blocks/label_sums.hpp"
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
  [[nodiscard]] double cost(std::size_t from, std::size_t to, bool apart) const {
    return -behind_[apart ? 1 : 0][from][to];
  }

  /// Costs below 0: by label, and by label that follows it.
  [[nodiscard]] const LabelSums* gains_behind(bool apart) const {
    return behind_[apart ? 1 : 0].data();
  }

  /// Costs below 0: by label, and by label that it follows.
  [[nodiscard]] const LabelSums* gains_before(bool apart) const {
    return before_[apart ? 1 : 0].data();
  }

 private:
  using Table = std::array<LabelSums, kLabelCount + 1>;

  void set(std::size_t from, std::size_t to, bool apart, double cost) {
    behind_[apart ? 1 : 0][from][to] = -cost;
    before_[apart ? 1 : 0][to][from] = -cost;
  }

  // The same gains twice, so that whoever runs through labels finds them side by side. Two tables
  // each, next to each other and apart; not within, for a grammar of 27 KB is moved thrice until it
  // is where it stays.
  std::vector<Table> behind_;
  std::vector<Table> before_;
};

}  // namespace letterkit
