// The gate that tells by a line's first bytes that it starts with no phrase of split.txt: it may
// let anything pass, but must let pass what a table of the same phrases recognises.
#include "split/start_gate.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/phrase_table.hpp"
#include "name_fixture.hpp"
#include "support/data_file.hpp"

using namespace letterkit;

namespace {

/// All cells of a language's split.txt but the keys; patterns are no phrases and do no harm.
std::vector<std::string> phrases_of(const std::string& language) {
  std::vector<std::string> phrases;
  for (const DataLine& line : data_lines(embedded_file(language + "/split.txt").text)) {
    const std::vector<DataCell> cells = data_cells(line);
    for (std::size_t i = 1; i < cells.size(); ++i) {
      phrases.emplace_back(cells[i].text);
    }
  }
  return phrases;
}

/// The phrase as a letter may print it, and something behind it.
std::string printed(const std::string& phrase, std::mt19937& random) {
  const std::vector<std::string> gaps = {" ", " ", " ", "  ", "\t", "-", ".", "\u00A0", "\u2019"};
  const std::vector<std::string> ends = {"", " ", ":", "\u0301", "x", " van de", ", met", "[1]"};
  std::string line;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    const char c = phrase[at];
    const bool sharp = phrase.compare(at, 2, "\u00DF") == 0;
    if (sharp && random() % 2 == 0) {
      line += "SS";  // which folds to the same
      ++at;
    } else if (c == ' ' || c == '-' || c == '\'') {
      line += gaps[random() % gaps.size()];
    } else {
      line += c >= 'a' && c <= 'z' && random() % 2 == 0 ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  return line + ends[random() % ends.size()] + ends[random() % ends.size()];
}

TEST_CASE("what a phrase starts passes the gate of eight bytes") {
  std::mt19937 random(11);
  for (const std::string language : {"nl", "en", "fr", "de"}) {
    PhraseTable table;
    LongGate gate;
    const std::vector<std::string> phrases = phrases_of(language);
    for (const std::string& phrase : phrases) {
      if (table.add(phrase, 1)) {
        gate.add(phrase);
      }
    }
    std::size_t recognised = 0;
    for (int i = 0; i < 20000; ++i) {
      const std::string line = printed(phrases[random() % phrases.size()], random);
      if (table.match(line, 0)) {
        ++recognised;
        INFO(language << ": " << line);
        REQUIRE(gate.passes(line));
      }
    }
    CHECK(recognised > 5000);
  }
}

TEST_CASE("running text does not pass the gate of eight bytes") {
  LongGate gate;
  for (const char* const phrase : {"voor deze", "het college", "met de meeste hoogachting", "plv",
                                   "par d\u00E9l\u00E9gation", "l'inspecteur", "\u00E0 monsieur"}) {
    gate.add(phrase);
  }
  CHECK(gate.passes("Voor deze,"));
  CHECK(gate.passes("MET DE MEESTE"));
  CHECK(gate.passes("Plv. directeur"));
  CHECK(gate.passes("l\u2019inspecteur"));
  CHECK(gate.passes("kort"));
  CHECK_FALSE(gate.passes("Voor de gemeente"));
  CHECK_FALSE(gate.passes("Het wetsvoorstel"));
  CHECK_FALSE(gate.passes("met deze brief"));
  CHECK_FALSE(gate.passes("par leur reponse"));

  LongGate joined;
  CHECK_FALSE(joined.passes("Voor deze,"));
  joined.join(gate);
  CHECK(joined.passes("Voor deze,"));
}

}  // namespace
