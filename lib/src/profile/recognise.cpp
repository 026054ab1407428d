#include "profile/recognise.hpp"

#include <algorithm>
#include <cstdint>

#include "fields/cursor.hpp"
#include "fields/date.hpp"
#include "fields/dossier.hpp"
#include "fields/person.hpp"
#include "profile/known_line.hpp"
#include "support/byte_block.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestRecognised = 240;  // bytes; dossier lines carry long titles
constexpr std::size_t kLongestName = 90;         // bytes
constexpr double kSureName = 0.85;
constexpr double kLikelyName = 0.55;
constexpr double kPossibleName = 0.29;

/// Whether the text, as far as it is recognised, has letters and all are capitals. Nearly always
/// a small one among the first bytes tells.
bool in_capitals(std::string_view text) {
  const std::string_view recognised = text.substr(0, kLongestRecognised);
  const auto is_small = [](const char* at) { return ByteBlock(at).is_in('a', 'z'); };
  if (find_in_blocks(recognised, 0, is_small) < recognised.size()) {
    return false;
  }
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
  features.add(Feature::tiny, line.width <= kTinyWidth);
  features.add(Feature::is_short, line.width <= kShortWidth);
  features.add(Feature::medium, line.width <= kMediumWidth);
  features.add(Feature::is_long, line.width > kMediumWidth);
}

void add_shape(std::string_view text, Features& features) {
  features.add(Feature::one_word, text.find(' ') == std::string_view::npos);
  const char last = text.back();
  features.add(Feature::ends_sentence, last == '.' || last == '!' || last == '?');
  features.add(Feature::ends_comma, last == ',');
  features.add(Feature::ends_colon, last == ':');
  if (is_ascii_lower(text.front())) {  // most lines of running text
    features.add(Feature::digits, has_digit(text.substr(0, Rules::kMatchedBytes)));
    features.add(Feature::lower, true);
    return;
  }
  features.add(Feature::digit_first, is_ascii_digit(text.front()));
  features.add(Feature::digits, has_digit(text.substr(0, Rules::kMatchedBytes)));
  features.add(Feature::number_only, std::all_of(text.begin(), text.end(), is_ascii_digit));
  std::size_t at = 0;
  char32_t first = next_code_point(text, at);
  while (at < text.size() && !is_letter(first) && !is_ascii_digit(text[at - 1])) {
    first = next_code_point(text, at);  // quotes and brackets before the first word
  }
  features.add(Feature::capital, is_upper(first));
  features.add(Feature::lower, is_lower(first));
  features.add(Feature::upper, in_capitals(text));
}

void add_dates(std::string_view text, const ProfileData& profile, Features& features) {
  if (!features.has(Feature::digits)) {
    return;
  }
  if (const auto found = parse_place_date(text, profile.dates)) {
    features.add(found->place ? Feature::place_date : Feature::date, true);
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
    features.add(Feature::name, score >= kSureName);
    features.add(Feature::likely_name, score >= kLikelyName);
    features.add(Feature::maybe_name, score >= kPossibleName);
  }
  if (!known.office) {
    known.office = starts_as_office(text, profile.offices).has_value();
  }
  features.add(Feature::office, *known.office);
}

void add_papers(std::string_view text, const ProfileData& profile, Features& features) {
  if (const auto dossier = parse_dossier_line(text)) {
    features.add(Feature::dossier, true);
    features.add(Feature::dossier_titled, !dossier->title.empty());
  }
  if (const auto number = parse_number_line(text, profile.papers)) {
    features.add(number->labelled ? Feature::number : Feature::bare_number, true);
    features.add(Feature::number_titled, !number->rest.empty());
  }
  features.add(Feature::chamber, parse_chamber_line(text, profile.papers).has_value());
  features.add(Feature::session, features.has(Feature::digits) &&
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
                    is_run_of_labels(*field, labels);
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
  features.add(strong ? Feature::field : Feature::field_weak, true);
  features.add(Feature::field_bare, field.bare);
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

Features recognise(const Lines& lines, const Line& line, const ProfileData& profile,
                   KnownLine& known) {
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

}  // namespace

Features recognise_line(const Lines& lines, const Line& line, const ProfileData& profile) {
  if (line.known != nullptr) {
    return recognise(lines, line, profile, *line.known);
  }
  KnownLine unknown;
  return recognise(lines, line, profile, unknown);
}

}  // namespace letterkit
