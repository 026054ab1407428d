// What comes with a letter: copies and enclosures.
//
// In: lines labelled copies and enclosure. Out: copies, a line an element, and enclosures: those
// with a label of their own, and the text of another document that follows the signatures.
//
//   c.c. de Nationale ombudsman   /   Bijlage 1: Overzicht van maatregelen
#include <algorithm>
#include <utility>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"

namespace letterkit {
namespace {

constexpr std::uint16_t kLongestTitle = 120;  // characters

/// "- Harbour Office" without what marks an item of a list.
std::string_view without_bullet(std::string_view text) {
  for (const std::string_view mark : {"- ", "* ", "\u2013 ", "\u2014 ", "\u2022 ", "\u00B7 "}) {
    if (text.starts_with(mark)) {
      return trim_blanks(text.substr(mark.size()));
    }
  }
  return text;
}

void add_copies(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const std::string_view lead = reading.profile.extracts.find(Extract::copies_lead, text);
  const std::string_view receiver = without_bullet(trim_blanks(text.substr(lead.size())));
  if (!receiver.empty()) {
    letter.copies.push_back(reading.value(i, receiver));
  }
}

/// Bytes of the number that a list's item starts with, "2" of "2. Plan"; 0 when it starts with
/// none.
std::size_t item_number(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const bool item = digits > 0 && digits <= 2 && digits + 1 < text.size() &&
                    (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
  return item ? digits : 0;
}

/// Whether line i is a label of enclosures and nothing else.
bool is_bare_label(const Reading& reading, std::size_t i) {
  const std::string_view text = reading.line(i).text;
  const std::string_view label = reading.profile.extracts.find(Extract::enclosure_label, text);
  return !label.empty() &&
         text.substr(label.size()).find_first_not_of(" .:;-") == std::string_view::npos;
}

/// Adds a list of enclosures below their label, "Enclosures: / 1. Map / 2. Plan", whose label is
/// line i; whether one stands there.
bool add_enclosure_list(const Reading& reading, std::size_t i, Letter& letter) {
  std::size_t end = i + 1;
  while (end < reading.size() && reading.label(end) == Label::enclosure) {
    const Line& line = reading.line(end);
    if (item_number(line.text) == 0 || line.width > kLongestTitle) {
      return false;
    }
    ++end;
  }
  for (std::size_t item = i + 1; item < end; ++item) {
    const Line& line = reading.line(item);
    const std::size_t number = item_number(line.text);
    Enclosure enclosure;
    enclosure.label = reading.value(item, line.text.substr(0, number));
    enclosure.title = reading.value(item, trim_blanks(line.text.substr(number + 1)));
    enclosure.start = reading.input_offset(line.start);
    enclosure.end = reading.input_offset(line.end);
    letter.enclosures.push_back(std::move(enclosure));
  }
  return end > i + 1;
}

void add_enclosure(const Reading& reading, std::size_t i, Letter& letter) {
  const Line& line = reading.line(i);
  const std::string_view label =
      trim_blanks(reading.profile.extracts.find(Extract::enclosure_label, line.text));
  const bool begins = i == 0 || reading.label(i - 1) != Label::enclosure;
  if (label.empty() && !begins) {
    Enclosure& last = letter.enclosures.back();
    if (!last.title && line.width <= kLongestTitle) {
      last.title = reading.value(i, line.text);
    }
    last.end = reading.input_offset(line.end);
    return;
  }
  Enclosure enclosure;
  enclosure.start = reading.input_offset(line.start);
  enclosure.end = reading.input_offset(line.end);
  std::string_view title = line.text;
  if (!label.empty()) {
    enclosure.label = reading.value(i, label);
    title = line.text.substr(label.size());
    const auto start = title.find_first_not_of(" .:;-");
    title = start == std::string_view::npos ? std::string_view{} : title.substr(start);
  }
  if (!title.empty() && line.width <= 160) {
    enclosure.title = reading.value(i, title);
  }
  letter.enclosures.push_back(std::move(enclosure));
}

}  // namespace

void read_attachments(const Reading& reading, Letter& letter) {
  bool listed = false;  // the lines belong to a list that was added
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const bool enclosure = reading.label(i) == Label::enclosure;
    listed = listed && enclosure;
    if (reading.label(i) == Label::copies) {
      add_copies(reading, i, letter);
    } else if (enclosure && !listed) {
      const bool first = i == 0 || reading.label(i - 1) != Label::enclosure;
      listed = first && is_bare_label(reading, i) && add_enclosure_list(reading, i, letter);
      if (!listed) {
        add_enclosure(reading, i, letter);
      }
    }
  }
}

}  // namespace letterkit
