#include "fields/field_label.hpp"

#include <array>
#include <utility>

#include "fields/cursor.hpp"
#include "fields/keyed_words.hpp"

namespace letterkit {
namespace {

constexpr std::array<std::pair<std::string_view, FieldKind>, 10> kKeys = {
    {{"date", FieldKind::date},
     {"subject", FieldKind::subject},
     {"reference", FieldKind::reference},
     {"your_reference", FieldKind::your_reference},
     {"your_date", FieldKind::your_date},
     {"addressee", FieldKind::addressee},
     {"place", FieldKind::place},
     {"enclosures", FieldKind::enclosures},
     {"copies", FieldKind::copies},
     {"other", FieldKind::other}}
};

/// Passes "(n)", "(en)" and periods, which may end a label: "Bijlage(n)", "Betr.", "Uw brief
/// (kenmerk)".
void skip_ending(Cursor& at) {
  const std::size_t begin = at.at();
  at.take(' ');
  if (at.take('(')) {
    at.word(8);
    if (!at.take(')')) {
      at.move_to(begin);
    }
  } else {
    at.move_to(begin);
  }
  at.take('.');
  if (!at.take("\u00B0")) {  // "Dossier n\u00B0"
    at.take("\u00BA");
  }
}

}  // namespace

Result<FieldLabels> FieldLabels::parse(const DataFile& file) {
  FieldLabels labels;
  for (const DataLine& line : data_lines(file.text)) {
    const auto keyed = keyed_line(file, line, "field");
    if (!keyed) {
      return keyed.error();
    }
    int kind = 0;
    for (const auto& [key, value] : kKeys) {
      kind = keyed->key.text == key ? static_cast<int>(value) : kind;
    }
    if (kind == 0) {
      return keyed->unknown_key(
          "date, subject, reference, your_reference, your_date, addressee, place, enclosures, "
          "copies, "
          "other");
    }
    for (const DataCell& cell : keyed->words) {
      if (!labels.phrases.add(cell.text, kind)) {
        return keyed->error(cell, "word",
                            quoted(cell.text) + " is no phrase of words, or stands twice; mend it");
      }
    }
  }
  return labels;
}

namespace {

/// The field whose label ends at `end`, if it does not go on.
std::optional<FoundField> read_field(std::string_view line, FieldKind kind, std::size_t end) {
  if (Cursor behind(line, end); behind.take('-') && behind.at_word()) {
    return std::nullopt;  // "Dossier-Verwaltung"
  }
  FoundField field;
  field.kind = kind;
  field.label = line.substr(0, end);
  Cursor at(line, end);
  skip_ending(at);
  at.skip_blanks();
  field.colon = at.take(':');
  at.skip_blanks();
  field.value = trim_blanks(at.rest());
  return field;
}

}  // namespace

std::optional<FoundField> find_field(std::string_view line, const FieldLabels& labels) {
  const auto match = labels.phrases.match(line, 0);
  return match ? read_field(line, static_cast<FieldKind>(match->value), match->end) : std::nullopt;
}

namespace {

// Behind so many labels a place may stand above the date: "Durchwahl 000-  Hannover".
constexpr std::size_t kManyLabels = 3;
constexpr std::size_t kLongestPlace = 24;  // bytes

/// What follows a comma and a remark in brackets: "(please quote)".
std::string_view behind_remark(std::string_view text) {
  text = text.starts_with(',') ? text.substr(1) : text;
  text = trim_blanks(text);
  if (text.starts_with('(')) {
    const std::size_t end = text.find(')');
    text = end == std::string_view::npos ? text : trim_blanks(text.substr(end + 1));
  }
  return text;
}

}  // namespace

bool is_run_of_labels(const FoundField& first, const FieldLabels& labels) {
  if (first.colon) {
    return false;  // nearly always
  }
  std::size_t count = 1;
  for (std::string_view text = behind_remark(first.value); !text.empty();) {
    const auto field = find_field(text, labels);
    if (!field || field->colon) {
      return !field && count >= kManyLabels && text.size() <= kLongestPlace;
    }
    ++count;
    text = behind_remark(field->value);
  }
  return count > 1;
}

}  // namespace letterkit
