// What comes with a letter: copies and enclosures.
//
// In: lines labelled copies and enclosure. Out: copies, a line an element, and enclosures: those
// with a label of their own, those of a list, and the text of another document that follows the
// signatures.
//
//   c.c. de Nationale ombudsman   /   Bijlage 1: Overzicht van maatregelen
#include <algorithm>
#include <cstdint>
#include <utility>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"

namespace letterkit {
namespace {

void add_copies(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const std::string_view lead = reading.profile.extracts->find(Extract::copies_lead, text);
  std::string_view receiver = trim_blanks(text.substr(lead.size()));
  receiver.remove_prefix(reading.profile.extracts->find(Extract::list_mark, receiver).size());
  receiver = trim_blanks(receiver);
  if (!receiver.empty()) {
    letter.copies.push_back(reading.value(i, receiver));
  }
}

void add_enclosure(const Reading& reading, std::size_t i, Letter& letter) {
  const Line& line = reading.line(i);
  const std::string_view label =
      trim_blanks(reading.profile.extracts->find(Extract::enclosure_label, line.text));
  const bool begins =
      i == 0 || reading.label(i - 1) != Label::enclosure || letter.enclosures.empty();
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

/// Whether a rule by itself takes line i for an enclosure's.
bool speaks_for_enclosure(const Reading& reading, std::size_t i) {
  const auto& rules = reading.profile.rules().all();
  return std::any_of(reading.scores[i]->fired.begin(), reading.scores[i]->fired.end(),
                     [&rules](std::uint16_t rule) {
                       const auto& labels = rules[rule].labels;
                       return std::any_of(labels.begin(), labels.end(), [](const auto& row) {
                         return row.first == Label::enclosure && row.second > 0;
                       });
                     });
}

constexpr std::uint16_t kLongestItem = 120;  // characters
constexpr std::size_t kLeastText = 150;      // bytes of running text that make a document

/// Lines from line i on that are what is left behind the signature, a page's foot or a clerk's
/// initials: nothing above is an enclosure's, no rule takes the first for one's and there is little
/// text; 0 otherwise.
std::size_t leftovers_from(const Reading& reading, std::size_t i) {
  if (i > 0 && reading.label(i - 1) == Label::enclosure) {
    return 0;
  }
  std::size_t bytes = 0;
  std::size_t end = i;
  while (end < reading.size() && reading.label(end) == Label::enclosure &&
         !speaks_for_enclosure(reading, end)) {
    bytes += reading.line(end).text.size();
    if (bytes >= kLeastText) {
      return 0;
    }
    ++end;
  }
  return end - i;
}

/// The lines below line i, a label such as "Bijlagen:", that are a list; 0 when they are none.
std::size_t listed_below(const Reading& reading, std::size_t i) {
  const std::string_view text = reading.line(i).text;
  const std::string_view label = reading.profile.extracts->find(Extract::enclosure_label, text);
  if (label.empty() || text.substr(label.size()).find_first_not_of(" .:") != text.npos) {
    return 0;
  }
  std::size_t lines = 0;
  for (std::size_t at = i + 1; at < reading.size(); ++at, ++lines) {
    const Line& line = reading.line(at);
    const bool item = reading.profile.extracts->matches(Extract::list_mark, line.text);
    if (reading.label(at) != Label::enclosure || line.width > kLongestItem ||
        (lines == 0 ? !item : !item && line.blanks > 0)) {
      break;
    }
  }
  return lines;
}

/// The enclosures of a list on `lines` lines from line i on.
void add_listed(const Reading& reading, std::size_t i, std::size_t lines, Letter& letter) {
  for (std::size_t at = i; at < i + lines; ++at) {
    const Line& line = reading.line(at);
    const std::string_view mark = reading.profile.extracts->find(Extract::list_mark, line.text);
    if (mark.empty()) {
      reading.append(*letter.enclosures.back().title, at, line.text);
    } else {
      Enclosure enclosure;
      const auto number = mark.find_first_of("0123456789");
      if (number != std::string_view::npos) {
        enclosure.label = reading.value(at, without_trailing(mark, " .):"));
      }
      enclosure.title = reading.value(at, trim_blanks(line.text.substr(mark.size())));
      enclosure.start = reading.input_offset(line.start);
      letter.enclosures.push_back(std::move(enclosure));
    }
    letter.enclosures.back().end = reading.input_offset(line.end);
  }
}

}  // namespace

void read_attachments(const Reading& reading, Letter& letter) {
  const LineSpan lines = reading.spans.of({Label::copies, Label::enclosure});
  for (std::size_t i = lines.begin; i < lines.end; ++i) {
    if (reading.label(i) == Label::copies) {
      add_copies(reading, i, letter);
    } else if (reading.label(i) != Label::enclosure) {
      continue;
    } else if (const std::size_t left = leftovers_from(reading, i); left > 0) {
      i += left - 1;
    } else if (const std::size_t listed = listed_below(reading, i); listed > 0) {
      add_listed(reading, i + 1, listed, letter);
      i += listed;
    } else {
      add_enclosure(reading, i, letter);
    }
  }
}

}  // namespace letterkit
