#include "fields/name_words.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/name_pieces.hpp"
#include "support/byte_block.hpp"
#include "support/fold_latin.hpp"
#include "support/unicode.hpp"
#include "support/word_hash.hpp"

namespace letterkit {
namespace {

// Longer than any word or phrase of a table; spares the folding of what cannot be found.
constexpr std::size_t kLongestKey = 64;

// Curly, modifier and accent apostrophes, each three or two bytes of UTF-8, printed for '.
constexpr std::string_view kApostrophes[] = {"\u2019", "\u2018", "\u02BC", "\u00B4", "`"};

void make_apostrophes_plain(std::string& text) {
  for (const auto apostrophe : kApostrophes) {
    for (auto at = text.find(apostrophe); at != std::string::npos; at = text.find(apostrophe, at)) {
      text[at] = '\'';
      text.erase(at + 1, apostrophe.size() - 1);
    }
  }
}

std::string_view without_periods(std::string_view phrase) {
  while (!phrase.empty() && phrase.back() == '.') {
    phrase.remove_suffix(1);
  }
  return phrase;
}

/// Whether a phrase stands in the tables as it is printed, but for its case: ASCII without '`'.
inline bool is_plain(std::string_view phrase) {
  constexpr std::uint64_t kEach = 0x0101010101010101U;
  const auto odd = [](std::uint64_t part) {  // the high bits of other bytes
    const std::uint64_t grave = part ^ ('`' * kEach);
    return (part | ((grave - kEach) & ~grave)) & (0x80 * kEach);
  };
  if (!phrase.empty() && phrase.size() <= 8) {  // nearly all
    return odd(first_bytes(phrase.data(), phrase.size())) == 0;
  }
  return each_part(phrase, [&odd](std::uint64_t part) { return odd(part) == 0; });
}

/// The form in which a word or phrase stands in the tables, its case folded.
std::string key_of(std::string_view phrase) {
  std::string key = fold_case(without_periods(phrase));
  if (!is_plain(key)) {
    make_apostrophes_plain(key);
  }
  return key;
}

/// The same of a phrase that is only looked up or added, for which tables fold ASCII themselves;
/// `room` holds it when it must be made.
std::string_view unfolded_key(std::string_view phrase, std::string& room) {
  phrase = without_periods(phrase);
  return is_plain(phrase) ? phrase : room = key_of(phrase);
}

/// The value in a table of a phrase without periods that is not plain. Apart, for nearly all are.
[[gnu::noinline]] int value_of_odd(const WordTable& table, std::string_view phrase) {
  std::array<char, kLongestLatin> buffer;
  const std::string_view latin = fold_latin(phrase, buffer);
  const bool folded = latin.size() == phrase.size() && latin.find('`') == latin.npos &&
                      latin.find('\xE2') == latin.npos;
  return folded ? table.find_folded(latin, 0) : table.find_folded(key_of(phrase), 0);
}

/// The value of a phrase in a table; 0 when it is not there. Plain ones are looked up as they are.
int value_in(const WordTable& table, std::string_view phrase) {
  if (phrase.size() > kLongestKey || !(table.may_start(phrase) || phrase.starts_with('`'))) {
    return 0;
  }
  phrase = without_periods(phrase);
  return is_plain(phrase) ? table.find_ascii(phrase, 0) : value_of_odd(table, phrase);
}

std::size_t end_of_small_letters(std::string_view text, std::size_t at) {
  if (text.size() - at >= ByteBlock::kSize) {  // in which nearly all words end
    at += static_cast<std::size_t>(
        std::countr_one(ByteBlock(text.data() + at).is_in('a', 'z').bits()));
  }
  while (at < text.size() && is_ascii_lower(text[at])) {
    ++at;
  }
  return at;
}

/// Whether a word is of small ASCII letters alone.
bool is_small(std::string_view word) {
  return !word.empty() && end_of_small_letters(word, 0) == word.size();
}

/// Whether a word is of small letters of ASCII and Latin-1.
bool is_small_latin(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_ascii_lower(word[at])) {
      ++at;
      continue;
    }
    const auto next = static_cast<unsigned char>(at + 1 < word.size() ? word[at + 1] : 0);
    if (word[at] != '\xC3' || next < 0x9F || next > 0xBF || next == 0xB7) {  // U+00DF to U+00FF
      return false;
    }
    at += 2;
  }
  return !word.empty();
}

/// Takes the first word, up to a blank, off the text. Whether it is of small letters alone.
inline bool take_word(std::string_view& text, std::string_view& word) {
  const std::size_t small = end_of_small_letters(text, 0);
  const bool whole = small == text.size() || text[small] == ' ';
  word = text.substr(0, whole ? small : std::min(text.find(' ', small), text.size()));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return whole && small > 0;
}

