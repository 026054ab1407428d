// On which texts automata are tried.
#include "support/tried_on_index.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

using namespace letterkit;

namespace {

TEST_CASE("a text's end is its last two bytes, as far as they are characters of their own") {
  CHECK(TextEnd("").last == TextEnd::kNone);
  CHECK(TextEnd("a").last == 'a');
  CHECK(TextEnd("a").before == TextEnd::kNone);
  CHECK(TextEnd("ab").before == 'a');
  CHECK(TextEnd("é.").before == 0xA9);
  CHECK(TextEnd("é").last == 0xA9);
  CHECK(TextEnd("é").before == TextEnd::kNone);  // a byte of the last character
}

TEST_CASE("an index of many automata tells what each of them tells") {
  std::mt19937 random(5);
  std::vector<TriedOn> all(TriedOnIndex::kMost);
  TriedOnIndex index;
  for (TriedOn& on : all) {
    on.longest =
        random() % 2 == 0 ? TriedOn::kAnyLength : static_cast<std::uint32_t>(4 + random() % 9);
    for (std::size_t byte = 0; byte < TextEnd::kNone; ++byte) {
      on.ends.last[byte] = random() % 2 == 0;
      on.ends.before[byte] = random() % 2 == 0;
    }
    index.add(on);
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
