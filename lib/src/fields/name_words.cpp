#include "fields/name_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "fields/cursor.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// Longer than any word or phrase of a table; spares the folding of what cannot be found.
constexpr std::size_t kLongestKey = 64;

// Curly, modifier and accent apostrophes, each three or two bytes of UTF-8, printed for '.
constexpr std::string_view kApostrophes[] = {"\u2019", "\u2018", "\u02BC", "\u00B4", "`"};

std::string plain_apostrophes(std::string text) {
  for (const auto apostrophe : kApostrophes) {
    for (auto at = text.find(apostrophe); at != std::string::npos; at = text.find(apostrophe, at)) {
      text.replace(at, apostrophe.size(), "'");
    }
  }
  return text;
}

/// The form in which a word or phrase stands in the tables. ASCII ones, nearly all, cost no
/// allocation.
class Key {
 public:
  explicit Key(std::string_view phrase) {
    while (!phrase.empty() && phrase.back() == '.') {
      phrase.remove_suffix(1);
    }
    if (phrase.size() > kLongestKey || !lower_ascii(phrase)) {
      folded_ = plain_apostrophes(fold_case(phrase));
      view_ = folded_;
    }
  }

  Key(const Key&) = delete;
  Key& operator=(const Key&) = delete;

  [[nodiscard]] std::string_view view() const { return view_; }

 private:
  bool lower_ascii(std::string_view phrase) {
    bool plain = true;
    for (std::size_t i = 0; i < phrase.size(); ++i) {
      const char c = phrase[i];
      plain = plain && static_cast<unsigned char>(c) < 0x80 && c != '`';
      ascii_[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    view_ = {ascii_.data(), phrase.size()};
    return plain;
  }

  std::array<char, kLongestKey> ascii_;
  std::string folded_;
  std::string_view view_;
};

/// Whether a word is of small ASCII letters alone.
bool is_small(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_lower);
}

bool is_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_ascii_upper);
}

std::string key_of(std::string_view phrase) {
  return std::string(Key(phrase).view());
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
      add_use(key_of(cells[i].text), row->second);
    }
  }
  return ok();
}

Status NameWords::add_prefixes(const DataFile& file) {
  for (const auto& line : data_lines(file.text)) {
    for (const auto& cell : data_cells(line)) {
      if (cell.text.empty()) {
        return empty_word(file, line, cell);
      }
      const std::string key = key_of(cell.text);
      prefixes_.add(key, 1);
      add_parts(key, false);
      prefix_heads_.add(key_of(cell.text.substr(0, cell.text.find(' '))), 1);
      const auto spaces = std::count(cell.text.begin(), cell.text.end(), ' ');
      longest_prefix_ = std::max(longest_prefix_, static_cast<std::size_t>(spaces) + 1);
    }
  }
  return ok();
}

Status NameWords::add_not_names(const DataFile& file) {
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
      std::string key = key_of(cells[i].text);
      if (kind == "word") {
        add_use(key, NameUse::institution);
      } else if (kind == "ending") {
        endings_.push_back(std::move(key));
      } else {
        places_.add(key, 1);
      }
    }
  }
  return ok();
}

void NameWords::add_use(std::string_view word, NameUse use) {
  const auto known = static_cast<NameUse>(words_.find(word, 0));
  words_.raise(word, static_cast<int>(known | use));
  if (use != NameUse::institution) {
    add_parts(word, use != NameUse::courtesy);
  }
}

void NameWords::add_parts(std::string_view phrase, bool sure) {
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    parts_.raise(phrase.substr(0, end), sure ? 2 : 1);
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
}

bool NameWords::may_be_name(std::string_view line) const {
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    if (is_small(word) && parts_.find_folded(word, 0) == 0) {
      return false;
    }
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return true;
}

bool NameWords::may_start_with_name(std::string_view line) const {
  while (!line.empty()) {
    std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(word.size() + 1, line.size()));
    if (is_small(word)) {
      const int part = parts_.find_folded(word, 0);
      if (part != 1) {
        return part == 2;
      }
      continue;
    }
    word = word.substr(0, word.find_last_not_of(",;:") + 1);
    // A letter alone, one with a period, or what is pieced together: who knows.
    const bool plain = word.size() > 1 && (is_small(word.substr(1)) || is_capitals(word));
    if (!plain || parts_.find(word, 0) == 2) {
      return true;
    }
  }
  return false;
}

NameUse NameWords::uses(std::string_view phrase) const {
  if (phrase.size() > kLongestKey) {
    return NameUse::none;
  }
  return static_cast<NameUse>(words_.find_folded(Key(phrase).view(), 0));
}

bool NameWords::is_prefix(std::string_view phrase) const {
  return phrase.size() <= kLongestKey && prefixes_.find_folded(Key(phrase).view(), 0) != 0;
}

bool NameWords::starts_prefix(std::string_view word) const {
  return word.size() <= kLongestKey && prefix_heads_.find_folded(Key(word).view(), 0) != 0;
}

bool NameWords::is_place(std::string_view text) const {
  return text.size() <= kLongestKey && places_.find_folded(Key(text).view(), 0) != 0;
}

bool NameWords::is_institution(std::string_view word) const {
  if (word.size() > kLongestKey) {
    return true;  // no surname is that long
  }
  const Key folded(word);
  const std::string_view key = folded.view();
  if (has_use(static_cast<NameUse>(words_.find_folded(key, 0)), NameUse::institution)) {
    return true;
  }
  return std::any_of(endings_.begin(), endings_.end(), [&](const std::string& ending) {
    return key.size() > ending.size() && key.ends_with(ending);
  });
}

}  // namespace letterkit
