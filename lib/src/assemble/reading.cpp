#include "assemble/reading.hpp"

#include <algorithm>

#include "fields/cursor.hpp"

namespace letterkit {
namespace {

/// Whether the last word of the text is a web address.
bool ends_in_address(std::string_view text) {
  const std::string_view word = text.substr(text.rfind(' ') + 1);
  return word.find("//") != std::string_view::npos || word.substr(0, 4) == "www.";
}

/// The first word of a piece, letters only.
std::string_view first_word(std::string_view piece) {
  return Cursor(piece).word();
}

}  // namespace

double Reading::confidence(std::size_t i) const {
  return profile.confidences.of(Measure::values, labels[i].margin);
}

std::string_view Reading::rule(std::size_t i) const {
  std::string_view best;
  float weight = 0;
  for (const std::uint16_t index : scores[i].fired) {
    const Rule& rule = profile.rules().all()[index];
    for (const auto& [label, amount] : rule.labels) {
      if (label == labels[i].label && amount > weight) {
        weight = amount;
        best = rule.id;
      }
    }
  }
  return best;
}

std::size_t Reading::input_offset(std::size_t at) const {
  return place.input != nullptr ? place.input->input_offset(at) : at;
}

Value Reading::value(std::size_t i, std::string_view piece) const {
  const TextSpan span = span_in(line(i), piece);
  Value value{std::string(piece), {}};
  value.origin.start = input_offset(span.start);
  value.origin.end = input_offset(span.end);
  value.origin.line = place.first_line + line(i).number - 1;
  value.origin.margin = margin(i);
  value.origin.rule = rule(i);
  return value;
}

Value Reading::value(std::size_t first, std::size_t last, std::string text) const {
  Value result = value(first, line(first).text);
  result.text = std::move(text);
  for (std::size_t i = first; i <= last; ++i) {
    result.origin.end = std::max(result.origin.end, input_offset(line(i).end));
    result.origin.margin = std::min(result.origin.margin, margin(i));
  }
  return result;
}

void Reading::append(Value& value, std::size_t i, std::string_view piece) const {
  join_text(value.text, piece, profile.offices.ands);
  const TextSpan span = span_in(line(i), piece);
  value.origin.start = std::min(value.origin.start, input_offset(span.start));
  value.origin.end = std::max(value.origin.end, input_offset(span.end));
  value.origin.margin = std::min(value.origin.margin, margin(i));
}

void join_text(std::string& text, std::string_view piece, const WordTable& ands) {
  if (text.empty() || piece.empty()) {
    text += piece;
    return;
  }
  const bool hyphen = text.back() == '-' && text.size() > 1 && text[text.size() - 2] != ' ' &&
                      text[text.size() - 2] != ',';  // "f 250,-" is no broken word
  const bool slash = text.back() == '/' || piece.front() == '/';
  if (ends_in_address(text) && (hyphen || slash)) {
    text += piece;
    return;
  }
  std::size_t at = 0;
  const char32_t first = next_code_point(piece, at);
  if (!hyphen || !is_letter(first) || ands.contains(first_word(piece))) {
    text += ' ';
    text += piece;
    return;
  }
  if (is_lower(first)) {
    text.pop_back();
  }
  text += piece;
}

std::string_view without_trailing(std::string_view text, std::string_view marks) {
  const auto last = text.find_last_not_of(marks);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace letterkit
