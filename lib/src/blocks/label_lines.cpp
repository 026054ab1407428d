#include "blocks/label_lines.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <optional>

namespace letterkit {
namespace {

constexpr double kWorst = -1e300;

/// A number for each label.
using Sums = std::array<double, kLabelCount>;

/// The best sums up to all lines and labels. A label that a line can't have has the worst. What is
/// done for all labels in turn are loops without branches, which compilers do two labels at a time.
class Lattice {
 public:
  Lattice(const std::vector<SharedScore>& scores, const std::vector<bool>& apart,
          const Grammar& grammar)
      : scores_(scores), apart_(apart), grammar_(grammar), before_(scores.size()) {}

  void run_forward() {
    before_[0].fill(kWorst);
    for_each_label(0, [&](std::size_t label) {
      before_[0][label] = weight(0, label) - grammar_.cost(Grammar::kEdge, label, true);
    });
    for (std::size_t i = 1; i < size(); ++i) {
      Sums best;
      best.fill(kWorst);
      for_each_label(i - 1, [&](std::size_t above) {
        raise(best, before_[i - 1][above], grammar_.costs_behind(above, apart_[i]));
      });
      before_[i].fill(kWorst);
      for_each_label(i, [&](std::size_t label) {
        before_[i][label] = std::max(kWorst, best[label] + weight(i, label));
      });
    }
  }

  /// The best way, found from the letter's end, with what the best way behind each line is worth.
  [[nodiscard]] std::vector<LabelledLine> best_way() const {
    std::vector<LabelledLine> result(size());
    std::size_t i = size() - 1;
    Sums after;
    after.fill(kWorst);
    for_each_label(
        i, [&](std::size_t label) { after[label] = -grammar_.cost(label, Grammar::kEdge, true); });
    std::size_t chosen = best_of_last(after);
    result[i] = labelled(i, chosen, after);
    for (; i > 0; --i) {
      Sums best;
      best.fill(kWorst);
      for_each_label(i, [&](std::size_t below) {
        raise(best, weight(i, below) + after[below], grammar_.costs_before(below, apart_[i]));
      });
      after = best;
      chosen = best_above(i, chosen);
      result[i - 1] = labelled(i - 1, chosen, after);
    }
    return result;
  }

 private:
  [[nodiscard]] std::size_t size() const { return scores_.size(); }

  /// Of a label that line i can have; body when no rule speaks of the line.
  [[nodiscard]] float weight(std::size_t i, std::size_t label) const {
    return scores_[i]->weight[label];
  }

  /// The labels that line i can have, ascending.
  template <typename Visit>
  void for_each_label(std::size_t i, const Visit& visit) const {
    std::uint32_t left = scores_[i]->candidates;
    left = left != 0 ? left : 1U << index_of(Label::body);
    for (; left != 0; left &= left - 1) {
      visit(static_cast<std::size_t>(std::countr_zero(left)));
    }
  }

  static void raise(Sums& best, double sum, const Grammar::Costs& costs) {
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      const double other = sum - costs[label];
      best[label] = other > best[label] ? other : best[label];
    }
  }

  [[nodiscard]] std::size_t best_of_last(const Sums& after) const {
    const Sums& before = before_.back();
    std::optional<std::size_t> best;
    for_each_label(size() - 1, [&](std::size_t label) {
      const bool better = !best || before[label] + after[label] > before[*best] + after[*best];
      best = better ? label : *best;
    });
    return *best;
  }

  /// The label of the line above on the best way up to a label of line i.
  [[nodiscard]] std::size_t best_above(std::size_t i, std::size_t label) const {
    const auto& costs = grammar_.costs_before(label, apart_[i]);
    std::optional<std::size_t> best;
    double most = kWorst;
    for_each_label(i - 1, [&](std::size_t above) {
      const double sum = before_[i - 1][above] - costs[above] + weight(i, label);
      if (!best || sum > most) {
        best = above;
        most = sum;
      }
    });
    return *best;
  }

  /// `after`: of each label of line i, what the best way behind it is worth.
  [[nodiscard]] LabelledLine labelled(std::size_t i, std::size_t chosen, const Sums& after) const {
    const auto total = [&](std::size_t label) { return before_[i][label] + after[label]; };
    LabelledLine line;
    line.label = static_cast<Label>(chosen);
    line.runner_up = line.label;
    line.score = weight(i, chosen);
    double second = kWorst;
    for_each_label(i, [&](std::size_t other) {
      if (other != chosen && total(other) > second) {
        second = total(other);
        line.runner_up = static_cast<Label>(other);
      }
    });
    line.margin = static_cast<float>(std::min<double>(total(chosen) - second, Grammar::kForbidden));
    return line;
  }

  const std::vector<SharedScore>& scores_;
  const std::vector<bool>& apart_;
  const Grammar& grammar_;
  std::vector<Sums> before_;  // best sum from the start up to a line with a label, its weight too
};

}  // namespace

std::vector<LabelledLine> label_lines(const std::vector<SharedScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar) {
  if (scores.empty()) {
    return {};
  }
  Lattice lattice(scores, apart, grammar);
  lattice.run_forward();
  return lattice.best_way();
}

}  // namespace letterkit
