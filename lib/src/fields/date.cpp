#include "fields/date.hpp"

#include <algorithm>
#include <chrono>

#include "fields/cursor.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// "8 decmeber 1995": a month's name of so many bytes may have one error, if a year follows.
constexpr std::size_t kShortestMisspelt = 5;
constexpr std::size_t kLongestMonth = 32;  // bytes, in any language
// Blanks between the parts of one date: more are a gap between columns.
constexpr std::size_t kLongestGap = 24;
constexpr int kFirstYear = 1500;
constexpr int kLastYear = 2199;

struct Parts {
  int year = 0;
  int month = 0;
  int day = 0;  // 0: none printed
};

int to_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_year(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

/// The ISO form: "2026-03-02", "1996-04".
std::string print_iso(const Parts& parts) {
  std::string iso = parts.day == 0 ? "0000-00" : "0000-00-00";
  const auto print = [&iso](std::size_t last, int number) {
    for (; number > 0; number /= 10) {
      iso[last--] = static_cast<char>('0' + number % 10);
    }
  };
  print(3, parts.year);
  print(6, parts.month);
  print(9, parts.day);
  return iso;
}

FoundDate make_date(const Parts& parts, std::size_t start, std::size_t end) {
  FoundDate found{"", true, start, end};
  const std::chrono::year_month_day date(std::chrono::year(parts.year),
                                         std::chrono::month(static_cast<unsigned>(parts.month)),
                                         std::chrono::day(static_cast<unsigned>(parts.day)));
  found.valid = parts.day == 0 || date.ok();
  found.iso = found.valid ? print_iso(parts) : "";
  return found;
}

/// Reads dates around one run of digits. Every reader gives null and moves nothing when the form
/// does not stand there.
class DateReader {
 public:
  DateReader(std::string_view text, std::size_t floor, const DateWords& words)
      : text_(text), floor_(floor), words_(words) {}

  /// The date whose first number, or only number, is the digits [begin, end).
  [[nodiscard]] std::optional<FoundDate> read(std::size_t begin, std::size_t end) const {
    if (end - begin <= 2) {
      if (auto found = day_then_month(begin, end)) {
        return found;
      }
      if (words_.order == DateWords::Order::month_day_year) {
        if (auto found = month_then_day(begin, end)) {
          return found;
        }
      }
      return numeric(begin, end);
    }
    if (end - begin == 4) {
      if (auto found = iso(begin, end)) {
        return found;
      }
      return month_then_year(begin, end);
    }
    return std::nullopt;
  }

 private:
  /// "2 maart 2026", "2e mrt. 2026", "15. IV. 1868", "2-maart-2026"
  [[nodiscard]] std::optional<FoundDate> day_then_month(std::size_t begin, std::size_t end) const {
    Parts parts;
    parts.day = to_number(text_.substr(begin, end - begin));
    if (parts.day < 1 || parts.day > 31 || joined_before(begin, false)) {
      return std::nullopt;
    }
    Cursor at(text_, end);
    skip_ordinal(at);
    skip_joint(at);
    parts.month = take_month(at);
    if (parts.month == 0) {
      return std::nullopt;
    }
    return with_year(parts, begin, at);
  }

  /// "March 2, 2026", "June 6th 2022", "June the 6th 2022"
  [[nodiscard]] std::optional<FoundDate> month_then_day(std::size_t begin, std::size_t end) const {
    Parts parts;
    parts.day = to_number(text_.substr(begin, end - begin));
    auto word = word_before(begin);
    if (!word.empty() && words_.connectors.contains(word)) {  // "December the 4th 1781"
      word = word_before(static_cast<std::size_t>(word.data() - text_.data()));
    }
    parts.month = word.empty() ? 0 : words_.months.find(word, 0);
    if (parts.month == 0 && !word.empty()) {
      parts.month = words_.months.find(word = with_figures(word), 0);
    }
    if (parts.month == 0 || parts.day < 1 || parts.day > 31) {
      return std::nullopt;
    }
    Cursor at(text_, end);
    skip_ordinal(at);
    return with_year(parts, static_cast<std::size_t>(word.data() - text_.data()), at);
  }

  /// "april 1996"
  [[nodiscard]] std::optional<FoundDate> month_then_year(std::size_t begin, std::size_t end) const {
    Parts parts;
    parts.year = to_number(text_.substr(begin, end - begin));
    if (!is_year(parts.year) || Cursor(text_, end).at_word()) {
      return std::nullopt;
    }
    const auto word = word_before(begin);
    parts.month = word.empty() ? 0 : words_.months.find(word, 0);
    if (parts.month == 0) {
      return std::nullopt;
    }
    return make_date(parts, static_cast<std::size_t>(word.data() - text_.data()), end);
  }

  /// "2026-03-02", also before a time ("2026-03-02T10:00")
  [[nodiscard]] std::optional<FoundDate> iso(std::size_t begin, std::size_t end) const {
    Cursor at(text_, end);
    Parts parts;
    parts.year = to_number(text_.substr(begin, end - begin));
    if (joined_before(begin, true) || !is_year(parts.year) || !at.take('-')) {
      return std::nullopt;
    }
    const auto month = at.digits();
    const auto day = at.take('-') ? at.digits() : std::string_view{};
    if (month.size() != 2 || day.size() != 2 || (at.peek() != 'T' && joined_after(at))) {
      return std::nullopt;
    }
    parts.month = to_number(month);
    parts.day = to_number(day);
    return plausible(parts) ? std::optional(make_date(parts, begin, at.at())) : std::nullopt;
  }

  /// "1-3-2011", "01.03.2011", "1/3/11"
  [[nodiscard]] std::optional<FoundDate> numeric(std::size_t begin, std::size_t end) const {
    const char separator = end < text_.size() ? text_[end] : '\0';
    if ((separator != '-' && separator != '.' && separator != '/') || joined_before(begin, true)) {
      return std::nullopt;
    }
    Cursor at(text_, end + 1);
    skip_joint_blank(at, separator);
    const auto second = at.digits();
    if (second.empty() || second.size() > 2 || !at.take(separator)) {
      return std::nullopt;
    }
    skip_joint_blank(at, separator);
    const auto year = at.digits();
    const bool is_short =
        year.size() == 2 && words_.short_year_separators.find(separator) != std::string::npos;
    if ((year.size() != 4 && !is_short) || joined_after(at)) {
      return std::nullopt;
    }
    Parts parts;
    parts.year = is_short ? full_year(year) : to_number(year);
    parts.day = to_number(text_.substr(begin, end - begin));
    parts.month = to_number(second);
    // With periods the day comes first everywhere, and 13/4/2024 reads one way only.
    const bool month_first = words_.order == DateWords::Order::month_day_year && separator != '.';
    const bool either_order = month_first && parts.day <= 12 && parts.month <= 12;
    if (month_first && (parts.day <= 12 || parts.month > 12)) {
      std::swap(parts.day, parts.month);
    }
    if (!plausible(parts)) {
      return std::nullopt;
    }
    FoundDate found = make_date(parts, begin, at.at());
    found.short_year = is_short;
    found.either_order = either_order;
    return found;
  }

  /// Reads the year after day and month: " 2026", ", 2026", "-2026", " '26", " de 2026".
  [[nodiscard]] std::optional<FoundDate> with_year(Parts parts, std::size_t start,
                                                   Cursor at) const {
    skip_gap(at);
    skip_between(at);
    if (at.take(',') || at.take('-')) {
      skip_gap(at);
    }
    const bool apostrophe = words_.short_year_after_word && (at.take('\'') || at.take("\u2019"));
    const auto year = at.digits();
    if (year.size() == 4 && !apostrophe) {
      parts.year = to_number(year);
    } else if (year.size() == 2 && words_.short_year_after_word) {
      parts.year = full_year(year);
    }
    if (!is_year(parts.year) || at.at_word()) {
      return std::nullopt;
    }
    FoundDate found = make_date(parts, start, at.at());
    found.short_year = year.size() == 2;
    return found;
  }

  /// Passes a word of the table; whether one stands there.
  static bool take_word(const WordTable& table, Cursor& at) {
    Cursor ahead = at;
    const bool here = table.may_start(at.rest()) && table.contains(ahead.word(kLongestMonth));
    at = here ? ahead : at;
    return here;
  }

  void skip_ordinal(Cursor& at) const {
    static_cast<void>(at.take("\u00B0") || take_word(words_.ordinals, at));  // "1\u00B0 Mars"
  }

  /// What may stand between day and month: ". ", "-", " of ".
  void skip_joint(Cursor& at) const {
    at.take('.');
    skip_gap(at);
    at.take('-');
    skip_between(at);
  }

  /// A word that may stand between the parts of a date: "of".
  void skip_between(Cursor& at) const {
    if (take_word(words_.between, at)) {
      skip_gap(at);
    }
  }

  [[nodiscard]] int take_month(Cursor& at) const {
    const std::string_view rest = at.rest();
    const std::size_t figures = at.digits().size();  // of "7bre", which is September
    const auto letters = at.word(kLongestMonth);
    const auto word = letters.empty() ? letters : rest.substr(0, figures + letters.size());
    int month = word.empty() ? 0 : words_.months.find(word, 0);
    if (month == 0 && word.size() >= kShortestMisspelt && before_year(at)) {
      month = words_.months.find_misspelt(word, kShortestMisspelt, 0);
    }
    if (month != 0) {
      at.take('.');
    }
    return month;
  }

  /// Whether four digits of a year come next.
  static bool before_year(Cursor at) {
    at.skip_blanks();
    const auto digits = at.digits();
    return digits.size() == 4 && is_year(to_number(digits)) && !at.at_word();
  }

  /// The blank in "3. 7. 2024".
  static void skip_joint_blank(Cursor& at, char separator) {
    if (separator == '.') {
      at.take(' ');
    }
  }

  static void skip_gap(Cursor& at) {
    const std::size_t limit = at.at() + kLongestGap;
    Cursor ahead = at;
    ahead.skip_blanks();
    at.move_to(std::min(ahead.at(), limit));
  }

  /// The word that ends before `end`, blanks and an abbreviation's period apart. Empty when there
  /// is none, it starts before the floor, or it is longer than any month.
  [[nodiscard]] std::string_view word_before(std::size_t end) const {
    std::size_t stop = end;
    while (end - stop < kLongestGap) {
      const std::size_t n = blank_before(text_, stop);
      if (n == 0) {
        break;
      }
      stop -= n;
    }
    stop -= stop > 0 && text_[stop - 1] == '.' ? 1 : 0;
    std::size_t start = stop;
    while (start > floor_ && stop - start <= kLongestMonth) {
      std::size_t previous = start - 1;
      while (previous > floor_ && !starts_character(text_[previous]) && start - previous < 4) {
        --previous;
      }
      std::size_t next = previous;
      if (!is_word_letter(next_code_point(text_, next)) || next != start) {
        break;
      }
      start = previous;
    }
    return stop - start <= kLongestMonth ? text_.substr(start, stop - start) : std::string_view{};
  }

  /// The word with the figures right before it: "8br", which is October.
  [[nodiscard]] std::string_view with_figures(std::string_view word) const {
    auto start = static_cast<std::size_t>(word.data() - text_.data());
    const std::size_t end = start + word.size();
    while (start > floor_ && is_ascii_digit(text_[start - 1])) {
      --start;
    }
    return text_.substr(start, end - start);
  }

  /// Whether the number at `begin` continues something: a word, a longer number, an identifier.
  /// A numeric date (`strict`) is spoiled by less than a day before a month's name: "11-12 maart".
  [[nodiscard]] bool joined_before(std::size_t begin, bool strict) const {
    if (begin == 0) {
      return false;
    }
    const char c = text_[begin - 1];
    const auto is_word_byte = [](char b) {
      return is_ascii_digit(b) || is_ascii_upper(b) || is_ascii_lower(b) || b == '_' ||
             static_cast<unsigned char>(b) >= 0x80;
    };
    const char before = begin >= 2 ? text_[begin - 2] : ' ';
    switch (c) {
      case '.':  // "d.d.1-3-2011" is a date, "4.1.3.2011" is not
        return is_ascii_digit(before);
      case '-':
      case '/':
        return strict ? is_word_byte(before) : is_word_byte(before) && !is_ascii_digit(before);
      case ',':
        return strict && is_ascii_digit(before);
      default:
        return is_ascii_digit(c) || is_ascii_upper(c) || is_ascii_lower(c) || c == '_' ||
               (static_cast<unsigned char>(c) >= 0x80 && ends_with_letter(begin));
    }
  }

  [[nodiscard]] bool ends_with_letter(std::size_t end) const {
    std::size_t start = end - 1;
    while (start > 0 && !starts_character(text_[start])) {
      --start;
    }
    return is_word_letter(next_code_point(text_, start));
  }

  /// Whether a numeric date goes on: "1-3-2011-4", "1.3.2011x".
  static bool joined_after(const Cursor& at) {
    const char c = at.peek();
    return at.at_word() || c == '_' ||
           ((c == '-' || c == '.' || c == '/' || c == ',') && is_ascii_digit(at.peek(1)));
  }

  static bool plausible(const Parts& parts) {
    return is_year(parts.year) && parts.month >= 1 && parts.month <= 12 && parts.day >= 1 &&
           parts.day <= 31;
  }

  [[nodiscard]] int full_year(std::string_view two_digits) const {
    const int first = words_.century;
    const int year = first - first % 100 + to_number(two_digits);
    return year < first ? year + 100 : year;
  }

  std::string_view text_;
  std::size_t floor_;  // a date does not start before it
  const DateWords& words_;
};

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, std::size_t from,
                                   const DateWords& words) {
  const DateReader reader(text, from, words);
  for (std::size_t at = find_ascii_digit(text, from); at < text.size();) {
    Cursor run(text, at);
    run.digits();
    const bool whole = at > from || at == 0 || !is_ascii_digit(text[at - 1]);
    if (whole) {
      if (auto found = reader.read(at, run.at())) {
        return found;
      }
    }
    at = find_ascii_digit(text, run.at());
  }
  return std::nullopt;
}

}  // namespace letterkit
