// What the text around a date says about it; declared in date.hpp.
//
// In: a date and the text it stands in. Out: its ISO form. Method: of 03/04/2024 the text's other
// dates say whether the day comes first. A year of two digits is of the profile's own century,
// unless the years the text prints in full stand near the same two digits of another one, or the
// text keeps a spelling that was given up.
//
//   "12/03/2024" above "by 14 June 2024" -> "2024-03-12"
//   "Bern 8 Apr 58" above "die Actien von 1856" -> "1858-04-08"
#include <algorithm>
#include <cstdlib>
#include <string>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/keyed_words.hpp"

namespace letterkit {
namespace {

constexpr int kNear = 12;                        // years between a letter and those it speaks of
constexpr int kFar = 40;                         // years after which a printed year says nothing
constexpr int kOldWords = 2;                     // one may be a name
constexpr std::size_t kSearched = 64 * 1024;     // bytes of the text
constexpr std::size_t kWholeDate = 10;           // bytes of "2024-03-12"
constexpr std::size_t kMonthAt = 5, kDayAt = 8;  // in it

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

/// How many of the text's dates have the day first, less those that have the month first.
int days_first(std::string_view text, const DateWords& words) {
  text = text.substr(0, kSearched);
  int balance = 0;
  for (auto date = find_date(text, 0, words); date; date = find_date(text, date->end, words)) {
    const std::string_view printed = text.substr(date->start, date->end - date->start);
    if (date->either_order || date->iso.size() != kWholeDate || printed.size() < 3 ||
        printed.starts_with(date->iso.substr(0, 4))) {
      continue;
    }
    const std::size_t digits = is_ascii_digit(printed[1]) ? 2 : 1;
    const int first = whole_number(printed.substr(0, digits), 0);
    const int day = whole_number(std::string_view(date->iso).substr(kDayAt), 0);
    balance += first == day ? 1 : -1;
  }
  return balance;
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

std::string iso_in_text(const FoundDate& date, std::string_view text, const DateWords& words) {
  FoundDate read = date;
  if (date.either_order && days_first(text, words) > 0) {
    std::swap_ranges(read.iso.begin() + kMonthAt, read.iso.begin() + kMonthAt + 2,
                     read.iso.begin() + kDayAt);
  }
  return date.short_year ? iso_in_century_of(read, text, words) : read.iso;
}

}  // namespace letterkit
