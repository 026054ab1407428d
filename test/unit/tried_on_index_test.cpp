// On which texts automata are tried.
#include "support/tried_on_index.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

TEST_CASE("a text's end is its last two bytes, as far as they are characters of their own") {
  const auto last = [](std::string_view text) { return TextEdges(text).bytes[TextEdges::kLast]; };
  const auto before = [](std::string_view text) {
    return TextEdges(text).bytes[TextEdges::kBefore];
  };
  CHECK(last("") == TextEdges::kNone);
  CHECK(last("a") == 'a');
  CHECK(before("a") == TextEdges::kNone);
  CHECK(before("ab") == 'a');
  CHECK(before("é.") == 0xA9);
  CHECK(last("é") == 0xA9);
  CHECK(before("é") == TextEdges::kNone);  // a byte of the last character
}

TEST_CASE("a text's start is its first three bytes, up to the first that is not ASCII") {
  const auto start = [](std::string_view text) {
    const auto bytes = TextEdges(text).bytes;
    return std::vector<std::size_t>(bytes.begin(), bytes.begin() + TextEdges::kFirst);
  };
  constexpr std::size_t kNone = TextEdges::kNone;
  CHECK(start("") == std::vector<std::size_t>{kNone, kNone, kNone});
  CHECK(start("ab") == std::vector<std::size_t>{'a', 'b', kNone});
  CHECK(start("abcd") == std::vector<std::size_t>{'a', 'b', 'c'});
  CHECK(start("éab") == std::vector<std::size_t>{0xC3, kNone, kNone});
  CHECK(start("aéb") == std::vector<std::size_t>{'a', 0xC3, kNone});
}

TEST_CASE("an index takes as many automata as it has bits for, and a few lengths") {
  TriedOnIndex index;
  TriedOn on;
  for (on.longest = 1; index.add(on); ++on.longest) {
  }
  CHECK(index.size() == 4);
  on.longest = 2;
  CHECK(index.add(on));
  on.longest = TriedOn::kAnyLength;
  while (index.add(on)) {
  }
  CHECK(index.size() == TriedOnIndex::kMost);
}

TEST_CASE("an index of many automata tells what each of them tells") {
  std::mt19937 random(5);
  std::vector<TriedOn> all(TriedOnIndex::kMost);
  TriedOnIndex index;
  for (TriedOn& on : all) {
    on.longest =
        random() % 2 == 0 ? TriedOn::kAnyLength : static_cast<std::uint32_t>(4 + random() % 4);
    for (std::size_t place = 0; place < TextEdges::kPlaces; ++place) {
      AllowedEdges::Bytes bytes;
      bytes.set(TextEdges::kNone);
      for (std::size_t byte = 0; byte < TextEdges::kNone; ++byte) {
        bytes[byte] = random() % 4 != 0;
      }
      on.edges.narrow(place, bytes);
    }
    REQUIRE(index.add(on));
  }
  for (int i = 0; i < 1000; ++i) {
    std::string text;
    for (std::size_t left = random() % 16; left > 0; --left) {
      text += random() % 4 == 0 ? std::string("é") : std::string(1, "abc. 1"[random() % 6]);
    }
    INFO(text);
    const std::uint64_t tried = index.of(text);
    for (std::size_t n = 0; n < all.size(); ++n) {
      REQUIRE((tried >> n & 1U) == (is_tried_on(text, all[n]) ? 1 : 0));
    }
  }
}

}  // namespace
