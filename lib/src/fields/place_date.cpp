// Lines that are a place and a date; declared in date.hpp.
//
// In: a line. Out: the place, which may be missing, and the date. Method: find the date, see that
// nothing but punctuation follows it, and read what stands before it from its end: weekday,
// connector, comma; the rest must look like the name of a place.
//
//   "Salem, Massachusetts, June 3, 1801" -> "Salem, Massachusetts", "1801-06-03"
//   "Capelle aan den IJssel, den 3e mei 1999." -> "Capelle aan den IJssel", "1999-05-03"
#include <algorithm>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

// Longer lines are prose (bytes).
constexpr std::size_t kLongestLine = 160;
constexpr std::size_t kLongestPlace = 60;
constexpr std::size_t kMostWords = 5;
// Without a comma between them, a long run of words before a date is a heading, not a place.
constexpr std::size_t kMostWordsWithoutComma = 3;

/// The text before the date, eaten from its end.
struct Head {
  std::string_view text;
  bool comma = false;
};

/// The last word of `text`, up to a blank or comma before it.
std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && text[begin - 1] != ',' && blank_before(text, begin) == 0) {
    --begin;
  }
  return text.substr(begin);
}

std::string_view without_period(std::string_view word) {
  return !word.empty() && word.back() == '.' ? word.substr(0, word.size() - 1) : word;
}

/// Takes commas, connectors ("den", "le") and a weekday off the end.
Head before_date(std::string_view text, const DateWords& words) {
  Head head{trim_blanks(text)};
  while (!head.text.empty()) {
    const std::string_view word = last_word(head.text);
    if (word.empty()) {  // ends with a comma
      head.comma = true;
      head.text.remove_suffix(1);
    } else if (words.weekdays.contains(word)) {
      head.text.remove_suffix(word.size());
      head.comma = false;  // "Friday, May 3, 2030": the comma is the weekday's
    } else if (words.connectors.contains(without_period(word))) {
      head.text.remove_suffix(word.size());
    } else {
      break;
    }
    head.text = trim_blanks(head.text);
  }
  return head;
}

/// Bytes of the apostrophe, of any make, at the start.
std::size_t apostrophe_size(std::string_view word) {
  for (const std::string_view mark : {"'", "`", "\u2019", "\u2018", "\u201B", "\u00B4"}) {
    if (word.substr(0, mark.size()) == mark) {
      return mark.size();
    }
  }
  return 0;
}

/// Takes the first of two days off the end: "4./" of "4./6. Mai", "4 et" of "4 et 6 mai".
std::string_view without_first_day(std::string_view text, const DateWords& words) {
  std::string_view head = trim_blanks(text);
  const std::string_view link = last_word(head);
  if (!head.empty() && (head.back() == '/' || head.back() == '-')) {
    head.remove_suffix(1);
  } else if (words.between.contains(link)) {
    head.remove_suffix(link.size());
  } else {
    return text;
  }
  head = without_period(trim_blanks(head));
  const auto last = head.find_last_not_of("0123456789");
  const std::size_t begin = last == std::string_view::npos ? 0 : last + 1;
  const std::size_t digits = head.size() - begin;
  return digits == 1 || digits == 2 ? head.substr(0, begin) : text;
}

/// Whether the word may be part of a place's name as it is spelled: letters with hyphens, slashes,
/// apostrophes or periods between them ("IJmuiden", "'s-Gravenhage", "St.", "Felsenau/Bern").
bool is_name_word(std::string_view word) {
  bool letter = false;
  for (std::size_t at = 0; at < word.size();) {
    if (is_ascii_letter(word[at])) {
      letter = true;
      ++at;
      continue;
    }
    if (const std::size_t n = apostrophe_size(word.substr(at))) {
      at += n;
      continue;
    }
    const char32_t c = next_code_point(word, at);
    letter = letter || is_word_letter(c);
    if (!is_word_letter(c) && c != '-' && c != '/' && c != '.') {
      return false;
    }
  }
  return letter;
}

bool starts_like_a_name(std::string_view word) {
  std::size_t at = apostrophe_size(word);
  return at > 0 || is_upper(next_code_point(word, at));
}

bool is_initial(std::string_view word) {
  return length_in_code_points(word) == 2 && word.back() == '.';
}

