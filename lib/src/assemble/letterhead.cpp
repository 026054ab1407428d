// The fields of a letterhead.
//
// In: lines labelled field, field_value and subject. Out: header.subject, reference,
// your_reference, your_date; the date and receivers of copies when they are fields. Method: a label
// alone waits for the next value that suits it, so that labels and values printed in two stacks
// find each other.
//
//   Datum / Betreft / 3 oktober 2018 / Jaarverslag
#include <algorithm>
#include <optional>
#include <vector>

#include "assemble/label_row.hpp"
#include "assemble/steps.hpp"
#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/field_label.hpp"

namespace letterkit {
namespace {

class FieldReader {
 public:
  FieldReader(const Reading& reading, Letter& letter) : reading_(reading), letter_(letter) {}

  void read() {
    const LineSpan fields = reading_.spans.of({Label::field, Label::field_value});
    const std::size_t end = fields.empty() ? 0 : reading_.size();  // a later page's head, too
    for (std::size_t i = fields.begin; i < end; ++i) {
      if (begun_ && reading_.matches(i, Extract::letterhead_start)) {
        forget();
      }
      if (reading_.label(i) == Label::field) {
        begun_ = true;
        read_field(i);
      } else if (reading_.label(i) == Label::field_value) {
        begun_ = true;
        read_value(i);
      } else {
        last_ = nullptr;
        if (!waiting_.empty() && reading_.label(i) == Label::date_line) {
          waiting_.erase(std::remove(waiting_.begin(), waiting_.end(), FieldKind::date),
                         waiting_.end());
        }
      }
    }
  }

 private:
  /// Fields above a letterhead belong to another page.
  void forget() {
    letter_.header.subject.reset();
    letter_.header.reference.reset();
    letter_.header.your_reference.reset();
    letter_.header.your_date.reset();
    letter_.date = {};
    waiting_.clear();
  }

  void read_field(std::size_t i) {
    last_ = nullptr;
    if (i == row_values_) {
      return;
    }
    const Line& line = reading_.line(i);
    const FieldLabels& labels = reading_.profile.fields;
    const auto first = find_field(line.text, labels);
    if (!may_have_cells(reading_.lines, line)) {  // nearly always
      if (first && !is_run_of_labels(*first, labels)) {
        take(i, *first);
      }
      return;
    }
    const auto cells = cells_of(reading_.lines, line);
    if (read_row(i, cells, first)) {
      return;
    }
    for (const std::string_view text : fields_on(i, cells)) {
      if (const auto field = find_field(text, labels)) {
        take(i, *field);
      }
    }
  }

  /// A field on line i: its value, or a label that waits for it.
  void take(std::size_t i, const FoundField& field) {
    // "Our reference (please quote)": what is in brackets is no value.
    if (field.value.empty() || (!field.colon && field.value.starts_with('('))) {
      waiting_.push_back(field.kind);
    } else {
      set(field.kind, i, field.value);
    }
  }

  /// The fields on a line of these cells, each with its value: behind a wide gap a label with a
  /// colon starts another one.
  [[nodiscard]] std::vector<std::string_view> fields_on(std::size_t i,
                                                        const std::vector<Cell>& cells) const {
    const std::string_view text = reading_.line(i).text;
    std::vector<std::string_view> fields{text};
    for (const Cell& cell : cells) {
      if (cell.text.data() <= text.data()) {
        continue;
      }
      const auto field = find_field(cell.text, reading_.profile.fields);
      if (field && field->colon) {
        const auto at = static_cast<std::size_t>(cell.text.data() - fields.back().data());
        const std::string_view rest = fields.back().substr(at);
        fields.back() = trim_blanks(fields.back().substr(0, at));
        fields.push_back(rest);
      }
    }
    return fields;
  }

  /// Reads a row of labels and the values below; whether line i, of these cells, is one. `first`:
  /// the field that it starts with.
  bool read_row(std::size_t i, const std::vector<Cell>& labels,
                const std::optional<FoundField>& first) {
    const FieldLabels& fields = reading_.profile.fields;
    if (!is_label_row(labels, fields)) {
      return first && is_run_of_labels(*first, fields);  // whose a value is can't be told
    }
    if (i + 1 < reading_.size() &&
        (reading_.label(i + 1) == Label::field || reading_.label(i + 1) == Label::field_value)) {
      row_values_ = i + 1;
      for (const Cell& cell : cells_of(reading_.lines, reading_.line(i + 1))) {
        set_below(labels[nearest_cell(labels, cell.column)].text, i + 1, cell.text);
      }
    }
    last_ = nullptr;
    return true;
  }

  /// Sets the value that stands below a cell of a row of labels: below "Bruxelles," it is a date.
  void set_below(std::string_view above, std::size_t i, std::string_view text) {
    if (const auto field = find_field(above, reading_.profile.fields)) {
      set(field->kind, i, text);
      return;
    }
    const auto date =
        parse_place_date(std::string(above) + " " + std::string(text), reading_.profile.dates);
    if (date && date->place && !letter_.date.printed) {
      set_date(i, text);
      letter_.date.place =
          reading_.value(i - 1, above.substr(date->place_start, date->place->size()));
    }
  }

