// dates.txt of a profile into DateWords; the keys are explained in date.hpp.
//
// In: lines of cells, the first a key (with a month's number), the others words. Out: the tables,
// or the first error with its place and how to mend it.
//
//   month 3 | maart | mrt
#include <array>
#include <string>
#include <utility>

#include "fields/date.hpp"
#include "fields/keyed_words.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kKeys =
    "calendar, order, month 1 to month 12, ordinal, between, connector, weekday, lead, particle, "
    "not-place, "
    "region, short-year, century, spelling with a year";

Status read_order(const KeyedLine& line, DateWords& words) {
  const std::string_view order = line.words[0].text;
  if (order != "day-month-year" && order != "month-day-year") {
    return line.error(line.words[0], "value",
                      "unknown order " + quoted(order) + "; use day-month-year or month-day-year");
  }
  words.order = order == "day-month-year" ? DateWords::Order::day_month_year
                                          : DateWords::Order::month_day_year;
  return ok();
}

Status read_century(const KeyedLine& line, DateWords& words) {
  words.century = whole_number(line.words[0].text, -1);
  if (words.century < 1500 || words.century > 2100) {
    return line.error(line.words[0], "value",
                      quoted(line.words[0].text) + " is no year; write one from 1500 to 2100");
  }
  return ok();
}

Status read_short_year(const KeyedLine& line, DateWords& words) {
  for (const DataCell& cell : line.words) {
    if (cell.text == "word") {
      words.short_year_after_word = true;
    } else if (cell.text == "-" || cell.text == "." || cell.text == "/") {
      words.short_year_separators += cell.text;
    } else {
      return line.error(cell, "value", quoted(cell.text) + " separates no date; use - . / or word");
    }
  }
  return ok();
}

WordTable* table_of(std::string_view key, DateWords& words) {
  return key == "ordinal"     ? &words.ordinals
         : key == "between"   ? &words.between
         : key == "connector" ? &words.connectors
         : key == "weekday"   ? &words.weekdays
         : key == "particle"  ? &words.particles
         : key == "not-place" ? &words.not_place
                              : nullptr;
}

Status read_line(const KeyedLine& line, DateWords& words) {
  const std::string_view key = line.key.text;
  if (key == "order") {
    return read_order(line, words);
  }
  if (key == "calendar") {
    return ok();  // whose rows these are told the profile's files
  }
  if (key == "century") {
    return read_century(line, words);
  }
  if (key == "short-year") {
    return read_short_year(line, words);
  }
  if (key == "region") {
    words.region_behind_comma = line.words[0].text == "comma";
    return words.region_behind_comma ? ok()
                                     : line.error(line.words[0], "value",
                                                  quoted(line.words[0].text) +
                                                      " parts no region from a place; use comma");
  }
  if (key == "lead") {
    for (const DataCell& cell : line.words) {
      words.leads.emplace_back(cell.text);
    }
    return ok();
  }
  if (line.key_name() == "spelling") {
    words.old_century = whole_number(line.key_argument(), -1);
    if (words.old_century < 1500 || words.old_century > 2100) {
      return line.error(line.key, "value", quoted(key) + " names no year; write 'spelling 1802'");
    }
    return line.add_to(words.old_spelling, 1);
  }
  if (line.key_name() == "month") {
    const int month = whole_number(line.key_argument(), 0);
    if (month < 1 || month > 12) {
      return line.error(line.key, "month", quoted(key) + " is no month; write month 1 to month 12");
    }
    return line.add_to(words.months, month);
  }
  WordTable* table = table_of(key, words);
  return table != nullptr ? line.add_to(*table, 1) : line.unknown_key(kKeys);
}

using SeenMonths = std::array<bool, 13>;

Status read_file(const DataFile& file, DateWords& words, SeenMonths& seen) {
  for (const DataLine& data : data_lines(file.text)) {
    const auto line = keyed_line(file, data, "date");
    if (!line) {
      return line.error();
    }
    if (const Status status = read_line(*line, words); !status) {
      return status;
    }
    if (line->key_name() == "month") {
      seen[static_cast<std::size_t>(whole_number(line->key_argument(), 0))] = true;
    }
  }
  return ok();
}

}  // namespace

Result<DateWords> DateWords::parse(const DataFile& file, const DataFile& calendar) {
  DateWords words;
  SeenMonths seen{};
  for (const DataFile* source : {&calendar, &file}) {
    if (const Status status = read_file(*source, words, seen); !status) {
      return status.error();
    }
  }
  std::string missing;
  for (std::size_t month = 1; month < seen.size(); ++month) {
    if (!seen[month]) {
      missing += (missing.empty() ? "" : ", ") + std::to_string(month);
    }
  }
  if (!missing.empty()) {
    return data_error(file, 1, 1, "date.month",
                      "no words for month " + missing + "; add lines like 'month 1 | its name'");
  }
  return words;
}

}  // namespace letterkit
