#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/measure.hpp"

using namespace letterkit::eval;

namespace {

Values values(const std::vector<std::string>& texts) {
  Values list;
  for (const std::string& text : texts) {
    list.push_back({text});
  }
  return list;
}

/// A set of letters with one field, each given as what is wanted and what was found.
SetReport set_of(
    Field field,
    const std::vector<std::pair<std::vector<std::string>, std::vector<std::string>>>& letters) {
  SetReport set{"made", {}};
  for (const auto& [want, have] : letters) {
    LetterOutcome letter;
    letter.has_record = true;
    letter.fields.push_back(compare(field, values(want), values(have)));
    set.letters.push_back(letter);
  }
  return set;
}

}  // namespace

TEST_CASE("values are matched as multisets, strictly and softly") {
  struct Row {
    const char* name;
    std::vector<std::string> want;
    std::vector<std::string> have;
    std::size_t strict;
    std::size_t soft;
    bool soft_right;
  };

  const std::vector<Row> rows = {
      {"same",                      {"Utrecht"},     {"Utrecht"},      1, 1, true },
      {"other case",                {"Utrecht"},     {"UTRECHT"},      0, 1, true },
      {"trailing comma",            {"Hoogachtend"}, {"Hoogachtend,"}, 1, 1, true },
      {"other",                     {"Utrecht"},     {"Zwolle"},       0, 0, false},
      {"missed",                    {"Utrecht"},     {},               0, 0, false},
      {"found where there is none", {},              {"Utrecht"},      0, 0, false},
      {"rightly none",              {},              {},               0, 0, true },
      {"order does not count",      {"a", "b"},      {"b", "a"},       2, 2, true },
      {"one of two",                {"a", "b"},      {"b"},            1, 1, false},
      {"one too many",              {"a"},           {"a", "b"},       1, 1, false},
      {"found twice, wanted once",  {"a"},           {"a", "a"},       1, 1, false},
      {"wanted twice, found once",  {"a", "a"},      {"a"},            1, 1, false},
      {"wanted twice, found twice", {"a", "A"},      {"a", "a"},       1, 2, true },
      {"empty key meets empty key", {"-"},           {"..."},          0, 1, true },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const FieldOutcome outcome = compare(Field::on_behalf_of, values(row.want), values(row.have));
    CHECK(outcome.strict == row.strict);
    CHECK(outcome.soft == row.soft);
    CHECK(outcome.all_right(Matching::soft) == row.soft_right);
    CHECK(outcome.want_met.size() == row.want.size());
    CHECK(outcome.have_right.size() == row.have.size());
    ++run;
  }
  CHECK(run == 14);
}

TEST_CASE("which of the values are right is remembered") {
  const FieldOutcome outcome =
      compare(Field::signatory_name, values({"A", "B", "A"}), values({"c", "a", "b", "b"}));
  CHECK(outcome.want_met == std::vector<bool>{true, true, false});
  CHECK(outcome.have_right == std::vector<bool>{false, true, true, false});
}

TEST_CASE("rates of counts") {
  struct Row {
    const char* name;
    std::size_t right;
    std::size_t gold;
    std::size_t found;
    double precision;
    double recall;
    double f1;
  };

  const std::vector<Row> rows = {
      {"1 right of 2 wanted, 3 found", 1, 2,  3,  1.0 / 3, 0.5,  0.4 },
      {"3 right of 4 wanted, 4 found", 3, 4,  4,  0.75,    0.75, 0.75},
      {"all right",                    5, 5,  5,  1,       1,    1   },
      {"nothing right",                0, 5,  5,  0,       0,    0   },
      {"nothing found",                0, 5,  0,  0,       0,    0   },
      {"nothing wanted",               0, 0,  5,  0,       0,    0   },
      {"nothing wanted, none found",   0, 0,  0,  1,       1,    1   },
      {"half of many",                 6, 12, 18, 1.0 / 3, 0.5,  0.4 },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const Rates measured = rates(row.right, row.gold, row.found);
    CHECK(measured.precision == Approx(row.precision));
    CHECK(measured.recall == Approx(row.recall));
    CHECK(measured.f1 == Approx(row.f1));
    ++run;
  }
  CHECK(run == 8);
}

