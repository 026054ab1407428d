#include "profile/choose_profile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <list>
#include <tuple>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"
#include "profile/profile_data.hpp"
#include "support/byte_block.hpp"
#include "support/unicode.hpp"
#include "support/word_hash.hpp"

namespace letterkit {
namespace {

/// So much of a text tells its language: from its head, its middle and its end.
constexpr std::size_t kSample = 500;
constexpr std::size_t kMostText = 3 * kSample;

// Bytes that words are looked for in together; longer words are none that is known.
constexpr std::size_t kTogether = 64;

/// Which of kTogether bytes words are made of: ASCII letters and all that is not ASCII.
std::uint64_t of_words(const char* from) {
  std::uint64_t bits = 0;
  for (std::size_t at = 0; at < kTogether; at += ByteBlock::kSize) {
    const ByteBlock bytes(from + at);
    bits |= std::uint64_t{(bytes.is_letter() | bytes.is_not_ascii()).bits()} << at;
  }
  return bits;
}

/// Of eight bytes, the first ones. (Not in the function: its stack would be filled each time.)
constexpr std::array<std::uint64_t, 9> kFirst = {
    0x0,          0xFF,           0xFFFF,           0xFFFFFF,         0xFFFFFFFF,
    0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~std::uint64_t{0}};

/// The first bytes of a word, `size` of eight at most, with ASCII letters small; NUL behind them.
inline std::uint64_t small_bytes(const char* word, std::size_t size) {
  constexpr std::uint64_t kHigh = 0x8080808080808080U;
  const std::uint64_t bytes = first_bytes(word, 8);
  return (bytes | (~bytes & kHigh) >> 2U) & kFirst[size];
}

/// The key of a word of more than eight bytes.
std::uint64_t long_key(const char* word, std::size_t size) {
  std::uint64_t key = small_bytes(word, 8);
  for (std::size_t at = 8; at < size; at += 8) {
    key = hash_on(key, small_bytes(word + at, std::min<std::size_t>(size - at, 8)));
  }
  return key;
}

/// What a word is looked up by: its bytes, when they are eight at most; else they are mixed.
inline std::uint64_t key_of(const char* word, std::size_t size) {
  return size <= 8 ? small_bytes(word, size) : long_key(word, size);
}

/// Visits the words in [at, end), behind which stand kTogether bytes that are of none.
template <typename Visit>
void each_word(const char* at, const char* end, const Visit& visit) {
  bool inside = false;  // a word that is too long
  while (at < end) {
    std::uint64_t bits = of_words(at);
    bits &= inside ? bits + 1 : bits;  // the rest of that word
    inside = bits == ~std::uint64_t{0};
    // A last word that may go on is looked at again from its start.
    const auto last = static_cast<std::size_t>(inside ? 0 : std::countl_one(bits));
    bits = inside ? 0 : bits << last >> last;
    std::uint64_t starts = bits & ~(bits << 1U);
    std::uint64_t ends = ~bits & bits << 1U;
    for (; starts != 0; starts &= starts - 1, ends &= ends - 1) {
      const char* const word = at + __builtin_ctzll(starts);
      visit(word, static_cast<std::size_t>(at + __builtin_ctzll(ends) - word));
    }
    at += kTogether - last;
  }
}

/// Which words there may be, by their first two bytes and their size, letters of either case being
/// one: half of a text's words are none that is known, and asked no further.
class WordGate {
 public:
  void open(const LanguageWords::Word& word) {
    for (char second = 0; second < 32; ++second) {
      const std::array<char, 2> start = {word.start[0], word.size > 1 ? word.start[1] : second};
      sizes_[slot_of(start.data())] |= bit_of(word.size);
    }
  }

  /// Whether a word, behind which stands a byte, may be there.
  [[nodiscard]] bool passes(const char* word, std::size_t size) const {
    return (sizes_[slot_of(word)] & bit_of(size)) != 0;
  }

 private:
  /// Five bits of each of the two bytes, the others mixed into them: the same slot for the same.
  static std::size_t slot_of(const char* start) {
    std::uint16_t bytes = 0;
    std::memcpy(&bytes, start, 2);
    const std::uint32_t bits = bytes & 0x1F1FU;
    return (bits ^ bits >> 3U) & 0x3FFU;
  }

  static std::uint32_t bit_of(std::size_t size) { return std::uint32_t{1} << (size & 31U); }

