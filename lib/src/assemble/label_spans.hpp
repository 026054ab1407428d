// Where in a letter each label stands.
//
// In: the labels of a letter's lines. Out: of some labels the lines from the first to the last. A
// step of assembling looks at those alone: most labels stand on a few lines, and a dozen steps that
// each passed all lines took seven hundredths of the time of assembling.
//
//   masthead date_line body body name -> of {name, date_line}: lines 1 to 5
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "blocks/label_lines.hpp"

namespace letterkit {

/// Lines [begin, end).
struct LineSpan {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

class LabelSpans {
 public:
  LabelSpans() = default;

  explicit LabelSpans(const std::vector<LabelledLine>& labels) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
      LineSpan& span = spans_[index_of(labels[i].label)];
      if (span.end == 0) {
        span.begin = i;
      }
      span.end = i + 1;
    }
  }

  /// From the first line with one of the labels to behind the last one; empty when none has one.
  [[nodiscard]] LineSpan of(std::initializer_list<Label> labels) const {
    LineSpan all;
    for (const Label label : labels) {
      const LineSpan& span = spans_[index_of(label)];
      if (!span.empty()) {
        all.begin = all.empty() ? span.begin : std::min(all.begin, span.begin);
        all.end = std::max(all.end, span.end);
      }
    }
    return all;
  }

 private:
  std::array<LineSpan, kLabelCount> spans_{};
};

}  // namespace letterkit
