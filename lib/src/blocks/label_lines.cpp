#include "blocks/label_lines.hpp"

#include <algorithm>

#include "blocks/label_sums.hpp"
#include "support/processor.hpp"

namespace letterkit {
namespace {

constexpr double kWorst = LabelSums::kWorst;

/// The best sums up to all lines and labels. A label that a line can't have has the worst. `Width`:
/// how many of them a register holds. The sums of a stretch of lines are at hand at a time, and
/// those of all stretches' first lines are kept, from which the way back finds the others again:
/// all would take thirty times the text's memory where lines are short.
template <std::size_t Width>
class Lattice {
 public:
  Lattice(const std::vector<SharedScore>& scores, const std::vector<bool>& apart,
          const Grammar& grammar)
      : scores_(scores), apart_(apart), grammar_(grammar) {
    // The thread keeps them: asking for memory cost as much as labelling a line. The few lines of a
    // letter that is read alone do not touch all of it.
    thread_local std::vector<LabelSums> stretch;
    stretch.resize(std::max(stretch.size(), std::min(kStretch, scores.size())));
    stretch_ = stretch.data();
  }

  /// Labels the lines, of which there is one at least.
  [[gnu::always_inline]] void run(std::vector<LabelledLine>& result) {
    run_forward();
    find_best_way(result);
  }

 private:
  using Lanes = LabelLanes<Width>;

  static constexpr std::size_t kStretch = 256;  // lines, of 256 bytes each

  /// The best sums from the start to line i with a label, its weight too.
  [[nodiscard]] LabelSums& before(std::size_t i) const { return stretch_[i % kStretch]; }

  /// Finds the sums of line i by those of the line before it.
  [[gnu::always_inline]] void find_sums(std::size_t i) const {
    if (i == 0) {
      before(i) = grammar_.gains_behind(true)[Grammar::kEdge];
    } else {
      Lanes::greatest_ahead(labels(i - 1), before(i - 1), grammar_.gains_behind(apart_[i]),
                            before(i));
    }
    add_weights(i, before(i));
    Lanes::keep(labels(i), before(i));
  }

  [[gnu::always_inline]] void run_forward() {
    for (std::size_t begin = 0; begin < size(); begin += kStretch) {
      const std::size_t end = std::min(begin + kStretch, size());
      for (std::size_t i = begin; i < end; ++i) {
        find_sums(i);
      }
      if (size() > kStretch) {
        starts_.push_back(before(begin));
      }
    }
  }

  /// Finds the sums of the stretch that line i ends.
  [[gnu::always_inline]] void find_again(std::size_t i) const {
    std::size_t again = i - i % kStretch;
    before(again) = starts_[again / kStretch];
    while (again < i) {
      find_sums(++again);
    }
  }

  /// The best way, found from the letter's end, with what the best way behind each line is worth.
  [[gnu::always_inline]] void find_best_way(std::vector<LabelledLine>& result) const {
    std::size_t i = size() - 1;
    LabelSums after = grammar_.gains_before(true)[Grammar::kEdge];
    std::size_t chosen = Lanes::greatest_of_both(before(i), after).label;
    result[i] = labelled(i, chosen, after);
    while (i > 0) {
      if (i % kStretch == 0) {
        find_again(i - 1);
      }
      const std::size_t begin = (i - 1) - (i - 1) % kStretch;
      for (; i > begin; --i) {
        const LabelSums* const gains = grammar_.gains_before(apart_[i]);
        add_weights(i, after);
        Lanes::greatest_ahead(labels(i), after, gains, after);
        chosen = Lanes::greatest_of_both(before(i - 1), gains[chosen]).label;
        result[i - 1] = labelled(i - 1, chosen, after);
      }
    }
  }

  /// `after`: of each label of line i, what the best way behind it is worth.
  [[gnu::always_inline]] [[nodiscard]] LabelledLine labelled(std::size_t i, std::size_t chosen,
                                                             const LabelSums& after) const {
    LabelSums others;
    Lanes::copy(before(i), others);
    others[chosen] = kWorst;
    const GreatestSum second = Lanes::greatest_of_both(others, after);
    const double margin = before(i)[chosen] + after[chosen] - second.sum;
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
  LabelSums* stretch_ = nullptr;
  std::vector<LabelSums> starts_;
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
