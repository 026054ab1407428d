// The head of a published paper.
//
// In: lines labelled dossier, dossier_title, number, title and masthead. Out: header.dossiers,
// number, title, senders, chamber, session_year.
//
//   33 279 / Internationale militaire samenwerking / Nr. 40 Brief van de minister van Defensie
#include <string>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"
#include "fields/dossier.hpp"

namespace letterkit {
namespace {

void add_title(const Reading& reading, OptionalValue& title, std::size_t i,
               std::string_view piece) {
  if (piece.empty()) {
    return;
  }
  if (title) {
    reading.append(*title, i, piece);
  } else {
    title = reading.value(i, piece);
  }
}

void read_dossier(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const auto found = parse_dossier_line(text);
  if (!found) {
    return;
  }
  const auto piece = [text](ByteSpan span) {
    return text.substr(span.start, span.end - span.start);
  };
  Dossier dossier;
  dossier.number = reading.value(i, piece(found->number_span));
  dossier.number.text = found->number;
  if (found->suffix) {
    dossier.suffix = reading.value(i, piece(found->suffix_span));
    dossier.suffix->text = *found->suffix;
  }
  add_title(reading, dossier.title, i, found->title);
  letter.header.dossiers.push_back(std::move(dossier));
}

void read_dossier_title(const Reading& reading, std::size_t i, Letter& letter) {
  if (letter.header.dossiers.empty()) {
    return;
  }
  Dossier& dossier = letter.header.dossiers.back();
  std::string_view text = reading.line(i).text;
  if (!dossier.suffix && !dossier.title && i > 0) {
    if (const auto more =
            continues_dossier(reading.line(i - 1).text, text, reading.profile.papers)) {
      if (more->suffix) {
        dossier.suffix = reading.value(
            i,
            text.substr(more->suffix_span.start, more->suffix_span.end - more->suffix_span.start));
        dossier.suffix->text = *more->suffix;
      }
      text = more->title;
    }
  }
  add_title(reading, dossier.title, i, text);
}

void read_number(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  const auto found = parse_number_line(text, reading.profile.papers);
  if (!found || letter.header.number) {
    add_title(reading, letter.header.title, i, text);
    return;
  }
  letter.header.number = reading.value(
      i, text.substr(found->number_span.start, found->number_span.end - found->number_span.start));
  letter.header.number->text = found->number;
  add_title(reading, letter.header.title, i, found->rest);
}

/// Takes a footnote's mark off the word it is glued to: "RAPPORT1".
void drop_note_mark(OptionalValue& title) {
  if (!title) {
    return;
  }
  std::string& text = title->text;
  const std::size_t last = text.find_last_not_of("0123456789");
  const bool glued = last != std::string::npos && text.size() - last - 1 <= 2 &&
                     last + 1 < text.size() && text[last] != ' ' && text[last] != '-' &&
                     text[last] != '/' && text[last] != '.' && text[last] != ',';
  if (glued) {
    text.resize(last + 1);
  }
}

void read_masthead(const Reading& reading, std::size_t i, Letter& letter) {
  const std::string_view text = reading.line(i).text;
  if (!letter.header.chamber) {
    const auto chamber = parse_chamber_line(text, reading.profile.papers);
    if (chamber && *chamber != Chamber::both) {
      letter.header.chamber = reading.value(i, text);
      letter.header.chamber->text = *chamber == Chamber::first ? "1" : "2";
    }
  }
  if (!letter.header.session_year) {
    if (const auto session = find_session_year(text, reading.profile.papers)) {
      letter.header.session_year = reading.value(
          i, text.substr(session->span.start, session->span.end - session->span.start));
      letter.header.session_year->text = session->years;
    }
  }
}

}  // namespace

int year_of(const Letter& letter) {
  int year = 0;
  const std::string_view iso = letter.date.iso ? *letter.date.iso : std::string_view();
  for (std::size_t i = 0; i < 4 && i < iso.size() && is_ascii_digit(iso[i]); ++i) {
    year = year * 10 + (iso[i] - '0');
  }
  return year;
}

void read_paper_head(const Reading& reading, Letter& letter) {
  const LineSpan lines = reading.spans.of(
      {Label::dossier, Label::dossier_title, Label::number, Label::title, Label::masthead});
  for (std::size_t i = lines.begin; i < lines.end; ++i) {
    switch (reading.label(i)) {
      case Label::dossier:
        read_dossier(reading, i, letter);
        break;
      case Label::dossier_title:
        read_dossier_title(reading, i, letter);
        break;
      case Label::number:
        read_number(reading, i, letter);
        break;
      case Label::title:
        add_title(reading, letter.header.title, i, reading.line(i).text);
        break;
      case Label::masthead:
        read_masthead(reading, i, letter);
        break;
      default:
        break;
    }
  }
  drop_note_mark(letter.header.title);
  if (letter.header.title && reading.wants(Part::senders)) {
    letter.header.senders =
        find_offices(letter.header.title->text, reading.profile.offices, year_of(letter));
  }
}

}  // namespace letterkit
