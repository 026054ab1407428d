// Bytes looked at in blocks: what the processor says and what loops say, texts of every size, and
// who builds on them.
#include "support/byte_block.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include <catch2/catch.hpp>

#include "lines/line_end.hpp"
#include "profile/choose_profile.hpp"
#include "support/byte_set.hpp"
#include "support/count_bytes.hpp"

using namespace letterkit;

namespace {

std::string random_text(std::mt19937& random, std::size_t size, std::string_view bytes) {
  std::string text(size, '\0');
  std::ranges::generate(text, [&] { return bytes[random() % bytes.size()]; });
  return text;
}

TEST_CASE("a set has the bytes that it was given") {
  constexpr ByteSet kSet(std::string_view("a.\xFF\0", 4));
  for (int byte = 0; byte < 256; ++byte) {
    CAPTURE(byte);
    CHECK(kSet.has(static_cast<char>(byte)) ==
          (byte == 'a' || byte == '.' || byte == 0xFF || byte == 0));
  }
}

TEST_CASE("blocks say the same with and without the processor's help") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    std::string text(ByteBlock::kSize, '\0');
    std::ranges::generate(text, [&] { return static_cast<char>(random() % 256); });
    const ByteBlock one(text.data());
    const PortableByteBlock other(text.data());
    CHECK(one.is(text[3]).bits() == other.is(text[3]).bits());
    CHECK(one.is_in('0', '9').bits() == other.is_in('0', '9').bits());
    CHECK(one.is_in(0, 0x1F).bits() == other.is_in(0, 0x1F).bits());
    CHECK(one.is_letter().bits() == other.is_letter().bits());
    CHECK(one.is_not_ascii().bits() == other.is_not_ascii().bits());
    CHECK((one.is_letter() | one.is_in('a', 0xFF)).without(one.is('x')).bits() ==
          (other.is_letter() | other.is_in('a', 0xFF)).without(other.is('x')).bits());
    CHECK((one.is_letter() & one.is_in('a', 'k')).bits() ==
          (other.is_letter() & other.is_in('a', 'k')).bits());
    CHECK(one.is_with('\x20', 'x').bits() == other.is_with('\x20', 'x').bits());
    CHECK(other.is_with('\x20', 'x').bits() == (other.is('x') | other.is('X')).bits());
    CHECK(one.is_below_or_not_ascii('f').bits() == other.is_below_or_not_ascii('f').bits());
    CHECK(other.is_below_or_not_ascii('f').bits() ==
          (other.is_in(0, 'e') | other.is_not_ascii()).bits());
    CHECK(one.goes_on().bits() == other.goes_on().bits());
    const std::string more(ByteBlock::kSize, '\x21');
    CHECK((one | ByteBlock(more.data())).is('y').bits() ==
          (other | PortableByteBlock(more.data())).is('y').bits());
  }
}

TEST_CASE("the first byte is found wherever the text ends") {
  std::mt19937 random(2);
  for (std::size_t size = 0; size < 70; ++size) {
    for (int i = 0; i < 20; ++i) {
      const std::string text = random_text(random, size, "abcdefgh  x");
      for (std::size_t from = 0; from <= size; ++from) {
        CHECK(find_in_blocks(text, from, [](const char* at) { return ByteBlock(at).is('x'); }) ==
              std::min(text.find('x', from), size));
        CHECK(find_in_blocks<1>(text, from, [](const char* at) {
                return ByteBlock(at).is(' ') & ByteBlock(at + 1).is(' ');
              }) == std::min(text.find("  ", from), size));
        CHECK(find_in_blocks<2>(text, from, [](const char* at) {
                return ByteBlock(at).is(' ') & ByteBlock(at + 1).is(' ') &
                       ByteBlock(at + 2).is(' ');
              }) == std::min(text.find("   ", from), size));
      }
      CHECK(is_ascii(text));
      CHECK((size == 0 || !is_ascii(text.substr(1) + "\xC3\xA9")));
    }
  }
}

TEST_CASE("spaces at the ends of texts are counted") {
  for (std::size_t spaces = 0; spaces < 40; ++spaces) {
    const std::string all(spaces, ' ');
    CHECK(leading_spaces(all) == spaces);
    CHECK(trailing_spaces(all) == spaces);
    CHECK(leading_spaces(all + "a         ") == spaces);
    CHECK(trailing_spaces("         a" + all) == spaces);
  }
}

TEST_CASE("line ends are found by blocks of any size") {
  std::mt19937 random(3);
  std::string bytes(256, '\0');  // each of them
  std::iota(bytes.begin(), bytes.end(), '\0');
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_text(random, random() % 150, bytes);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      const std::size_t end = std::min(text.find_first_of("\n\r\f", at), text.size());
      CHECK(find_line_end(text, at) == end);
    }
  }
}

TEST_CASE("line ends are found one after the other, in texts of any size") {
  std::mt19937 random(5);
  std::string bytes(256, '\0');  // each of them
  std::iota(bytes.begin(), bytes.end(), '\0');
  const std::string few = std::string(300, 'a') + "\n";
  const std::string ends = "\n\r\f";
  for (int i = 0; i < 300; ++i) {
    const std::size_t size = random() % 3 * 1024 + random() % (i % 2 == 0 ? 3 : 1024);
    const std::string text = random_text(random, size,
                                         i % 3 == 0   ? few
                                         : i % 3 == 1 ? ends
                                                      : bytes);
    LineEnds line_ends(text);
    for (std::size_t at = 0; at <= text.size(); ++at) {
      at = std::min(text.find_first_of(ends, at), text.size());
      REQUIRE(line_ends.next() == at);
    }
    CHECK(line_ends.next() == text.size());
  }
}

TEST_CASE("pieces of a text have the language that they have alone") {
  std::vector<Profile> profiles;
  for (const std::string& language : builtin_languages()) {
    profiles.push_back(*builtin_profile(language));
  }
  std::mt19937 random(4);
  const std::vector<std::string> words = {"de",  "het", "the",  "and",     "der", "und",
                                          "les", "est", "über", "waarbij", "x",   "betreffende"};
  std::string text;
  std::vector<std::size_t> starts;
  while (text.size() < 20000) {
    starts.push_back(text.size());
    for (std::size_t i = random() % 12; i < 12; ++i) {
      text += words[random() % words.size()] + (random() % 8 == 0 ? ", " : " ");
    }
    text += "\n";
  }
  LanguageFinder finder(text, profiles);
  for (int i = 0; i < 2000; ++i) {
    const std::size_t begin = starts[random() % 40 + (i / 20) % 100];
    const std::size_t end = std::min(begin + 300 + random() % 3, text.size());
    CHECK(&finder.at(begin, end) ==
          &choose_profile(std::string_view(text).substr(begin, end - begin), profiles));
  }
}

}  // namespace
