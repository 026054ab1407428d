#include "eval/calibration.hpp"

#include <algorithm>
#include <cmath>

namespace letterkit::eval {

void Calibration::add(double confidence, bool right) {
  const double sure = std::clamp(confidence, 0.0, 1.0);
  const auto index = static_cast<std::size_t>(sure * static_cast<double>(kBins));
  Bin& bin = bins_[std::min(index, kBins - 1)];
  const double gap = sure - (right ? 1.0 : 0.0);
  ++bin.count;
  bin.right += right ? 1 : 0;
  bin.confidence_sum += sure;
  ++count_;
  right_ += right ? 1 : 0;
  confidences_ += sure;
  squares_ += gap * gap;
}

double Calibration::mean() const {
  return count_ > 0 ? confidences_ / static_cast<double>(count_) : 0.0;
}

double Calibration::share_right() const {
  return count_ > 0 ? static_cast<double>(right_) / static_cast<double>(count_) : 0.0;
}

double Calibration::expected_error() const {
  double error = 0;
  for (const Bin& bin : bins_) {
    if (bin.count > 0) {
      error += static_cast<double>(bin.count) * std::abs(bin.confidence() - bin.share_right());
    }
  }
  return count_ > 0 ? error / static_cast<double>(count_) : 0.0;
}

double Calibration::brier() const {
  return count_ > 0 ? squares_ / static_cast<double>(count_) : 0.0;
}

Calibration calibrate_records(const SetReport& set) {
  Calibration calibration;
  for (const LetterOutcome& letter : set.letters) {
    if (letter.confidence) {
      calibration.add(*letter.confidence, letter.all_right(Matching::soft));
    }
  }
  return calibration;
}

Calibration calibrate_values(const SetReport& set, std::optional<Field> field) {
  Calibration calibration;
  for (const LetterOutcome& letter : set.letters) {
    for (const FieldOutcome& outcome : letter.fields) {
      if (field ? outcome.field != *field : outcome.field == Field::signatory) {
        continue;
      }
      for (std::size_t i = 0; i < outcome.have.size(); ++i) {
        if (outcome.have[i].confidence) {
          calibration.add(*outcome.have[i].confidence, outcome.have_right[i]);
        }
      }
    }
  }
  return calibration;
}

}  // namespace letterkit::eval
