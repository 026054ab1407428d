#include "profile/recognise.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/dossier.hpp"
#include "fields/note_mark.hpp"
#include "fields/person.hpp"
#include "lines/line_texts.hpp"
#include "profile/known_line.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::uint16_t kTiny = 12;
constexpr std::uint16_t kShort = 70;
constexpr std::uint16_t kMedium = 120;
constexpr std::size_t kLongestRecognised = 240;  // bytes; dossier lines carry long titles
constexpr std::size_t kLongestName = 90;         // bytes
constexpr double kSureName = 0.85;
constexpr double kLikelyName = 0.55;
constexpr double kPossibleName = 0.29;
constexpr std::uint16_t kLongestPlaceApart = 20;  // characters of a place above a gap and a date
constexpr std::size_t kMostDateLines = 3;
constexpr std::uint16_t kLongestDatePart = 40;  // characters
constexpr std::uint16_t kIndent = 6;            // characters right of the usual margin
constexpr std::uint16_t kFilledBefore = 40;     // characters, when a long word had no room behind
constexpr std::uint16_t kFullLine = 12;  // a filled line ends so many characters before the margin

/// Whether the text, as far as it is recognised, has letters and all are capitals. Nearly always
/// the second letter tells.
bool in_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size() && at < kLongestRecognised;) {
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) {
      if (!is_upper(c)) {
        return false;
      }
      ++letters;
    }
  }
  return letters > 1;
}

void add_width(const Line& line, Features& features) {
  features.set(Feature::tiny, line.width <= kTiny);
  features.set(Feature::is_short, line.width <= kShort);
  features.set(Feature::medium, line.width <= kMedium);
  features.set(Feature::is_long, line.width > kMedium);
}

void add_shape(std::string_view text, Features& features) {
  features.set(Feature::one_word, text.find(' ') == std::string_view::npos);
  const char last = text.back();
  features.set(Feature::ends_sentence, last == '.' || last == '!' || last == '?');
  features.set(Feature::ends_comma, last == ',');
  features.set(Feature::ends_colon, last == ':');
  features.set(Feature::digit_first, is_ascii_digit(text.front()));
  features.set(Feature::digits, has_digit(text.substr(0, Rules::kMatchedBytes)));
  features.set(Feature::number_only, std::all_of(text.begin(), text.end(), is_ascii_digit));
  std::size_t at = 0;
  char32_t first = next_code_point(text, at);
  while (at < text.size() && !is_letter(first) && !is_ascii_digit(text[at - 1])) {
    first = next_code_point(text, at);  // quotes and brackets before the first word
  }
  features.set(Feature::capital, is_upper(first));
  features.set(Feature::lower, is_lower(first));
  features.set(Feature::upper, in_capitals(text));
}

/// Where most lines start.
std::uint16_t usual_column(const std::vector<Line>& lines) {
  const auto counts = [](const Line& line) { return !line.side && !line.same_line; };
  std::size_t all = 0;
  std::size_t leftmost = 0;
  for (const Line& line : lines) {
    all += counts(line) ? 1 : 0;
    leftmost += counts(line) && line.column == 0 ? 1 : 0;
  }
  if (all == 0 || leftmost > all / 2) {
    return 0;  // nearly always
  }
  std::vector<std::uint16_t> columns;
  columns.reserve(all);
  for (const Line& line : lines) {
    if (counts(line)) {
      columns.push_back(line.column);
    }
  }
  const auto middle = columns.begin() + static_cast<std::ptrdiff_t>(all / 2);
  std::nth_element(columns.begin(), middle, columns.end());
  return *middle;
}

/// The width that lines of running text are wrapped at; 0 when they are not wrapped.
std::uint16_t wrap_width(const std::vector<Line>& lines) {
  std::uint16_t widest = 0;
  std::size_t over = 0;
  for (const Line& line : lines) {
    over += line.width > 150 ? 1 : 0;
    widest = line.width <= 150 ? std::max(widest, line.width) : widest;
  }
  return over * 20 > lines.size() ? 0 : widest;
}

