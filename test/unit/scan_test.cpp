// What is looked for many bytes at a time is found where a look at each byte finds it.
#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/citation_places.hpp"
#include "fields/cursor.hpp"
#include "fields/phrase_table.hpp"
#include "lines/line_texts.hpp"
#include "support/fold_latin.hpp"
#include "support/unicode.hpp"

using namespace letterkit;

namespace {

constexpr int kTexts = 2000;

/// Texts of up to 200 of the given pieces.
class Texts {
 public:
  explicit Texts(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  std::string next() {
    std::string text;
    const std::size_t size = random_() % 200;
    for (std::size_t i = 0; i < size; ++i) {
      text += pieces_[random_() % pieces_.size()];
    }
    return text;
  }

 private:
  std::vector<std::string> pieces_;
  std::mt19937 random_{1};
};

/// A code point below U+0800 as UTF-8.
std::string utf8(unsigned c) {
  return c < 0x80 ? std::string(1, static_cast<char>(c))
                  : std::string{static_cast<char>(0xC0U | c >> 6U),
                                static_cast<char>(0x80U | (c & 0x3FU))};
}

}  // namespace

TEST_CASE("Digits are found from both ends") {
  Texts texts({"a", " ", "/", ":", "\u00E9", "zzzzzzzzzzzzzzzzzzzz", "0", "9"});
  int run = 0;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    CAPTURE(text);
    const std::string digits = "0123456789";
    for (const std::size_t from : {std::size_t{0}, text.size() / 2, text.size()}) {
      REQUIRE(find_ascii_digit(text, from) ==
              std::min(text.find_first_of(digits, from), text.size()));
    }
    REQUIRE(find_last_ascii_digit(text) == std::min(text.find_last_of(digits), text.size()));
    ++run;
  }
  CHECK(run == kTexts);
}

TEST_CASE("Latin words fold as fold_case() folds them") {
  int folded = 0;
  for (unsigned c = 1; c < 0x800; ++c) {
    const std::string word = "A" + utf8(c) + "Z";
    std::array<char, kLongestLatin> buffer{};
    const std::string_view latin = fold_latin(word, buffer);
    CAPTURE(c);
    if (!latin.empty()) {
      REQUIRE(latin == fold_case(to_nfc(word)));
      ++folded;
    }
  }
  CHECK(folded == 0x7F + 0x3F);  // ASCII and U+00C0 to U+00FF without sharp s
  std::array<char, kLongestLatin> buffer{};
  CHECK(fold_latin("D\u2019\u00C9TAT", buffer) == "d\u2019\u00E9tat");
  CHECK(fold_latin("e\u0301", buffer).empty());
  CHECK(fold_latin(std::string(kLongestLatin + 1, 'a'), buffer).empty());
}

TEST_CASE("Places of citations are those of marks and of words that begin them") {
  PhraseTable triggers;
  REQUIRE(triggers.add("kamerstuk", 1));
  REQUIRE(triggers.add("TK", 2));
  const FirstPairs firsts(triggers);
  Texts texts({"kamerstuk", "tk", "T", "k", "\u00E9", "\u2019", " ", "(", "-", "7", "lang woord "});
  int run = 0;
  for (int i = 0; i < kTexts; ++i) {
    const std::string text = texts.next();
    CAPTURE(text);
    std::vector<std::size_t> expected;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto in_word = [&text](std::size_t p) {
        return is_ascii_letter(text[p]) || is_ascii_digit(text[p]);
      };
      const bool high = static_cast<unsigned char>(text[at]) >= 0x80;
      const bool begins = (in_word(at) || high) && (at == 0 || !in_word(at - 1));
      if (text[at] == '(' || text[at] == '-' || (begins && triggers.may_start(text, at))) {
        expected.push_back(at);
      }
    }
    const std::string padded = text + std::string(FirstPairs::kLooked, ' ');
    std::vector<std::uint64_t> rows((padded.size() - 1) / FirstPairs::kRow);
    std::vector<std::uint64_t> same = rows;
    firsts.find(padded.data(), rows);
    firsts.find_portable(padded.data(), same);
    REQUIRE(rows == same);
    CitationPlaces places(text, text.size(), triggers, firsts);
    std::vector<std::size_t> found;
    for (std::size_t at = places.next(); at < text.size(); at = places.next()) {
      found.push_back(at);
    }
    REQUIRE(found == expected);
    // Those before a place are passed.
    CitationPlaces later(text, text.size(), triggers, firsts);
    later.pass(text.size() / 2);
    const auto next = std::lower_bound(expected.begin(), expected.end(), text.size() / 2);
    REQUIRE(later.next() == (next == expected.end() ? text.size() : *next));
    // Those up to an end are the same.
    CitationPlaces first(text, text.size() / 2, triggers, firsts);
    for (auto it = expected.begin(); it != next; ++it) {
      REQUIRE(first.next() == *it);
    }
    ++run;
  }
  CHECK(run == kTexts);
}

TEST_CASE("Lines with one text are told") {
  std::vector<Line> lines(5);
  lines[0].text = "one";
  lines[1].text = "two";
  lines[2].text = "one";
  lines[3].text = "three";
  lines[4].text = "one";
  LineTexts texts(lines);
  CHECK(texts.find("one") == LineTexts::kNone);
  CHECK(texts.note(0) == LineTexts::kNone);
  CHECK(texts.note(1) == LineTexts::kNone);
  CHECK(texts.note(2) == 0);
  CHECK(texts.note(3) == LineTexts::kNone);
  CHECK(texts.note(4) == 2);
  CHECK(texts.find("one") == 4);
  CHECK(texts.find("four") == LineTexts::kNone);
}
