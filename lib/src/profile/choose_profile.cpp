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
#include "support/processor.hpp"
#include "support/unicode.hpp"
#include "support/word_hash.hpp"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace letterkit {
namespace {

/// So much of a text tells its language: from its head, its middle and its end.
constexpr std::size_t kSample = 500;
constexpr std::size_t kMostText = 3 * kSample;

// Bytes that words are looked for in together; longer words are none that is known.
constexpr std::size_t kTogether = 64;

/// Of eight bytes, the first ones. (Not in the function: its stack would be filled each time.)
constexpr std::array<std::uint64_t, 9> kFirst = {
    0x0,          0xFF,           0xFFFF,           0xFFFFFF,         0xFFFFFFFF,
    0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~std::uint64_t{0}};

/// Copies a text with ASCII letters small, which changes some other bytes, too, but makes none a
/// letter nor leaves one it is not: those of words alone are looked at. Behind it come kTogether
/// NULs. (Once for all words: to make each small by itself took longer.)
[[gnu::always_inline]] inline void copy_small(std::string_view text, char* to) {
  const auto copy_together = [to](const char* from, std::size_t at) __attribute__((always_inline)) {
    for (std::size_t i = 0; i < kTogether; ++i) {
      const auto byte = static_cast<unsigned char>(from[i]);
      to[at + i] = static_cast<char>(byte | (byte < 0x80 ? 0x20 : 0));
    }
  };
  std::size_t at = 0;
  for (; at + kTogether <= text.size(); at += kTogether) {
    copy_together(text.data() + at, at);
  }
  std::array<char, kTogether> rest{};
  std::memcpy(rest.data(), text.data() + at, text.size() - at);
  copy_together(rest.data(), at);
  std::memset(to + text.size(), 0, kTogether);
}

/// Which of kTogether bytes of a small text words are made of: letters and all that is not ASCII.
struct OfWords {
  [[gnu::always_inline]] std::uint64_t operator()(const char* from) const {
    std::uint64_t bits = 0;
    for (std::size_t at = 0; at < kTogether; at += ByteBlock::kSize) {
      const ByteBlock bytes(from + at);
      bits |= std::uint64_t{(bytes.is_in('a', 'z') | bytes.is_not_ascii()).bits()} << at;
    }
    return bits;
  }
};

#if defined(__x86_64__)
/// The same in half the steps.
struct OfWordsWithAvx2 {
  [[gnu::target("avx2")]] std::uint64_t operator()(const char* from) const {
    return half(from) | std::uint64_t{half(from + sizeof(__m256i))} << 32U;
  }

  [[gnu::target("avx2")]] static unsigned half(const char* from) {
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
    const __m256i above = _mm256_sub_epi8(bytes, _mm256_set1_epi8('a'));
    const __m256i letters =
        _mm256_cmpeq_epi8(_mm256_min_epu8(above, _mm256_set1_epi8('z' - 'a')), above);
    return static_cast<unsigned>(_mm256_movemask_epi8(_mm256_or_si256(letters, bytes)));
  }
};
#endif

/// The first bytes of a word, `size` of eight at most; NUL behind them.
inline std::uint64_t first_of_word(const char* word, std::size_t size) {
  return first_bytes(word, 8) & kFirst[size];
}

/// The key of a word of more than eight bytes.
std::uint64_t long_key(const char* word, std::size_t size) {
  std::uint64_t key = first_bytes(word, 8);
  for (std::size_t at = 8; at < size; at += 8) {
    key = hash_on(key, first_of_word(word + at, std::min<std::size_t>(size - at, 8)));
  }
  return key;
}

/// What a word is looked up by: its bytes, when they are eight at most; else they are mixed.
inline std::uint64_t key_of(const char* word, std::size_t size) {
  return size <= 8 ? first_of_word(word, size) : long_key(word, size);
}

/// Visits the words in [at, end), behind which stand kTogether bytes that are of none. `of_words`
/// tells of so many bytes which are.
template <typename Of, typename Visit>
[[gnu::always_inline]] inline void each_word(const char* at, const char* end, const Of& of_words,
                                             const Visit& visit) {
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
      sizes_[slot_of(start.data())] |= static_cast<std::uint16_t>(1U << (word.size & 15U));
    }
  }

  /// Whether a word, behind which stands a byte, may be there.
  [[gnu::always_inline]] [[nodiscard]] bool passes(const char* word, std::size_t size) const {
    return (sizes_[slot_of(word)] >> (size & 15U) & 1U) != 0;
  }

 private:
  /// Five bits of each of the two bytes as they stand, for to bring them together takes as long as
  /// all else.
  [[gnu::always_inline]] static std::size_t slot_of(const char* start) {
    std::uint16_t bytes = 0;
    std::memcpy(&bytes, start, 2);
    return bytes & 0x1F1FU;
  }

  std::array<std::uint16_t, 0x2000> sizes_{};
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
    std::vector<std::vector<std::size_t>> sets = {{}};
    std::vector<std::size_t> users;
    for (auto word = words.begin(); word != words.end();) {
      const std::uint64_t key = word->first;
      users.clear();
      for (; word != words.end() && word->first == key; ++word) {
        users.push_back(word->second);
      }
      const auto known = std::ranges::find(sets, users);
      slots_[slot_of(key, slots_.data(), shift_)] = {
          key, static_cast<std::size_t>(known - sets.begin())};
      if (known == sets.end()) {
        sets.push_back(users);
      }
    }
    sets_ = sets.size();
    sets_of_.resize(profiles.size());
    for (std::size_t set = 0; set < sets.size(); ++set) {
      for (const std::size_t profile : sets[set]) {
        sets_of_[profile].push_back(set);
      }
    }
  }

  [[nodiscard]] bool is_of(const std::vector<Profile>& profiles) const {
    return std::ranges::equal(ids_, profiles, {}, {},
                              [](const Profile& profile) { return profile.data().id(); });
  }

  /// How many sets of profiles share words. Words are counted by these, which are few: a word needs
  /// one step whoever has it. The first set has none.
  [[nodiscard]] std::size_t sets() const { return sets_; }

  /// Adds the words in a piece of text of kMostText bytes or less to those of the sets() sets.
  void count(std::string_view piece, std::vector<std::size_t>& found) const {
#if defined(__x86_64__)
    if (has_avx2()) {
      count_with_avx2(piece, found.data());
      return;
    }
#endif
    count_words(piece, found.data(), OfWords());
  }

  /// The profile with the most words, the first of those that have as many.
  [[nodiscard]] std::size_t with_most(const std::vector<std::size_t>& found) const {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t profile = 0; profile < ids_.size(); ++profile) {
      std::size_t words = 0;
      for (const std::size_t set : sets_of_[profile]) {
        words += found[set];
      }
      if (words > most) {
        best = profile;
        most = words;
      }
    }
    return best;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;  // 0: free
    std::size_t set = 0;
  };

  template <typename Of>
  [[gnu::always_inline]] void count_words(std::string_view piece, std::size_t* found,
                                          const Of& of_words) const {
    std::array<char, kMostText + 2 * kTogether> text;
    copy_small(piece, text.data());
    each_word(
        text.data(), text.data() + piece.size(), of_words,
        [this, slots = slots_.data(), shift = shift_, found](const char* word, std::size_t bytes) {
          if (gate_.passes(word, bytes)) {
            ++found[slots[slot_of(key_of(word, bytes), slots, shift)].set];
          }
        });
  }