/// Whether a line is filled: up to the width, or so far that the word below it had no room.
bool is_filled(const Line& line, const Line& below, std::uint16_t width) {
  return line.width + kFullLine >= width ||
         (line.width > kFilledBefore &&
          line.width + 1 + std::min(below.text.find(' '), below.text.size()) > width);
}

void add_places(const Lines& lines, std::vector<Features>& all) {
  const auto& list = lines.lines;
  const std::uint16_t margin = usual_column(list);
  const std::uint16_t width = wrap_width(list);
  LineTexts seen(list);
  const std::size_t size = list.size();
  for (std::size_t i = 0; i < size; ++i) {
    const Line& line = list[i];
    Features features = all[i];
    const bool has_next = i + 1 < size;
    features.add(Feature::first, i == 0);
    features.add(Feature::last, !has_next);
    features.add(Feature::blank_above, line.blanks > 0 || i == 0);
    features.add(Feature::blank_below, !has_next || list[i + 1].blanks > 0);
    features.add(Feature::page_break, line.page_break);
    features.add(Feature::before_page_break, has_next && list[i + 1].page_break);
    features.add(Feature::indented, line.column >= margin + kIndent);
    features.add(Feature::side, line.side);
    features.add(Feature::same_line, line.same_line);
    features.add(Feature::gap, line.gap);
    if (line.width <= kMedium && !line.same_line) {
      features.add(Feature::repeats, seen.note(i) != LineTexts::kNone);
    }
    if (i > 0 && width > 0 && !line.same_line && line.blanks == 0) {
      features.add(Feature::wrapped,
                   !all[i - 1].has(Feature::ends_sentence) && is_filled(list[i - 1], line, width));
    }
    all[i] = features;
  }
}

void add_dates(std::string_view text, const ProfileData& profile, Features& features) {
  if (!features.has(Feature::digits)) {
    return;
  }
  if (const auto found = parse_place_date(text, profile.dates)) {
    features.set(found->place ? Feature::place_date : Feature::date);
  }
}

/// What cutting the line left open is found out: a name or an office is read once.
void add_names(std::string_view text, const ProfileData& profile, KnownLine& known,
               Features& features) {
  if (text.size() <= kLongestName) {
    // "F. de Wit .": what ends the line is no part of the name.
    const std::string_view name = text.substr(0, text.find_last_not_of(" ,;") + 1);
    const bool loose_period = name.size() > 2 && name.ends_with(" .");
    const double score =
        known.name_score && !loose_period
            ? *known.name_score
            : name_score(loose_period ? name.substr(0, name.size() - 2) : name, profile.names);
    features.set(Feature::name, score >= kSureName);
    features.set(Feature::likely_name, score >= kLikelyName);
    features.set(Feature::maybe_name, score >= kPossibleName);
  }
  if (!known.office) {
    known.office = starts_as_office(text, profile.offices).has_value();
  }
  features.set(Feature::office, *known.office);
}

void add_papers(std::string_view text, const ProfileData& profile, Features& features) {
  if (const auto dossier = parse_dossier_line(text)) {
    features.set(Feature::dossier);
    features.set(Feature::dossier_titled, !dossier->title.empty());
  }
  if (const auto number = parse_number_line(text, profile.papers)) {
    features.set(number->labelled ? Feature::number : Feature::bare_number);
    features.set(Feature::number_titled, !number->rest.empty());
  }
  features.set(Feature::chamber, parse_chamber_line(text, profile.papers).has_value());
  features.set(Feature::session, features.has(Feature::digits) &&
                                     find_session_year(text, profile.papers).has_value());
}

/// Whether white space wide enough for a column follows a field's label on the printed line.
bool gap_behind(const Lines& lines, const Line& line, std::size_t label_size) {
  const std::string_view printed = lines.text.substr(line.start, line.end - line.start);
  return line.gap && label_size + 1 < printed.size() &&
         (printed.substr(label_size, 2) == "  " || printed[label_size] == '\t');
}

