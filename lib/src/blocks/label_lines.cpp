#include "blocks/label_lines.hpp"

#include <algorithm>
#include <bit>
#include <span>

namespace letterkit {
namespace {

constexpr double kWorst = -1e300;

/// A label that a line may have.
struct Candidate {
  std::uint8_t label = 0;
  float weight = 0;
  double before = kWorst;  // best sum from the start up to this candidate, its weight included
  double after = kWorst;   // best sum behind it up to the end
  std::size_t from = 0;    // index of the candidate before it on that best way
};

using Column = std::span<Candidate>;

/// The candidates of all lines, one line after another.
class Lattice {
 public:
  explicit Lattice(const std::vector<LineScore>& scores) {
    first_.reserve(scores.size() + 1);
    candidates_.reserve(6 * scores.size());
    for (const LineScore& score : scores) {
      first_.push_back(candidates_.size());
      for (std::uint32_t left = score.candidates; left != 0; left &= left - 1) {
        const auto label = static_cast<std::size_t>(std::countr_zero(left));
        candidates_.push_back({static_cast<std::uint8_t>(label), score.weight[label]});
      }
      if (score.candidates == 0) {
        candidates_.push_back({static_cast<std::uint8_t>(index_of(Label::body)), 0});
      }
    }
    first_.push_back(candidates_.size());
  }

  [[nodiscard]] std::size_t size() const { return first_.size() - 1; }

  Column operator[](std::size_t i) {
    return std::span(candidates_).subspan(first_[i], first_[i + 1] - first_[i]);
  }

 private:
  std::vector<Candidate> candidates_;
  std::vector<std::size_t> first_;
};

void run_forward(Lattice& columns, const std::vector<bool>& apart, const Grammar& grammar) {
  for (Candidate& first : columns[0]) {
    first.before = first.weight - grammar.cost(Grammar::kEdge, first.label, true);
  }
  for (std::size_t i = 1; i < columns.size(); ++i) {
    const Column above = columns[i - 1];
    for (Candidate& here : columns[i]) {
      for (std::size_t j = 0; j < above.size(); ++j) {
        const double sum = above[j].before - grammar.cost(above[j].label, here.label, apart[i]);
        if (sum + here.weight > here.before) {
          here.before = sum + here.weight;
          here.from = j;
        }
      }
    }
  }
}

void run_backward(Lattice& columns, const std::vector<bool>& apart, const Grammar& grammar) {
  for (Candidate& last : columns[columns.size() - 1]) {
    last.after = -grammar.cost(last.label, Grammar::kEdge, true);
  }
  for (std::size_t i = columns.size() - 1; i > 0; --i) {
    const Column below = columns[i];
    for (Candidate& left : columns[i - 1]) {
      for (const Candidate& here : below) {
        left.after = std::max(
            left.after, here.weight + here.after - grammar.cost(left.label, here.label, apart[i]));
      }
    }
  }
}

/// The candidate of a line with the best way through it.
std::size_t best_of(Column column) {
  std::size_t best = 0;
  for (std::size_t j = 1; j < column.size(); ++j) {
    if (column[j].before + column[j].after > column[best].before + column[best].after) {
      best = j;
    }
  }
  return best;
}

LabelledLine labelled(Column column, std::size_t chosen) {
  const Candidate& best = column[chosen];
  LabelledLine line;
  line.label = static_cast<Label>(best.label);
  line.runner_up = line.label;
  line.score = best.weight;
  double second = kWorst;
  for (const Candidate& other : column) {
    const double total = other.before + other.after;
    if (other.label != best.label && total > second) {
      second = total;
      line.runner_up = static_cast<Label>(other.label);
    }
  }
  line.margin =
      static_cast<float>(std::min<double>(best.before + best.after - second, Grammar::kForbidden));
  return line;
}

}  // namespace

std::vector<LabelledLine> label_lines(const std::vector<LineScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar) {
  std::vector<LabelledLine> result(scores.size());
  if (scores.empty()) {
    return result;
  }
  Lattice columns(scores);
  run_forward(columns, apart, grammar);
  run_backward(columns, apart, grammar);
  std::size_t chosen = best_of(columns[columns.size() - 1]);
  for (std::size_t i = columns.size(); i-- > 0;) {
    result[i] = labelled(columns[i], chosen);
    chosen = columns[i][chosen].from;
  }
  return result;
}

}  // namespace letterkit
