// The running text: salutation, paragraphs, closing, footnotes.
//
// In: lines labelled salutation, body, heading, list_item, quote, table, closing, footnote. Out:
// the same parts of the record. Method: a line goes on with the paragraph of the line above when
// that one is filled up to the margin, or when its sentence has plainly not ended across a blank
// line or a page.
//
//   "... over de beoogde samenwerking" / (page break) / "openbaar maken." -> one paragraph
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"
#include "fields/note_mark.hpp"
#include "support/byte_set.hpp"
#include "support/kept_room.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

// Characters, but for shares.
constexpr std::uint16_t kNotWrapped = 150;   // wider lines are whole paragraphs
constexpr std::uint16_t kShortestTorn = 60;  // a page's end tears running text, no heading
constexpr std::size_t kMarginTenths = 7;     // a wrapped line fills so many tenths of the width
constexpr std::size_t kRoomPercent = 85;     // likewise, when a sentence ended on the line
constexpr std::size_t kUsualReferences = 8;  // of a letter
constexpr std::size_t kMostReserved = 32;    // paragraphs: lines may make one of thousands

std::optional<Paragraph::Kind> kind_of(Label label) {
  switch (label) {
    case Label::body:
      return Paragraph::Kind::paragraph;
    case Label::heading:
      return Paragraph::Kind::heading;
    case Label::list_item:
      return Paragraph::Kind::list_item;
    case Label::quote:
      return Paragraph::Kind::quote;
    case Label::table:
      return Paragraph::Kind::table;
    default:
      return std::nullopt;
  }
}

bool starts_small(std::string_view text) {
  std::size_t at = 0;
  char32_t first = text.empty() ? U' ' : next_code_point(text, at);
  while (at < text.size() && !is_letter(first) &&
         (first == '(' || first == '"' || first > 0x2000)) {
    first = next_code_point(text, at);
  }
  return is_lower(first);
}

bool starts_with_word(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_letter(next_code_point(text, at)) &&
         (at >= text.size() || (text[at] != ')' && text[at] != '.'));
}

constexpr ByteSet kBehindSentence("0123456789)\"'*] ");
constexpr ByteSet kEndsSentence(".!?:;");

/// Whether the text ends as sentences do, notes and quotes behind the period aside.
bool ends_sentence(std::string_view text) {
  std::string_view end = text;
  while (!end.empty() && kBehindSentence.has(end.back())) {
    end.remove_suffix(1);
  }
  end = end.empty() ? text : end;
  while (end.size() >= 3 && (end.back() == '\x9D' || end.back() == '\x99') &&
         (end.ends_with("\u201D") || end.ends_with("\u2019"))) {
    end.remove_suffix(3);
  }
  return !end.empty() && kEndsSentence.has(end.back());
}

/// Whether a quotation mark closes the text, marks of sentences behind it aside.
bool ends_quote(std::string_view text) {
  text = without_trailing(text, ".,;");
  return text.ends_with("\u00BB") || text.ends_with("\u201D");
}

/// Puts the lines of the running text together to paragraphs.
class Paragraphs {
 public:
  Paragraphs(const Reading& reading, Letter& letter) : reading_(reading), letter_(letter) {
    find_width();
  }

  void read() {
    const LineSpan lines = lines_of_paragraphs(reading_);
    for (std::size_t i = lines.begin; i < lines.end;) {
      i = read_one(i, lines.end);
    }
  }

 private:
  /// Reads the paragraph that line `first` begins; the line that the next one begins, or `end`. All
  /// of its lines are found before its text is made, at once.
  std::size_t read_one(std::size_t first, std::size_t end) {
    kind_ = *kind_of(reading_.label(first));
    last_ = first;
    std::size_t bytes = reading_.line(first).text.size();
    std::size_t next = first + 1;
    for (; next < end; ++next) {
      const auto kind = kind_of(reading_.label(next));
      if (!kind) {
        continue;
      }
      if (!goes_on(next, *kind)) {
        break;
      }
      bytes += 1 + reading_.line(next).text.size();
      last_ = next;
    }
    Value value = reading_.value(first, reading_.line(first).text, bytes);
    for (std::size_t i = first + 1; i <= last_; ++i) {
      if (kind_of(reading_.label(i))) {
        reading_.append(value, i, reading_.line(i).text);
      }
    }
    letter_.paragraphs.push_back({kind_, std::move(value)});
    return next;
  }

