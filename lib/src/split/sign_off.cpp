#include "split/sign_off.hpp"

#include <algorithm>

#include "fields/cursor.hpp"
#include "fields/field_label.hpp"
#include "fields/office.hpp"
#include "fields/person.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestLine = 140;  // of a signature, bytes
constexpr std::size_t kLongestName = 80;   // a line with a name alone: titles, a double surname
constexpr std::size_t kMostLines = 14;     // not blank
constexpr int kMostUnknown = 2;            // lines of a role that goes on, one after the other
constexpr double kName = 0.55;
constexpr double kSurname = 0.25;
constexpr std::size_t kLongestSurname = 40;
constexpr double kNameAtEnd = 0.75;

bool is_role(std::string_view line, SplitCue cue, const ProfileData& profile) {
  return cue == SplitCue::behalf || opens_office(line, profile.offices);
}

/// Whether a line belongs to the head of the next letter.
bool starts_next(std::string_view line, SplitCue cue) {
  switch (cue) {
    case SplitCue::publisher:
    case SplitCue::return_address:
    case SplitCue::addressee:
    case SplitCue::circular_to:
    case SplitCue::title:
    case SplitCue::paper_title:
    case SplitCue::salutation:
    case SplitCue::opening:
      return true;
    default:
      return may_be_dossier(line) && parse_dossier_line(line).has_value();
  }
}

/// Whether a line's last word can end a name; most lines of running text need no closer look.
bool may_end_with_name(std::string_view line) {
  const std::size_t last = line.find_last_of(" .,:");
  return last != std::string_view::npos && last + 1 < line.size() &&
         !is_ascii_lower(line[last + 1]) && line.find_first_of(".,:") < last + 1;
}

/// The cue that a line, with the marks that may open it, starts with.
SplitCue printed_cue(const TextLine& line, const ProfileData& profile) {
  return line.bare.size() < line.text.size() ? SplitCue::none : cue_of(line, profile);
}

/// Whether a line is a phrase that a name follows.
bool is_phrase(const TextLine& line, const ProfileData& profile) {
  const SplitCue cue = printed_cue(line, profile);
  return cue == SplitCue::closing || cue == SplitCue::behalf;
}

using Part = SignaturePart;

/// `above`: the line of the signature above it; null for the first.
Part read_part(const TextLine& line, const TextLine* above, const ProfileData& profile) {
  const std::string_view left = line.left();
  const SplitCue cue =
      left.size() == line.text.size() ? printed_cue(line, profile) : find_cue(left, profile.split);
  const bool first = above == nullptr;
  // "Yours sincerely," / "Rt Hon Anna Birch MP": whoever stands there signs.
  if (!first && cue == SplitCue::addressee && left.size() <= kLongestSurname &&
      printed_cue(*above, profile) == SplitCue::closing) {
    return Part::name;
  }
  if (line.text.size() > kLongestLine || (!first && starts_next(left, cue))) {
    return Part::none;
  }
  if (is_page_mark(left, cue, profile)) {
    return Part::page;
  }
  const bool known =
      first || cue == SplitCue::closing ||
      ((cue == SplitCue::role || cue == SplitCue::behalf) && is_role(left, cue, profile));
  if (known) {
    const auto name = may_end_with_name(left) ? trailing_name(left, profile.names) : std::nullopt;
    return name && name->score >= kNameAtEnd ? Part::name : Part::role;
  }
  if (left.size() > kLongestName) {
    return Part::none;
  }
  // A surname alone is a name only where one is due.
  const bool due = !first && left.size() <= kLongestSurname &&
                   (above->text.back() == ',' || is_phrase(*above, profile));
  const bool brackets = left.front() == '(' && left.back() == ')' && left.size() > 2;
  const std::string_view name = brackets ? left.substr(1, left.size() - 2) : left;
  return name_score(name, profile.names) >= (due ? kSurname : kName) ? Part::name : Part::unknown;
}

/// The same, remembered: where many lines may begin a signature, each is asked about with all that
/// stand above it.
Part part_of(const TextLine& line, const TextLine* above, const ProfileData& profile) {
  if (above == nullptr) {
    return read_part(line, above, profile);
  }
  if (line.part.profile != &profile) {
    line.part = {&profile, read_part(line, above, profile)};
  }
  return line.part.value;
}

}  // namespace

bool may_sign(const TextLine& line, const ProfileData& profile) {
  const SplitCue cue = cue_of(line, profile);
  const bool phrase = cue == SplitCue::closing || cue == SplitCue::behalf;
  const bool role =
      (cue == SplitCue::role || cue == SplitCue::addressee) && line.text.back() != '.';
  if (line.text.size() > kLongestLine || !(phrase || role)) {
    return false;
  }
  if (!phrase && !is_role(line.left(), cue, profile)) {
    return false;  // nearly always
  }
  // "Votre correspondant : ...": a label that starts as a formula does.
  const auto field = find_field(line.text, profile.fields);
  return !field || !(field->colon || field->label.find(' ') != std::string_view::npos);
}

SignOff find_sign_off(TextLines& lines, std::size_t first, const ProfileData& profile) {
  SignOff result;
  int unknown = 0;
  const TextLine* above = nullptr;
  for (std::size_t at = first; at < first + kMostLines; ++at) {
    const TextLine* const line = lines.at(at);
    if (line == nullptr) {
      result.open = true;
      return result;
    }
    const Part part = part_of(*line, above, profile);
    const bool role_below_name = part == Part::role && result.end != 0 && line->text.back() != ',';
    if (part == Part::name || role_below_name) {
      result.end = at + 1;
    }
    // Right below a name stands the office of the one who signs.
    const bool office_below = part == Part::unknown && result.end == at &&
                              above->next == line->begin &&
                              starts_as_office(line->left(), profile.offices) &&
                              (line_signs(*line, profile).head & ~kOtherField) == 0;
    result.end = office_below ? at + 1 : result.end;
    unknown = part == Part::unknown ? unknown + 1 : part == Part::page ? unknown : 0;
    if (part == Part::none || unknown > kMostUnknown ||
        (unknown > 0 && result.end != 0 && !office_below)) {
      break;
    }
    above = line;
  }
  return result;
}

}  // namespace letterkit
