// How sure the record's values are, and the record.
//
// In: values with the margins that their lines were labelled by, the evidence that the text is a
// letter. Out: the confidence of each value, by the profile's confidence.txt, and the record's:
// the probability that it was rightly told whether this is a letter, times, for a letter, the
// probability that all of its values are right.
#include <algorithm>
#include <cmath>

#include "assemble/steps.hpp"

namespace letterkit {
namespace {

/// Sets confidences of values.
class Rater {
 public:
  explicit Rater(const Confidences& confidences) : confidences_(confidences) {}

  void rate(Measure measure, Value& value) {
    value.origin.confidence = confidences_.of(measure, value.origin.margin);
  }

  void rate(Measure measure, OptionalValue& value) {
    if (value) {
      rate(measure, *value);
    }
  }

 private:
  const Confidences& confidences_;
};

void rate_head(Rater& rater, Letter& letter) {
  Header& header = letter.header;
  for (Dossier& dossier : header.dossiers) {
    rater.rate(Measure::dossiers, dossier.number);
    rater.rate(Measure::dossiers, dossier.suffix);
    rater.rate(Measure::dossier_title, dossier.title);
  }
  rater.rate(Measure::number, header.number);
  rater.rate(Measure::title, header.title);
  rater.rate(Measure::values, header.chamber);
  rater.rate(Measure::values, header.session_year);
  rater.rate(Measure::subject, header.subject);
  rater.rate(Measure::reference, header.reference);
  rater.rate(Measure::your_reference, header.your_reference);
  rater.rate(Measure::your_reference, header.your_date);
  rater.rate(Measure::addressee_name, letter.addressee.name);
  for (Value& line : letter.addressee.lines) {
    rater.rate(Measure::addressee, line);
  }
  rater.rate(Measure::place, letter.date.place);
  rater.rate(Measure::date, letter.date.printed);
}

void rate_end(Rater& rater, Letter& letter) {
  rater.rate(Measure::salutation, letter.salutation);
  rater.rate(Measure::closing, letter.closing);
  for (Behalf& behalf : letter.on_behalf_of) {
    rater.rate(Measure::on_behalf_of, behalf.role);
  }
  for (Signatory& signatory : letter.signatories) {
    rater.rate(Measure::signatory_name, signatory.name);
    rater.rate(Measure::signatory_role, signatory.role);
  }
}

void rate_rest(Rater& rater, Letter& letter) {
  for (Paragraph& paragraph : letter.paragraphs) {
    rater.rate(Measure::body, paragraph.text);
  }
  for (Value& copy : letter.copies) {
    rater.rate(Measure::values, copy);
  }
  for (Enclosure& enclosure : letter.enclosures) {
    rater.rate(Measure::values, enclosure.label);
    rater.rate(Measure::values, enclosure.title);
  }
  for (Footnote& footnote : letter.footnotes) {
    rater.rate(Measure::values, footnote.mark);
    rater.rate(Measure::values, footnote.text);
  }
  for (Reference& reference : letter.references) {
    rater.rate(Measure::body, reference.printed);
  }
}

/// The least margin of the labelled lines that values outside the body come from.
double least_margin(const Reading& reading) {
  double least = Confidences::kMostMargin;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    switch (reading.label(i)) {
      case Label::body:
      case Label::heading:
      case Label::list_item:
      case Label::table:
      case Label::enclosure:
      case Label::masthead:
        break;
      default:
        least = std::min(least, reading.margin(i));
    }
  }
  return least;
}

}  // namespace

void rate(const Reading& reading, double letter_evidence, Letter& letter) {
  const Confidences& confidences = reading.profile.confidences;
  Rater rater(confidences);
  if (reading.wants(Part::origins)) {
    rate_head(rater, letter);
    rate_end(rater, letter);
    rate_rest(rater, letter);
  }
  letter.confidence = confidences.of(Measure::letter, std::abs(letter_evidence));
  if (letter.is_letter) {
    letter.confidence *= confidences.of(Measure::record, least_margin(reading));
  }
}

}  // namespace letterkit
