#include "profile/choose_profile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
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

/// The bytes that words are made of.
constexpr std::array<bool, 256> kOfWord = [] {
  std::array<bool, 256> of_word{};
  for (std::size_t c = 0; c < 256; ++c) {
    of_word[c] = c >= 0x80 || is_ascii_letter(static_cast<char>(c));
  }
  return of_word;
}();

/// The function words of some profiles in one table, for to look into each one's takes twice as
/// long.
class Vocabulary {
 public:
  explicit Vocabulary(const std::vector<Profile>& profiles) : ids_(ids_of(profiles)) {
    std::map<std::uint64_t, std::vector<std::size_t>> users;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      const LanguageWords& words = profiles[i].data().words;
      longest_ = std::max(longest_, words.longest());
      for (const std::uint64_t hash : words.hashes()) {
        users[hash].push_back(i);
      }
    }
    slots_.resize(std::bit_ceil(2 * users.size() + 2));
    for (auto& [hash, profiles_of_it] : users) {
      Slot& slot = slots_[slot_of(hash)];
      slot = {hash, static_cast<std::uint32_t>(users_.size()),
              static_cast<std::uint32_t>(profiles_of_it.size())};
      users_.insert(users_.end(), profiles_of_it.begin(), profiles_of_it.end());
    }
  }

  [[nodiscard]] bool is_of(const std::vector<Profile>& profiles) const {
    return std::ranges::equal(ids_, profiles, {}, {},
                              [](const Profile& profile) { return profile.data().id(); });
  }

  /// Counts each profile's function words in a piece of text.
  void count(std::string_view text, std::vector<std::size_t>& counts) const {
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at != end;) {
      const char* const begin = at;
      while (at != end && kOfWord[static_cast<unsigned char>(*at)]) {
        ++at;
      }
      const auto size = static_cast<std::size_t>(at - begin);
      if (size > 0 && size <= longest_) {
        const Slot& slot = slots_[slot_of(hash_small({begin, size}).hash)];
        for (std::uint32_t i = 0; i < slot.count; ++i) {
          ++counts[users_[slot.first + i]];
        }
      }
      at += at != end ? 1 : 0;
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t first = 0;  // in users_
    std::uint32_t count = 0;  // 0: free
  };

  static std::vector<std::uint64_t> ids_of(const std::vector<Profile>& profiles) {
    std::vector<std::uint64_t> ids;
    for (const Profile& profile : profiles) {
      ids.push_back(profile.data().id());
    }
    return ids;
  }

  /// Where the word is, or the free slot it would get.
  [[nodiscard]] std::size_t slot_of(std::uint64_t hash) const {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].hash != hash) {
      at = (at + 1) & (slots_.size() - 1);
    }
    return at;
  }

  std::vector<std::uint64_t> ids_;
  std::size_t longest_ = 0;         // bytes of a word
  std::vector<Slot> slots_;         // by the last bits of hashes; at most half full
  std::vector<std::size_t> users_;  // of each word, the profiles that have it
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
  std::vector<std::uint64_t> hashes;
  std::size_t longest = 0;
  for (const DataLine& line : data_lines(file.text)) {
    const auto keyed = keyed_line(file, line, "language");
    if (!keyed) {
      return keyed.error();
    }
    if (keyed->key.text != "words") {
      return keyed->unknown_key("words");
    }
    for (const DataCell& cell : keyed->words) {
      const std::string word = fold_case(cell.text);
      hashes.push_back(hash_word(word));
      longest = std::max(longest, word.size());
    }
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  LanguageWords words;
  words.longest_ = longest;
  words.hashes_ = std::move(hashes);
  return words;
}

const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles) {
  if (profiles.size() == 1) {
    return profiles.front();
  }
  const Vocabulary& vocabulary = vocabulary_of(profiles);
  std::vector<std::size_t> counts(profiles.size());
  if (text.size() <= 3 * kSample) {
    vocabulary.count(text, counts);
  } else {
    for (const std::size_t start : {std::size_t{0}, text.size() / 2, text.size() - kSample}) {
      vocabulary.count(text.substr(start, kSample), counts);
    }
  }
  return profiles[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                           counts.begin())];
}

}  // namespace letterkit