KnownField read_field(std::string_view text, const FieldLabels& labels) {
  const auto field = find_field(text, labels);
  if (!field) {
    return {};
  }
  // "Geschäftszeichen (bei Antwort bitte angeben)": nothing behind it.
  const bool bare = field->value.empty() ||
                    (field->value.starts_with('(') && field->value.ends_with(')')) ||
                    is_run_of_labels(text, labels);
  return {field->colon, bare, field->label.size()};
}

void add_fields(const Lines& lines, const Line& line, const ProfileData& profile, KnownLine& known,
                Features& features) {
  if (!known.field) {
    known.field = read_field(line.text, profile.fields);
  }
  const KnownField field = *known.field;
  if (field.label == 0) {
    return;
  }
  const bool strong = field.colon || field.bare || gap_behind(lines, line, field.label);
  features.set(strong ? Feature::field : Feature::field_weak);
  features.set(Feature::field_bare, field.bare);
}

/// Lines that the next one goes on with: no sentence or clause has ended, and the next line starts
/// small or this one is filled.
void add_running_on(const std::vector<Line>& lines, std::vector<Features>& all) {
  const std::size_t size = lines.size();
  for (std::size_t i = 0; i + 1 < size; ++i) {
    all[i + 1].add(Feature::below_field, all[i].has(Feature::field_bare));
    const bool adjacent = lines[i + 1].blanks == 0 && !lines[i + 1].same_line;
    all[i + 1].add(Feature::below_name, adjacent && all[i].has(Feature::name));
    const bool open = !all[i].has(Feature::ends_sentence) && !all[i].has(Feature::ends_colon);
    all[i].add(
        Feature::runs_on,
        adjacent && open && (all[i + 1].has(Feature::lower) || all[i + 1].has(Feature::wrapped)));
  }
}

/// The number of a note's mark that a line starts with, before a blank or a capital.
std::string_view number_ahead(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end <= kMostMarkDigits && is_ascii_digit(text[end])) {
    ++end;
  }
  const bool ends = end < text.size() && end <= kMostMarkDigits &&
                    (text[end] == ' ' || is_ascii_upper(text[end]));
  return ends ? text.substr(0, end) : std::string_view{};
}

/// The number that a line is or starts with, when a note's mark may be meant; else empty.
std::string_view mark_in(const Line& line, Features features) {
  const bool alone = features.has(Feature::number_only) && line.text.size() <= kMostMarkDigits;
  return alone ? line.text : number_ahead(line.text);
}

/// Numbers alone that are glued to a word above, as the marks of notes are, and what stands below.
/// Marks are looked for down to the last line that they may matter to: in most letters, in the head
/// alone.
void add_notes(const std::vector<Line>& lines, std::vector<Features>& all) {
  std::size_t end = lines.size();
  while (end > 0 && mark_in(lines[end - 1], all[end - 1]).empty()) {
    --end;
  }
  std::unordered_set<std::string_view> marks;
  for (std::size_t i = 0; i < end; ++i) {
    const std::string_view text = lines[i].text;
    if (const std::string_view mark = mark_in(lines[i], all[i]); marks.contains(mark)) {
      const bool alone = mark.size() == text.size();
      all[i].set(alone ? Feature::note_mark : Feature::note_line);
      if (alone && i + 1 < lines.size()) {
        all[i + 1].set(Feature::note_text);
      }
    }
    if (i + 1 < end && (all[i].has(Feature::digits) || text.size() > Rules::kMatchedBytes)) {
      const auto found = find_note_marks(text);
      marks.insert(found.begin(), found.end());
    }
  }
}

/// A place alone on a line above one that is a date.
void add_split_place_dates(const std::vector<Line>& lines, const ProfileData& profile,
                           std::vector<Features>& all) {
  const std::size_t size = lines.size();
  for (std::size_t i = 0; i + 1 < size; ++i) {
    const bool apart = lines[i + 1].blanks > 0;
    if (!all[i + 1].has(Feature::date) || lines[i].width > (apart ? kLongestPlaceApart : 40) ||
        lines[i].side != lines[i + 1].side || all[i].has(Feature::field) ||
        all[i].has(Feature::office)) {
      continue;
    }
    const std::string both = std::string(lines[i].text) +
                             (lines[i].text.back() == ',' ? " " : ", ") +
                             std::string(lines[i + 1].text);
    const auto found = parse_place_date(both, profile.dates);
    all[i].set(Feature::place, found && found->place.has_value());
  }
}

