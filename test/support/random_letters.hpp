// Letters that no parser would give, for the writers' properties: every optional both there and
// not, lists of none to three, texts full of what JSON and CSV must escape, every origin different.
#pragma once

#include "letterkit/letter.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace letterkit::test {

/// Makes letters from a seed; the same seed gives the same letters.
class RandomLetters {
 public:
  explicit RandomLetters(std::uint32_t seed) : engine_(seed) {}

  Letter next();

  /// Valid UTF-8 of at least one character: plain words, or nasty ones, or both.
  std::string text();

  /// A number from 0 up to, but not including, `limit`.
  std::size_t below(std::size_t limit) { return engine_() % limit; }

 private:
  bool coin() { return below(2) == 0; }

  Value value();
  OptionalValue optional_value();
  OptionalText optional_text();
  OptionalText optional_term();
  Office office();
  Person person();
  Header header();
  void fill_lists(Letter& letter);

  /// Calls `make` none to three times, into a list.
  template <class Make>
  auto list(Make make);

  std::mt19937 engine_;
  std::size_t origins_ = 0;
};

}  // namespace letterkit::test
