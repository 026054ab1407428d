#include "fields/phrase_table.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/ending_gate.hpp"
#include "fields/head_gate.hpp"
#include "support/word_hash.hpp"

using namespace letterkit;

TEST_CASE("PhraseTable recognises the longest phrase whatever its case and spacing") {
  PhraseTable table;
  REQUIRE(table.add("annex", 1));
  REQUIRE(table.add("annex to the proceedings", 2));
  REQUIRE(table.add("I", 3));
  REQUIRE(table.add("bird's nest", 4));
  REQUIRE(table.add("\u00E9tat", 5));
  CHECK_FALSE(table.add("Annex", 9));
  CHECK(table.add("Annex", 1));
  CHECK_FALSE(table.add("", 1));
  CHECK_FALSE(table.add("a (b)", 1));

  struct Row {
    const char* text;
    int value;  // 0: none
    std::size_t end;
  };

  const std::vector<Row> rows = {
      {"annex",                        1, 5 },
      {"ANNEX to the proceedings.",    2, 24},
      {"Annex\n  to the\tProceedings", 2, 26},
      {"annex to the",                 1, 5 },
      {"annexes",                      0, 0 },
      {"I, 3",                         3, 1 },
      {"I",                            3, 1 },
      {"I3",                           0, 0 },
      {"bird\u2019s nest",             4, 13},
      {"birds nest",                   0, 0 },
      {"\u00C9TAT",                    5, 5 },
      {"",                             0, 0 },
      {"annex to the proceedingsx",    1, 5 },
  };
  std::size_t run = 0;
  for (const auto& row : rows) {
    CAPTURE(row.text);
    const auto match = table.match(row.text, 0);
    CHECK((match ? match->value : 0) == row.value);
    CHECK((match ? match->end : 0) == row.end);
    ++run;
  }
  CHECK(run == 13);
}

TEST_CASE("PhraseTable goes on with words however their first letters are written") {
  PhraseTable table;
  REQUIRE(table.add("annex \u00E9tat", 1));
  REQUIRE(table.add("annex kelvin", 2));
  REQUIRE(table.add("report of m\u00E4rz", 3));
  const auto value = [&table](const char* text) {
    const auto match = table.match(text, 0);
    return match ? match->value : 0;
  };
  CHECK(value("Annex \u00C9TAT") == 1);
  CHECK(value("annex E\u0301tat") == 1);  // decomposed
  CHECK(value("annex KELVIN") == 2);
  CHECK(value("annex \u212Aelvin") == 2);  // the sign of the unit, which folds to k
  CHECK(value("annex elvin") == 0);
  CHECK(value("report of ma\u0308rz") == 3);
  CHECK(value("report of marz") == 0);
  CHECK(value("report") == 0);
}

TEST_CASE("WordTable folds case and keeps one value a word") {
  WordTable table;
  REQUIRE(table.add("M\u00C4RZ", 3));
  CHECK(table.find("m\u00E4rz") == 3);
  CHECK(table.find("ma\u0308rz") == 3);  // decomposed
  CHECK(table.find("marz", -7) == -7);
  CHECK_FALSE(table.contains(""));
  CHECK_FALSE(table.contains(std::string(1 << 20, 'm')));
  CHECK_FALSE(table.add("m\u00E4rz", 4));
  table.raise("m\u00E4rz", 5);
  CHECK(table.find("m\u00E4rz") == 5);
  table.raise("m\u00E4rz", 4);
  CHECK(table.find("m\u00E4rz") == 5);
}

TEST_CASE("WordTable finds words of all sizes and no others") {
  const auto word_of = [](std::size_t size) {
    std::string word;
    for (std::size_t i = 0; i < size; ++i) {
      word += static_cast<char>('a' + (i * i + size) % 26);
    }
    return word;
  };
  constexpr std::size_t kMost = 40;
  WordTable table;
  for (std::size_t size = 1; size <= kMost; ++size) {
    REQUIRE(table.add(word_of(size), static_cast<int>(size)));
  }
  for (std::size_t size = 1; size <= kMost; ++size) {
    const std::string word = word_of(size);
    std::string capitals = word;
    std::transform(word.begin(), word.end(), capitals.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    CAPTURE(word);
    CHECK(table.find(word) == static_cast<int>(size));
    CHECK(table.find(capitals) == static_cast<int>(size));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = word;
      other[at] = '1';
      REQUIRE(table.find(other) == -1);
    }
    CHECK(table.find(word + "\u00E9") == -1);
    CHECK(table.find(word.substr(1) + "1") == -1);
  }
}

