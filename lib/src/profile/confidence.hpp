// How sure a reading is: margins of the labelling, in nats, to probabilities that were measured.
//
// In: confidence.txt, a row "what | slope | offset". Out: a logistic function for each thing that
// has a confidence: 1 / (1 + exp(-(slope * margin + offset))). A row for `values` serves the fields
// that have none of their own. What no row speaks of has slope 1 and offset 0: its margin is taken
// for log odds. scripts/calibrate fits the rows.
//
//   date | 0.31 | 1.9
#pragma once

#include "letterkit/result.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "support/data_file.hpp"

namespace letterkit {

/// What has a confidence of its own.
enum class Measure : unsigned char {
  values,  ///< what has no row of its own; lines, too
  dossiers,
  dossier_title,
  number,
  title,
  subject,
  reference,
  your_reference,
  addressee,  ///< a line of the block
  addressee_name,
  place,
  date,
  salutation,
  body,  ///< a paragraph
  closing,
  signatory_name,
  signatory_role,
  on_behalf_of,
  letter,  ///< that a text is a letter, or that it is none; its margin is the evidence for that
  record,  ///< all of a letter's values; its margin is the log odds of the least sure value
  count,
};

class Confidences {
 public:
  /// Errors "confidence.syntax", "confidence.name", "confidence.number", "confidence.twice".
  static Result<Confidences> parse(const DataFile& file);

  /// Probability that what was read with this margin, in nats, is right. Margins over kMostMargin
  /// count as that one: letters with such margins are not told apart by them.
  [[nodiscard]] double of(Measure measure, double margin) const {
    const Logistic& logistic = logistics_[static_cast<std::size_t>(measure)];
    return margin >= kMostMargin ? logistic.most : logistic.of(margin);
  }

  static constexpr double kMostMargin = 15;

 private:
  struct Logistic {
    Logistic() : Logistic(1, 0) {}

    Logistic(double by_margin, double at_none)
        : slope(by_margin), offset(at_none), most(of(kMostMargin)) {}

    [[nodiscard]] double of(double margin) const;

    double slope;
    double offset;
    double most;  // of kMostMargin, which half of the margins reach
  };

  std::array<Logistic, static_cast<std::size_t>(Measure::count)> logistics_;
};

}  // namespace letterkit