  void read_value(std::size_t i) {
    if (i == row_values_) {
      return;
    }
    const std::string_view text = reading_.line(i).text;
    if (!waiting_.empty() && text.starts_with('(') && text.ends_with(')')) {
      return;  // "(please quote)": not the value that the label waits for
    }
    const bool is_date =
        reading_.features[i].has(Feature::date) || reading_.features[i].has(Feature::place_date);
    const auto wants = [is_date](FieldKind kind) {
      return is_date == (kind == FieldKind::date || kind == FieldKind::your_date);
    };
    // The label right above, else the first that waits: labels and values in two stacks.
    const bool below_label = i > 0 && reading_.label(i - 1) == Label::field && !waiting_.empty();
    auto suits = below_label && wants(waiting_.back())
                     ? waiting_.end() - 1
                     : std::find_if(waiting_.begin(), waiting_.end(), wants);
    if (suits == waiting_.end()) {
      suits = std::find_if(waiting_.begin(), waiting_.end(),
                           [](FieldKind kind) { return kind != FieldKind::date; });
    }
    if (suits != waiting_.end() && (last_ == nullptr || is_date || reading_.line(i).blanks > 0)) {
      const FieldKind kind = *suits;
      waiting_.erase(suits);
      set(kind, i, text);
    } else if (last_ != nullptr && *last_ && reading_.line(i).blanks == 0) {
      reading_.append(**last_, i, text);
    }
  }

  void set(FieldKind kind, std::size_t i, std::string_view text) {
    last_ = nullptr;
    if (text.find_first_not_of("-–— .") == std::string_view::npos) {
      return;  // a dash says that there is none
    }
    if (kind == FieldKind::date) {
      set_date(i, text);
      return;
    }
    if (kind == FieldKind::copies) {
      letter_.copies.push_back(reading_.value(i, text));
      return;
    }
    if (kind == FieldKind::reference) {
      const auto inner = find_field(text, reading_.profile.fields);
      if (inner && inner->kind == FieldKind::your_date) {
        kind = FieldKind::your_date;  // "Ref.: Your letter of 3 May": not the sender's
        text = inner->value;
      }
    }
    kind = kind_of_yours(kind, text);
    OptionalValue* const target = kind == FieldKind::subject     ? &letter_.header.subject
                                  : kind == FieldKind::reference ? &letter_.header.reference
                                  : kind == FieldKind::your_reference
                                      ? &letter_.header.your_reference
                                  : kind == FieldKind::your_date ? &letter_.header.your_date
                                                                 : nullptr;
    if (target == nullptr || *target) {
      return;
    }
    if (kind == FieldKind::reference || kind == FieldKind::your_reference) {
      text.remove_prefix(reading_.profile.extracts->find(Extract::reference_lead, text).size());
    }
    if (kind == FieldKind::your_date) {
      const auto date = find_date(text, 0, reading_.profile.dates);
      if (!date) {
        return;  // "Bezug: 34. Sitzung"
      }
      text = text.substr(date->start, date->end - date->start);
    }
    *target = reading_.value(i, text);
    last_ = kind == FieldKind::subject ? target : nullptr;
  }

  /// "Uw brief" may tell its date or its reference, whatever its label says.
  [[nodiscard]] FieldKind kind_of_yours(FieldKind kind, std::string_view text) const {
    const DateWords& dates = reading_.profile.dates;
    if (kind == FieldKind::your_date && !find_date(text, 0, dates)) {
      return FieldKind::your_reference;
    }
    const bool date = kind == FieldKind::your_reference && parse_place_date(text, dates);
    return date ? FieldKind::your_date : kind;
  }

  void set_date(std::size_t i, std::string_view text) {
    const auto found = parse_place_date(text, reading_.profile.dates);
    if (!found || letter_.date.printed) {
      return;
    }
    letter_.date.printed = printed_date(reading_, i, text, found->date);
    if (found->date.valid) {
      letter_.date.iso = iso_in_text(found->date, reading_.lines.text, reading_.profile.dates);
    }
    if (found->place) {
      letter_.date.place = reading_.value(i, *found->place);
    }
  }

  const Reading& reading_;
  Letter& letter_;
  bool begun_ = false;                     // there was a field that may be forgotten
  std::vector<FieldKind> waiting_;         // labels whose values are still to come
  std::optional<std::size_t> row_values_;  // the line with the values of a row of labels
  OptionalValue* last_ = nullptr;          // the value that further lines belong to
};

/// A subject that is but a reference ("Re: Case # 1234") goes where references do.
void move_code_subject(const Reading& reading, Letter& letter) {
  auto& header = letter.header;
  if (!header.subject) {
    return;
  }
  const std::string_view code =
      reading.profile.extracts->find(Extract::code_subject, header.subject->text);
  if (code.empty()) {
    return;
  }
  if (!header.reference) {
    header.reference = Value{std::string(code), header.subject->origin};
  }
  header.subject.reset();
}

}  // namespace

void read_fields(const Reading& reading, Letter& letter) {
  FieldReader(reading, letter).read();
  move_code_subject(reading, letter);
  bool found = letter.header.subject.has_value();
  const LineSpan subject = reading.spans.of({Label::subject});
  for (std::size_t i = subject.begin; i < subject.end; ++i) {
    if (reading.label(i) != Label::subject) {
      continue;
    }
    const std::string_view text = reading.line(i).text;
    if (!found && letter.header.subject && reading.label(i - 1) == Label::subject) {
      reading.append(*letter.header.subject, i, text);
    } else if (!letter.header.subject) {
      letter.header.subject = reading.value(i, text);
    }
  }
}

}  // namespace letterkit
