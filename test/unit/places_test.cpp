// What the places of lines tell, in whole letters.
#include "letterkit/profile.hpp"

#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "assemble/read_letter.hpp"
#include "profile/profile_data.hpp"
#include "profile/recognise.hpp"

using namespace letterkit;

namespace {

Reading read_dutch(const std::string& text) {
  static const auto kProfile = builtin_profile("nl");
  REQUIRE(kProfile);
  return read_lines(text, {}, kProfile->data());
}

}  // namespace

TEST_CASE("a number is a note's when it is glued to a word above") {
  const std::string text =
      "De commissie heeft het voorstel besproken7 en nader onderzocht.\n\n"
      "07 Zie de bijlage.\n\n7 Zie de brief.\n\n8 Zie daar.\n";
  const Reading reading = read_dutch(text);
  REQUIRE(reading.size() == 4);
  CHECK_FALSE(reading.features[1].has(Feature::note_line));
  CHECK(reading.features[2].has(Feature::note_line));
  CHECK_FALSE(reading.features[3].has(Feature::note_line));
}

TEST_CASE("lines are as if what is the page's had never been there") {
  const std::string text =
      "Geachte voorzitter,\n\nHierbij zend ik u het verslag over de voortgang van\n\n"
      "Pagina 1 van 2\n\nhet werk.\n\nHoogachtend,\n\nPagina 2 van 2\n\nJ. Dekker\n";
  const Reading reading = read_dutch(text);
  REQUIRE(reading.furniture.size() == 2);
  REQUIRE(reading.size() == 5);
  REQUIRE(reading.scores.size() == 5);
  std::vector<Features> again;
  for (const Line& line : reading.lines.lines) {
    again.push_back(recognise_line(reading.lines, line, reading.profile));
  }
  recognise_places(reading.lines, reading.profile, again);
  CHECK(again == reading.features);
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const SharedScore score = score_line(reading.line(i), again[i], reading.profile);
    CHECK(score->weight == reading.scores[i]->weight);
  }
}
