#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "eval/baseline.hpp"

using namespace letterkit::eval;

namespace {

struct Made {
  const char* file;
  Field field;
  std::vector<std::string> want;
  std::vector<std::string> have;
};

/// A set of letters with one field each.
SetReport set_of(const std::vector<Made>& letters) {
  SetReport set{"made", {}};
  for (const Made& made : letters) {
    Values want;
    Values have;
    for (const std::string& text : made.want) {
      want.push_back({text});
    }
    for (const std::string& text : made.have) {
      have.push_back({text});
    }
    LetterOutcome letter;
    letter.file = made.file;
    letter.fields.push_back(compare(made.field, want, have));
    set.letters.push_back(letter);
  }
  return set;
}

std::string shown(const ValueChange& change) {
  const char sign = "+-~!"[static_cast<std::size_t>(change.kind)];
  return std::string(1, sign) + change.text;
}

}  // namespace

TEST_CASE("values gained and lost") {
  struct Row {
    const char* name;
    std::vector<std::string> want;
    std::vector<std::string> before;
    std::vector<std::string> after;
    std::vector<std::string> changes;  // + gained, - lost, ~ wrong gone, ! wrong new
  };

  const std::vector<Row> rows = {
      {"nothing changed",           {"a"},      {"a"}, {"a"},      {}          },
      {"gained",                    {"a"},      {},    {"a"},      {"+a"}      },
      {"lost",                      {"a"},      {"a"}, {},         {"-a"}      },
      {"wrong became right",        {"a"},      {"b"}, {"a"},      {"+a", "~b"}},
      {"right became wrong",        {"a"},      {"a"}, {"b"},      {"-a", "!b"}},
      {"wrong became other wrong",  {"a"},      {"b"}, {"c"},      {"~b", "!c"}},
      {"wrong where there is none", {},         {},    {"b"},      {"!b"}      },
      {"case only: no change",      {"a"},      {"A"}, {"a"},      {}          },
      {"one of a list",             {"a", "b"}, {"a"}, {"a", "b"}, {"+b"}      },
      {"second of the same",        {"a", "a"}, {"a"}, {"a", "a"}, {"+a"}      },
      {"doubled",                   {"a"},      {"a"}, {"a", "a"}, {"!a"}      },
  };
  std::size_t run = 0;
  for (const Row& row : rows) {
    INFO(row.name);
    const Changes changes =
        changes_between(set_of({
                            {"x.txt", Field::signatory_name, row.want, row.before}
    }),
                        set_of({{"x.txt", Field::signatory_name, row.want, row.after}}));
    std::vector<std::string> listed;
    for (const ValueChange& change : changes.values) {
      listed.push_back(shown(change));
      CHECK(change.file == "x.txt");
    }
    CHECK(listed == row.changes);
    ++run;
  }
  CHECK(run == 11);
}

TEST_CASE("fields and records, before and after") {
  const SetReport before = set_of({
      {"a.txt",    Field::date,  {"1996"},  {"1996"} },
      {"b.txt",    Field::date,  {"1997"},  {}       },
      {"gone.txt", Field::date,  {"1998"},  {"1998"} },
      {"c.txt",    Field::place, {"Assen"}, {"Assen"}}
  });
  const SetReport after = set_of({
      {"a.txt",   Field::date,    {"1996"},        {"1995"}},
      {"b.txt",   Field::date,    {"1997"},        {"1997"}},
      {"new.txt", Field::date,    {"1999"},        {"1999"}},
      {"c.txt",   Field::closing, {"Hoogachtend"}, {}      }
  });
  const Changes changes = changes_between(before, after);
  CHECK(changes.letters_new == 1);
  CHECK(changes.letters_gone == 1);
  REQUIRE(changes.fields.size() == 1);  // place and closing are not in both
  CHECK(changes.fields[0].field == Field::date);
  CHECK(changes.fields[0].before.f1 == Approx(0.8));     // 2 right of 3 wanted, 2 found
  CHECK(changes.fields[0].after.f1 == Approx(2.0 / 3));  // 2 right of 3 wanted, 3 found
  CHECK(changes.fields[0].gained == 1);
  CHECK(changes.fields[0].lost == 1);
  CHECK(changes.fields[0].wrong_new == 1);
  CHECK(changes.fields[0].wrong_gone == 0);
  REQUIRE(changes.records.size() == 3);
  CHECK((changes.records[0].file == "a.txt" && !changes.records[0].gained));
  CHECK((changes.records[1].file == "b.txt" && changes.records[1].gained));
  CHECK(changes.records_before == Approx(0.75));
  CHECK(changes.records_after == Approx(0.5));
}
