// Lines with a paper's number, a session or a chamber; declared in dossier.hpp.
//
// In: a line. Out: the number and the title behind it. Method: read the label or the bare letter,
// the number, the mark of a reprint, and see that what is left can begin a title.
//
//   "Nr. 12   HERDRUK   BRIEF VAN ..." -> number "12", reprint, rest "BRIEF VAN ..."
#include <algorithm>

#include "fields/cursor.hpp"
#include "fields/dossier.hpp"
#include "fields/paper_scan.hpp"
#include "support/byte_block.hpp"

namespace letterkit {
namespace {

bool is_letters(std::string_view number) {
  return !number.empty() && is_ascii_upper(number[0]);
}

/// Whether the digits that start the text may be a number without a label: of a joint paper, "1;A",
/// "16b / nr. A".
bool may_be_joint(std::string_view text) {
  Cursor at(text);
  at.digits();
  if (is_ascii_lower(at.peek())) {
    at.move_to(at.at() + 1);
  }
  at.skip_blanks();
  return at.peek() == ';' || at.peek() == '/';
}

/// Whether the capitals that start the text may be a number: "E BRIEF VAN ...", "A/ nr. 3".
bool may_be_letters(std::string_view text) {
  if (text.size() > 1 && is_ascii_lower(text[1])) {
    return false;  // nearly always
  }
  std::size_t end = 1;
  while (end < text.size() && is_ascii_upper(text[end])) {
    ++end;
  }
  constexpr std::string_view kBehind = "(*;/";
  return end == text.size() || blank_at(text, end) > 0 ||
         kBehind.find(text[end]) != std::string_view::npos;
}

/// Whether a label or a number may start the text. Nearly all lines start with a word: a capital
/// and a small letter.
bool may_be_number(std::string_view text, const PaperWords& words) {
  if (text.empty()) {
    return false;
  }
  return (is_ascii_upper(text[0]) && may_be_letters(text)) ||
         (is_ascii_digit(text[0]) && may_be_joint(text)) || words.numbers.may_start(text);
}

/// "Nr.", "nr", "No.": passes the label and blanks behind it.
bool take_label(Cursor& at, const PaperWords& words) {
  Cursor ahead = at;
  const auto label = ahead.word();
  if (label.empty() || !words.numbers.contains(label)) {
    return false;
  }
  const bool period = ahead.take('.');
  const bool blank = ahead.skip_blanks();
  if (!period && !blank) {
    return false;
  }
  at = ahead;
  return true;
}

/// The other number of a joint paper: ";A", "/ nr. 3", "/3". Empty when there is none.
std::string take_joint_number(Cursor& at, std::string_view first, const PaperWords& words) {
  Cursor ahead = at;
  ahead.skip_blanks();
  const bool semicolon = ahead.take(';');
  if (!semicolon && !ahead.take('/')) {
    return {};
  }
  ahead.skip_blanks();
  take_label(ahead, words);
  auto second = take_paper_number(ahead);
  // One number is the Eerste Kamer's, a letter; the other the Tweede Kamer's.
  if (!second || is_letters(*second) == is_letters(first)) {
    return {};
  }
  at = ahead;
  return std::string(*second);
}

/// "HERDRUK", "(HERDRUK)", "HERDRUK1" (a glued note mark), "Tweede herdruk".
bool take_reprint(Cursor& at, const PaperWords& words) {
  Cursor ahead = at;
  ahead.skip_blanks();
  const bool bracket = ahead.take('(');
  const std::size_t begin = ahead.at();
  const auto first = ahead.word();
  bool known = words.reprints.contains(first);
  if (!known && !first.empty()) {
    const std::string_view from = at.rest().substr(begin - at.at());
    ahead.skip_blanks();
    ahead.word();
    known = words.reprints.contains(from.substr(0, ahead.at() - begin));
  }
  if (!known) {
    return false;
  }
  ahead.digits();
  if (bracket && !ahead.take(')')) {
    return false;
  }
  if (ahead.at_word()) {
    return false;
  }
  at = ahead;
  return true;
}

/// Reads the number, or both of a joint paper. False when none stands there.
bool read_number(Cursor& at, const PaperWords& words, NumberLine& result) {
  const std::size_t begin = at.at();
  auto number = take_paper_number(at);
  if (!number) {
    return false;
  }
  result.number = *number;
  const std::string second = take_joint_number(at, result.number, words);
  if (!second.empty()) {
    result.labelled = true;
    result.number =
        is_letters(result.number) ? result.number + ';' + second : second + ';' + result.number;
  }
  result.number_span = {begin, at.at()};
  at.take('*');  // an asterisk refers to a note
  return result.labelled || (is_letters(result.number) && result.number.size() <= 2);
}

/// Whether the years of a session stand in the line, with a label or not: "2025-2026", "98 / 99".
bool holds_years(std::string_view line) {
  const std::size_t stroke = find_in_blocks(line, 0, [](const char* at) {
    const ByteBlock bytes(at);
    return bytes.is('/') | bytes.is('-') | bytes.is('\xE2');
  });
  if (stroke == line.size()) {
    return false;
  }
  for (Cursor at(line, find_ascii_digit(line, 0)); !at.done();
       at.move_to(find_ascii_digit(line, at.at()))) {
    Cursor years = at;
    at.digits();
    Cursor behind = at;
    behind.skip_blanks();
    const char c = behind.peek();
    if ((c == '/' || c == '-' || c == '\xE2') && take_session_years(years)) {
      return true;
    }
  }
  return false;
}

bool can_begin_title(std::string_view rest, const PaperWords& words) {
  if (rest.empty()) {
    return true;
  }
  std::size_t at = 0;
  const char32_t c = next_code_point(rest, at);
  const bool mark = c == '(' || c == '"' || c == '\'' || c == 0xAB || c == 0x201C || c == 0x2018 ||
                    c == 0x2019 || c == 0x201E;
  return mark || is_upper(c) || words.kinds.contains(Cursor(rest).word());
}

}  // namespace

namespace {

/// parse_number_line(), where a label or number starts at the cursor. Apart: most lines need none
/// of its room.
[[gnu::noinline]] std::optional<NumberLine> read_number_line(std::string_view line, Cursor at,
                                                             const PaperWords& words) {
  NumberLine result;
  result.labelled = take_label(at, words);
  if (!read_number(at, words, result)) {
    return std::nullopt;
  }
  result.reprint = take_reprint(at, words);
  const bool separated = at.done() || at.peek() == '(' || blank_at(line, at.at()) > 0;
  at.skip_blanks();
  result.rest = trim_blanks(at.rest());
  result.rest_span = {at.at(), at.at() + result.rest.size()};
  const bool kind = words.kinds.contains(Cursor(result.rest).word());
  if (!separated || !can_begin_title(result.rest, words) ||
      (!result.labelled && !result.rest.empty() && !kind)) {
    return std::nullopt;
  }
  return result;
}

}  // namespace

std::optional<NumberLine> parse_number_line(std::string_view line, const PaperWords& words) {
  Cursor at(line);
  at.skip_blanks();
  return may_be_number(at.rest(), words) ? read_number_line(line, at, words) : std::nullopt;
}

std::optional<SessionYear> find_session_year(std::string_view line, const PaperWords& words) {
  if (!holds_years(line)) {
    return std::nullopt;
  }
  Cursor at(line);
  while (!at.done()) {
    const auto word = at.word();
    if (!word.empty() && words.sessions.contains(word)) {
      Cursor ahead = at;
      ahead.take(':');
      ahead.skip_blanks();
      const std::size_t start = ahead.at();
      if (auto years = take_session_years(ahead)) {
        return SessionYear{
            std::string(*years), {start, ahead.at()}
        };
      }
    }
    if (word.empty()) {
      at.move_to(at.at() + 1);
    }
  }
  return std::nullopt;
}

namespace {

/// Whether a text starts with a dash, a quote, a bullet or the like: U+2010 to U+2027.
bool starts_with_mark(std::string_view text) {
  return text.size() >= 3 && text.starts_with("\xE2\x80") && text[2] >= '\x90' && text[2] <= '\xA7';
}

[[gnu::noinline]] std::optional<Chamber> read_chamber_line(std::string_view line,
                                                           const PaperWords& words) {
  const std::string_view text = trim_blanks(line);
  const std::size_t most = std::min<std::size_t>(80, 2 * words.chambers.longest());
  const std::string_view head = text.substr(0, most + 1);
  const std::size_t end = find_in_blocks(head, 0, [](const char* at) {
    return ByteBlock(at).is(',') | ByteBlock(at).is_in('0', '9');
  });
  if (end == 0 || end > most) {
    return std::nullopt;
  }
  const std::string_view name = trim_blanks(text.substr(0, end));
  const int chamber = is_collapsed(name) ? words.chambers.find(name, 0)
                                         : words.chambers.find(collapse_spaces(name), 0);
  const std::string_view mark = trim_blanks(text.substr(end));
  if (chamber == 0) {
    return std::nullopt;
  }
  const bool session = mark.substr(0, 1) == "," && find_session_year(mark, words).has_value();
  const bool own_mark = mark.size() == 1 && mark[0] - '0' == chamber;
  return mark.empty() || session || own_mark ? std::optional(static_cast<Chamber>(chamber))
                                             : std::nullopt;
}

}  // namespace

std::optional<Chamber> parse_chamber_line(std::string_view line, const PaperWords& words) {
  if (line.empty()) {
    return std::nullopt;
  }
  // What is below a blank, at the line's start, is dropped from the name, and so are blanks beyond
  // ASCII; letters beyond ASCII may fold to others. Marks are neither.
  const auto first = static_cast<unsigned char>(line[0]);
  const bool odd = first <= ' ' || (first >= 0x80 && !starts_with_mark(line));
  return odd || words.chamber_heads.allow(line, 0) ? read_chamber_line(line, words) : std::nullopt;
}

}  // namespace letterkit
