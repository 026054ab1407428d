// The steps that fill a record from a labelled letter, each in a file of its own.
#pragma once

#include "letterkit/letter.hpp"

#include "assemble/reading.hpp"
#include "fields/date.hpp"

namespace letterkit {

/// Dossiers, number, title and its senders, chamber and session.
void read_paper_head(const Reading& reading, Letter& letter);

/// Labelled fields: subject, references, their date; subjects printed as headings. A date given as
/// a field goes to the letter's date when that is still missing.
void read_fields(const Reading& reading, Letter& letter);

/// Addressee, place and date.
void read_addressee(const Reading& reading, Letter& letter);
void read_date(const Reading& reading, Letter& letter);

/// From the first line of a paragraph to behind the last one.
LineSpan lines_of_paragraphs(const Reading& reading);

/// A date found in a piece of line i's text. Its span is always set, for a diagnostic.
Value printed_date(const Reading& reading, std::size_t i, std::string_view text,
                   const FoundDate& found);

/// Salutation, paragraphs, closing, footnotes.
void read_body(const Reading& reading, Letter& letter);

/// Signatories and those they sign for.
void read_signature(const Reading& reading, Letter& letter);

/// Copies and enclosures.
void read_attachments(const Reading& reading, Letter& letter);

/// Citations in the paragraphs.
void read_references(const Reading& reading, Letter& letter);

/// Form, whether it is a letter at all, identifier, confidence.
void judge(const Reading& reading, Letter& letter);

/// Confidences of the values and of the record; `letter_evidence`, in nats, speaks for the text
/// being a letter, and against it when negative.
void rate(const Reading& reading, double letter_evidence, Letter& letter);

/// Year of the letter's date; 0 when unknown.
int year_of(const Letter& letter);

}  // namespace letterkit
