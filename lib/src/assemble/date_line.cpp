// When and where the letter was written.
//
// In: lines labelled date_line. Out: date, with its place. A date in the head goes before one above
// the signature.
//
//   Den Haag, 2 maart 2026
#include <string>
#include <string_view>

#include "assemble/steps.hpp"

namespace letterkit {
namespace {

void set_iso(const Reading& reading, const FoundDate& found, Date& date) {
  date.iso.reset();
  if (found.valid) {
    date.iso = iso_in_text(found, reading.lines.text, reading.profile.dates);
  }
}

/// A date that is broken over lines, line `i` the first; whether there is one.
bool set_broken_date(const Reading& reading, std::size_t i, Date& date) {
  std::size_t end = i;
  std::string text;
  while (end < reading.size() && reading.label(end) == Label::date_line &&
         reading.features[end].has(Feature::date_part)) {
    text.append(end == i ? "" : " ").append(reading.line(end).text);
    ++end;
  }
  const auto found = parse_place_date(text, reading.profile.dates);
  if (end < i + 2 || !found) {
    return false;
  }
  set_iso(reading, found->date, date);
  if (found->place) {
    date.place = reading.value(i, end - 1, std::string(*found->place));
  }
  date.printed = reading.value(i, end - 1,
                               text.substr(found->date.start, found->date.end - found->date.start));
  reading.locate(i, end - 1, date.printed->origin);
  return true;
}

void set_date(const Reading& reading, std::size_t i, const PlaceDate& found, Date& date) {
  const std::string_view text = reading.line(i).text;
  date.printed = printed_date(reading, i, text, found.date);
  set_iso(reading, found.date, date);
  if (found.place) {
    date.place = reading.value(i, *found.place);
  } else if (i > 0 && reading.label(i - 1) == Label::date_line &&
             reading.features[i - 1].has(Feature::place)) {
    date.place = reading.value(i - 1, without_trailing(reading.line(i - 1).text, ", "));
  }
}

}  // namespace

Value printed_date(const Reading& reading, std::size_t i, std::string_view text,
                   const FoundDate& found) {
  const std::string_view printed = text.substr(found.start, found.end - found.start);
  Value date = reading.value(i, printed);
  reading.locate(i, printed, date.origin);
  return date;
}

void read_date(const Reading& reading, Letter& letter) {
  const LineSpan lines = reading.spans.of({Label::date_line});
  for (std::size_t i = lines.begin; i < lines.end && !letter.date.printed; ++i) {
    if (reading.label(i) != Label::date_line || set_broken_date(reading, i, letter.date)) {
      continue;
    }
    const std::string_view text = reading.line(i).text;
    if (const auto found = parse_place_date(text, reading.profile.dates)) {
      set_date(reading, i, *found, letter.date);
    } else if (const auto within = find_date(text, 0, reading.profile.dates)) {
      set_date(reading, i, {std::nullopt, 0, *within}, letter.date);  // "Voorgesteld 6 juli 2021"
    }
  }
  if (letter.date.printed && !letter.date.iso) {
    const Origin& origin = letter.date.printed->origin;
    letter.diagnostics.push_back({"date.invalid", Diagnostic::Severity::warning,
                                  "no such day: " + letter.date.printed->text, origin.start,
                                  origin.end});
  }
}

}  // namespace letterkit
