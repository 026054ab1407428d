#include "assemble/reading.hpp"

#include <algorithm>
#include <utility>

#include "fields/join_text.hpp"
#include "support/count_bytes.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

/// A text with room for so many bytes.
std::string text_in_room(std::string_view text, std::size_t bytes) {
  std::string roomy;
  roomy.reserve(bytes);
  roomy += text;
  return roomy;
}

}  // namespace

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

void Reading::locate(std::size_t i, std::string_view piece, Origin& origin) const {
  const TextSpan span = span_in(line(i), piece);
  origin.start = input_offset(span.start);
  origin.end = input_offset(span.end);
}

void Reading::locate(std::size_t first, std::size_t last, Origin& origin) const {
  locate(first, line(first).text, origin);
  for (std::size_t i = first; i <= last; ++i) {
    origin.end = std::max(origin.end, input_offset(line(i).end));
  }
}

void Reading::read_origin(std::size_t i, std::string_view piece, Origin& origin) const {
  locate(i, piece, origin);
  const Line& read = line(i);
  const std::size_t start = span_in(read, piece).start;
  // A joined line stands on several printed ones.
  const std::size_t down =
      start > read.start ? count_byte(lines.text.substr(read.start, start - read.start), '\n') : 0;
  origin.line = place.first_line + read.number - 1 + down;
  origin.margin = margin(i);
  origin.rule = rule(i);
}

Value Reading::value(std::size_t i, std::string_view piece, std::size_t room) const {
  Value value{room > piece.size() ? text_in_room(piece, room) : std::string(piece), {}};
  if (wants(Part::origins)) {
    read_origin(i, piece, value.origin);
  }
  return value;
}

Value Reading::value(std::size_t first, std::size_t last, std::string text) const {
  Value result{std::move(text), {}};
  if (wants(Part::origins)) {
    read_origin(first, line(first).text, result.origin);
    locate(first, last, result.origin);
    for (std::size_t i = first; i <= last; ++i) {
      result.origin.margin = std::min(result.origin.margin, margin(i));
    }
  }
  return result;
}

void Reading::append(Value& value, std::size_t i, std::string_view piece) const {
  join_text(value.text, piece, profile.offices->ands);
  if (!wants(Part::origins)) {
    return;
  }
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
