// Dates in a text and lines that are a place and a date.
//
// In: text and the words of a profile (dates.txt). Out: the printed span and the ISO 8601 date.
// Method: scan for a digit, the gate of every form, and read outwards from it by hand; no pattern
// engine. A number inside a longer number or an identifier is no date.
//
//   "'s-Gravenhage,  15 maart 2002" -> place "'s-Gravenhage", iso "2002-03-15"
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fields/word_table.hpp"
#include "support/data_file.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {

/// The words and habits dates of a language are written with, read from a profile's dates.txt. The
/// months' and weekdays' usual names need not be there: support/calendar.hpp knows them.
///
///   calendar   | nl                        the language whose usual names count, unless it is that
///                                          of the profile's folder
///   order      | day-month-year            or month-day-year: which of the two is tried first, and
///                                          how 1-3-2011 reads (1.3.2011 has the day first)
///   month 3    | maart | mrt               names and abbreviations, without the period; they may
///                                          start with a digit ("7bre")
///   ordinal    | e | ste                   what may be glued to the day ("2e", "1er", "2nd")
///   between    | of                        words between day, month and year ("2nd of March 2026")
///   connector  | den | le                  words between place and date ("Paris, le 8 mars 1918")
///   weekday    | maandag                   may stand before the date
///   lead       | fait à                    may stand before the place
///   particle   | aan | den                 lower-case words inside names of places
///   region     | comma                   a region may follow a place: "Salem, Ohio, May 3, 1901"
///   not-place  | op | datum                words no place begins with, though it be capitalised
///   short-year | - | / | word              where a year of two digits is read: after these
///                                          separators; `word`: also after a month's name
///   century    | 1950                      the first of the hundred years that two digits mean
///   spelling 1802 | seyn | theil           words of a spelling given up: where two of them stand,
///                                          two digits mean a year of the hundred from 1802 on
struct DateWords {
  enum class Order { day_month_year, month_day_year };

  /// `calendar`: rows of months and weekdays, to which those of the file are added. Errors
  /// "date.key", "date.month", "date.value", "date.word": what is wrong in the file.
  static Result<DateWords> parse(const DataFile& file, const DataFile& calendar);

  Order order = Order::day_month_year;
  WordTable months;  ///< 1 to 12
  WordTable ordinals;
  WordTable between;
  WordTable connectors;
  WordTable weekdays;
  std::vector<std::string> leads;
  WordTable particles;
  WordTable not_place;
  std::string short_year_separators;  ///< any of "-./"
  bool short_year_after_word = false;
  bool region_behind_comma = false;
  int century = 1950;
  WordTable old_spelling;
  int old_century = 0;
  std::uint64_t id = new_owner();  ///< of what threads remember with it, see thread_memo.hpp
};

/// A date and where it stands. `start` and `end` are half-open bytes in the text searched.
struct FoundDate {
  /// "2026-03-02", "1996-04" when no day is printed; empty when the date does not exist.
  std::string iso;
  bool valid = false;  ///< false: printed as a date, but no such day ("31 februari 2020")
  std::size_t start = 0;
  std::size_t end = 0;
  bool short_year = false;    ///< the year is printed with two digits
  bool either_order = false;  ///< figures, read with the month first, that may have the day first
};

/// The first date that starts at byte `from` or later. Forms: "2 maart 2026", "2e mrt. 2026",
/// "1-3-2011", "01.03.2011", "1/3/11", "2026-03-02", "april 1996", and "March 2, 2026" where the
/// order is month-day-year. A day and month without year is no date.
std::optional<FoundDate> find_date(std::string_view text, std::size_t from, const DateWords& words);

/// The ISO form of a date whose year is printed with two digits, in the century that the text it
/// stands in speaks for: by years it prints in full, else by its spelling.
std::string iso_in_century_of(const FoundDate& date, std::string_view text, const DateWords& words);

/// The ISO form of a date as the text it stands in reads it: its other dates tell whether
/// 03/04/2024 has the day first, and the century is that of `iso_in_century_of`.
std::string iso_in_text(const FoundDate& date, std::string_view text, const DateWords& words);

/// A line that is a date, or a place and a date. Offsets are bytes in the line.
struct PlaceDate {
  std::optional<std::string_view> place;  ///< as printed, without comma and connector
  std::size_t place_start = 0;
  FoundDate date;
};

/// Whether the line's last number stands where dates end and is one that may end them: of most
/// lines with a digit it is not.
bool may_end_in_date(std::string_view line, const DateWords& words);

/// Reads a whole line: "Den Haag, 2 maart 2026", "Amsterdam 3 mei 1999.", "2 maart 2026". Of two
/// days
/// ("Bern, 4./6. Mai 1871") the last is the date. A label
/// of `labels` may come first ("Datum: 22 februari 2023"); give them case folded or not, without
/// the colon. Null when anything else stands on the line ("Op 2 maart 2026 heeft ...").
std::optional<PlaceDate> parse_place_date(std::string_view line, const DateWords& words,
                                          std::span<const std::string> labels = {});

}  // namespace letterkit
