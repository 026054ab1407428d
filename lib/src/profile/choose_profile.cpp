#include "profile/choose_profile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"
#include "profile/profile_data.hpp"
#include "support/unicode.hpp"
#include "support/word_hash.hpp"

namespace letterkit {
namespace {

/// So much of a text tells its language: from its head, its middle and its end.
constexpr std::size_t kSample = 500;
constexpr std::size_t kMostText = 3 * kSample;

constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHigh = 0x80 * kEach;

/// Eight bytes of a text, with those that words are made of told apart: ASCII letters and all that
/// is not ASCII. One byte after the other takes four times as long.
struct EightBytes {
  std::uint64_t small = 0;   ///< the bytes, ASCII letters small
  std::uint64_t others = 0;  ///< the high bit of each that is of no word

  explicit EightBytes(const char* at) {
    const std::uint64_t bytes = first_bytes(at, 8);
    const std::uint64_t low = (bytes | 0x20 * kEach) & ~kHigh;
    const std::uint64_t letters = (low + (0x80 - 'a') * kEach) & ~(low + (0x7F - 'z') * kEach);
    small = bytes | (~bytes & kHigh) >> 2U;
    others = ~(letters | bytes) & kHigh;
  }

  /// How many there are of a word that starts with them; else before one.
  [[nodiscard]] std::size_t word_size() const { return size_of(others); }

  [[nodiscard]] std::size_t gap_size() const { return size_of(~others & kHigh); }

 private:
  /// The bytes before the first with its high bit set.
  static std::size_t size_of(std::uint64_t high) {
    return static_cast<std::size_t>(std::countr_zero(high)) / 8;
  }
};

/// NUL bytes that stand behind a text whose words are looked for.
constexpr std::size_t kPadding = 8;

/// Visits the keys of a text's words, ASCII letters made small. Words of less than eight bytes are
/// their own keys; longer ones are mixed from their parts.
template <typename Visit>
void each_word_key(std::string_view padded, const Visit& visit) {
  const char* at = padded.data();
  const char* const end = at + padded.size() - kPadding;
  while (at < end) {
    EightBytes part(at);
    std::size_t size = part.word_size();
    if (size == 0) {
      at += part.gap_size();
      continue;
    }
    std::uint64_t key = 0;
    for (; size == 8; size = part.word_size()) {
      key = hash_on(key, part.small);
      at += 8;
      part = EightBytes(at);
    }
    const std::uint64_t last = part.small & ~(~std::uint64_t{0} << 8 * size);
    visit(key == 0 ? last : hash_on(key, last));
    at += size + 1;  // what stands behind it is of no word
  }
}

/// The function words of some profiles in one table, for to look into each one's takes twice as
/// long.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Profile>& profiles) : ids_(ids_of(profiles)) {
    std::map<std::uint64_t, std::vector<std::size_t>> users;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      for (const std::uint64_t key : profiles[i].data().words.keys()) {
        users[key].push_back(i);
      }
    }
    const std::size_t size = std::bit_ceil(4 * users.size() + 2);
    shift_ = 64 - std::countr_zero(size);
    slots_.resize(size + users.size());  // words go on behind the last hash
    for (const auto& [key, profiles_of_it] : users) {
      const auto known = std::ranges::find(sets_, profiles_of_it);
      slots_[slot_of(key, slots_.data(), shift_)] = {
          key, static_cast<std::size_t>(known - sets_.begin())};
      if (known == sets_.end()) {
        sets_.push_back(profiles_of_it);
      }
    }
  }

  [[nodiscard]] bool is_of(const std::vector<Profile>& profiles) const {
    return std::ranges::equal(ids_, profiles, {}, {},
                              [](const Profile& profile) { return profile.data().id(); });
  }

  /// Each profile's function words in a piece of text of kMostText bytes or less.
  [[nodiscard]] std::vector<std::size_t> count(std::string_view piece) const {
    std::array<char, kMostText + kPadding> padded;
    const auto end = std::ranges::copy(piece, padded.begin()).out;
    std::fill_n(end, kPadding, '\0');
    // By sets of profiles, which are few: a word needs one step whoever has it.
    std::vector<std::size_t> found(sets_.size());
    each_word_key({padded.data(), piece.size() + kPadding},
                  [slots = slots_.data(), shift = shift_, sets = found.data()](std::uint64_t key) {
                    ++sets[slots[slot_of(key, slots, shift)].set];
                  });
    std::vector<std::size_t> counts(ids_.size());
    for (std::size_t set = 1; set < sets_.size(); ++set) {
      for (const std::size_t profile : sets_[set]) {
        counts[profile] += found[set];
      }
    }
    return counts;
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
  int shift_ = 0;            // leaves the bits of a hash that choose a slot
  std::vector<Slot> slots_;  // at most a quarter full
  std::vector<std::vector<std::size_t>> sets_ = {{}};  // of profiles that share words; first: none
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
  for (const DataLine& line : data_lines(file.text)) {
    const auto keyed = keyed_line(file, line, "language");
    if (!keyed) {
      return keyed.error();
    }
    if (keyed->key.text != "words") {
      return keyed->unknown_key("words");
    }
    for (const DataCell& cell : keyed->words) {
      std::string word = fold_case(cell.text);
      word.append(kPadding, '\0');
      std::vector<std::uint64_t> keys;
      each_word_key(word, [&keys](std::uint64_t key) { keys.push_back(key); });
      if (keys.size() == 1) {  // else texts hold no such word
        words.keys_.push_back(keys.front());
      }
    }
  }
  std::sort(words.keys_.begin(), words.keys_.end());
  words.keys_.erase(std::unique(words.keys_.begin(), words.keys_.end()), words.keys_.end());
  return words;
}

namespace {

void add(std::vector<std::size_t>& counts, const std::vector<std::size_t>& more) {
  std::ranges::transform(counts, more, counts.begin(), std::plus());
}

const Profile& with_most(const std::vector<std::size_t>& counts,
                         const std::vector<Profile>& profiles) {
  return profiles[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

}  // namespace

const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles) {
  if (profiles.size() == 1) {
    return profiles.front();
  }
  const Vocabulary& vocabulary = vocabulary_of(profiles);
  if (text.size() <= kMostText) {
    return with_most(vocabulary.count(text), profiles);
  }
  auto counts = vocabulary.count(text.substr(0, kSample));
  add(counts, vocabulary.count(text.substr(text.size() / 2, kSample)));
  add(counts, vocabulary.count(text.substr(text.size() - kSample)));
  return with_most(counts, profiles);
}

bool LanguageFinder::of_word(std::size_t byte) const {
  const char c = text_[byte];
  return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

const Profile& LanguageFinder::at(std::size_t begin, std::size_t end) {
  const Vocabulary& vocabulary = vocabulary_of(profiles_);
  const auto count = [&](std::size_t from, std::size_t to) {
    return vocabulary.count(text_.substr(from, to - from));
  };
  if (begin <= begin_ && begin_ < end && end <= end_) {
    // The end may cut a word that the last piece had as a whole.
    std::size_t cut = end;
    while (cut > begin_ && of_word(cut - 1)) {
      --cut;
    }
    add(counts_, count(begin, begin_));
    add(counts_, count(cut, end));
    std::ranges::transform(counts_, count(cut, end_), counts_.begin(), std::minus());
  } else {
    counts_ = count(begin, end);
  }
  begin_ = begin;
  end_ = end;
  return with_most(counts_, profiles_);
}

}  // namespace letterkit
