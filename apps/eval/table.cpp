#include "eval/table.hpp"

#include <array>
#include <cstdio>

#include "eval/calibration.hpp"

namespace letterkit::eval {

namespace {

/// printf into a string; lines of the tables are far shorter than the buffer.
template <class... Arguments>
std::string formatted(const char* format, Arguments... arguments) {
  std::array<char, 256> line{};
  std::snprintf(line.data(), line.size(), format, arguments...);
  return line.data();
}

std::string columns(const Rates& rates) {
  return formatted("  %6.3f %6.3f %6.3f", rates.precision, rates.recall, rates.f1);
}

std::string row(std::string_view name, const Tally& tally) {
  return formatted("%-14.*s %7zu %5zu %5zu", static_cast<int>(name.size()), name.data(),
                   tally.letters, tally.gold, tally.found) +
         columns(rates(tally, Matching::soft)) + columns(rates(tally, Matching::strict)) + "\n";
}

std::string records_line(const SetReport& set) {
  const std::size_t all = set.letters.size();
  std::string line =
      formatted("whole records right: %zu of %zu (%.3f), strictly %zu (%.3f)",
                set.records_right(Matching::soft), all, set.record_share(Matching::soft),
                set.records_right(Matching::strict), set.record_share(Matching::strict));
  if (set.missing() > 0) {
    line += formatted("\nwithout a record: %zu", set.missing());
  }
  return line + "\n";
}

std::string reliability_table(const char* what, const Calibration& calibration) {
  if (calibration.count() == 0) {
    return {};
  }
  std::string table =
      formatted("\nconfidence of %-11s  count   mean  right   error %.3f, Brier %.3f\n", what,
                calibration.expected_error(), calibration.brier());
  for (std::size_t i = 0; i < Calibration::kBins; ++i) {
    const Calibration::Bin& bin = calibration.bins()[i];
    if (bin.count > 0) {
      table += formatted("%11.1f to %.1f%9s %7zu %6.3f %6.3f\n",
                         static_cast<double>(i) / Calibration::kBins,
                         static_cast<double>(i + 1) / Calibration::kBins, "", bin.count,
                         bin.confidence(), bin.share_right());
    }
  }
  return table;
}

/// A row a field that has confidences: how far from its share right they are on average.
std::string field_confidences(const SetReport& set) {
  std::string rows;
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    const Calibration calibration = calibrate_values(set, static_cast<Field>(i));
    if (calibration.count() > 0) {
      rows += formatted("  %-22s %9zu %6.3f %6.3f   error %.3f\n", kFieldNames[i].data(),
                        calibration.count(), calibration.mean(), calibration.share_right(),
                        calibration.expected_error());
    }
  }
  return rows.empty() ? rows : "\nconfidence by field        count   mean  right\n" + rows;
}

char sign_of(ValueChange::Kind kind) {
  switch (kind) {
    case ValueChange::Kind::gained:
      return '+';
    case ValueChange::Kind::lost:
      return '-';
    case ValueChange::Kind::wrong_gone:
      return '~';
    case ValueChange::Kind::wrong_new:
      break;
  }
  return '!';
}

std::string changed_row(const char* name, double before, double after) {
  return formatted("%-14s  %6.3f %6.3f %+7.3f", name, before, after, after - before);
}

}  // namespace

std::string report_table(const SetReport& set) {
  std::string table = set.name + formatted(": %zu letters\n", set.letters.size());
  table += formatted("%-14s %7s %5s %5s  %20s  %20s\n", "", "", "", "", "soft matching   ",
                     "strict matching  ");
  table += formatted("%-14s %7s %5s %5s", "field", "letters", "gold", "found");
  for (int i = 0; i < 2; ++i) {
    table += formatted("  %6s %6s %6s", "P", "R", "F1");
  }
  table += "\n";
  for (std::size_t i = 0; i < kFieldCount; ++i) {
    if (const auto tally = set.tally(static_cast<Field>(i))) {
      table += row(kFieldNames[i], *tally);
    }
  }
  table += row("micro average", set.pooled());
  table += formatted("%-14s %7s %5s %5s", "macro average", "", "", "") +
           columns(set.macro(Matching::soft)) + columns(set.macro(Matching::strict)) + "\n";
  table += records_line(set);
  table += reliability_table("records", calibrate_records(set));
  table += reliability_table("values", calibrate_values(set, std::nullopt));
  table += field_confidences(set);
  return table;
}

std::string changes_table(const Changes& changes, std::string_view set, std::string_view baseline) {
  std::string table = std::string(set).append(" against ").append(baseline);
  if (changes.letters_new > 0 || changes.letters_gone > 0) {
    table += formatted(" (letters not in it: %zu; only in it: %zu)", changes.letters_new,
                       changes.letters_gone);
  }
  table += formatted("\n%-14s  %6s %6s %7s %7s %5s  %s\n", "soft F1", "before", "after", "change",
                     "gained", "lost", "wrong values gone, new");
  table += changed_row("whole records", changes.records_before, changes.records_after) + "\n";
  for (const FieldChange& field : changes.fields) {
    table += changed_row(name_of(field.field).data(), field.before.f1, field.after.f1) +
             formatted(" %7zu %5zu  %zu, %zu\n", field.gained, field.lost, field.wrong_gone,
                       field.wrong_new);
  }
  table += changes.values.empty() && changes.records.empty()
               ? "no value changed\n"
               : "+ gained  - lost  ~ wrong value gone  ! new wrong value\n";
  for (const RecordChange& record : changes.records) {
    table += formatted("  %c whole record  ", record.gained ? '+' : '-') +
             place_of(record.file, record.letter) + "\n";
  }
  for (const ValueChange& value : changes.values) {
    table += formatted("  %c %s  ", sign_of(value.kind), name_of(value.field).data()) +
             place_of(value.file, value.letter) + "  \"" + value.text + "\"\n";
  }
  return table;
}

std::string place_of(std::string_view file, std::size_t letter) {
  std::string place(file);
  return letter == 0 ? place : place + formatted(", letter %zu", letter);
}

std::string three_decimals(double value) {
  return formatted("%.3f", value);
}

}  // namespace letterkit::eval
