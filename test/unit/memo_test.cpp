// What threads remember, and bytes counted in blocks.
#include <algorithm>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "support/count_bytes.hpp"
#include "support/kept_room.hpp"
#include "support/met_before.hpp"
#include "support/thread_memo.hpp"

using namespace letterkit;

namespace {

TEST_CASE("a memo of texts keeps what is asked for") {
  const bool shared = GENERATE(true, false);
  TextMemo<int, 3> shared_values;
  ValueMemo<int, 3> values;
  int made = 0;
  const auto at = [&](const std::string& text) {
    const auto make = [&] { return ++made; };
    return shared ? shared_values.at(text, hash_word(text), make)->value
                  : values.at(text, hash_word(text), make);
  };
  CHECK(at("a") == 1);
  CHECK(at("b") == 2);
  CHECK(at("a") == 1);
  for (const char* const other : {"c", "d", "e"}) {
    CHECK(at(other) > 2);
    CHECK(at("a") == 1);  // asked for again and again, so it stays
  }
  CHECK(made == 5);
  for (const char* const other : {"f", "g", "h", "i", "j", "k"}) {
    at(other);
  }
  CHECK(at("b") == ++made);  // forgotten
}

TEST_CASE("what is known of a text can be asked for before it is made") {
  TextMemo<int, 3> memo;
  CHECK(memo.find("a", hash_word("a")) == nullptr);
  CHECK(memo.add("a", hash_word("a"), [] { return 7; })->value == 7);
  REQUIRE(memo.find("a", hash_word("a")) != nullptr);
  for (const std::string other : {"b", "c", "d"}) {
    memo.add(other, hash_word(other), [] { return 0; });
  }
  REQUIRE(memo.find("a", hash_word("a")) != nullptr);  // among the older ones, and young again
  CHECK((*memo.find("a", hash_word("a")))->value == 7);
}

TEST_CASE("texts of one hash are told apart") {
  constexpr std::uint64_t kHash = 0x123456789ABCDEF0;
  ValueMemo<int, 3> memo;
  for (const int round : {1, 2}) {
    CAPTURE(round);
    CHECK(memo.at("a", kHash, [] { return 1; }) == 1);
    CHECK(memo.at("b", kHash, [] { return 2; }) == 2);
    CHECK(memo.at("c", kHash + 1, [] { return 3; }) == 3);
  }
}

TEST_CASE("a hash that was met is met again, unless many others were since") {
  MetBefore met;
  int wrong = 0;
  for (std::uint64_t i = 1; i <= 100; ++i) {
    wrong += met.again(hash_word(std::to_string(i))) ? 1 : 0;
  }
  CHECK(wrong == 0);
  for (std::uint64_t i = 1; i <= 100; ++i) {
    wrong += met.again(hash_word(std::to_string(i))) ? 0 : 1;
  }
  CHECK(wrong < 3);  // one that shares its place with another
  for (std::uint64_t i = 0; i < 1'000'000; ++i) {
    met.again(hash_word("other " + std::to_string(i)));
  }
  CHECK_FALSE(met.again(hash_word("1")));
}

TEST_CASE("each owner and each thread has a memo of its own") {
  struct Memo {
    int value = 0;
  };

  thread_memo<Memo>(1).value = 10;
  thread_memo<Memo>(2).value = 20;
  CHECK(thread_memo<Memo>(1).value == 10);
  CHECK(thread_memo<Memo>(2).value == 20);
  int elsewhere = -1;
  std::thread([&] { elsewhere = thread_memo<Memo>(1).value; }).join();
  CHECK(elsewhere == 0);
  for (std::uint64_t owner = 3; owner < 100; ++owner) {
    thread_memo<Memo>(owner).value = 1;
  }
  CHECK(thread_memo<Memo>(1).value == 0);  // forgotten: there were too many
}

TEST_CASE("bytes are counted as one by one") {
  std::mt19937 random(20261128);
  for (std::size_t size = 0; size < 1200; size += 1 + size / 16) {
    std::string text(size, ' ');
    std::generate(text.begin(), text.end(),
                  [&random] { return static_cast<char>(random() % 3 == 0 ? '\n' : random()); });
    CHECK(count_byte(text, '\n') ==
          static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
  }
  CHECK(count_byte(std::string(1000, '\n'), '\n') == 1000);
  const auto is_newline = [](char c) { return c == '\n'; };
  for (std::size_t size = 0; size < 1200; ++size) {
    REQUIRE(count_bytes_of_long(std::string(size, '\n') + "a", is_newline) == size);
  }
}

TEST_CASE("the room of two lists is kept for the next ones") {
  std::vector<char> one(100);
  std::vector<char> other(200);
  std::vector<char> third(300);
  std::vector<char> huge(1000000);
  give_room(huge);
  CHECK(take_room<char>().capacity() == 0);
  give_room(one);
  give_room(other);
  give_room(third);
  const std::vector<char> first = take_room<char>();
  const std::vector<char> second = take_room<char>();
  CHECK(first.empty());
  CHECK(first.capacity() == 100);
  CHECK(second.empty());
  CHECK(second.capacity() == 200);
  CHECK(take_room<char>().capacity() == 0);
}

}  // namespace
