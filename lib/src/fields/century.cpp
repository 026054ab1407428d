// The century of a year printed with two digits; declared in date.hpp.
//
// In: the date and the text it stands in. Out: the date in its century. Method: the profile's own
// century, unless the years the text prints in full stand near the same two digits of another one,
// or the text keeps a spelling that was given up.
//
//   "Bern 8 Apr 58" above "die Actien von 1856" -> "1858-04-08"
#include <algorithm>
#include <cstdlib>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/keyed_words.hpp"

namespace letterkit {
namespace {

constexpr int kNear = 12;                     // years between a letter and those it speaks of
constexpr int kFar = 40;                      // years after which a printed year says nothing
constexpr int kOldWords = 2;                  // one may be a name
constexpr std::size_t kSearched = 64 * 1024;  // bytes of the text

/// What the text says about its time.
struct Witnesses {
  std::vector<int> years;
  int old_words = 0;
};

Witnesses witnesses_in(std::string_view text, const DateWords& words) {
  Witnesses found;
  for (Cursor at(text.substr(0, kSearched)); !at.done();) {
    if (const auto digits = at.digits(); !digits.empty()) {
      const int year = digits.size() == 4 ? whole_number(digits, 0) : 0;
      if (year >= 1500 && year < 2200) {
        found.years.push_back(year);
      }
    } else if (const auto word = at.word(); !word.empty()) {
      found.old_words += words.old_spelling.contains(word) ? 1 : 0;
    } else {
      std::size_t next = at.at();
      next_code_point(text, next);
      at.move_to(next);
    }
  }
  return found;
}

int distance(const std::vector<int>& years, int year) {
  int least = kFar;
  for (const int other : years) {
    least = std::min(least, std::abs(other - year));
  }
  return least;
}

}  // namespace

std::string iso_in_century_of(const FoundDate& date, std::string_view text,
                              const DateWords& words) {
  const int year = whole_number(std::string_view(date.iso).substr(0, 4), 0);
  const Witnesses witnesses = witnesses_in(text, words);
  const bool unwitnessed = distance(witnesses.years, year) >= kFar;
  int best = year;
  int least = kNear;
  for (int other = 1500 + year % 100; unwitnessed && other < 2100; other += 100) {
    if (const int away = distance(witnesses.years, other); away <= least) {
      best = other;
      least = away;
    }
  }
  if (best == year && witnesses.old_words >= kOldWords && distance(witnesses.years, year) >= kFar) {
    best = words.old_century + (year % 100 - words.old_century % 100 + 100) % 100;
  }
  std::string iso = date.iso;
  return iso.replace(0, 4, std::to_string(best));
}

}  // namespace letterkit