/// A sign or digit that stands in no word of a name.
bool is_ascii_sign(char c) {
  return c > ' ' && !is_ascii_letter(c) && c != '\'' && c != '`' && c != '-';
}

/// A sign that ends a clause behind a word.
bool is_clause_end(char c) {
  return c == '.' || c == ',' || c == ';' || c == ':';
}

bool is_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_upper);
}

constexpr std::pair<std::string_view, NameUse> kTitleRows[] = {
    {"before",     NameUse::title     },
    {"after",      NameUse::suffix    },
    {"noble",      NameUse::noble     },
    {"noble-link", NameUse::noble_link},
    {"courtesy",   NameUse::courtesy  },
    {"mark",       NameUse::mark      },
    {"initial",    NameUse::initial   },
};

Status empty_word(const DataFile& file, const DataLine& line, const DataCell& cell) {
  return data_error(file, line.number, cell.column, "profile.names",
                    "empty word; remove the '|' or write a word after it");
}

}  // namespace

Result<NameWords> NameWords::parse(const DataFile& titles, const DataFile& prefixes,
                                   const DataFile& not_names) {
  NameWords words;
  if (auto status = words.add_titles(titles); !status) {
    return status.error();
  }
  if (auto status = words.add_prefixes(prefixes); !status) {
    return status.error();
  }
  if (auto status = words.add_not_names(not_names); !status) {
    return status.error();
  }
  return words;
}

Status NameWords::add_titles(const DataFile& file) {
  for (const auto& line : data_lines(file.text)) {
    const auto cells = data_cells(line);
    const auto* const row =
        std::find_if(std::begin(kTitleRows), std::end(kTitleRows),
                     [&](const auto& candidate) { return candidate.first == cells.front().text; });
    if (row == std::end(kTitleRows)) {
      return data_error(file, line.number, cells.front().column, "profile.names",
                        "unknown kind '" + std::string(cells.front().text) +
                            "'; write before, after, noble, noble-link, courtesy, mark or initial");
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (cells[i].text.empty()) {
        return empty_word(file, line, cells[i]);
      }
      add_title(key_of(cells[i].text), row->second);
    }
  }
  return ok();
}

Status NameWords::add_prefixes(const DataFile& file) {
  std::string room;
  for (const auto& line : data_lines(file.text)) {
    for (const auto& cell : data_cells(line)) {
      if (cell.text.empty()) {
        return empty_word(file, line, cell);
      }
      const std::string_view key = unfolded_key(cell.text, room);
      prefixes_.add(key, 1);
      add_parts(key, false);
      add_use(unfolded_key(cell.text.substr(0, cell.text.find(' ')), room), NameUse::prefix_head);
      const auto spaces = std::count(cell.text.begin(), cell.text.end(), ' ');
      longest_prefix_ = std::max(longest_prefix_, static_cast<std::size_t>(spaces) + 1);
    }
  }
  return ok();
}

Status NameWords::add_not_names(const DataFile& file) {
  std::string room;
  for (const auto& line : data_lines(file.text)) {
    const auto cells = data_cells(line);
    const auto kind = cells.front().text;
    if (kind != "word" && kind != "ending" && kind != "place") {
      return data_error(file, line.number, cells.front().column, "profile.names",
                        "unknown kind '" + std::string(kind) + "'; write word, ending or place");
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
      if (cells[i].text.empty()) {
        return empty_word(file, line, cells[i]);
      }
      const std::string_view key = unfolded_key(cells[i].text, room);
      if (kind == "word") {
        add_use(key, NameUse::institution);
      } else if (kind == "ending") {
        add_ending(key);
      } else {
        places_.add(key, 1);
      }
    }
  }
  return ok();
}

void NameWords::add_use(std::string_view word, NameUse use) {
  int& known = words_.value_of(word, 0);
  known = static_cast<int>(static_cast<NameUse>(known) | use);
}

void NameWords::add_title(std::string_view phrase, NameUse use) {
  add_use(phrase, use);
  add_parts(phrase, use != NameUse::courtesy);
  const std::string_view head = phrase.substr(0, end_of_name_word(phrase, 0));
  if (!head.empty() && head.size() < phrase.size()) {
    add_use(head, begins(use));
  }
}

void NameWords::add_ending(std::string_view ending) {
  endings_.add(ending, 1);
  ending_gate_.add(ending);
  if (std::find(ending_sizes_.begin(), ending_sizes_.end(), ending.size()) == ending_sizes_.end()) {
    ending_sizes_.push_back(ending.size());
  }
}

