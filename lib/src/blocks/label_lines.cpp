#include "blocks/label_lines.hpp"

#include <algorithm>

#include "blocks/label_sums.hpp"
#include "support/processor.hpp"

namespace letterkit {
namespace {

constexpr double kWorst = LabelSums::kWorst;

/// The best sums up to all lines and labels. A label that a line can't have has the worst. `Width`:
/// how many of them a register holds.
template <std::size_t Width>
class Lattice {
 public:
  Lattice(const std::vector<SharedScore>& scores, const std::vector<bool>& apart,
          const Grammar& grammar)
      : scores_(scores), apart_(apart), grammar_(grammar) {
    // Most letters do with what the thread keeps: asking for it cost as much as labelling a line.
    thread_local std::vector<LabelSums> kept(kKeptLines);
    if (scores.size() > kKeptLines) {
      own_.resize(scores.size());
    }
    before_ = own_.empty() ? kept.data() : own_.data();
  }

  /// Labels the lines, of which there is one at least.
  [[gnu::always_inline]] void run(std::vector<LabelledLine>& result) {
    run_forward();
    find_best_way(result);
  }

 private:
  using Lanes = LabelLanes<Width>;

  static constexpr std::size_t kKeptLines = 256;  // of 256 bytes each

  [[gnu::always_inline]] void run_forward() {
    before_[0] = grammar_.gains_behind(true)[Grammar::kEdge];
    for (std::size_t i = 0; i < size(); ++i) {
      if (i > 0) {
        Lanes::greatest_ahead(labels(i - 1), before_[i - 1], grammar_.gains_behind(apart_[i]),
                              before_[i]);
      }
      add_weights(i, before_[i]);
      Lanes::keep(labels(i), before_[i]);
    }
  }

  /// The best way, found from the letter's end, with what the best way behind each line is worth.
  [[gnu::always_inline]] void find_best_way(std::vector<LabelledLine>& result) const {
    std::size_t i = size() - 1;
    LabelSums after = grammar_.gains_before(true)[Grammar::kEdge];
    std::size_t chosen = Lanes::greatest_of_both(before_[i], after).label;
    result[i] = labelled(i, chosen, after);
    for (; i > 0; --i) {
      const LabelSums* const gains = grammar_.gains_before(apart_[i]);
      add_weights(i, after);
      Lanes::greatest_ahead(labels(i), after, gains, after);
      chosen = Lanes::greatest_of_both(before_[i - 1], gains[chosen]).label;
      result[i - 1] = labelled(i - 1, chosen, after);
    }
  }

  /// `after`: of each label of line i, what the best way behind it is worth.
  [[gnu::always_inline]] [[nodiscard]] LabelledLine labelled(std::size_t i, std::size_t chosen,
                                                             const LabelSums& after) const {
    LabelSums others;
    Lanes::copy(before_[i], others);
    others[chosen] = kWorst;
    const GreatestSum second = Lanes::greatest_of_both(others, after);
    const double margin = before_[i][chosen] + after[chosen] - second.sum;
    return {static_cast<Label>(chosen),
            static_cast<Label>(second.sum > kWorst ? second.label : chosen),
            scores_[i]->weight[chosen],
            static_cast<float>(std::min<double>(margin, Grammar::kForbidden))};
  }

  [[gnu::always_inline]] void add_weights(std::size_t i, LabelSums& sums) const {
    const auto& weights = scores_[i]->weight;
    for (std::size_t label = 0; label < kLabelCount; ++label) {
      sums[label] += weights[label];
    }
  }

  [[nodiscard]] std::size_t size() const { return scores_.size(); }

  /// The labels that line i can have; body when no rule speaks of the line.
  [[nodiscard]] LabelBits labels(std::size_t i) const {
    const LabelBits known = scores_[i]->candidates;
    return known != 0 ? known : 1U << index_of(Label::body);
  }

  const std::vector<SharedScore>& scores_;
  const std::vector<bool>& apart_;
  const Grammar& grammar_;
  /// The best sums from the start to a line with a label, its weight too.
  LabelSums* before_ = nullptr;
  std::vector<LabelSums> own_;  // of letters with more lines than are kept
};

#if defined(__x86_64__)

[[gnu::target("avx2,bmi")]] void run_with_avx2(Lattice<4>& lattice,
                                               std::vector<LabelledLine>& result) {
  lattice.run(result);
}

#else

void run_with_avx2(Lattice<4>&, std::vector<LabelledLine>&) {}

#endif

}  // namespace

std::vector<LabelledLine> label_lines(const std::vector<SharedScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar) {
  std::vector<LabelledLine> result(scores.size());
  if (scores.empty()) {
    return result;
  }
  if (has_avx2()) {
    Lattice<4> lattice(scores, apart, grammar);
    run_with_avx2(lattice, result);
  } else {
    Lattice<2>(scores, apart, grammar).run(result);
  }
  return result;
}

}  // namespace letterkit