TEST_CASE("a field's tally over letters, by hand") {
  // wanted: Utrecht, Zwolle, none, none, Assen; found: Utrecht, ZWOLLE, none, Breda, none
  const SetReport set = set_of(Field::place, {
                                                 {{"Utrecht"}, {"Utrecht"}},
                                                 {{"Zwolle"},  {"ZWOLLE"} },
                                                 {{},          {}         },
                                                 {{},          {"Breda"}  },
                                                 {{"Assen"},   {}         }
  });
  const auto tally = set.tally(Field::place);
  REQUIRE(tally);
  CHECK(tally->letters == 5);
  CHECK(tally->gold == 3);
  CHECK(tally->found == 3);
  CHECK(tally->soft == 2);
  CHECK(tally->strict == 1);
  CHECK(tally->empty_right == 1);
  CHECK(rates(*tally, Matching::soft).f1 == Approx(2.0 / 3));
  CHECK(rates(*tally, Matching::strict).f1 == Approx(1.0 / 3));
  CHECK(set.records_right(Matching::soft) == 3);
  CHECK(set.record_share(Matching::soft) == Approx(0.6));
  CHECK(set.records_right(Matching::strict) == 2);
  CHECK_FALSE(set.tally(Field::date));
}

TEST_CASE("micro pools counts, macro averages fields") {
  SetReport set{"made", {}};
  LetterOutcome letter;
  letter.fields.push_back(compare(Field::date, values({"2029-01-01"}), values({"2029-01-01"})));
  letter.fields.push_back(
      compare(Field::signatory_name, values({"A", "B", "C"}), values({"A", "D"})));
  set.letters.push_back(letter);
  // date: P = R = F1 = 1; signatory_name: P 1/2, R 1/3, F1 0.4; pooled: 2 of 3 found, of 4 wanted
  const Rates micro = rates(set.pooled(), Matching::soft);
  CHECK(micro.precision == Approx(2.0 / 3));
  CHECK(micro.recall == Approx(0.5));
  CHECK(micro.f1 == Approx(4.0 / 7));
  const Rates macro = set.macro(Matching::soft);
  CHECK(macro.precision == Approx(0.75));
  CHECK(macro.recall == Approx(2.0 / 3));
  CHECK(macro.f1 == Approx(0.7));
}

TEST_CASE("unlabelled fields and other fields than those asked for are not measured") {
  Flat labels;
  labels[Field::date] = values({"2029-01-01"});
  labels[Field::closing] = Values{};
  Flat record;
  record[Field::date] = values({"2029-01-01"});
  record[Field::closing] = values({"Hoogachtend"});
  record[Field::place] = values({"Utrecht"});
  const LetterOutcome all = compare_letter(labels, &record);
  REQUIRE(all.fields.size() == 2);
  CHECK(all.fields[0].field == Field::date);
  CHECK(all.fields[1].field == Field::closing);
  CHECK_FALSE(all.all_right(Matching::soft));
  const LetterOutcome only = compare_letter(labels, &record, {Field::date, Field::place});
  REQUIRE(only.fields.size() == 1);
  CHECK(only.all_right(Matching::soft));
}

TEST_CASE("a letter without a record has found nothing") {
  Flat labels;
  labels[Field::date] = values({"2029-01-01"});
  labels[Field::closing] = Values{};
  labels[Field::is_letter] = values({"false"});
  SetReport set{"made", {compare_letter(labels, nullptr)}};
  CHECK(set.missing() == 1);
  CHECK(set.records_right(Matching::soft) == 0);
  CHECK(set.pooled().found == 0);
  CHECK(set.pooled().gold == 2);
  CHECK(set.tally(Field::closing)->empty_right == 1);
}

TEST_CASE("a set without letters") {
  const SetReport set{"none", {}};
  CHECK(set.record_share(Matching::soft) == 0.0);
  CHECK(set.macro(Matching::soft).f1 == 0.0);
  CHECK(set.missing() == 0);
  CHECK_FALSE(set.tally(Field::date));
}