TEST_CASE("HeadGate lets in what starts with its words") {
  HeadGate gate;
  for (const char* word : {"d", "uw", "datum", "\u00E9tat", "r\u00E9f"}) {
    gate.add(word);
  }
  for (const char* text : {"d a t u m", "D:", "d", "d\u00A0a", "Uw brief", "uw", "uw\u00A0kenmerk",
                           "Datum", "dat", "\u00C9TAT", "e\u0301tat", "R\u00C9F", "re\u0301f"}) {
    CAPTURE(text);
    CHECK(gate.allow(text, 0));
  }
  // A word of one letter lets in no longer ones.
  HeadGate letters;
  letters.add("d");
  letters.add("uw");
  for (const char* text : {"de Kamer", "d2", "uwe", "uw2", "u", "", " d", "(d"}) {
    CAPTURE(text);
    CHECK_FALSE(letters.allow(text, 0));
  }
}

TEST_CASE("PhraseTable passes over no place where one of its phrases stands", "[property]") {
  const std::vector<std::string> known = {"d a t", "da", "dat", "a", "\u00E9a", "t\u00E9", "a2"};
  PhraseTable table;
  for (const std::string& phrase : known) {
    REQUIRE(table.add(phrase, 1));
  }
  static constexpr auto kPieces =
      std::to_array<std::string_view>({"a", "d", "t", "2", " ", ".", "\u00E9", "\u0301", "A", "D"});
  std::mt19937 random(3);
  int found = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (std::size_t left = random() % 5; left > 0; --left) {
      text += kPieces[random() % kPieces.size()];
    }
    CAPTURE(text);
    // A word of one phrase alone, of ASCII: it stands there exactly when it is the text's first.
    std::string first = text.substr(0, text.find_first_of(" ."));
    const bool ascii = std::ranges::all_of(text, [](char c) { return c > 0; });
    std::ranges::transform(first, first.begin(), [](unsigned char c) { return std::tolower(c); });
    if (ascii && std::ranges::find(known, first) != known.end()) {
      REQUIRE(table.match(text, 0).has_value());
      ++found;
    }
    REQUIRE((table.may_start(text, 0) || !table.match(text, 0)));
  }
  CHECK(found > 1000);
}

TEST_CASE("EndingGate lets through what ends in an ending and is longer") {
  EndingGate gate;
  for (const char* ending : {"directeur", "ur", "chef"}) {
    gate.add(ending);
  }
  for (const char* word :
       {"projectdirecteur", "PROJECTDIRECTEUR", "dur", "souschef", "direct\u00E9ur", "\u00E9ur"}) {
    CAPTURE(word);
    CHECK(gate.may_end(word));
  }
  for (const char* word : {"voorstel", "ur", "u", "", "de", "chez"}) {
    CAPTURE(word);
    CHECK_FALSE(gate.may_end(word));
  }
  gate.add("e");
  CHECK(gate.may_end("de"));
  CHECK_FALSE(gate.may_end("e"));
}

TEST_CASE("words of all sizes have hashes of their own, whatever their case") {
  std::set<std::uint64_t> hashes;
  std::size_t words = 0;
  for (std::size_t size = 1; size <= 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string word(size, 'a');
      word[at] = 'b';
      std::string big = word;
      std::ranges::transform(big, big.begin(), [](unsigned char c) { return std::toupper(c); });
      CAPTURE(word);
      CHECK(hash_small(big).hash == hash_word(word));
      CHECK(equals_small(big, word));
      big[at] = 'C';
      CHECK_FALSE(equals_small(big, word));
      CHECK(hash_small(big).ascii);
      big[at] = '\x80';
      CHECK_FALSE(hash_small(big).ascii);
      hashes.insert(hash_word(word));
      ++words;
    }
  }
  CHECK(hashes.size() == words);
  CHECK_FALSE(equals_small("abc", "abcd"));
  CHECK(equals_small("", ""));
}
