// Prints whole records as NDJSON, for validating them against the schema: an empty letter that has
// only what every letter has, then random ones, half of them with provenance.
#include "letterkit/write.hpp"

#include <iostream>
#include <string>

#include "support/random_letters.hpp"

int main() {
  constexpr int kLetters = 200;
  letterkit::test::RandomLetters letters(5);
  letterkit::Letter bare;
  bare.source.encoding = "UTF-8";
  bare.language = "nl";
  bare.form = "letter";
  std::string out;
  letterkit::write_json(bare, {}, out);
  out += '\n';
  for (int i = 0; i < kLetters; ++i) {
    letterkit::JsonOptions options;
    options.provenance = i % 2 == 0;
    letterkit::write_json(letters.next(), options, out);
    out += '\n';
  }
  std::cout << out;
  return std::cout.flush() ? 0 : 1;
}
