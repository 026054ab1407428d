#include "split/start_gate.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "fields/cursor.hpp"

namespace letterkit {

void StartGate::add(std::string_view phrase) {
  const std::string_view head = phrase.substr(0, 4);
  const bool folds_oddly = std::any_of(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xC4;  // beyond Latin-1 case changes more than a bit
  });
  if (folds_oddly) {
    bits_.set_all();
  }
  bits_.set(slot(key_of(head)));
  if (head.size() == 3) {
    std::array<char, 4> four = {head[0], head[1], head[2]};
    for (four[3] = 0; four[3] < 32; ++four[3]) {
      bits_.set(slot(key_of({four.data(), four.size()})));
    }
  }
}

namespace {

/// The start of a phrase with a space between words, whatever the phrase has there.
struct Start {
  std::array<char, 10> bytes{};  // NULs behind it
  std::size_t size = 0;
};

Start start_of(std::string_view phrase) {
  Start start;
  bool between = false;
  for (std::size_t at = 0; at < phrase.size() && start.size < 8;) {
    const char c = phrase[at];
    const bool curly = phrase.substr(at, 3) == "\u2019";
    if (curly ||
        (static_cast<unsigned char>(c) < 0x80 && !is_ascii_letter(c) && !is_ascii_digit(c))) {
      between = start.size > 0;
      at += curly ? 3 : 1;
      continue;
    }
    if (between) {
      start.bytes[start.size++] = ' ';
      between = false;
    }
    start.bytes[start.size++] = c;
    ++at;
  }
  start.size = std::min<std::size_t>(start.size, 8);
  return start;
}

}  // namespace

void LongGate::add(std::string_view phrase) {
  if (phrase.size() >= kBytes) {
    const std::uint64_t bytes = first_bytes(phrase.data(), kBytes);
    if (is_plain(bytes)) {  // nearly always
      starts_.set(slot(bytes & kFiveBits));
      return;
    }
  }
  const Start start = start_of(phrase);
  const std::uint64_t key = first_bytes(start.bytes.data(), kBytes) & kFiveBits;
  std::size_t ascii = 0;
  while (ascii < start.size && static_cast<unsigned char>(start.bytes[ascii]) < 0x80) {
    ++ascii;
  }
  // Of U+00C0 to U+00FF but for one case makes no ASCII.
  const bool latin = start.bytes[ascii] == '\xC3' && start.bytes[ascii + 1] != '\x9F';
  if (ascii == kBytes) {
    starts_.set(slot(key));
  } else if (latin && ascii + 1 < kBytes) {
    return;  // nor do eight bytes of ASCII start with such a letter, with a mark behind it
  } else if (ascii >= 2) {
    short_starts_.set(short_slot(key, std::min<std::size_t>(ascii, 4)));
  } else {
    starts_.set_all();
  }
}

}  // namespace letterkit
