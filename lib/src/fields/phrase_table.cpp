#include "fields/phrase_table.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/word_hash.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestWord = 64;
// Between the words of a phrase: blanks and a mark of its spelling ("d'etat", "N/Ref", "P.J").
constexpr std::size_t kLongestGap = 24;
constexpr std::string_view kMarks = "-,'&/.";

/// The ASCII bytes that words are made of.
constexpr std::array<bool, 256> kOfWord = [] {
  std::array<bool, 256> of_word{};
  for (std::size_t c = 0; c < 0x80; ++c) {
    of_word[c] = is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c));
  }
  return of_word;
}();

/// word_at(), of a word whose first letter beyond ASCII stands at `at`.
std::string_view word_beyond_ascii(std::string_view text, std::size_t begin, std::size_t at) {
  while (at < text.size() && at - begin <= kLongestWord) {
    const bool ascii = kOfWord[static_cast<unsigned char>(text[at])];
    const std::size_t step = ascii ? 1 : letter_at(text, at);
    if (step == 0) {
      break;
    }
    at += step;
  }
  return at - begin > kLongestWord ? std::string_view{} : text.substr(begin, at - begin);
}

/// The word of letters and digits at `at`; empty when there is none or it is too long to be known.
inline std::string_view word_at(std::string_view text, std::size_t at) {
  const char* const begin = text.data() + at;
  const char* const limit = begin + std::min(text.size() - at, kLongestWord + 1);
  const char* end = begin;
  if (text.size() - at >= ByteBlock::kSize) {  // nearly all words end in it
    const ByteBlock bytes(begin);
    end += std::countr_one((bytes.is_letter() | bytes.is_in('0', '9')).bits());
  }
  while (end != limit && kOfWord[static_cast<unsigned char>(*end)]) {
    ++end;
  }
  const auto size = static_cast<std::size_t>(end - begin);
  if (end != limit && static_cast<unsigned char>(*end) >= 0x80) {
    return word_beyond_ascii(text, at, at + size);
  }
  return size > kLongestWord ? std::string_view{} : std::string_view(begin, size);
}

/// The start of the next word of a phrase, past blanks and marks inside it; npos when none is near.
std::size_t next_word(std::string_view text, std::size_t at) {
  if (at + 1 < text.size() && text[at] == ' ' &&
      kOfWord[static_cast<unsigned char>(text[at + 1])]) {
    return at + 1;  // nearly always
  }
  const std::size_t limit = std::min(text.size(), at + kLongestGap);
  const std::size_t begin = at;
  while (at < limit) {
    const std::size_t blank = blank_at(text, at);
    const bool mark = kMarks.find(text[at]) != std::string_view::npos;
    const bool curly = text.substr(at, 3) == "\u2019";
    if (blank == 0 && !mark && !curly) {
      break;
    }
    at += curly ? 3 : std::max<std::size_t>(blank, 1);
  }
  return at > begin && at < limit ? at : std::string_view::npos;
}

}  // namespace

std::size_t PhraseTable::slot_of(int stem, int word) const {
  const std::size_t mask = longer_.size() - 1;
  const std::uint64_t key =
      std::uint64_t{static_cast<std::uint32_t>(stem)} << 32U | static_cast<std::uint32_t>(word);
  std::size_t at = hash_on(0, key) & mask;
  while (longer_[at].stem != 0 && !(longer_[at].stem == stem && longer_[at].word == word)) {
    at = (at + 1) & mask;
  }
  return at;
}

int PhraseTable::longer(int stem, int word) const {
  return word == kNone ? 0 : longer_[slot_of(stem, word)].longer;
}

bool PhraseTable::add(std::string_view phrase, int value) {
  std::string_view word = word_at(phrase, 0);
  if (word.empty()) {
    return false;
  }
  int& head = heads_.value_of(word, 0);
  if (head == 0) {
    head = add_stem();
    open_gate(word);
  }
  int stem = head;
  for (std::size_t at = word.size(); at < phrase.size(); at += word.size()) {
    at = next_word(phrase, at);
    word = at == std::string_view::npos ? std::string_view() : word_at(phrase, at);
    if (word.empty()) {
      return false;
    }
    stem = add_longer(stem, word);
  }
  int& known = stems_[static_cast<std::size_t>(stem)].value;
  if (known != kNone && known != value) {
    return false;
  }
  known = value;
  return true;
}

int PhraseTable::add_stem() {
  stems_.emplace_back();
  return static_cast<int>(stems_.size()) - 1;
}

int PhraseTable::add_longer(int stem, std::string_view word) {
  int& number = words_.value_of(word, kNone);
  if (number == kNone) {
    number = word_count_++;
  }
  if (2 * (longer_count_ + 1) > longer_.size()) {
    grow();
  }
  Longer& known = longer_[slot_of(stem, number)];
  if (known.stem == 0) {
    known = {stem, number, add_stem()};
    ++longer_count_;
    const auto first = static_cast<unsigned char>(word[0]);
    stems_[static_cast<std::size_t>(stem)].firsts |= first < 0x80 ? 1U << (first & 31U) : ~0U;
  }
  return known.longer;
}

void PhraseTable::grow() {
  constexpr std::size_t kFirstSlots = 16;
  const std::vector<Longer> before = std::move(longer_);
  longer_.assign(std::max(kFirstSlots, 2 * before.size()), Longer{});
  for (const Longer& known : before) {
    if (known.stem != 0) {
      longer_[slot_of(known.stem, known.word)] = known;
    }
  }
}

void PhraseTable::open_gate(std::string_view head) {
  head_gate_.add(head);
  // Case changes the bytes of letters beyond ASCII: what stands in their place is not asked.
  if (static_cast<unsigned char>(head[0]) >= 0x80) {
    gate_.fill(true);
  } else if (head.size() > 1) {
    gate_[gate_key(head[0], head[1])] = true;
  } else {
    const std::size_t key = gate_key(head[0], '\0');
    std::fill_n(gate_.begin() + static_cast<std::ptrdiff_t>(key), 32, true);
  }
}

std::optional<PhraseTable::Match> PhraseTable::longest(std::string_view text,
                                                       std::size_t at) const {
  std::optional<Match> best;
  std::string_view word = word_at(text, at);
  for (int stem = heads_.find(word, 0); stem != 0;) {
    at += word.size();
    const Stem& here = stems_[static_cast<std::size_t>(stem)];
    if (here.value != kNone) {
      best = Match{here.value, at};
    }
    at = here.firsts != 0 ? next_word(text, at) : std::string_view::npos;
    if (at == std::string_view::npos || !may_go_on(here, text, at)) {
      break;
    }
    word = word_at(text, at);
    stem = longer(stem, words_.find(word, kNone));
  }
  return best;
}

}  // namespace letterkit
