// The lines of a dump by their numbers, held against a walk over its single bytes.
#include "split/text_lines.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include "fields/cursor.hpp"

using namespace letterkit;

namespace {

struct Expected {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t next = 0;
  bool blank_above = false;
  bool form_feed_above = false;
};

std::vector<Expected> lines_of(std::string_view text, bool complete) {
  std::vector<Expected> lines;
  int ends = 2;  // of lines above, \r\n being one
  bool form_feed = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f", at), text.size());
    const std::string_view line = trim_blanks(text.substr(at, end - at));
    if (end == text.size() && !complete) {
      break;
    }
    const std::size_t next = std::min(end + 1, text.size());
    if (!line.empty()) {
      lines.push_back({line, at, next, ends > 1, form_feed});
      ends = 0;
      form_feed = false;
    }
    if (end < text.size()) {
      ends += text[end] != '\r' ? 1 : 0;
      form_feed = form_feed || text[end] == '\f';
    }
    at = next;
  }
  return lines;
}

std::string random_text(std::mt19937& random) {
  const std::vector<std::string> pieces = {
      "a",      "bc", "\n",  "\n", "\r",
      "\r\n",   "\f", "   ", " ",  "\u00A0",
      "\u2003", "\t", "> d", "\"", "word that fills a block of bytes or two"};
  std::string text;
  for (std::size_t i = random() % 30; i > 0; --i) {
    text += pieces[random() % pieces.size()];
  }
  return text;
}

TEST_CASE("a dump's lines know what stands above them") {
  std::mt19937 random(12);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = random_text(random);
    const bool complete = random() % 2 == 0;
    const std::vector<Expected> expected = lines_of(text, complete);
    TextLines lines(text, complete);
    INFO(text);
    for (std::size_t number = 0; number < expected.size(); ++number) {
      const TextLine* const line = lines.at(number);
      REQUIRE(line != nullptr);
      REQUIRE(line->text == expected[number].text);
      REQUIRE(line->begin == expected[number].begin);
      REQUIRE(line->next == expected[number].next);
      REQUIRE(line->blank_above == expected[number].blank_above);
      REQUIRE(line->form_feed_above == expected[number].form_feed_above);
    }
    REQUIRE(lines.at(expected.size()) == nullptr);
  }
}

TEST_CASE("lines that are passed by are there when they are asked for") {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += i % 100 == 99 ? "\n> \"Aan\n" : "tekst\n";
  }
  TextLines lines(text, true);
  const auto is_marked = [](std::string_view line) { return line[0] == '>'; };
  for (std::size_t number = 99; number < 1000; number += 100) {
    REQUIRE(lines.find(number - 50, is_marked) == number);
    CHECK(lines.at(number)->text == "> \"Aan");
    CHECK(lines.at(number)->bare == "Aan");
    CHECK(lines.at(number)->blank_above);
    CHECK_FALSE(lines.above(number, 0)->blank_above);
  }
  CHECK_FALSE(lines.find(1000, is_marked));
}

}  // namespace

TEST_CASE("the left column ends at the first tab or wide gap") {
  const std::string words(40, 'w');
  std::size_t run = 0;
  for (const std::string gap : {"   ", "\t", "\t   ", "   \t", "    "}) {
    for (std::size_t before = 1; before < words.size(); ++before) {
      for (const std::size_t behind : {1U, 2U, 3U, 17U}) {
        const std::string text = words.substr(0, before) + gap + words.substr(0, behind);
        TextLine line;
        line.text = text;
        REQUIRE(line.left() == words.substr(0, before));
        ++run;
      }
    }
  }
  CHECK(run == 780);
  TextLine line;
  for (const std::string_view whole : {"a", "a b", "a  b", "a  b  c and no gap of three"}) {
    line.text = whole;
    CHECK(line.left() == whole);
  }
}
