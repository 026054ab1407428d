// Texts of a few bytes.
#include "support/short_text.hpp"

#include <string>

#include <catch2/catch.hpp>

namespace letterkit {
namespace {

TEST_CASE("short texts hold up to fifteen bytes") {
  ShortText text;
  CHECK(text.empty());
  CHECK(text == "");
  text.append("33279");
  text.append('b');
  CHECK(text == "33279b");
  CHECK(text.size() == 6);
  CHECK(text[5] == 'b');
  const ShortText copy = text;
  text.append("-2009-201");
  CHECK(text.size() == ShortText::kMost);
  CHECK(std::string(text) == "33279b-2009-201");
  CHECK(copy == "33279b");
  CHECK_FALSE(copy == "33279");
  CHECK(ShortText(std::string_view("a\0b", 3)).size() == 3);
}

}  // namespace
}  // namespace letterkit