void NameWords::add_parts(std::string_view phrase, bool sure) {
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    parts_.raise(phrase.substr(0, end), sure ? 2 : 1);
    first_bytes_.set(static_cast<unsigned char>(phrase[0]));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
}

bool NameWords::may_be_name(std::string_view line) const {
  for (std::string_view word; !line.empty();) {
    if (take_word(line, word) && parts_.find_folded(word, 0) == 0) {
      return false;
    }
  }
  return true;
}

bool NameWords::may_end_in_name(std::string_view line) const {
  const std::string_view word = without_periods(line.substr(line.find_last_of(' ') + 1));
  return !is_small(word) || parts_.find_folded(word, 0) != 0;
}

bool NameWords::may_open_name(std::string_view line) const {
  constexpr NameUse kOpening = NameUse::title | NameUse::noble | NameUse::noble_link |
                               NameUse::courtesy | NameUse::mark | NameUse::initial;
  const char first = line[0];
  const std::size_t end = end_of_small_letters(line, is_ascii_upper(first) ? 1 : 0);
  if (is_ascii_upper(first)) {  // "Nr. 51", "T 070": no surname behind the initial
    const std::string_view behind =
        line.substr(line.substr(end, 1) == "." ? end + 1 : end).substr(0, 2);
    return behind.size() < 2 || behind[0] != ' ' || !is_ascii_digit(behind[1]) ||
           starts_part(behind[1]);
  }
  if (end > 0) {
    constexpr NameUse kAny = kOpening | begins(kOpening) | NameUse::prefix_head;
    return end_of_name_word(line, end) > end ||
           has_use(static_cast<NameUse>(words_.find_folded(line.substr(0, end), 0)), kAny);
  }
  if (is_ascii_sign(first)) {
    return starts_part(first);
  }
  // Dashes apart from words, and quotation marks that are no apostrophes.
  const unsigned char mark = line.starts_with("\xE2\x80") && line.size() > 3 ? line[2] : 0;
  const bool dash = (first == '-' && line.substr(1, 1) == " ") ||
                    (mark >= 0x90 && mark <= 0x95 && line[3] == ' ');
  return !(dash || (mark >= 0x9A && mark <= 0xA2)) || starts_part(first);
}

bool NameWords::ends_names(std::string_view word) const {
  if (is_ascii_sign(word[0])) {
    return word[0] != ',' && word[0] != ';' && !starts_part(word[0]);
  }
  const std::string_view letters =
      word.substr(0, word.size() - (is_clause_end(word.back()) ? 1 : 0));
  return is_small_latin(letters) && parts_.find(letters, 0) == 0 && parts_.find(word, 0) == 0;
}

NameWords::Start NameWords::start_of(std::string_view line) const {
  for (std::string_view rest = line, word; !rest.empty();) {
    if (take_word(rest, word)) {
      const int part = parts_.find_folded(word, 0);
      if (part == 0) {
        return Start::no_name;  // most lines of running text
      }
      if (part == 2) {
        return may_open_name(line) ? Start::maybe_name : Start::no_title;
      }
      continue;
    }
    if (!word.empty() && !is_ascii_upper(word[0]) && ends_names(word)) {
      return Start::no_name;
    }
    word = word.substr(0, word.find_last_not_of(",;:") + 1);
    // A letter alone, one with a period, or what is pieced together: who knows.
    const bool plain = word.size() > 1 && (is_small(word.substr(1)) || is_capitals(word));
    if (!plain || parts_.find(word, 0) == 2) {
      return may_open_name(line) ? Start::maybe_name : Start::no_title;
    }
  }
  return Start::no_title;
}

NameUse NameWords::uses(std::string_view phrase) const {
  return static_cast<NameUse>(value_in(words_, phrase));
}

bool NameWords::is_prefix(std::string_view phrase) const {
  return value_in(prefixes_, phrase) != 0;
}

bool NameWords::is_place(std::string_view text) const {
  return value_in(places_, text) != 0;
}

bool NameWords::has_institution_ending(std::string_view word) const {
  word = without_periods(word);
  if (!ending_gate_.may_end(word)) {
    return false;
  }
  const bool plain = is_plain(word);
  const std::string key = plain ? std::string() : key_of(word);
  word = plain ? word : key;
  return std::any_of(ending_sizes_.begin(), ending_sizes_.end(), [&](std::size_t size) {
    if (word.size() <= size) {
      return false;
    }
    const std::string_view ending = word.substr(word.size() - size);
    return endings_.may_hold(ending) &&
           (plain ? endings_.find(ending, 0) : endings_.find_folded(ending, 0)) != 0;
  });
}

}  // namespace letterkit
