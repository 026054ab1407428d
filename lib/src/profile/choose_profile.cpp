#include "profile/choose_profile.hpp"

#include <algorithm>
#include <array>
#include <bit>

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

/// Counts each profile's function words in a piece of text.
void count_words(std::string_view text, const std::vector<Profile>& profiles,
                 std::vector<std::size_t>& counts) {
  std::vector<const LanguageWords*> words;
  std::size_t longest = 0;
  for (const Profile& profile : profiles) {
    words.push_back(&profile.data().words);
    longest = std::max(longest, words.back()->longest());
  }
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at != end;) {
    const char* const begin = at;
    while (at != end && kOfWord[static_cast<unsigned char>(*at)]) {
      ++at;
    }
    const auto size = static_cast<std::size_t>(at - begin);
    if (size > 0 && size <= longest) {
      const std::uint64_t hash = hash_small({begin, size}).hash;
      for (std::size_t i = 0; i < words.size(); ++i) {
        counts[i] += words[i]->contains(hash) ? 1 : 0;
      }
    }
    at += at != end ? 1 : 0;
  }
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
  LanguageWords words;
  words.longest_ = longest;
  words.slots_.assign(std::bit_ceil(2 * hashes.size() + 2), 0);
  for (const std::uint64_t hash : hashes) {
    if (!words.contains(hash)) {
      std::size_t at = hash & (words.slots_.size() - 1);
      while (words.slots_[at] != 0) {
        at = (at + 1) & (words.slots_.size() - 1);
      }
      words.slots_[at] = hash;
    }
  }
  return words;
}

const Profile& choose_profile(std::string_view text, const std::vector<Profile>& profiles) {
  if (profiles.size() == 1) {
    return profiles.front();
  }
  std::vector<std::size_t> counts(profiles.size());
  if (text.size() <= 3 * kSample) {
    count_words(text, profiles, counts);
  } else {
    for (const std::size_t start : {std::size_t{0}, text.size() / 2, text.size() - kSample}) {
      count_words(text.substr(start, kSample), profiles, counts);
    }
  }
  return profiles[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                           counts.begin())];
}

}  // namespace letterkit
