#include "split/line_signs.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "fields/cursor.hpp"
#include "support/byte_block.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

// Bytes. Longer lines are paragraphs, whatever they start with.
constexpr std::size_t kLongestHeadLine = 160;
constexpr std::size_t kLongestAddress = 60;
constexpr std::size_t kLongestPageMark = 16;
constexpr std::size_t kShortestSentence = 48;
constexpr std::size_t kLongLine = 110;

/// A period behind an abbreviation ("w.m.") ends none.
bool ends_sentence(std::string_view line) {
  const char last = line.back();
  const bool abbreviation = line.size() > 3 && last == '.' && line[line.size() - 3] == '.';
  return (last == '.' && !abbreviation) || last == ';' || last == '!' || last == '?';
}

bool is_address(std::string_view line, const SplitWords& words) {
  if (line.size() > kLongestAddress) {
    return false;
  }
  const std::size_t mark = find_in_blocks(line, 0, [](const char* at) {
    const ByteBlock bytes(at);
    return bytes.is_in('0', '9') | bytes.is('@') | bytes.is('.');
  });
  return mark < line.size() && words.address_like.match(line);
}

/// Five digits as dossiers print them: "33 279", or a number that fills its line.
bool is_dossier(std::string_view line, const PaperWords& words) {
  if (!is_ascii_digit(line[0]) && !is_ascii_upper(line[0])) {
    return false;
  }
  const auto dossier = parse_dossier_line(line);
  if (!dossier) {
    return false;
  }
  const auto printed = line.substr(dossier->number_span.start,
                                   dossier->number_span.end - dossier->number_span.start);
  const bool spaced = printed.find_first_not_of("0123456789") != std::string_view::npos;
  return (spaced || dossier->title.empty()) && !find_session_year(line, words);
}

std::uint32_t number_signs(std::string_view line, const ProfileData& profile) {
  const auto number = parse_number_line(line, profile.papers);
  if (!number) {
    return 0;
  }
  const bool titled =
      !number->rest.empty() && find_cue(number->rest, profile.split) == SplitCue::paper_title;
  return number->labelled || !number->rest.empty() ? kNumber | (titled ? kPaperTitle : 0U) : 0U;
}

std::uint32_t field_sign(std::string_view line, std::string_view left, const FieldLabels& labels) {
  const auto field = find_field(line, labels);
  if (!field) {
    return 0;
  }
  if (field->kind == FieldKind::addressee && field->colon) {
    return kAddressee;  // a paragraph may have slipped up to it
  }
  const bool titled = field->kind == FieldKind::subject && field->colon;  // with a period, of old
  if (ends_sentence(line) && !titled) {
    return 0;
  }
  // A label, and nothing or a colon or a wide gap behind it; or a value that starts as one does.
  const bool alone = field->value.empty() || field->colon || field->label.size() == left.size();
  const bool capital =
      !field->value.empty() && (is_ascii_upper(field->value[0]) || is_ascii_digit(field->value[0]));
  const bool strict = field->kind == FieldKind::addressee || field->kind == FieldKind::other;
  if (!is_ascii_upper(line[0]) || !(alone || (capital && !strict))) {
    return 0;
  }
  switch (field->kind) {
    case FieldKind::date:
      return kDate;
    case FieldKind::subject:
      return kSubject;
    case FieldKind::reference:
      return kReference;
    case FieldKind::addressee:
      return kAddressee;
    case FieldKind::copies:
    case FieldKind::enclosures:
      return 0;
    default:
      return kOtherField;
  }
}

/// "Bijlagen       2": a letterhead's field, not the title of an attachment.
bool counts_attachments(std::string_view line, std::string_view left, const FieldLabels& labels) {
  const auto field = find_field(line, labels);
  return field && field->kind == FieldKind::enclosures && !field->value.empty() &&
         field->label.size() == left.size();
}

/// A publisher's name or a session: of a head when nothing goes on behind the session's comma, else
/// of a foot ("Tweede Kamer, vergaderjaar 2019-2020, 35 538, nr. 4").
void read_publisher(std::string_view line, const PaperWords& words, LineSigns& signs) {
  const auto session = find_session_year(line, words);
  if (session && line.find(',', session->span.end) != std::string_view::npos) {
    signs.page = true;
    return;
  }
  signs.head |= session ? kSession : 0U;
  signs.head |= parse_chamber_line(line, words) ? kChamber : 0U;
}

std::uint32_t cue_sign(SplitCue cue) {
  switch (cue) {
    case SplitCue::return_address:
      return kReturnAddress;
    case SplitCue::addressee:
      return kAddressee;
    case SplitCue::circular_to:
      return kCircularTo;
    case SplitCue::title:
      return kTitle;
    case SplitCue::paper_title:
      return kPaperTitle;
    case SplitCue::salutation:
      return kSalutation;
    case SplitCue::opening:
      return kOpening;
    case SplitCue::section:
      return kSection;
    case SplitCue::letterhead:
      return kLetterhead;
    default:
      return 0;
  }
}

