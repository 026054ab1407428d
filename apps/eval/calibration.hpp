// Do confidences mean what they say? Of the values held right with probability 0.9, nine in ten
// should be right.
//
// In: pairs of a confidence and whether it was borne out. Out: a reliability table of ten bins of
// equal width, and two figures: the expected calibration error (the gap between confidence and
// share right, averaged over the bins by their counts) and the Brier score (mean squared gap).
#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "eval/measure.hpp"

namespace letterkit::eval {

class Calibration {
 public:
  static constexpr std::size_t kBins = 10;

  struct Bin {
    std::size_t count = 0;
    std::size_t right = 0;
    double confidence_sum = 0;

    [[nodiscard]] double confidence() const { return confidence_sum / static_cast<double>(count); }

    [[nodiscard]] double share_right() const {
      return static_cast<double>(right) / static_cast<double>(count);
    }
  };

  /// Takes a confidence (outside 0 to 1 it is clamped) and whether the reading was right.
  void add(double confidence, bool right);

  [[nodiscard]] std::size_t count() const { return count_; }

  /// Bin i holds confidences from i/10 up to (i+1)/10; the last one 1 as well.
  [[nodiscard]] const std::array<Bin, kBins>& bins() const { return bins_; }

  /// All 0 when nothing was added.
  [[nodiscard]] double mean() const;
  [[nodiscard]] double share_right() const;
  [[nodiscard]] double expected_error() const;
  [[nodiscard]] double brier() const;

 private:
  std::array<Bin, kBins> bins_;
  std::size_t count_ = 0;
  std::size_t right_ = 0;
  double confidences_ = 0;
  double squares_ = 0;
};

/// Records' confidences against whether every labelled field is soft-right.
Calibration calibrate_records(const SetReport& set);

/// Found values' confidences against whether the value is soft-right: those of one field, or of all
/// but `signatory` (whose names count once already, as `signatory_name`). Values of records without
/// provenance have no confidence and do not count.
Calibration calibrate_values(const SetReport& set, std::optional<Field> field);

}  // namespace letterkit::eval
