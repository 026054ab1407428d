#include "split/split_words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"
#include "support/count_bytes.hpp"
#include "support/edge_bytes.hpp"

namespace letterkit {
namespace {

constexpr std::array<std::pair<std::string_view, SplitCue>, 19> kKeys = {
    {{"publisher", SplitCue::publisher},
     {"return-address", SplitCue::return_address},
     {"addressee", SplitCue::addressee},
     {"circular-to", SplitCue::circular_to},
     {"title", SplitCue::title},
     {"paper-title", SplitCue::paper_title},
     {"salutation", SplitCue::salutation},
     {"courtesy", SplitCue::courtesy},
     {"opening", SplitCue::opening},
     {"section", SplitCue::section},
     {"field", SplitCue::field},
     {"letterhead", SplitCue::letterhead},
     {"role", SplitCue::role},
     {"behalf", SplitCue::behalf},
     {"closing", SplitCue::closing},
     {"closing-word", SplitCue::closing_word},
     {"attachment", SplitCue::attachment},
     {"copy", SplitCue::copy},
     {"foot", SplitCue::foot}}
};

// Of a line that a word such as "Ihr" makes a closing formula.
constexpr std::size_t kMostClosingWords = 4;
constexpr std::size_t kLongestClosing = 40;  // bytes

/// Cues that say something about a head or signature found already, and start none.
bool is_only_context(SplitCue cue) {
  return cue == SplitCue::letterhead || cue == SplitCue::attachment || cue == SplitCue::copy ||
         cue == SplitCue::foot || cue == SplitCue::paper_title;
}

/// Cues that a line in small letters may show.
bool is_of_signature(SplitCue cue) {
  return cue == SplitCue::role || cue == SplitCue::behalf || cue == SplitCue::closing ||
         cue == SplitCue::closing_word;
}

/// The cue of a key; none: it is no cue's.
SplitCue cue_of(std::string_view key) {
  const auto* const known = std::ranges::find(kKeys, key, &decltype(kKeys)::value_type::first);
  return known == kKeys.end() ? SplitCue::none : known->second;
}

/// Makes a pattern one that matches what another does, too.
void join(std::string_view source, std::optional<Pattern>& any) {
  std::string joined = any ? any->source() + '|' : std::string();
  any = Pattern::known(joined.append("(?:").append(source).append(")"));
}

Status add_patterns(const KeyedLine& line, LinePatterns& patterns) {
  for (const DataCell& cell : line.words) {
    if (const auto pattern = Pattern::of(line.file, cell.text); !pattern) {
      return line.error(cell, "pattern", pattern.error().message + "; mend it");
    }
    join(cell.text, starts_at_start(cell.text) ? patterns.bound : patterns.loose);
  }
  return ok();
}

Status add_letter_words(const KeyedLine& line, WordTable& known) {
  for (const DataCell& cell : line.words) {
    if (Cursor(cell.text).word() != cell.text || !known.add(cell.text, 1)) {
      return line.error(cell, "word", quoted(cell.text) + " is not one word; mend it");
    }
  }
  return ok();
}

Status read_line(const KeyedLine& line, SplitWords& words) {
  if (line.key.text == "address-like") {
    return add_patterns(line, words.address_like);
  }
  if (line.key.text == "page-mark-like") {
    return add_patterns(line, words.page_mark_like);
  }
  if (line.key.text == "letter-word") {
    return add_letter_words(line, words.letter_words);
  }
  const SplitCue cue = cue_of(line.key.text);
  if (cue == SplitCue::none) {
    std::string known = "address-like, page-mark-like, letter-word";
    for (const auto& [name, of_name] : kKeys) {
      known.append(", ").append(name);
    }
    return line.unknown_key(known);
  }
  for (const DataCell& cell : line.words) {
    if (!words.phrases.add(cell.text, static_cast<int>(cue))) {
      return line.error(cell, "word",
                        quoted(cell.text) + " is no phrase of words, or stands twice; mend it");
    }
  }
  return ok();
}

}  // namespace

Result<SplitGates> SplitGates::parse(const DataFile& file) {
  Result<SplitGates> result{SplitGates()};  // 9 KB, which are not copied on return
  SplitGates& gates = *result;
  for (const DataLine& line : data_lines(file.text)) {
    const std::vector<DataCell> cells = data_cells(line);
    const SplitCue cue = cue_of(cells[0].text);
    if (cue == SplitCue::none) {
      continue;
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
      gates.phrases = true;
      if (!is_only_context(cue)) {
        gates.any.add(cells[i].text);
        gates.by_eight.add(cells[i].text);
      }
      if (is_of_signature(cue)) {
        gates.small.add(cells[i].text);
      }
    }
  }
  return result;
}

void SplitGates::join(const SplitGates& others) {
  any.join(others.any);
  small.join(others.small);
  by_eight.join(others.by_eight);
  phrases = phrases || others.phrases;
}

Result<SplitWords> SplitWords::parse(const DataFile& file) {
  SplitWords words;
  for (const DataLine& data : data_lines(file.text)) {
    const auto line = keyed_line(file, data, "split");
    if (!line) {
      return line.error();
    }
    if (const Status status = read_line(*line, words); !status) {
      return status.error();
    }
  }
  return words;
}

SplitCue find_cue(std::string_view line, const SplitWords& words) {
  const auto match = words.phrases.match(line, 0);
  const SplitCue cue = match ? static_cast<SplitCue>(match->value) : SplitCue::none;
  if (cue == SplitCue::closing_word) {
    const bool closes = count_byte(line, ' ') < kMostClosingWords && line.size() <= kLongestClosing;
    return closes ? SplitCue::closing : SplitCue::none;
  }
  return cue;
}

std::optional<BareLabel> bare_label(std::string_view line, const SplitWords& words) {
  constexpr std::size_t kLongestMark = 3;
  const auto match = words.phrases.match(line, 0);
  if (!match || static_cast<SplitCue>(match->value) != SplitCue::attachment) {
    return std::nullopt;
  }
  const std::string_view mark = trim_blanks(line.substr(match->end));
  const bool is_mark = mark.size() <= kLongestMark &&
                       std::all_of(mark.begin(), mark.end(),
                                   [](char c) { return is_ascii_digit(c) || is_ascii_upper(c); });
  return !is_mark       ? std::nullopt
         : mark.empty() ? std::optional(BareLabel::plain)
                        : std::optional(BareLabel::marked);
}

bool mentions_letter(std::string_view line, const SplitWords& words) {
  for (Cursor at(line); !at.done();) {
    const auto word = at.word();
    if (word.empty()) {
      at.move_to(at.at() + 1);
    } else if (words.letter_words.contains(word)) {
      return true;
    }
  }
  return false;
}

std::string_view without_opening_marks(std::string_view line) {
  while (!line.empty()) {
    const char c = line[0];
    std::size_t size = c == '>' || c == '"' || c == '*' ? 1 : blank_at(line, 0);
    for (const std::string_view mark : {"\u00AB", "\u201E", "\u201C", "\uFEFF"}) {
      size = line.substr(0, mark.size()) == mark ? mark.size() : size;
    }
    if (size == 0) {
      break;
    }
    line.remove_prefix(size);
  }
  return line;
}

}  // namespace letterkit