  std::array<std::uint32_t, 1024> sizes_{};
};

/// The function words of some profiles in one table, for to look into each one's takes twice as
/// long.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Profile>& profiles) : ids_(ids_of(profiles)) {
    std::vector<std::pair<std::uint64_t, std::size_t>> words;  // and a profile that has it
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      for (const LanguageWords::Word& word : profiles[i].data().words->all()) {
        words.emplace_back(word.key, i);
        gate_.open(word);
      }
    }
    std::ranges::sort(words);
    const std::size_t size = std::bit_ceil(4 * words.size() + 2);
    shift_ = 64 - std::countr_zero(size);
    slots_.resize(size + words.size());  // words go on behind the last hash
    std::vector<std::size_t> users;
    for (auto word = words.begin(); word != words.end();) {
      const std::uint64_t key = word->first;
      users.clear();
      for (; word != words.end() && word->first == key; ++word) {
        users.push_back(word->second);
      }
      const auto known = std::ranges::find(sets_, users);
      slots_[slot_of(key, slots_.data(), shift_)] = {
          key, static_cast<std::size_t>(known - sets_.begin())};
      if (known == sets_.end()) {
        sets_.push_back(users);
      }
    }
  }

  [[nodiscard]] bool is_of(const std::vector<Profile>& profiles) const {
    return std::ranges::equal(ids_, profiles, {}, {},
                              [](const Profile& profile) { return profile.data().id(); });
  }

  /// Adds each profile's function words in a piece of text of kMostText bytes or less to `counts`.
  void count(std::string_view piece, std::vector<std::size_t>& counts) {
    std::array<char, kMostText + kTogether> padded;
    const auto end = std::ranges::copy(piece, padded.begin()).out;
    std::fill_n(end, kTogether, '\0');
    // By sets of profiles, which are few: a word needs one step whoever has it.
    found_.assign(sets_.size(), 0);
    each_word(padded.data(), padded.data() + piece.size(),
              [this, slots = slots_.data(), shift = shift_, sets = found_.data()](
                  const char* word, std::size_t size) {
                if (gate_.passes(word, size)) {
                  ++sets[slots[slot_of(key_of(word, size), slots, shift)].set];
                }
              });
    for (std::size_t set = 1; set < sets_.size(); ++set) {
      for (const std::size_t profile : sets_[set]) {
        counts[profile] += found_[set];
      }
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::size_t set = 0;    // in sets_
  };

  static std::vector<std::uint64_t> ids_of(const std::vector<Profile>& profiles) {
    std::vector<std::uint64_t> ids;
    for (const Profile& profile : profiles) {
      ids.push_back(profile.data().id());
    }
    return ids;
  }

  /// Where the word with this key is, or the free slot it would get.
  static std::size_t slot_of(std::uint64_t key, const Slot* slots, int shift) {
    std::size_t at = key * kHashMix >> shift;
    while (slots[at].key != key && slots[at].key != 0) {
      ++at;
    }
    return at;
  }

  std::vector<std::uint64_t> ids_;
  WordGate gate_;
  int shift_ = 0;            // leaves the bits of a hash that choose a slot
  std::vector<Slot> slots_;  // at most a quarter full
  std::vector<std::vector<std::size_t>> sets_ = {{}};  // of profiles that share words; first: none
  std::vector<std::size_t> found_;                     // for work: words of each set
};

/// The vocabulary of these profiles; the calling thread keeps the last ones. The reference holds
/// until the next call.
Vocabulary& vocabulary_of(const std::vector<Profile>& profiles) {
  constexpr std::size_t kMost = 4;  // splitting and reading may ask for different ones
  thread_local std::list<Vocabulary> known;
  for (Vocabulary& vocabulary : known) {
    if (vocabulary.is_of(profiles)) {
      return vocabulary;
    }
  }
  if (known.size() == kMost) {
    known.pop_front();
  }
  return known.emplace_back(profiles);
}

}  // namespace

Result<LanguageWords> LanguageWords::parse(const DataFile& file) {
  LanguageWords words;
  std::string padded;  // of a word
  std::vector<Word> found;
  for (const DataLine& line : data_lines(file.text)) {
    const auto keyed = keyed_line(file, line, "language");
    if (!keyed) {
      return keyed.error();
    }
    if (keyed->key.text != "words") {
      return keyed->unknown_key("words");
    }
    for (const DataCell& cell : keyed->words) {
      padded.assign(fold_case(cell.text));
      const std::size_t size = padded.size();
      padded.append(kTogether, '\0');
      found.clear();
      each_word(padded.data(), padded.data() + size, [&found](const char* word, std::size_t bytes) {
        found.push_back({
            key_of(word, bytes), {word[0], word[1]},
              bytes
        });
      });
      if (found.size() == 1) {  // else texts hold no such word
        words.words_.push_back(found.front());
      }
    }
  }
  std::sort(words.words_.begin(), words.words_.end(), [](const Word& a, const Word& b) {
    return std::tie(a.key, a.start, a.size) < std::tie(b.key, b.start, b.size);
  });
  words.words_.erase(std::unique(words.words_.begin(), words.words_.end()), words.words_.end());
  return words;
}

namespace {

const Profile& with_most(const std::vector<std::size_t>& counts,
                         const std::vector<Profile>& profiles) {
  return profiles[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

}  // namespace

const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles) {
  if (profiles.size() == 1) {
    return profiles.front();
  }
  Vocabulary& vocabulary = vocabulary_of(profiles);
  thread_local std::vector<std::size_t> counts;  // keeps its room
  counts.assign(profiles.size(), 0);
  if (text.size() <= kMostText) {
    vocabulary.count(text, counts);
  } else {
    vocabulary.count(text.substr(0, kSample), counts);
    vocabulary.count(text.substr(text.size() / 2, kSample), counts);
    vocabulary.count(text.substr(text.size() - kSample), counts);
  }
  return with_most(counts, profiles);
}

bool LanguageFinder::of_word(std::size_t byte) const {
  const char c = text_[byte];
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

const Profile& LanguageFinder::at(std::size_t begin, std::size_t end) {
  Vocabulary& vocabulary = vocabulary_of(profiles_);
  const auto count = [&](std::size_t from, std::size_t to, std::vector<std::size_t>& counts) {
    vocabulary.count(text_.substr(from, to - from), counts);
  };
  if (begin <= begin_ && begin_ < end && end <= end_) {
    // The end may cut a word that the last piece had as a whole.
    std::size_t cut = end;
    while (cut > begin_ && of_word(cut - 1)) {
      --cut;
    }
    count(begin, begin_, counts_);
    count(cut, end, counts_);
    std::vector<std::size_t> behind(profiles_.size());
    count(cut, end_, behind);
    std::ranges::transform(counts_, behind, counts_.begin(), std::minus());
  } else {
    counts_.assign(profiles_.size(), 0);
    count(begin, end, counts_);
  }
  begin_ = begin;
  end_ = end;
  return with_most(counts_, profiles_);
}

}  // namespace letterkit
