#include "eval/misses.hpp"

#include <algorithm>
#include <utility>

#include "eval/table.hpp"
#include "support/unicode.hpp"

namespace letterkit::eval {

namespace {

constexpr std::size_t kAround = 2;         // lines shown on each side of a value
constexpr std::size_t kLongestSpan = 8;    // lines of the value itself
constexpr std::size_t kLongestLine = 160;  // characters; a paragraph may be one line

std::string value_line(char sign, std::string_view what, std::string_view text) {
  return std::string("  ") + sign + " " + std::string(what) + " \"" + std::string(text) + "\"\n";
}

/// The line's beginning, at most kLongestLine characters of it.
std::string cut(std::string_view line) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < line.size() && n < kLongestLine; ++n) {
    next_code_point(line, at);
  }
  return std::string(line.substr(0, at)) + (at < line.size() ? " ..." : "");
}

/// Whether `number` stands in the line with no digit beside it.
bool has_number(std::string_view line, std::string_view number) {
  const auto is_digit = [line](std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
  };
  for (std::size_t at = line.find(number); at != std::string_view::npos;
       at = line.find(number, at + 1)) {
    if (!is_digit(at - 1) && !is_digit(at + number.size())) {  // at - 1 wraps, and is no digit
      return true;
    }
  }
  return false;
}

}  // namespace

LetterLines::LetterLines(std::string_view text, std::size_t start, std::size_t end) {
  start = std::min(start, text.size());
  end = std::clamp(end, start, text.size());
  first_line_ = static_cast<std::size_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n'));
  for (std::string_view rest = text.substr(start, end - start); !rest.empty();) {
    const std::size_t length = std::min(rest.find('\n'), rest.size());
    lines_.push_back(rest.substr(0, length));
    rest.remove_prefix(std::min(length + 1, rest.size()));
    key_ += soft_key(lines_.back());
    key_ends_.push_back(key_.size());
  }
}

std::size_t LetterLines::line_of_key(std::size_t byte) const {
  const auto line = std::upper_bound(key_ends_.begin(), key_ends_.end(), byte);
  return static_cast<std::size_t>(line - key_ends_.begin());
}

std::optional<LineSpan> LetterLines::find_text(const std::string& value) const {
  const std::string key = soft_key(value);
  const std::size_t at = key.empty() ? std::string::npos : key_.find(key);
  if (at == std::string::npos) {
    return std::nullopt;
  }
  return LineSpan{line_of_key(at), line_of_key(at + key.size() - 1)};
}

std::optional<LineSpan> LetterLines::find_date(const std::string& iso) const {
  const std::string year = iso.substr(0, 4);
  std::string day = iso.size() == 10 ? iso.substr(8) : "";
  for (const bool padded : {false, true}) {
    if (!padded && !day.empty() && day.front() == '0') {
      day.erase(0, 1);
    } else if (padded && day.size() == 1) {
      day.insert(0, 1, '0');
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (has_number(lines_[i], year) && (day.empty() || has_number(lines_[i], day))) {
        return LineSpan{i, i};
      }
    }
  }
  return std::nullopt;
}

std::optional<LineSpan> LetterLines::find(Field field, const std::string& value) const {
  if (field == Field::date) {
    return find_date(value);
  }
  if (field == Field::signatory) {  // "name / role": printed apart, in either order
    const std::size_t slash = value.find(" / ");
    const auto by_name = find_text(value.substr(0, slash));
    return by_name ? by_name : find_text(value.substr(slash + 3));
  }
  return field == Field::is_letter ? std::nullopt : find_text(value);
}

std::string LetterLines::show(const LineSpan& span) const {
  const std::size_t first = span.first - std::min(span.first, kAround);
  const std::size_t last =
      std::min(std::min(span.last, span.first + kLongestSpan) + kAround, lines_.size() - 1);
  std::string shown;
  for (std::size_t i = first; i <= last; ++i) {
    const std::string number = std::to_string(first_line_ + i + 1);
    shown += std::string(8 - std::min<std::size_t>(number.size(), 8), ' ') + number + " | " +
             cut(lines_[i]) + "\n";
  }
  return shown;
}

std::string show_miss(const LetterOutcome& letter, const FieldOutcome& outcome,
                      const LetterLines* lines) {
  std::string shown = place_of(letter.file, letter.letter) + "  " +
                      std::string(name_of(outcome.field)) +
                      (letter.has_record ? "\n" : "  (no record)\n");
  std::optional<LineSpan> span;
  const auto look = [&](const std::string& value) {
    if (lines != nullptr && !span) {
      span = lines->find(outcome.field, value);
    }
  };
  for (std::size_t i = 0; i < outcome.want.size(); ++i) {
    const bool met = outcome.want_met[i];
    shown += value_line(met ? '=' : '-', met ? "both" : "want", outcome.want[i].text);
    if (!met) {
      look(outcome.want[i].text);
    }
  }
  for (std::size_t i = 0; i < outcome.have.size(); ++i) {
    if (!outcome.have_right[i]) {
      shown += value_line('+', "have", outcome.have[i].text);
      look(outcome.have[i].text);
    }
  }
  return span ? shown + lines->show(*span) : shown;
}

}  // namespace letterkit::eval
