// Gates of many patterns' windows.
//
// In: windows of each pattern, one of which every text holds that it occurs in; how often texts
// hold them. Out: a gate, whose sorts let in few other texts; each pattern's sorts.
#pragma once

#include <vector>

#include "byte_windows.hpp"
#include "support/byte_gate.hpp"

namespace letterkit {

/// Puts windows of patterns together to sorts.
class GateMaker {
 public:
  static constexpr double kMostOften = 0.002;  ///< in one of three lines of a body

  /// `most_often`: the greatest share of texts' places that the gate may let in.
  explicit GateMaker(const WindowChances& chances, double most_often = kMostOften)
      : chances_(&chances), most_often_(most_often) {}

  /// Adds a pattern's windows, unless there are none or the gate would then let in too many texts;
  /// whether it did.
  bool add(int pattern, const std::vector<ByteWindow>& windows);

  [[nodiscard]] ByteGate gate() const;

  /// The sorts, one of which every text holds that a pattern occurs in; 0 when it was not added.
  [[nodiscard]] Sorts sorts_of(int pattern) const;

 private:
  struct Sort {
    ByteWindow window;
    double chance = 0;
    std::vector<int> patterns;
    std::vector<double> loss;  ///< by sort before it: how much more often both in one let texts in
  };

  void add_sort(int pattern, const ByteWindow& window);
  /// Makes one of the two sorts that lose least by it.
  void join_two();
  void weigh(std::size_t a, std::size_t b);

  const WindowChances* chances_;
  double most_often_;
  std::vector<Sort> sorts_;
};

}  // namespace letterkit