/// Whether the text is spelled as the name of a place and is not known to be another thing.
bool looks_like_place(std::string_view text, std::size_t most_words, const DateWords& words) {
  if (text.size() > kLongestPlace) {
    return false;
  }
  std::size_t count = 0;
  bool name_last = false;
  while (!text.empty()) {
    std::size_t end = 0;
    while (end < text.size() && blank_at(text, end) == 0) {
      ++end;
    }
    const std::string_view word = text.substr(0, end);
    text = trim_blanks(text.substr(end));
    const bool particle = words.particles.contains(word);
    name_last = starts_like_a_name(word);
    const bool alone = count == 0 && text.empty();
    if (!is_name_word(word) || (!name_last && !particle) || (is_initial(word) && !alone) ||
        words.months.contains(word) ||
        (count == 0 && words.not_place.contains(without_period(word)))) {
      return false;
    }
    ++count;
  }
  return name_last && count <= most_words;
}

/// Whether two texts are one but for case.
bool same_folded(std::string_view text, std::string_view other) {
  bool ascii = true;
  for (std::size_t i = 0; i < text.size() && i < other.size() && ascii; ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    const auto b = static_cast<unsigned char>(other[i]);
    ascii = (a | b) < 0x80;
    if (ascii && a != b && ((a | 0x20U) != (b | 0x20U) || !is_ascii_letter(text[i]))) {
      return false;
    }
  }
  return ascii ? text.size() == other.size() : fold_case(text) == fold_case(other);
}

/// Bytes of a label, its colon and blanks at the start of the line; 0 when there is none.
std::size_t label_size(std::string_view line, std::span<const std::string> labels) {
  for (const std::string& label : labels) {
    if (line.size() <= label.size() || !same_folded(line.substr(0, label.size()), label)) {
      continue;
    }
    Cursor at(line, label.size());
    const bool blank = at.skip_blanks();
    if (at.take(':') || blank) {
      at.skip_blanks();
      return at.at();
    }
  }
  return 0;
}

constexpr std::size_t kLongestMark = 7;
constexpr std::size_t kLongestInitials = 4;

/// "(hum)", "(zu/kr)", "/ hum": whose letter it is, as Swiss offices print it behind the date.
bool is_writers_mark(std::string_view text) {
  if (text.size() > 2 && text.front() == '/') {
    text = trim_blanks(text.substr(1));
    return text.size() <= kLongestInitials && std::all_of(text.begin(), text.end(), [](char c) {
             return is_ascii_lower(c) || is_ascii_upper(c);
           });
  }
  if (text.size() > 2 && text.size() <= kLongestInitials &&
      std::all_of(text.begin(), text.end(), is_ascii_upper)) {
    return true;  // "28. Februar 2031 HEGU"
  }
  return text.size() > 3 && text.size() <= kLongestMark && text.front() == '(' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz/", 1) == text.size() - 1 &&
         text.back() == ')';
}

/// Whether nothing stands behind a date.
bool ends_line(std::string_view text) {
  text = trim_blanks(text);
  return is_writers_mark(text) || text.empty() || text == "." || text == "," || text == ";" ||
         text == "!";
}

/// Whether a date may end in the number that ends the text: in a year, or in the day of
/// "2026-03-02".
bool may_end_date(std::string_view text, const DateWords& words) {
  std::size_t digits = 1;
  while (digits < text.size() && digits < 5 && is_ascii_digit(text[text.size() - digits - 1])) {
    ++digits;
  }
  const char first = text[text.size() - digits];
  if (digits != 2) {
    return digits == 4 && (first == '1' || first == '2');
  }
  const std::string_view before = text.substr(0, text.size() - digits);
  return words.short_year_after_word || before.ends_with('-') || before.ends_with('/') ||
         before.ends_with('.') || before.ends_with(". ");
}

/// Whether a line that ends in a letter may do so behind a date: in "/ hum", "HEGU".
bool may_end_in_mark(std::string_view line) {
  std::size_t end = line.size();
  while (end > 0 && line.size() - end <= kLongestInitials && is_ascii_letter(line[end - 1])) {
    --end;
  }
  return line.size() - end <= kLongestInitials &&
         (is_ascii_upper(line.back()) || trim_blanks(line.substr(0, end)).ends_with('/'));
}