/// Whether a date may end on the line, maybe before a mark: whose letter it is. Of most lines with
/// a digit none does, for too much stands behind it: they need not be put together and read.
bool may_end_date(const Line& line, Features features) {
  constexpr std::size_t kLongestMark = 8;  // bytes
  const std::string_view text = line.text;
  if (!features.has(Feature::digits)) {
    return text.size() <= kLongestMark;
  }
  std::size_t behind = 0;  // bytes of ASCII behind the digit that are no blanks
  for (std::size_t at = text.size(); at > 0 && behind <= kLongestMark; --at) {
    if (is_ascii_digit(text[at - 1])) {
      return true;
    }
    behind += text[at - 1] > ' ' ? 1 : 0;
  }
  return false;
}

/// How many of the lines from line i on are the longest date that they are only together; 0: none.
/// `joined`: for work.
std::size_t broken_date_at(const std::vector<Line>& lines, std::size_t i,
                           const std::vector<Features>& all, const DateWords& words,
                           std::string& joined) {
  std::size_t broken = 0;
  bool digits = false;
  for (std::size_t n = 1; n <= kMostDateLines && i + n <= lines.size(); ++n) {
    const Line& line = lines[i + n - 1];
    const Features features = all[i + n - 1];
    digits = digits || features.has(Feature::digits);  // no date is without
    if (line.width > kLongestDatePart || (n > 1 && line.blanks > 0) ||
        features.has(Feature::place_date)) {
      break;
    }
    const bool whole = n == 1 || (n == 2 && features.has(Feature::date));
    if (whole || !digits || !may_end_date(line, features)) {
      continue;
    }
    joined.clear();
    for (std::size_t part = i; part < i + n; ++part) {
      joined.append(part == i ? "" : " ").append(lines[part].text);
    }
    broken = parse_place_date(joined, words) ? n : broken;
  }
  return broken;
}

/// Lines that are a date only together: "Bern den 4. Dezember" / "1869".
void add_broken_dates(const std::vector<Line>& lines, const ProfileData& profile,
                      std::vector<Features>& all) {
  std::string joined;
  const std::size_t size = lines.size();
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (lines[i].width > kLongestDatePart) {
      continue;  // most lines
    }
    const std::size_t broken = broken_date_at(lines, i, all, profile.dates, joined);
    for (std::size_t n = 0; n < broken; ++n) {
      all[i + n].set(Feature::date_part);
    }
    i += broken > 0 ? broken - 1 : 0;
  }
}

/// The features that a text gives by itself.
Features recognise_text(std::string_view text, const ProfileData& profile, KnownLine& known) {
  Features features;
  add_shape(text, features);
  if (text.size() <= kLongestRecognised) {
    add_dates(text, profile, features);
    add_names(text, profile, known, features);
    add_papers(text, profile, features);
  }
  return features;
}

}  // namespace

Features recognise_line(const Lines& lines, const Line& line, const ProfileData& profile) {
  std::optional<KnownLine> unknown;
  KnownLine& known = line.known != nullptr ? *line.known : unknown.emplace();
  if (!known.features) {
    known.features = recognise_text(line.text, profile, known);
  }
  Features features = *known.features;
  add_width(line, features);
  if (line.text.size() <= kLongestRecognised) {
    add_fields(lines, line, profile, known, features);
  }
  return features;
}

void recognise_places(const Lines& lines, const ProfileData& profile, std::vector<Features>& all) {
  add_places(lines, all);
  add_running_on(lines.lines, all);
  add_notes(lines.lines, all);
  add_split_place_dates(lines.lines, profile, all);
  add_broken_dates(lines.lines, profile, all);
}

}  // namespace letterkit