/// Signs that a phrase gives only to lines that hold little else.
constexpr std::uint32_t kShortOnly = kSection | kLetterhead | kPaperTitle | kTitle | kAddressee;

/// A paragraph may have slipped up to the salutation or addressee above it.
std::uint32_t phrase_signs(std::string_view line, std::string_view left, SplitCue cue) {
  const bool greets = left.back() == ',' || left.back() == '!' || left.back() == ':';
  const std::uint32_t sign = cue != SplitCue::courtesy ? cue_sign(cue)
                             : greets                  ? kSalutation
                                                       : kAddressee;
  const bool short_line = left.size() <= kLongestHeadLine && !ends_sentence(left);
  if (cue == SplitCue::section) {
    return left.size() <= kShortestSentence ? sign : 0U;
  }
  if (cue == SplitCue::title) {
    return line.size() <= kLongestTitle && !ends_sentence(line) ? sign : 0U;
  }
  return (sign & kShortOnly) == 0 || short_line ? sign : 0U;
}

}  // namespace

const SplitGates& joined_gates(const std::vector<Profile>& profiles) {
  thread_local std::vector<std::uint64_t> ids;
  thread_local SplitGates joined;
  const auto id_of = [](const Profile& profile) { return profile.data().id(); };
  if (!std::ranges::equal(ids, profiles, {}, {}, id_of)) {
    ids.clear();
    std::ranges::transform(profiles, std::back_inserter(ids), id_of);
    joined = {};
    for (const Profile& profile : profiles) {
      joined.join(profile.data().split_gates);
    }
  }
  return joined;
}

bool is_dossier_line(const TextLine& line) {
  if (!line.dossier) {
    line.dossier = parse_dossier_line(line.bare).has_value();
  }
  return *line.dossier;
}

SplitCue cue_of(const TextLine& line, const ProfileData& profile) {
  if (line.cue.profile != &profile) {
    line.cue = {&profile, find_cue(line.bare, profile.split)};
  }
  return line.cue.value;
}

namespace {

constexpr std::size_t kMostTexts = 1024;  // remembered by a thread of a language, and as many older

using SignsMemo = ValueMemo<LineSigns, kMostTexts>;

LineSigns read_signs(const TextLine& line, const ProfileData& profile) {
  LineSigns signs;
  const std::string_view text = line.bare;
  const std::string_view whole_left = line.left();
  const std::string_view left = without_opening_marks(whole_left);
  signs.left_size = whole_left.size();
  if (text.empty() || left.empty()) {
    signs.page = true;
    return signs;
  }
  signs.table = line.text[0] == '|' || line.text[0] == '!';
  signs.cue = cue_of(line, profile);
  if (signs.cue == SplitCue::attachment && counts_attachments(text, left, profile.fields)) {
    signs.cue = SplitCue::field;
  }
  signs.head = phrase_signs(text, left, signs.cue);
  if (text.size() <= kLongestTitle) {
    if (signs.cue == SplitCue::publisher) {
      read_publisher(text, profile.papers, signs);
    }
    signs.page =
        signs.page || signs.cue == SplitCue::foot || profile.split->page_mark_like.match(left);
    signs.head |= is_dossier(text, profile.papers) ? kDossier : number_signs(text, profile);
  }
  if (const std::uint32_t field = field_sign(text, left, profile.fields); field != 0) {
    signs.head |= field;
    if (signs.cue == SplitCue::closing) {
      signs.cue = SplitCue::field;  // "Ihr Zeichen" is no "Ihr"
    }
  }
  if (left.size() <= kLongestHeadLine && !signs.page) {
    const auto date = parse_place_date(left, profile.dates);
    signs.head |= date ? kDate : 0U;
    signs.place = date && date->place;
    signs.head |= is_address(left, profile.split) ? kAddress : 0U;
  }
  signs.sentence =
      left.size() >= kLongLine || (left.size() >= kShortestSentence && ends_sentence(left));
  return signs;
}

}  // namespace

const LineSigns& line_signs(const TextLine& line, const ProfileData& profile) {
  if (line.signs.profile != &profile) {
    const auto read = [&] { return read_signs(line, profile); };
    line.signs = {
        &profile,
        line.text.size() > kLongestKnown
            ? read()
            : thread_memo<SignsMemo>(profile.id()).at(line.text, hash_word(line.text), read)};
  }
  return line.signs.value;
}

bool is_page_mark(std::string_view line, SplitCue cue, const ProfileData& profile) {
  return cue == SplitCue::foot ||
         (line.size() <= kLongestPageMark && (is_ascii_digit(line[0]) || line[0] == '-') &&
          profile.split->page_mark_like.match(line));
}

bool can_be_title(std::string_view line) {
  if (line.size() > kLongestTitle || line.size() < 4 || ends_sentence(line) || line.back() == ',' ||
      line.back() == ':') {
    return false;
  }
  std::size_t at = 0;
  return is_upper(next_code_point(line, at));
}

}  // namespace letterkit
