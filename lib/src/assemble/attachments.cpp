// What comes with a letter: copies and enclosures.
//
// In: lines labelled copies and enclosure. Out: copies, a line an element, and enclosures: those
// with a label of their own, and the text of another document that follows the signatures.
//
//   c.c. de Nationale ombudsman   /   Bijlage 1: Overzicht van maatregelen
#include "assemble/steps.hpp"
#include "fields/cursor.hpp"

namespace letterkit {
namespace {

void add_copies(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const std::string_view lead = reading.profile.extracts.find(Extract::copies_lead, text);
  const std::string_view receiver = trim_blanks(text.substr(lead.size()));
  if (!receiver.empty()) {
    letter.copies.push_back(reading.value(i, receiver));
  }
}

void add_enclosure(const Reading& reading, std::size_t i, Letter& letter) {
  const Line& line = reading.line(i);
  const std::string_view label =
      trim_blanks(reading.profile.extracts.find(Extract::enclosure_label, line.text));
  const bool begins = i == 0 || reading.label(i - 1) != Label::enclosure;
  if (label.empty() && !begins) {
    Enclosure& last = letter.enclosures.back();
    if (!last.title && line.width <= 120) {
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
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (reading.label(i) == Label::copies) {
      add_copies(reading, i, letter);
    } else if (reading.label(i) == Label::enclosure) {
      add_enclosure(reading, i, letter);
    }
  }
}

}  // namespace letterkit
