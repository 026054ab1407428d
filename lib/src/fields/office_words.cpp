// The tables of offices and ministries; declared in office.hpp.
#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"
#include "fields/office.hpp"
#include "support/byte_block.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kKeys =
    "kind NAME, body NAME, ending NAME, article, before, acting, of, and";
constexpr int kStillInUse = 9999;

/// Whether a text folds to one of the same size. From the end, where most differ.
bool fold_case_equal(std::string_view text, std::string_view folded) {
  for (std::size_t i = text.size(); i-- > 0;) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      return fold_case(text) == folded;
    }
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != folded[i]) {
      return false;
    }
  }
  return true;
}

int kind_index(OfficeWords& words, std::string_view name, bool body) {
  const auto found = std::find(words.kinds.begin(), words.kinds.end(), name);
  if (found != words.kinds.end()) {
    return static_cast<int>(found - words.kinds.begin());
  }
  words.kinds.emplace_back(name);
  words.bodies.push_back(body);
  return static_cast<int>(words.kinds.size()) - 1;
}

Status add_phrases(const KeyedLine& line, PhraseTable& table, int value) {
  for (const DataCell& cell : line.words) {
    if (!table.add(cell.text, value)) {
      return line.error(cell, "word",
                        quoted(cell.text) + " is no phrase of words, or stands twice; mend it");
    }
  }
  return ok();
}

void add_openings(const KeyedLine& line, int what, OfficeWords& words) {
  for (const DataCell& cell : line.words) {
    words.add_opening(cell.text, what);
  }
}

/// Whether a kind can stand in records: "state_secretary".
bool is_kind(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
         });
}

Status read_office_line(OfficeWords& words, const KeyedLine& line) {
  const std::string_view key = line.key_name();
  const std::string_view name = line.key_argument();
  if ((key == "kind" || key == "body" || key == "ending") && name.empty()) {
    return line.error(line.key, "key", quoted(key) + " lacks the kind; write 'kind minister'");
  }
  if ((key == "kind" || key == "body" || key == "ending") && !is_kind(name)) {
    return line.error(line.key, "key",
                      quoted(name) + " is no kind; use small letters, digits and _");
  }
  if (key == "kind" || key == "body") {
    add_openings(line, OfficeWords::opens_noun, words);
    return add_phrases(line, words.nouns, kind_index(words, name, key == "body"));
  }
  if (key == "ending") {
    const int kind = kind_index(words, name, false);
    for (const DataCell& cell : line.words) {
      words.endings.emplace_back(fold_case(cell.text), kind);
    }
    return ok();
  }
  if (key == "before") {
    add_openings(line, OfficeWords::opens_before, words);
    return add_phrases(line, words.before, 1);
  }
  const std::pair<std::string_view, WordTable*> tables[] = {
      {"article", &words.articles},
      {"acting",  &words.acting  },
      {"of",      &words.of      },
      {"and",     &words.ands    }
  };
  for (const auto& [table_key, table] : tables) {
    if (key == table_key) {
      if (key == "article" || key == "acting") {
        add_openings(
            line, key == "article" ? OfficeWords::opens_article : OfficeWords::opens_acting, words);
      }
      return line.add_to(*table, 1);
    }
  }
  return line.unknown_key(kKeys);
}

/// Lets a form be read as a ministry, too. False: it is no phrase.
bool add_form(OfficeWords& words, std::string_view form, const Ministry& ministry) {
  const auto added = static_cast<int>(words.ministries.size());
  const auto known = words.ministry_names.match(form, 0);
  if (known && known->end == form.size()) {
    Ministry* last = &words.ministries[static_cast<std::size_t>(known->value)];
    while (last->next >= 0) {
      last = &words.ministries[static_cast<std::size_t>(last->next)];
    }
    last->next = added;
  } else if (!words.ministry_names.add(form, added)) {
    return false;
  }
  words.ministries.push_back(ministry);
  return true;
}

Status read_ministry(OfficeWords& words, const KeyedLine& line) {
  if (line.words.size() < 3) {
    return line.error(line.key, "key",
                      "lacks cells; write 'NAME | FIRST YEAR | LAST YEAR | SOURCE'");
  }
  const int from = whole_number(line.words[0].text, 0);
  const int to = line.words[1].text.empty() ? kStillInUse : whole_number(line.words[1].text, 0);
  if (from <= 0 || to < from) {
    return line.error(line.words[0], "year", "not the years from and to; write '1945 | 2010'");
  }
  const Ministry ministry{line.key.text, from, to};
  // Cells: first year, last year, source, and the other forms.
  for (std::size_t i = 2; i < line.words.size(); ++i) {
    const std::string_view form = i == 2 ? line.key.text : line.words[i].text;
    if (!add_form(words, form, ministry)) {
      return line.error(line.key, "word", quoted(form) + " is no phrase of words; mend it");
    }
  }
  return ok();
}

}  // namespace

Result<OfficeWords> OfficeWords::parse(const DataFile& offices, const DataFile& ministries) {
  OfficeWords words;
  for (const bool names : {false, true}) {
    const DataFile& file = names ? ministries : offices;
    for (const DataLine& line : data_lines(file.text)) {
      const auto keyed = keyed_line(file, line, "office");
      if (!keyed) {
        return keyed.error();
      }
      Status read = names ? read_ministry(words, *keyed) : read_office_line(words, *keyed);
      if (!read) {
        return read.error();
      }
    }
  }
  for (const auto& [ending, kind] : words.endings) {
    words.ending_gate_.add(ending);
  }
  return words;
}

void OfficeWords::add_opening(std::string_view word, int what) {
  std::size_t end = 0;
  while (end < word.size() && (letter_at(word, end) > 0 || is_ascii_digit(word[end]))) {
    end += std::max<std::size_t>(letter_at(word, end), 1);
  }
  int& known = end == 0 ? signs_ : heads_.value_of(word.substr(0, end), opens_nothing);
  known |= what;
}

OfficeWords::OpeningWord OfficeWords::opening(std::string_view text, std::size_t at) const {
  const std::size_t left = text.size() - at;
  std::array<char, ByteBlock::kSize> last{};
  const char* from = text.data() + at;
  if (left < ByteBlock::kSize) {
    std::copy_n(from, left, last.begin());
    from = last.data();
  }
  const ByteBlock bytes(from);
  const auto size = static_cast<std::size_t>(std::countr_one(bytes.is_letter().bits()));
  if (size == ByteBlock::kSize) {
    return {opens_any, 0};
  }
  const char behind = from[size];
  // Letters beyond ASCII, and those a mark may follow, fold to others; digits go on with a word.
  if (static_cast<unsigned char>(behind) >= 0x80 || is_ascii_digit(behind)) {
    return {opens_any, 0};
  }
  if (size == 0) {
    return {signs_, 0};
  }
  const std::string_view word(from, size);
  const bool goes_on = behind == '.' || behind == '-';
  const bool compound = goes_on || ending_gate_.may_end(word);
  return {heads_.find_ascii(word, opens_nothing) | (compound ? opens_compound : opens_nothing),
          goes_on ? 0 : size};
}

int OfficeWords::compound(std::string_view word) const {
  for (const auto& [ending, kind] : endings) {
    // An ending is folded; folding keeps the sizes of all letters that endings are spelled with.
    if (word.size() > ending.size() &&
        fold_case_equal(word.substr(word.size() - ending.size()), ending)) {
      return kind;
    }
  }
  return -1;
}

}  // namespace letterkit