  /// Whether the wrapping of running text shows on line i.
  [[nodiscard]] bool is_running(std::size_t i) const {
    return reading_.label(i) == Label::body || reading_.label(i) == Label::list_item;
  }

  /// The width that lines are wrapped at; 0 when a line is a paragraph.
  void find_width() {
    std::size_t all = 0;
    std::size_t wide = 0;
    std::size_t paragraphs = 0;  // at most
    bool open = false;           // some line ends inside a sentence
    const LineSpan lines = lines_of_paragraphs(reading_);
    for (std::size_t i = lines.begin; i < lines.end; ++i) {
      paragraphs += kind_of(reading_.label(i)) ? 1 : 0;
      if (is_running(i)) {
        ++all;
        wide += reading_.line(i).width > kNotWrapped ? 1 : 0;
        open = open || !ends_sentence(reading_.line(i).text);
      }
    }
    if (!open || wide * 4 > all) {
      letter_.paragraphs.reserve(paragraphs);  // a list that grows stands in memory twice
      return;
    }
    letter_.paragraphs.reserve(std::min(paragraphs, kMostReserved));
    std::vector<std::uint16_t> widths;
    widths.reserve(all);
    for (std::size_t i = lines.begin; i < lines.end; ++i) {
      if (is_running(i)) {
        widths.push_back(reading_.line(i).width);
      }
    }
    const auto nearly_widest = widths.begin() + static_cast<std::ptrdiff_t>(all * 9 / 10);
    std::nth_element(widths.begin(), nearly_widest, widths.end());
    width_ = *nearly_widest > kNotWrapped ? 0 : *nearly_widest;
  }

  /// Whether line i goes on with the paragraph that the lines up to last_ belong to.
  [[nodiscard]] bool goes_on(std::size_t i, Paragraph::Kind kind) const {
    const Line& line = reading_.line(i);
    const Line& above = reading_.line(last_);
    const bool text_on_text =
        kind == Paragraph::Kind::paragraph &&
        (kind_ == Paragraph::Kind::paragraph || kind_ == Paragraph::Kind::list_item ||
         kind_ == Paragraph::Kind::quote);
    if (line.same_line && i == last_ + 1) {
      return text_on_text || kind == kind_;
    }
    if (kind == Paragraph::Kind::heading && kind_ == Paragraph::Kind::heading) {
      return line.blanks == 0 && i == last_ + 1 && starts_small(line.text);
    }
    if (!text_on_text) {
      return false;
    }
    if (kind_ == Paragraph::Kind::quote && ends_quote(above.text)) {
      return starts_small(line.text);
    }
    const auto open = [&above] { return !ends_sentence(above.text); };
    const bool apart = line.blanks > 0 || line.page_break || i != last_ + 1;
    if (apart) {
      const bool torn = line.page_break && above.width >= kShortestTorn;
      return open() &&
             (torn || starts_small(line.text) || is_full(above) || above.room <= first_word(line));
    }
    if (width_ == 0) {
      return starts_small(line.text) && open();
    }
    // A sentence that has not ended goes on in the next word, not in the next item of a list.
    return starts_small(line.text) || had_no_room(above, line) ||
           ((is_full(above) || starts_with_word(line.text)) && open());
  }

  /// Whether the line's first word did not fit behind a sentence that ended the line above; lines
  /// of proportional type hold more or fewer characters, hence the slack.
  [[nodiscard]] bool had_no_room(const Line& above, const Line& line) const {
    return (above.width + 1 + first_word(line)) * 100 >= width_ * kRoomPercent;
  }

  /// Bytes of the line's first word.
  [[nodiscard]] static std::size_t first_word(const Line& line) {
    return std::min(line.text.find(' '), line.text.size());
  }

  /// Whether the first word of the next line might not have fitted behind the line.
  [[nodiscard]] bool is_full(const Line& line) const {
    return width_ > 0 && line.width * 10 >= width_ * kMarginTenths;
  }

  const Reading& reading_;
  Letter& letter_;
  Paragraph::Kind kind_ = Paragraph::Kind::paragraph;  // of the paragraph at hand
  std::size_t last_ = 0;                               // its last line so far
  std::size_t width_ = 0;
};

/// Reads a salutation or a closing: the first lines with its label, as in "Geacht college, / geacht
/// bestuur,".
void read_formula(const Reading& reading, Label label, OptionalValue& formula) {
  const LineSpan lines = reading.spans.of({label});
  for (std::size_t i = lines.begin; i < lines.end; ++i) {
    if (reading.label(i) != label) {
      continue;
    }
    if (!formula) {
      formula = reading.value(i, reading.line(i).text);
    } else if (reading.label(i - 1) == label) {
      reading.append(*formula, i, reading.line(i).text);
    }
  }
}

