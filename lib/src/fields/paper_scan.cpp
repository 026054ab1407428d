#include "fields/paper_scan.hpp"

#include <array>
#include <utility>

namespace letterkit {
namespace {

constexpr std::size_t kLongestRoman = 8;  // CLXXXVIII is not reached yet; XXXVIIIB is 8
constexpr int kLastChapter = 39;
constexpr int kFirstLetterDossier = 40;
constexpr int kLastLetterDossier = 199;

int digit_value(char c) {
  return c - '0';
}

/// Capitals at the position, at most nine of them (no number here has more).
std::string_view capitals(Cursor& at) {
  const std::string_view rest = at.rest().substr(0, 9);
  std::size_t n = 0;
  while (n < rest.size() && is_ascii_upper(rest[n])) {
    ++n;
  }
  at.move_to(at.at() + n);
  return rest.substr(0, n);
}

bool is_chapter(std::string_view text) {
  if (text.size() > kLongestRoman) {
    return false;
  }
  if (text.size() > 1 && (text.back() == 'A' || text.back() == 'B')) {
    text.remove_suffix(1);
  }
  const int value = roman_value(text);
  return value >= 1 && value <= kLastChapter;
}

bool is_fund(std::string_view text) {
  return text.size() == 1 && text[0] >= 'A' && text[0] <= 'K';
}

/// "(R 1635)", "R1635": a kingdom act's number.
std::optional<ShortText> take_kingdom_number(Cursor& at) {
  Cursor ahead = at;
  const bool bracket = ahead.take('(');
  if (!ahead.take('R')) {
    return std::nullopt;
  }
  ahead.skip_blanks();
  const auto digits = ahead.digits();
  if (digits.empty() || digits.size() > 4 || (bracket && !ahead.take(')')) || ahead.at_word()) {
    return std::nullopt;
  }
  at = ahead;
  ShortText number(bracket ? "(R" : "R");
  number.append(digits);
  if (bracket) {
    number.append(')');
  }
  return number;
}

/// A suffix after a dash: "02", "VI", "A".
std::optional<ShortText> take_dashed_suffix(Cursor& at) {
  Cursor ahead = at;
  auto suffix = ahead.digits();
  if (suffix.size() > 3) {
    return std::nullopt;
  }
  if (suffix.empty()) {
    suffix = capitals(ahead);
    if (!is_chapter(suffix) && !is_fund(suffix)) {
      return std::nullopt;
    }
  }
  if (ahead.at_word()) {
    return std::nullopt;
  }
  at = ahead;
  return ShortText(suffix);
}

}  // namespace

int roman_value(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, int>, 13> kParts = {
      {{"M", 1000},
       {"CM", 900},
       {"D", 500},
       {"CD", 400},
       {"C", 100},
       {"XC", 90},
       {"L", 50},
       {"XL", 40},
       {"X", 10},
       {"IX", 9},
       {"V", 5},
       {"IV", 4},
       {"I", 1}}
  };
  int value = 0;
  for (const auto& [part, worth] : kParts) {
    const int limit = part.size() == 1 && part != "D" && part != "L" && part != "V" ? 3 : 1;
    for (int n = 0; n < limit && text.substr(0, part.size()) == part; ++n) {
      value += worth;
      text.remove_prefix(part.size());
    }
  }
  return text.empty() ? value : 0;
}

std::optional<ShortText> take_dossier_digits(Cursor& at, bool period) {
  Cursor ahead = at;
  if (ahead.peek() < '1' || ahead.peek() > '5') {
    return std::nullopt;
  }
  const auto first = ahead.digits();
  std::string_view thousands;
  if (first.size() == 2) {
    if (const std::size_t n = blank_at(ahead.rest(), 0)) {
      ahead.move_to(ahead.at() + n);
    } else if (!period || !ahead.take('.')) {
      return std::nullopt;
    }
    thousands = ahead.digits();
  }
  if (first.size() + thousands.size() != 5 || ahead.at_word()) {
    return std::nullopt;
  }
  at = ahead;
  ShortText number(first);
  number.append(thousands);
  return number;
}

std::optional<ShortText> take_dossier_suffix(Cursor& at) {
  Cursor ahead = at;
  const bool blank = ahead.skip_blanks();
  if (ahead.take_dash()) {
    ahead.skip_blanks();
    auto suffix = take_dashed_suffix(ahead);
    if (suffix) {
      at = ahead;
    }
    return suffix;
  }
  if (auto kingdom = take_kingdom_number(ahead)) {
    at = ahead;
    return kingdom;
  }
  const auto letters = blank ? capitals(ahead) : std::string_view{};
  if (letters.empty() || ahead.at_word() || (!is_chapter(letters) && !is_fund(letters))) {
    return std::nullopt;
  }
  at = ahead;
  return ShortText(letters);
}

std::optional<ShortText> take_letter_dossier(Cursor& at) {
  Cursor ahead = at;
  const auto letters = capitals(ahead);
  const int value = letters.size() < 2 || ahead.at_word() ? 0 : roman_value(letters);
  if (value < kFirstLetterDossier || value > kLastLetterDossier) {
    return std::nullopt;
  }
  at = ahead;
  return ShortText(letters);
}

std::optional<ShortText> take_paper_number(Cursor& at) {
  Cursor ahead = at;
  std::string_view number = ahead.digits();
  if (number.empty()) {
    number = capitals(ahead);
    if (number.empty() || number.size() > 3) {
      return std::nullopt;
    }
  } else if (number.size() > 5 || number[0] == '0') {
    return std::nullopt;
  } else if (is_ascii_lower(ahead.peek())) {
    ahead.move_to(ahead.at() + 1);
  }
  if (ahead.at_word()) {
    return std::nullopt;
  }
  number = at.rest().substr(0, ahead.at() - at.at());
  at = ahead;
  return ShortText(number);
}

std::optional<ShortText> take_session_years(Cursor& at) {
  Cursor ahead = at;
  const auto printed = ahead.digits();
  if (printed.size() != 4 && printed.size() != 2) {
    return std::nullopt;
  }
  ahead.skip_blanks();
  if (!ahead.take('/') && !ahead.take_dash()) {
    return std::nullopt;
  }
  ahead.skip_blanks();
  const auto second = ahead.digits();
  if ((second.size() != 4 && second.size() != 2) || second.size() > printed.size() ||
      ahead.at_word()) {
    return std::nullopt;
  }
  ShortText years;
  if (printed.size() == 2) {  // "98/99" was printed before the turn of the century
    years.append(printed[0] < '5' ? "20" : "19");
  }
  years.append(printed);
  int year = 0;
  for (const char c : years.view()) {
    year = year * 10 + digit_value(c);
  }
  const std::string next = std::to_string(year + 1);
  if (year < 1815 || year > 2199 || next.substr(4 - second.size()) != second) {
    return std::nullopt;
  }
  at = ahead;
  years.append('-');
  years.append(next);
  return years;
}

}  // namespace letterkit