#if defined(__x86_64__)
  /// The same with what processors that have AVX2 know of bytes and bits: a third fewer steps.
  [[gnu::target("avx2,bmi")]] void count_with_avx2(std::string_view piece,
                                                   std::size_t* found) const {
    count_words(piece, found, OfWordsWithAvx2());
  }
#endif

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
  std::size_t sets_ = 0;
  std::vector<std::vector<std::size_t>> sets_of_;  // of each profile
};

/// The vocabulary of these profiles; the calling thread keeps the last ones. The reference holds
/// until the next call.
const Vocabulary& vocabulary_of(const std::vector<Profile>& profiles) {
  constexpr std::size_t kMost = 4;  // splitting and reading may ask for different ones
  thread_local std::list<Vocabulary> known;
  for (const Vocabulary& vocabulary : known) {
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
      each_word(padded.data(), padded.data() + size, OfWords(),
                [&found](const char* word, std::size_t bytes) {
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

const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles) {
  if (profiles.size() == 1) {
    return profiles.front();
  }
  const Vocabulary& vocabulary = vocabulary_of(profiles);
  thread_local std::vector<std::size_t> found;  // keeps its room
  found.assign(vocabulary.sets(), 0);
  if (text.size() <= kMostText) {
    vocabulary.count(text, found);
  } else {
    vocabulary.count(text.substr(0, kSample), found);
    vocabulary.count(text.substr(text.size() / 2, kSample), found);
    vocabulary.count(text.substr(text.size() - kSample), found);
  }
  return profiles[vocabulary.with_most(found)];
}

bool LanguageFinder::of_word(std::size_t byte) const {
  const char c = text_[byte];
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

const Profile& LanguageFinder::at(std::size_t begin, std::size_t end) {
  const Vocabulary& vocabulary = vocabulary_of(profiles_);
  const auto count = [&](std::size_t from, std::size_t to, std::vector<std::size_t>& found) {
    if (from < to) {
      vocabulary.count(text_.substr(from, to - from), found);
    }
  };
  const std::size_t common = std::max(begin, begin_);
  if (common < std::min(end, end_)) {  // what the last piece has, too, need not be counted again
    // The end of one may cut a word that the other has as a whole.
    std::size_t cut = std::min(end, end_);
    while (cut > common && of_word(cut - 1)) {
      --cut;
    }
    count(begin, common, found_);
    count(cut, end, found_);
    std::vector<std::size_t> gone(found_.size());
    count(begin_, common, gone);
    count(cut, end_, gone);
    std::ranges::transform(found_, gone, found_.begin(), std::minus());
  } else {
    found_.assign(vocabulary.sets(), 0);
    count(begin, end, found_);
  }
  begin_ = begin;
  end_ = end;
  return profiles_[vocabulary.with_most(found_)];
}

}  // namespace letterkit
