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

/// The best sums of all lines and labels. A label that a line can't have has the worst. What is
/// done for all labels in turn are loops without branches, which compilers do two labels at a time.
class Lattice {
 public:
  Lattice(const std::vector<SharedScore>& scores, const std::vector<bool>& apart,
          const Grammar& grammar)
      : scores_(scores),
        apart_(apart),
        grammar_(grammar),
        before_(scores.size()),
        after_(scores.size()) {}

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

  void run_backward() {
    after_[size() - 1].fill(kWorst);
    for_each_label(size() - 1, [&](std::size_t label) {
      after_[size() - 1][label] = -grammar_.cost(label, Grammar::kEdge, true);
    });
    for (std::size_t i = size() - 1; i > 0; --i) {
      Sums& best = after_[i - 1];
      best.fill(kWorst);
      for_each_label(i, [&](std::size_t below) {
        raise(best, weight(i, below) + after_[i][below], grammar_.costs_before(below, apart_[i]));
      });
    }
  }

  /// The best way, from the letter's end.
  [[nodiscard]] std::vector<LabelledLine> best_way() const {
    std::vector<LabelledLine> result(size());
    std::size_t chosen = best_of_last();
    for (std::size_t i = size(); i-- > 0;) {
      result[i] = labelled(i, chosen);
      chosen = i > 0 ? best_above(i, chosen) : chosen;
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

  /// Of the best way through a label of line i.
  [[nodiscard]] double total(std::size_t i, std::size_t label) const {
    return before_[i][label] + after_[i][label];
  }

  [[nodiscard]] std::size_t best_of_last() const {
    const std::size_t last = size() - 1;
    std::optional<std::size_t> best;
    for_each_label(last, [&](std::size_t label) {
      best = !best || total(last, label) > total(last, *best) ? label : *best;
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

  [[nodiscard]] LabelledLine labelled(std::size_t i, std::size_t chosen) const {
    LabelledLine line;
    line.label = static_cast<Label>(chosen);
    line.runner_up = line.label;
    line.score = weight(i, chosen);
    double second = kWorst;
    for_each_label(i, [&](std::size_t other) {
      if (other != chosen && total(i, other) > second) {
        second = total(i, other);
        line.runner_up = static_cast<Label>(other);
      }
    });
    line.margin =
        static_cast<float>(std::min<double>(total(i, chosen) - second, Grammar::kForbidden));
    return line;
  }

  const std::vector<SharedScore>& scores_;
  const std::vector<bool>& apart_;
  const Grammar& grammar_;
  std::vector<Sums> before_;  // best sum from the start up to a line with a label, its weight too
  std::vector<Sums> after_;   // best sum behind it up to the end
};

}  // namespace

std::vector<LabelledLine> label_lines(const std::vector<SharedScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar) {
  if (scores.empty()) {
    return {};
  }
  Lattice lattice(scores, apart, grammar);
  lattice.run_forward();
  lattice.run_backward();
  return lattice.best_way();
}

}  // namespace letterkit
