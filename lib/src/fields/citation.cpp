#include "fields/citation.hpp"

#include <algorithm>

#include "fields/paper_scan.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

constexpr int kMostContextParts = 6;
constexpr std::size_t kMostNumbers = 40;  // of one citation
constexpr int kLongestRange = 20;
constexpr std::size_t kLongestDate = 48;  // bytes

int small_number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    value = is_ascii_digit(c) ? value * 10 + (c - '0') : -1;
    if (value < 0) {
      return -1;
    }
  }
  return value;
}

/// Whether the number just read goes on: "3.2", "7,5", "12/30", "3-a".
bool number_goes_on(const Cursor& at) {
  const char c = at.peek();
  return at.at_word() ||
         ((c == '.' || c == ',' || c == '/' || c == ':') && is_ascii_digit(at.peek(1)));
}

/// "-" or a word of `range` between two numbers.
bool take_range(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  ahead.skip_blanks();
  bool here = ahead.take_dash();
  for (const std::string& range : cited.words.ranges) {
    here = here || ahead.take(std::string_view(range));
  }
  ahead.skip_blanks();
  if (here && is_ascii_digit(ahead.peek())) {
    at = ahead;
  }
  return here && at.at() == ahead.at();
}

/// "," or "/" or a word of `and` between two numbers, with a label maybe.
bool take_joint(const CitedText& cited, Cursor& at, bool comma) {
  Cursor ahead = at;
  const bool blank = ahead.skip_blanks();
  const bool word = blank && take_word(cited.words.ands, ahead);
  if (!word && (!comma || (!ahead.take(',') && !ahead.take('/')))) {
    return false;
  }
  ahead.skip_blanks();
  take_number_label(cited, ahead);
  at = ahead;
  return true;
}

/// A number that is not the start of a dossier ("33 279") or of a date ("12 maart").
std::optional<ShortText> take_next_number(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  if (take_dossier_digits(ahead, true)) {
    return std::nullopt;
  }
  ahead = at;
  auto number = take_paper_number(ahead);
  if (!number || number_goes_on(ahead)) {
    return std::nullopt;
  }
  Cursor behind = ahead;
  if (behind.skip_blanks() && cited.dates.months.contains(behind.word(32))) {
    return std::nullopt;
  }
  at = ahead;
  return number;
}

/// Appends the numbers from the last one to the one that stands at the cursor: "1-3", "16 t/m 18".
void read_range(const CitedText& cited, Cursor& at, std::vector<ShortText>& numbers) {
  Cursor ahead = at;
  if (!take_range(cited, ahead)) {
    return;
  }
  const auto last = take_next_number(cited, ahead);
  const int from = small_number(numbers.back());
  const int to = last ? small_number(*last) : -1;
  if (from < 0 || to <= from || to - from > kLongestRange) {
    return;
  }
  for (int n = from + 1; n <= to; ++n) {
    numbers.emplace_back(std::to_string(n));
  }
  at = ahead;
}

/// Whether a citation plainly ends at the cursor.
bool at_close(const Cursor& at) {
  const char c = at.peek();
  return at.done() || c == ')' || c == ',' || c == '.' || c == ';' || c == ':' || c == ']';
}

}  // namespace

bool skip_separators(Cursor& at) {
  const std::size_t begin = at.at();
  at.skip_blanks();
  for (const char mark : {',', ';', ':'}) {
    if (at.take(mark)) {
      break;
    }
  }
  at.skip_blanks();
  return at.at() > begin;
}

bool take_word(const WordTable& table, Cursor& at) {
  if (!table.may_start(at.rest())) {
    return false;
  }
  Cursor ahead = at;
  const auto word = ahead.word();
  if (word.empty() || !table.contains(word)) {
    return false;
  }
  ahead.take('.');
  at = ahead;
  return true;
}

SessionContext take_context(const CitedText& cited, Cursor& at) {
  SessionContext context;
  for (int part = 0; part < kMostContextParts; ++part) {
    Cursor ahead = at;
    skip_separators(ahead);
    const bool bracket = ahead.take('(');
    if (const auto chamber = cited.words.chambers.match(ahead.rest(), 0)) {
      context.chamber = chamber->value;
      ahead.move_to(ahead.at() + chamber->end);
      if (bracket && !ahead.take(')')) {
        break;
      }
    } else if (bracket) {
      break;
    } else if (auto years = take_session_years(ahead)) {
      context.years = *years;
    } else if (!take_word(cited.words.sessions, ahead)) {
      break;
    }
    at = ahead;
  }
  return context;
}

std::string take_date(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  if (const auto of = cited.words.of.match(ahead.rest(), 0)) {
    ahead.move_to(ahead.at() + of->end);
    ahead.skip_blanks();
  }
  const std::size_t begin = ahead.at();
  const auto near = cited.text.substr(0, begin + kLongestDate);
  const auto date =
      is_ascii_digit(ahead.peek()) ? find_date(near, begin, cited.dates) : std::nullopt;
  if (!date || date->start != begin || date->iso.size() != 10) {
    return {};
  }
  at.move_to(date->end);
  return date->iso;
}

int take_number_label(const CitedText& cited, Cursor& at) {
  if (!cited.words.numbers.may_start(at.rest())) {
    return 0;
  }
  Cursor ahead = at;
  const auto word = ahead.word();
  const int label = word.empty() ? 0 : cited.words.numbers.find(word, 0);
  if (label == 0) {
    return 0;
  }
  const bool period = ahead.take('.');
  if (!ahead.skip_blanks() && !period) {
    return 0;
  }
  at = ahead;
  return label;
}

std::vector<ShortText> take_numbers(const CitedText& cited, Cursor& at, int label) {
  Cursor ahead = at;
  auto first = take_paper_number(ahead);
  if (!first || number_goes_on(ahead)) {
    return {};
  }
  auto numbers = take_room<ShortText>();
  numbers.push_back(*first);
  if (ahead.done() || ahead.peek() == ')') {  // as nearly always
    at = ahead;
    return numbers;
  }
  read_range(cited, ahead, numbers);
  at = ahead;
  while (numbers.size() < kMostNumbers) {
    std::vector<ShortText> more;
    if (!take_joint(cited, ahead, label == 2)) {
      break;
    }
    auto next = take_next_number(cited, ahead);
    if (!next || is_ascii_digit((*next)[0]) != is_ascii_digit(numbers[0][0])) {
      break;
    }
    more.push_back(*next);
    read_range(cited, ahead, more);
    if (label != 2 && !at_close(ahead)) {
      break;
    }
    numbers.insert(numbers.end(), more.begin(), more.end());
    at = ahead;
  }
  return numbers;
}

bool skip_pages(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  ahead.skip_blanks();
  const std::size_t gap = ahead.at() - at.at();
  const bool comma = ahead.take(',') || ahead.take(';') || ahead.take(':');
  ahead.skip_blanks();
  // "nr. 390     Pagina 10" is the foot of a page.
  if ((!comma && (gap > 1 || !is_ascii_lower(ahead.peek()))) ||
      !take_word(cited.words.pages, ahead)) {
    return false;
  }
  ahead.skip_blanks();
  if (ahead.digits().empty()) {
    return false;
  }
  at = ahead;
  for (int part = 0; part < 4; ++part) {
    if (!ahead.take('/') && !take_range(cited, ahead)) {
      break;
    }
    if (ahead.digits().empty()) {
      break;
    }
    at = ahead;
  }
  return true;
}

}  // namespace letterkit
