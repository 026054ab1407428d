#include "fields/phrase_table.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "fields/cursor.hpp"

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

/// The word of letters and digits at `at`; empty when there is none or it is too long to be known.
std::string_view word_at(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  constexpr std::size_t kLetter = 4;  // bytes at most
  text = text.substr(0, begin + kLongestWord + kLetter);
  while (true) {
    while (at < text.size() && kOfWord[static_cast<unsigned char>(text[at])]) {
      ++at;
    }
    const std::size_t step = at < text.size() ? letter_at(text, at) : 0;
    if (step == 0) {
      break;
    }
    at += step;
  }
  return at - begin > kLongestWord ? std::string_view{} : text.substr(begin, at - begin);
}

/// The start of the next word of a phrase, past blanks and marks inside it; npos when none is near.
std::size_t next_word(std::string_view text, std::size_t at) {
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

bool PhraseTable::add(std::string_view phrase, int value) {
  std::string joined;
  std::string_view head;
  int words = 0;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::string_view word = word_at(phrase, at);
    if (word.empty()) {
      return false;
    }
    head = words == 0 ? word : head;
    joined.append(words == 0 ? "" : " ").append(word);
    ++words;
    at += word.size();
    if (at < phrase.size()) {
      at = next_word(phrase, at);
      if (at == std::string_view::npos) {
        return false;
      }
    }
  }
  if (words == 0 || !phrases_.add(joined, value)) {
    return false;
  }
  heads_.raise(head, words);
  if (static_cast<unsigned char>(head[0]) >= 0x80) {
    gate_.set();  // case changes the bytes of such letters: no gate
  } else if (head.size() > 1) {
    gate_.set(gate_key(head));
  } else {
    for (std::size_t second = 0; second < 32; ++second) {  // anything may follow one letter
      gate_.set(gate_key(head) | second);
    }
  }
  return true;
}

std::optional<PhraseTable::Match> PhraseTable::match(std::string_view text, std::size_t at) const {
  if (!may_match(text, at)) {
    return std::nullopt;
  }
  std::string_view word = word_at(text, at);
  int left = heads_.find(word, 0);
  if (left == 0) {
    return std::nullopt;
  }
  std::size_t end = at + word.size();
  std::optional<Match> best;
  if (const int value = phrases_.find(word, -1); value != -1) {
    best = Match{value, end};
  }
  std::string joined;
  while (--left > 0) {
    const std::size_t next = next_word(text, end);
    const std::string_view more =
        next == std::string_view::npos ? std::string_view{} : word_at(text, next);
    if (more.empty()) {
      break;
    }
    joined.append(joined.empty() ? word : std::string_view{}).append(" ").append(more);
    end = next + more.size();
    if (const int value = phrases_.find(joined, -1); value != -1) {
      best = Match{value, end};
    }
  }
  return best;
}

}  // namespace letterkit
