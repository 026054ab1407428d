#include "blocks/label_lines.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace letterkit {
namespace {

constexpr double kWorst = -1e300;

/// The labels that lines may have, line after line: candidates. What is kept of them lies side by
/// side, for the sums over pairs of them are what labelling costs.
class Lattice {
 public:
  explicit Lattice(const std::vector<SharedScore>& scores) {
    first_.reserve(scores.size() + 1);
    for (const SharedScore& score : scores) {
      first_.push_back(label_.size());
      for (std::uint32_t left = score->candidates; left != 0; left &= left - 1) {
        const auto label = static_cast<std::size_t>(std::countr_zero(left));
        add(label, score->weight[label]);
      }
      if (score->candidates == 0) {
        add(index_of(Label::body), 0);
      }
    }
    first_.push_back(label_.size());
    before_.assign(label_.size(), kWorst);
    after_.assign(label_.size(), kWorst);
    from_.assign(label_.size(), 0);
  }

  void run_forward(const std::vector<bool>& apart, const Grammar& grammar) {
    for (std::size_t c = 0; c < first_[1]; ++c) {
      before_[c] = weight_[c] - grammar.cost(Grammar::kEdge, label_[c], true);
    }
    for (std::size_t i = 1; i < lines(); ++i) {
      for (std::size_t c = first_[i]; c < first_[i + 1]; ++c) {
        const auto& costs = grammar.costs_before(label_[c], apart[i]);
        double best = kWorst;
        std::size_t from = first_[i - 1];
        for (std::size_t above = first_[i - 1]; above < first_[i]; ++above) {
          const double sum = before_[above] - costs[label_[above]] + weight_[c];
          if (sum > best) {
            best = sum;
            from = above;
          }
        }
        before_[c] = best;
        from_[c] = from;
      }
    }
  }

  void run_backward(const std::vector<bool>& apart, const Grammar& grammar) {
    const std::size_t last = lines() - 1;
    for (std::size_t c = first_[last]; c < first_[last + 1]; ++c) {
      after_[c] = -grammar.cost(label_[c], Grammar::kEdge, true);
    }
    for (std::size_t i = last; i > 0; --i) {
      for (std::size_t c = first_[i - 1]; c < first_[i]; ++c) {
        const auto& costs = grammar.costs_behind(label_[c], apart[i]);
        double best = kWorst;
        for (std::size_t below = first_[i]; below < first_[i + 1]; ++below) {
          best = std::max(best, weight_[below] + after_[below] - costs[label_[below]]);
        }
        after_[c] = best;
      }
    }
  }

  /// The best way, from the letter's end.
  [[nodiscard]] std::vector<LabelledLine> best_way() const {
    std::vector<LabelledLine> result(lines());
    std::size_t chosen = best_of_last();
    for (std::size_t i = lines(); i-- > 0;) {
      result[i] = labelled(i, chosen);
      chosen = from_[chosen];
    }
    return result;
  }

 private:
  [[nodiscard]] std::size_t lines() const { return first_.size() - 1; }

  void add(std::size_t label, float weight) {
    label_.push_back(static_cast<std::uint8_t>(label));
    weight_.push_back(weight);
  }

  /// Of the best way through candidate c.
  [[nodiscard]] double total(std::size_t c) const { return before_[c] + after_[c]; }

  [[nodiscard]] std::size_t best_of_last() const {
    const std::size_t first = first_[lines() - 1];
    std::size_t best = first;
    for (std::size_t c = first; c < label_.size(); ++c) {
      best = total(c) > total(best) ? c : best;
    }
    return best;
  }

  [[nodiscard]] LabelledLine labelled(std::size_t i, std::size_t chosen) const {
    LabelledLine line;
    line.label = static_cast<Label>(label_[chosen]);
    line.runner_up = line.label;
    line.score = weight_[chosen];
    double second = kWorst;
    for (std::size_t c = first_[i]; c < first_[i + 1]; ++c) {
      if (c != chosen && total(c) > second) {
        second = total(c);
        line.runner_up = static_cast<Label>(label_[c]);
      }
    }
    line.margin = static_cast<float>(std::min<double>(total(chosen) - second, Grammar::kForbidden));
    return line;
  }

  std::vector<std::size_t> first_;  // by line: its first candidate
  std::vector<std::uint8_t> label_;
  std::vector<float> weight_;
  std::vector<double> before_;     // best sum from the start up to it, its weight included
  std::vector<double> after_;      // best sum behind it up to the end
  std::vector<std::size_t> from_;  // the candidate before it on the best way up to it
};

}  // namespace

std::vector<LabelledLine> label_lines(const std::vector<SharedScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar) {
  if (scores.empty()) {
    return {};
  }
  Lattice lattice(scores);
  lattice.run_forward(apart, grammar);
  lattice.run_backward(apart, grammar);
  return lattice.best_way();
}

}  // namespace letterkit