void add_footnote(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const Extracts& extracts = reading.profile.extracts;
  if (extracts.matches(Extract::footnote_lead, text)) {
    return;
  }
  const std::string_view mark = extracts.find(Extract::footnote_mark, text);
  if (mark.data() != nullptr) {
    letter.footnotes.push_back({reading.value(i, mark), {}});
    const auto end = static_cast<std::size_t>(mark.data() - text.data()) + mark.size();
    const std::string_view rest = trim_blanks(text.substr(end));
    letter.footnotes.back().text = reading.value(i, rest);
  } else if (!letter.footnotes.empty()) {
    reading.append(letter.footnotes.back().text, i, text);
  }
}

/// Notes whose mark was found but not their text say nothing.
void drop_empty_notes(Letter& letter) {
  auto& notes = letter.footnotes;
  notes.erase(std::remove_if(notes.begin(), notes.end(),
                             [](const Footnote& note) { return note.text.text.empty(); }),
              notes.end());
}

/// Takes a note's mark off the word it is glued to, the first one of a paragraph. Whether it was
/// there.
bool drop_note_mark(std::string& text, const std::string& mark) {
  // Marks are looked for from the start: in a text of megabytes, each would take milliseconds.
  constexpr std::size_t kLongestProse = std::size_t{64} << 10U;
  if (text.size() > kLongestProse) {
    return false;
  }
  std::size_t at = text.find(mark, 1);
  while (at != std::string::npos && !is_note_mark(text, at, mark.size())) {
    at = text.find(mark, at + 1);
  }
  if (at == std::string::npos) {
    return false;
  }
  text.erase(at, mark.size());
  return true;
}

/// Takes the marks of the notes off the words they are glued to, in order.
void drop_note_marks(Letter& letter) {
  const auto end = letter.paragraphs.end();
  auto from = letter.paragraphs.begin();
  std::set<std::string_view> missing;
  for (const Footnote& note : letter.footnotes) {
    const std::string& mark = note.mark.text;
    // Behind `from` no text has changed since. To look through all of it for each such mark took
    // a letter with a note for each paragraph time that grew with the square of its length.
    const auto to = from != end && missing.contains(mark) ? std::next(from) : end;
    const auto found = std::find_if(
        from, to, [&mark](Paragraph& one) { return drop_note_mark(one.text.text, mark); });
    if (found != to) {
      from = found;
    } else {
      missing.insert(mark);
    }
  }
}

}  // namespace

LineSpan lines_of_paragraphs(const Reading& reading) {
  return reading.spans.of(
      {Label::body, Label::heading, Label::list_item, Label::quote, Label::table});
}

void read_body(const Reading& reading, Letter& letter) {
  if (reading.wants(Part::paragraphs) || reading.wants(Part::references)) {
    Paragraphs(reading, letter).read();
  }
  read_formula(reading, Label::salutation, letter.salutation);
  read_formula(reading, Label::closing, letter.closing);
  const LineSpan notes = reading.spans.of({Label::footnote, Label::endnote});
  for (std::size_t i = notes.begin; i < notes.end; ++i) {
    if (reading.label(i) == Label::footnote || reading.label(i) == Label::endnote) {
      add_footnote(reading, i, letter);
    }
  }
  drop_empty_notes(letter);
  drop_note_marks(letter);
}

void read_references(const Reading& reading, Letter& letter) {
  const ReferenceWords& words = reading.profile.references;
  const DateWords& dates = reading.profile.dates;
  auto citations = take_room<FoundReference>();
  citations.reserve(kUsualReferences);
  for (const Paragraph& paragraph : letter.paragraphs) {
    const std::string_view text = paragraph.text.text;
    citations.clear();
    find_references(text, words, dates, citations);
    if (!citations.empty() && letter.references.empty()) {
      letter.references.reserve(std::max(citations.size(), kUsualReferences));
    }
    for (FoundReference& found : citations) {
      const std::string_view printed = text.substr(found.start, found.end - found.start);
      letter.references.push_back({
          {std::string(printed), paragraph.text.origin},
          std::move(found.id),
          std::string(found.kind)
      });
    }
  }
  give_room(citations);
}

}  // namespace letterkit
