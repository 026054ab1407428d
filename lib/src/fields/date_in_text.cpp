// What the text around a date says about it; declared in date.hpp.
//
// In: a date and the text it stands in. Out: its ISO form. Method: of 03/04/2024 the text's other
// dates say whether the day comes first, the years in full which century two digits mean.
//
//   "12/03/2024" above "by 14 June 2024" -> "2024-03-12"
#include <algorithm>
#include <string>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/keyed_words.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kSearched = 64 * 1024;     // bytes of the text
constexpr std::size_t kWholeDate = 10;           // bytes of "2024-03-12"
constexpr std::size_t kMonthAt = 5, kDayAt = 8;  // in it

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

std::string iso_in_text(const FoundDate& date, std::string_view text, const DateWords& words) {
  FoundDate read = date;
  if (date.either_order && days_first(text, words) > 0) {
    std::swap_ranges(read.iso.begin() + kMonthAt, read.iso.begin() + kMonthAt + 2,
                     read.iso.begin() + kDayAt);
  }
  return date.short_year ? iso_in_century_of(read, text, words) : read.iso;
}

}  // namespace letterkit
