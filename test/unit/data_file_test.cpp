#include "support/data_file.hpp"

#include <catch2/catch.hpp>

using namespace letterkit;

TEST_CASE("data_lines skips comments and empty lines and keeps their numbers") {
  const auto lines = data_lines("# head\n\nrule a\n  match ^x  \n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].number == 3);
  CHECK(lines[0].text == "rule a");
  CHECK(lines[1].indent == 2);
  CHECK(lines[1].text == "match ^x");
}

TEST_CASE("data_cells trims cells and knows their columns") {
  const auto lines = data_lines("  minister | 1945 ||x");
  const auto cells = data_cells(lines.at(0));
  REQUIRE(cells.size() == 4);
  CHECK(cells[0].text == "minister");
  CHECK(cells[0].column == 3);
  CHECK(cells[1].text == "1945");
  CHECK(cells[1].column == 14);
  CHECK(cells[2].text.empty());
  CHECK(cells[3].text == "x");
}
