// The names of months and weekdays that a language is known to have. With unicode.hpp and input/'s
// decoder, the only files that know ICU, whose locale data they are from.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

/// Names and abbreviations, as within a date and as they stand alone; without a period at their
/// end, each once, in the locale data's case. Empty where nothing is known of the language.
struct CalendarWords {
  std::array<std::vector<std::string>, 12> months;
  std::vector<std::string> weekdays;
};

/// The words of a language ("nl", or "nl-x", read as "nl") in the Gregorian calendar.
CalendarWords calendar_words(std::string_view language);

/// The same as rows of a profile's file: "month 3 | maart | mrt". Empty where nothing is known.
std::string calendar_rows(std::string_view language);

}  // namespace letterkit