/// False when the line starts with a small word that stands neither in dates nor before them: most
/// lines that end in a year go on with a sentence.
bool may_start_date(std::string_view line, const DateWords& words) {
  if (line.empty() || !is_ascii_lower(line[0])) {
    return true;
  }
  std::size_t end = 0;
  while (end < line.size() && line[end] != ',' && blank_at(line, end) == 0) {
    ++end;
  }
  const std::string_view word = line.substr(0, end);
  return words.particles.contains(word) || words.months.contains(Cursor(line).word()) ||
         words.connectors.contains(without_period(word)) || words.weekdays.contains(word);
}

/// parse_place_date(), of a line that may end in a date. Apart: most lines need none of its room.
[[gnu::noinline]] std::optional<PlaceDate> read_place_date(std::string_view line,
                                                           const DateWords& words,
                                                           std::span<const std::string> labels) {
  Cursor first(line);
  first.skip_blanks();
  std::size_t begin = first.at() + label_size(first.rest(), labels);
  begin += label_size(line.substr(begin), words.leads);
  if (!may_start_date(line.substr(begin), words)) {
    return std::nullopt;
  }
  auto date = find_date(line, begin, words);
  if (!date || !ends_line(line.substr(date->end))) {
    return std::nullopt;
  }
  const Head head =
      before_date(without_first_day(line.substr(begin, date->start - begin), words), words);
  PlaceDate result{std::nullopt, 0, *std::move(date)};
  if (head.text.empty()) {
    return head.comma ? std::nullopt : std::optional(std::move(result));
  }
  const bool month_only = result.date.iso.size() == 7;
  const std::size_t most_words = head.comma ? kMostWords : month_only ? 0 : kMostWordsWithoutComma;
  // "Salem, Massachusetts, June 3, 1801"
  const std::size_t comma =
      head.comma && words.region_behind_comma ? head.text.find(',') : std::string_view::npos;
  const bool region = comma != std::string_view::npos &&
                      looks_like_place(head.text.substr(0, comma), most_words, words) &&
                      looks_like_place(trim_blanks(head.text.substr(comma + 1)), most_words, words);
  if (!region && !looks_like_place(head.text, most_words, words)) {
    return std::nullopt;
  }
  result.place = head.text;
  result.place_start = static_cast<std::size_t>(head.text.data() - line.data());
  return result;
}

// Remembered by a thread of a language, and as many older. To read a date takes two thousand steps,
// and splitting a dump, recognising lines and assembling a letter ask for the same one, within as
// many letters as are read together.
constexpr std::size_t kMostTexts = 256;

struct KnownDate {
  std::optional<PlaceDate> date;
};

}  // namespace

bool may_end_in_date(std::string_view line, const DateWords& words) {
  if (line.empty() || (is_ascii_letter(line.back()) && !may_end_in_mark(line))) {
    return false;
  }
  std::size_t behind = 0;  // bytes of ASCII behind the digit that are no blanks
  for (std::size_t at = line.size(); at > 0 && behind <= kLongestMark; --at) {
    if (is_ascii_digit(line[at - 1])) {
      return ends_line(line.substr(at)) && may_end_date(line.substr(0, at), words);
    }
    const auto byte = static_cast<unsigned char>(line[at - 1]);
    behind += byte > ' ' && byte < 0x80 ? 1 : 0;
  }
  return false;
}

std::optional<PlaceDate> parse_place_date(std::string_view line, const DateWords& words,
                                          std::span<const std::string> labels) {
  if (line.size() > kLongestLine || !may_end_in_date(line, words)) {
    return std::nullopt;
  }
  if (!labels.empty() || line.size() > kLongestKnown) {
    return read_place_date(line, words, labels);
  }
  const KnownDate& known = thread_memo<ValueMemo<KnownDate, kMostTexts>>(words.id).at(
      line, hash_word(line), [&] { return KnownDate{read_place_date(line, words, labels)}; });
  std::optional<PlaceDate> found = known.date;
  if (found && found->place) {  // that of the text which was read
    found->place = line.substr(found->place_start, found->place->size());
  }
  return found;
}

}  // namespace letterkit
