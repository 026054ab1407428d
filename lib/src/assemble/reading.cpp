#include "assemble/reading.hpp"

#include <algorithm>

#include "fields/join_text.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
double Reading::confidence(std::size_t i) const {
  return profile.confidences->of(Measure::values, labels[i].margin);
}

std::string_view Reading::rule(std::size_t i) const {
  const std::uint16_t loudest = scores[i]->loudest[index_of(labels[i].label)];
  return loudest != LineScore::kNoRule ? std::string_view(profile.rules().all()[loudest].id)
                                       : std::string_view();
}

std::size_t Reading::input_offset(std::size_t at) const {
  return place.input != nullptr ? place.input->input_offset(at) : at;
}

void Reading::read(std::size_t i, std::string_view piece, Value& value) const {
  const TextSpan span = span_in(line(i), piece);
  value.text = piece;
  value.origin.start = input_offset(span.start);
  value.origin.end = input_offset(span.end);
  if (wants(Part::origins)) {
    read_origin(i, span.start, value.origin);
  }
}

void Reading::read_origin(std::size_t i, std::size_t start, Origin& origin) const {
  const Line& line = lines.lines[i];
  // A joined line stands on several printed ones.
  const std::size_t down =
      start > line.start ? count_byte(lines.text.substr(line.start, start - line.start), '\n') : 0;
  origin.line = place.first_line + line.number - 1 + down;
  origin.margin = margin(i);
  origin.rule = rule(i);
}

Value Reading::value(std::size_t i, std::string_view piece) const {
  Value value;
  read(i, piece, value);
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
  join_text(value.text, piece, profile.offices->ands);
  const TextSpan span = span_in(line(i), piece);
  value.origin.start = std::min(value.origin.start, input_offset(span.start));
  value.origin.end = std::max(value.origin.end, input_offset(span.end));
  value.origin.margin = std::min(value.origin.margin, margin(i));
}

std::string_view without_trailing(std::string_view text, std::string_view marks) {
  const auto last = text.find_last_not_of(marks);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string_view without_end(std::string_view text, std::string_view marks) {
  const std::string_view shorter = without_trailing(text, marks);
  const bool period = shorter.size() < text.size() && text[shorter.size()] == '.';
  const std::string_view word = shorter.substr(shorter.find_last_of(' ') + 1);
  return period && word.find('.') != word.npos ? text.substr(0, shorter.size() + 1) : shorter;
}

std::string_view last_words(std::string_view text) {
  constexpr std::size_t kMost = 200;  // bytes
  std::size_t at = text.size() - std::min(text.size(), kMost);
  while (at > 0 && !starts_character(text[at])) {
    ++at;
  }
  return text.substr(at);
}

}  // namespace letterkit
