// The best labelling of a letter's lines as a whole.
//
// In: each line's evidence and the letter grammar. Out: a label a line, and by how much it beats
// the runner-up. Method: Viterbi's algorithm over the candidates of each line, run in both
// directions, so that the best path through every candidate is known.
#pragma once

#include <vector>

#include "blocks/grammar.hpp"
#include "blocks/label.hpp"
#include "blocks/rules.hpp"

namespace letterkit {

struct LabelledLine {
  Label label = Label::body;
  Label runner_up = Label::body;
  float score = 0;   ///< of the line's evidence for the label, nats
  float margin = 0;  ///< of the best labelling over the best one with another label here, nats
};

/// Labels lines. `apart[i]`: blank lines stand between line i and the one before it. Every line has
/// at least one candidate.
std::vector<LabelledLine> label_lines(const std::vector<SharedScore>& scores,
                                      const std::vector<bool>& apart, const Grammar& grammar);

}  // namespace letterkit
