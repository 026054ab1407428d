#include <catch2/catch.hpp>

#include "eval/calibration.hpp"

using namespace letterkit::eval;

TEST_CASE("reliability, expected error and Brier score, by hand") {
  Calibration calibration;
  // 0.9 to 1.0: four with mean 0.95, three right; 0.2 to 0.3: one with 0.25, wrong
  calibration.add(0.9, true);
  calibration.add(1.0, true);
  calibration.add(0.95, true);
  calibration.add(0.95, false);
  calibration.add(0.25, false);
  CHECK(calibration.count() == 5);
  CHECK(calibration.mean() == Approx(0.81));
  CHECK(calibration.share_right() == Approx(0.6));
  const Calibration::Bin& high = calibration.bins()[9];
  CHECK(high.count == 4);
  CHECK(high.confidence() == Approx(0.95));
  CHECK(high.share_right() == Approx(0.75));
  const Calibration::Bin& low = calibration.bins()[2];
  CHECK(low.count == 1);
  CHECK(low.share_right() == 0.0);
  // (4 * |0.95 - 0.75| + 1 * |0.25 - 0|) / 5
  CHECK(calibration.expected_error() == Approx(0.21));
  // (0.01 + 0 + 0.0025 + 0.9025 + 0.0625) / 5
  CHECK(calibration.brier() == Approx(0.1955));
}

TEST_CASE("confidences fall into the bin they belong to") {
  struct Row {
    double confidence;
    std::size_t bin;
  };

  const std::vector<Row> rows = {
      {0.0,    0},
      {0.0999, 0},
      {0.1,    1},
      {0.3,    3},
      {0.5,    5},
      {0.7,    7},
      {0.999,  9},
      {1.0,    9},
      {-1.0,   0},
      {2.0,    9}
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.confidence);
    Calibration calibration;
    calibration.add(row.confidence, true);
    CHECK(calibration.bins()[row.bin].count == 1);
    ++run;
  }
  CHECK(run == 10);
}

TEST_CASE("no confidences, no error") {
  const Calibration calibration;
  CHECK(calibration.expected_error() == 0.0);
  CHECK(calibration.brier() == 0.0);
}

TEST_CASE("records and values of a set") {
  SetReport set{"made", {}};
  LetterOutcome right;
  right.confidence = 0.95;
  right.fields.push_back(compare(Field::date,
                                 {
                                     {"2029-05-01"}
  },
                                 {{"2029-05-01", 0.85}}));
  LetterOutcome wrong;
  wrong.confidence = 0.55;
  wrong.fields.push_back(compare(Field::signatory_name,
                                 {
                                     {"A"}
  },
                                 {{"B", 0.35}, {"A", 0.45}, {"C", std::nullopt}}));
  wrong.fields.push_back(compare(Field::signatory,
                                 {
                                     {"A / x"}
  },
                                 {{"A / x", 0.15}}));
  LetterOutcome unsure;  // of a record without confidence
  unsure.fields.push_back(compare(Field::date, {}, {}));
  set.letters = {right, wrong, unsure};

  const Calibration records = calibrate_records(set);
  CHECK(records.count() == 2);
  CHECK(records.bins()[9].right == 1);
  CHECK(records.bins()[5].right == 0);

  const Calibration all = calibrate_values(set, std::nullopt);  // without the pair
  CHECK(all.count() == 3);
  CHECK(all.bins()[8].right == 1);
  CHECK(all.bins()[3].right == 0);
  CHECK(all.bins()[4].right == 1);
  CHECK(all.bins()[1].count == 0);

  CHECK(calibrate_values(set, Field::date).count() == 1);
  CHECK(calibrate_values(set, Field::signatory).count() == 1);
  CHECK(calibrate_values(set, Field::closing).count() == 0);
}
