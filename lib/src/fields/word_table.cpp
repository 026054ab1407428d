#include "fields/word_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fields/cursor.hpp"
#include "support/fold_latin.hpp"
#include "support/unicode.hpp"
#include "support/word_hash.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kFirstSlots = 16;
constexpr std::uint64_t kHighBits = 0x8080808080808080U;

bool is_ascii_word(std::string_view word) {
  std::uint64_t all = 0;
  each_part(word, [&all](std::uint64_t part) {
    all |= part;
    return true;
  });
  return (all & kHighBits) == 0;
}

bool has_capitals(std::string_view word) {
  return !each_part(word, [](std::uint64_t part) { return small_letters(part) == part; });
}

/// Whether two words differ by one error at most: what lies between their common ends.
bool one_error_apart(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  const bool swapped = a.size() == 2 && b.size() == 2 && a[0] == b[1] && a[1] == b[0];
  return swapped || (a.size() <= 1 && b.size() <= 1);
}

}  // namespace

bool WordTable::add(std::string_view word, int value) {
  return value_of(word, value) == value;
}

void WordTable::raise(std::string_view word, int value) {
  int& known = value_of(word, value);
  known = std::max(known, value);
}

int& WordTable::value_of(std::string_view word, int first) {
  const SmallHash small = hash_small(word);
  if (small.ascii) {  // nearly all: no need to fold first, which takes longer than all the rest
    return value_at_hash(small.hash, word, first);
  }
  const std::string folded = fold_case(to_nfc(word));
  return value_at_hash(hash_word(folded), folded, first);
}

int& WordTable::value_at_hash(std::uint64_t hash, std::string_view word, int first) {
  if (2 * (entries_.size() + 1) > slots_.size()) {
    grow();
  }
  Slot& slot = slots_[slot_of(hash, word)];
  if (slot.entry != 0) {
    return entries_[slot.entry - 1].value;
  }
  longest_ = std::max(longest_, word.size());
  if (!word.empty()) {
    gate_.set(gate_bit(word));
    first_bits_ |= 1U << (static_cast<unsigned char>(word[0]) & 31U);
  }
  const auto size = static_cast<std::uint32_t>(word.size());
  entries_.push_back({static_cast<std::uint32_t>(letters_.size()), size, first});
  letters_ += word;
  if (has_capitals(word)) {  // seldom
    std::for_each(letters_.end() - size, letters_.end(),
                  [](char& c) { c = static_cast<char>(is_ascii_upper(c) ? c | 0x20 : c); });
  }
  slot = {hash, size, static_cast<std::uint32_t>(entries_.size())};
  return entries_.back().value;
}

void WordTable::grow() {
  const std::vector<Slot> before = std::move(slots_);
  slots_.assign(std::max(kFirstSlots, 2 * before.size()), Slot{});
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : before) {
    if (slot.entry == 0) {
      continue;
    }
    std::size_t at = slot.hash & mask;  // no two are of one word: the words need not be compared
    while (slots_[at].entry != 0) {
      at = (at + 1) & mask;
    }
    slots_[at] = slot;
  }
}

int WordTable::look_up(std::string_view word, int none) const {
  if (word.size() > kHashedWhole) {
    return look_up_long(word, none);
  }
  // One step of hash_small(), with the gate before what it spares.
  const std::uint64_t bytes = first_bytes(word.data(), word.size());
  if ((bytes & kHighBits) != 0) {
    return look_up_folded(word, none);
  }
  if (!may_hold(word)) {
    return none;
  }
  const std::uint64_t hash = hash_on(word.size() * kHashMix, small_letters(bytes));
  return value_at(slot_of(hash, word), none);
}

int WordTable::look_up_long(std::string_view word, int none) const {
  if (word.size() <= 2 * kHashedWhole) {  // nearly always
    return look_up_two_parts(word, none);
  }
  if (!may_hold(word) && is_ascii_word(word)) {
    return none;
  }
  const SmallHash small = hash_small(word);
  return small.ascii ? value_at(slot_of(small.hash, word), none) : look_up_folded(word, none);
}

int WordTable::look_up_two_parts(std::string_view word, int none) const {
  const char* const behind = word.data() + word.size() - kHashedWhole;
  const std::uint64_t first = first_bytes(word.data(), kHashedWhole);
  const std::uint64_t last = first_bytes(behind, kHashedWhole);
  if (((first | last) & kHighBits) != 0) {
    return look_up_folded(word, none);
  }
  if (!may_hold(word)) {
    return none;
  }
  // The steps of hash_small() and equals_small(), with the letters made small once for both.
  const std::uint64_t small_first = small_letters(first);
  const std::uint64_t small_last = small_letters(last);
  const std::uint64_t hash = hash_on(hash_on(word.size() * kHashMix, small_first), small_last);
  const auto is_word = [=](std::string_view known) {
    return first_bytes(known.data(), kHashedWhole) == small_first &&
           first_bytes(known.data() + known.size() - kHashedWhole, kHashedWhole) == small_last;
  };
  return value_at(slot_where(hash, word.size(), is_word), none);
}

int WordTable::look_up_folded(std::string_view word, int none) const {
  std::array<char, kLongestLatin> buffer;
  const std::string_view latin = fold_latin(word, buffer);
  return latin.empty() ? find_folded(fold_case(to_nfc(word)), none) : find_folded(latin, none);
}

int WordTable::find_misspelt(std::string_view word, std::size_t shortest, int none) const {
  const std::string folded = fold_case(to_nfc(word));
  int value = none;
  for (const Entry& known : entries_) {
    if (known.size < shortest || !one_error_apart(word_of(known), folded)) {
      continue;
    }
    if (value != none && value != known.value) {
      return none;
    }
    value = known.value;
  }
  return value;
}

int WordTable::find_folded(std::string_view folded, int none) const {
  const bool may_be = !folded.empty() && may_hold(folded);
  return may_be ? value_at(slot_of(hash_small(folded).hash, folded), none) : none;
}

}  // namespace letterkit
