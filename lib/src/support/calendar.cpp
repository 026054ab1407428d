#include "support/calendar.hpp"

#include <algorithm>
#include <memory>

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

namespace letterkit {
namespace {

/// Adds a name, unless it is no single word or there already.
void add_name(std::vector<std::string>& names, const icu::UnicodeString& name) {
  std::string word;
  name.toUTF8String(word);
  while (word.ends_with('.')) {
    word.pop_back();
  }
  if (!word.empty() && word.find(' ') == std::string::npos &&
      std::find(names.begin(), names.end(), word) == names.end()) {
    names.push_back(std::move(word));
  }
}

}  // namespace

CalendarWords calendar_words(std::string_view language) {
  using Symbols = icu::DateFormatSymbols;
  CalendarWords words;
  UErrorCode status = U_ZERO_ERROR;
  language = language.substr(0, language.find_first_of("-_"));
  const icu::Locale locale((std::string(language) + "@calendar=gregorian").c_str());
  const Symbols symbols(locale, status);
  // An unknown language would get the names of the machine's own.
  if (language.empty() || U_FAILURE(status) != 0 ||
      language != symbols.getLocale(ULOC_ACTUAL_LOCALE, status).getLanguage()) {
    return words;
  }
  for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
    for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (std::size_t i = 0; i < std::min<std::size_t>(static_cast<std::size_t>(count), 12); ++i) {
        add_name(words.months[i], names[i]);
      }
      names = symbols.getWeekdays(count, context, width);
      for (int32_t i = 1; i < count; ++i) {  // the first one is no day
        add_name(words.weekdays, names[i]);
      }
    }
  }
  return words;
}

std::string calendar_rows(std::string_view language) {
  const CalendarWords words = calendar_words(language);
  std::string rows;
  const auto add_row = [&rows](const std::string& key, const std::vector<std::string>& names) {
    if (names.empty()) {
      return;
    }
    rows += key;
    for (const std::string& name : names) {
      rows += " | " + name;
    }
    rows += "\n";
  };
  for (std::size_t month = 0; month < words.months.size(); ++month) {
    add_row("month " + std::to_string(month + 1), words.months[month]);
  }
  add_row("weekday", words.weekdays);
  return rows;
}

}  // namespace letterkit
