#include "support/calendar.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/unistr.h>
#include <unicode/ures.h>

namespace letterkit {
namespace {

// The locale data are read without ICU's class for it, DateFormatSymbols: that is in a library of
// its own, and to load it takes a run as long as to read the words of names.

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};

using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

/// What a table of the locale data holds by a name; null: nothing.
Bundle entry_of(const Bundle& table, const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle entry(table ? ures_getByKey(table.get(), name, nullptr, &status) : nullptr);
  return U_FAILURE(status) != 0 ? nullptr : std::move(entry);
}

/// The text with a number in a list, or that is the entry.
icu::UnicodeString text_of(const Bundle& list, int32_t number) {
  int32_t size = 0;
  UErrorCode status = U_ZERO_ERROR;
  const UChar* const text = ures_getStringByIndex(list.get(), number, &size, &status);
  return U_FAILURE(status) != 0 ? icu::UnicodeString() : icu::UnicodeString(text, size);
}

/// The locale data of a language, of two or three letters; null when there are none.
Bundle data_of(std::string_view language) {
  UErrorCode status = U_ZERO_ERROR;
  Bundle data(ures_openDirect(nullptr, std::string(language).c_str(), &status));
  // A code that is out of use gets another one's data.
  const bool known = U_SUCCESS(status) != 0 && language.size() <= 3 &&
                     language == ures_getLocaleByType(data.get(), ULOC_ACTUAL_LOCALE, &status);
  return known ? std::move(data) : nullptr;
}

/// The Gregorian calendars of a language and of the one whose names it takes where it lacks some.
using Calendars = std::array<Bundle, 2>;

Calendars calendars_of(std::string_view language) {
  const Bundle data = data_of(language);
  std::string parent;
  if (const Bundle name = entry_of(data, "%%Parent")) {
    text_of(name, 0).toUTF8String(parent);
  }
  return {entry_of(entry_of(data, "calendar"), "gregorian"),
          entry_of(entry_of(data_of(parent), "calendar"), "gregorian")};
}

/// The names of a kind, context and width in the first calendar that has them.
Bundle names_in(const Calendars& calendars, const char* kind, const char* context,
                const char* width) {
  Bundle names;
  for (const Bundle& calendar : calendars) {
    names = names ? std::move(names) : entry_of(entry_of(entry_of(calendar, kind), context), width);
  }
  return names;
}

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

/// Visits the names of months or of weekdays, each with its number from 0: the full ones, then the
/// short ones, of each first those within a date.
template <typename Visit>
void each_name(const Calendars& calendars, const char* kind, const Visit& visit) {
  for (const char* const width : {"wide", "abbreviated"}) {
    for (const char* const context : {"format", "stand-alone"}) {
      const Bundle names = names_in(calendars, kind, context, width);
      const int32_t count = names ? ures_getSize(names.get()) : 0;
      for (int32_t i = 0; i < count; ++i) {
        visit(static_cast<std::size_t>(i), text_of(names, i));
      }
    }
  }
}

}  // namespace

CalendarWords calendar_words(std::string_view language) {
  CalendarWords words;
  const Calendars calendars = calendars_of(language.substr(0, language.find_first_of("-_")));
  each_name(calendars, "monthNames", [&words](std::size_t month, const icu::UnicodeString& name) {
    if (month < words.months.size()) {
      add_name(words.months[month], name);
    }
  });
  each_name(calendars, "dayNames", [&words](std::size_t, const icu::UnicodeString& name) {
    add_name(words.weekdays, name);
  });
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
