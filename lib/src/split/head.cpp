#include "split/head.hpp"

#include <algorithm>

#include "fields/office.hpp"

namespace letterkit {
namespace {

// Lines that are not blank. A letterhead with its side column has thirty.
constexpr std::size_t kMostLines = kMostHeadBelow;
constexpr std::size_t kMostLinesBack = 24;
constexpr std::size_t kMostTitleLines = 3;
// Of a letterhead, a title below it and what stands above them both.
static_assert(kMostHeadAbove == kMostLinesBack + kMostTitleLines + 1 + kMostLinesBack);
constexpr int kMostValueLines = 2;
// Likewise where the letter above is signed: persons, their offices and firms in an address.
constexpr int kMostAddressLines = 5;
constexpr std::size_t kLongestValue = 60;  // of a letterhead's field, bytes
constexpr std::size_t kLongestWrapped = 100;
constexpr std::size_t kParagraph = 250;  // an addressee's line with more holds the body too
// Running text that is hard-wrapped: so many lines of at least so many bytes.
constexpr int kWrappedLines = 3;
constexpr std::size_t kWrappedLine = 46;

constexpr std::uint32_t kPaper = kDossier | kNumber | kChamber | kSession | kPaperTitle;
// Signs of heads that stand under a title.
constexpr std::uint32_t kTitled = kCircularTo | kSalutation | kSection | kAddressee;

bool ends_head(const LineSigns& signs) {
  return signs.table || signs.cue == SplitCue::closing || signs.cue == SplitCue::behalf;
}

/// Whether a line of a signature stands where the head should go on: a letter without a body.
bool is_signature(const TextLine& line, const LineSigns& signs, const ProfileData& profile) {
  return signs.cue == SplitCue::role &&
         (line.text.back() == ',' || is_office_opening(line.text, profile.offices));
}

/// Likewise for lines above: an attachment is the last letter's; below it is a letterhead's field.
bool ends_letter(const LineSigns& signs) {
  return ends_head(signs) || signs.cue == SplitCue::attachment || signs.cue == SplitCue::copy;
}

/// Whether a line is a short value without a form of its own: "14", "BZK-2020/12", "I".
bool is_mark(std::string_view text) {
  return text.size() <= 4 || text.find_first_not_of("0123456789IVX.-/ ") == std::string_view::npos;
}

}  // namespace

double worth(std::uint32_t signs) {
  const auto has = [signs](std::uint32_t sign) { return (signs & sign) == sign ? 1.0 : 0.0; };
  double sum = 0;
  sum += 6 * has(kDossier | kNumber);
  sum += 6 * has(kChamber | kSession) + 4 * has(kSession | kDossier);
  sum += 6 * has(kReturnAddress);
  sum += 4 * has(kCircularTo);
  sum += 2.5 * has(kSalutation) + 2 * has(kAddressee) + 2 * has(kTitle) + 2 * has(kOpening);
  sum += 2 * has(kPaperTitle) + 2 * has(kSubject) + 2 * has(kSection);
  sum += 1.5 * has(kTitleAbove) + 1.5 * has(kDate) + 1 * has(kReference) + 1 * has(kLetterhead) +
         0.5 * has(kAddress);
  return sum;
}

bool is_whole(std::uint32_t signs) {
  return (signs & kDate) != 0 && (signs & (kSalutation | kAddressee)) != 0;
}

bool has_sender(const Head& head) {
  constexpr std::uint32_t kNamed = kSalutation | kAddressee | kSubject;
  return (head.signs & (kLetterhead | kReturnAddress)) != 0 && (head.signs & kDate) != 0 &&
         (head.signs & kNamed) != 0;
}

Head read_head(TextLines& lines, std::size_t begin, const ProfileData& profile) {
  Head head;
  head.begin = begin;
  head.end = begin;
  int wrapped = 0;
  for (std::size_t at = begin; at < begin + kMostLines; ++at) {
    const TextLine* const line = lines.at(at);
    if (line == nullptr) {
      head.open = true;
      return head;
    }
    const LineSigns& signs = line_signs(*line, profile);
    const bool first = at == begin;
    if (!first && (ends_head(signs) || is_signature(*line, signs, profile))) {
      break;
    }
    if ((signs.cue == SplitCue::attachment || signs.cue == SplitCue::copy) && !head.attachment) {
      head.attachment = true;
      head.above_attachment = head.signs;
    }
    head.signs |= signs.head;
    const bool in_paper = (head.signs & kPaper) != 0 && (head.signs & kNumber) == 0;
    const bool body_slipped_up =
        signs.left_size >= kParagraph && (signs.head & (kAddressee | kCircularTo)) != 0;
    if ((signs.head & (kSalutation | kOpening | kSection)) != 0 || body_slipped_up) {
      head.end = at + 1;
      return head;
    }
    if (signs.sentence && signs.head == 0 && !first && !in_paper) {
      break;
    }
    const bool plain = signs.head == 0 && signs.left_size >= kWrappedLine;
    wrapped = plain && !first && !in_paper ? wrapped + 1 : 0;
    if (wrapped == kWrappedLines) {
      head.end = at + 1 - kWrappedLines;
      return head;
    }
    head.end = at + 1;
  }
  return head;
}

namespace {

struct Above {
  std::size_t begin = 0;    ///< the first line that belongs to the head
  std::uint32_t signs = 0;  ///< of the lines from there
};

/// Goes back from `begin` over lines of a letterhead. Short lines between them are their values.
/// `is_signed`: a signature ends at `floor`, so nothing above can be the text of a letter.
Above letterhead_above(TextLines& lines, std::size_t begin, std::size_t floor, bool is_signed,
                       const ProfileData& profile) {
  Above above{begin, 0};
  int unknown = 0;
  const int most_unknown = is_signed ? kMostAddressLines : kMostValueLines;
  for (std::size_t at = begin; begin - at < kMostLinesBack && unknown <= most_unknown; --at) {
    const TextLine* const line = lines.above(at, floor);
    if (line == nullptr) {
      break;
    }
    const LineSigns& signs = line_signs(*line, profile);
    const bool known = signs.head != 0 && !signs.page && signs.cue != SplitCue::role;
    const bool value = line->text.size() <= kLongestValue &&
                       (signs.page || is_mark(line->text) || signs.cue == SplitCue::none ||
                        (is_signed && signs.cue == SplitCue::role));
    if (ends_letter(signs) || (signs.sentence && !known) || (!known && !value)) {
      break;
    }
    unknown = known ? 0 : unknown + 1;
    if (known) {
      above = {at - 1, above.signs | signs.head};
    }
  }
  return above;
}

/// Goes back from `begin` over a title: a line, or a few that are wrapped. The number of a first
/// section may stand between.
std::size_t title_above(TextLines& lines, std::size_t begin, std::size_t floor,
                        const ProfileData& profile) {
  const std::size_t below = begin;
  for (std::size_t at = below; below - at <= kMostTitleLines; --at) {
    const TextLine* const line = lines.above(at, floor);
    if (line == nullptr) {
      break;
    }
    if (at == below && is_mark(line->text)) {
      continue;
    }
    const LineSigns& signs = line_signs(*line, profile);
    if (ends_letter(signs) || signs.page || !can_be_title(line->text)) {
      break;
    }
    begin = at - 1;
    if (line->text.size() > kLongestWrapped || line->blank_above) {
      break;
    }
  }
  return begin;
}

/// Where the next letter begins when what stands at `begin` may belong to the one signed above: its
/// date, or, where the language writes it there, the one whom it goes to. It does when a head that
/// has its own follows.
std::size_t behind_tail(TextLines& lines, std::size_t begin, const ProfileData& profile) {
  const TextLine* const first = lines.at(begin);
  if (first == nullptr) {
    return begin;
  }
  const LineSigns& signs = line_signs(*first, profile);
  const bool addressee = (signs.head & kAddressee) != 0 &&
                         profile.grammar->cost(index_of(Label::name), index_of(Label::addressee),
                                               true) < Grammar::kForbidden;
  if (!signs.place && !addressee) {
    return begin;
  }
  std::size_t next = begin + 1;
  for (; addressee && lines.at(next) != nullptr && !lines.at(next)->blank_above; ++next) {
    if (next == begin + 1 + kMostAddressLines) {
      return begin;
    }
  }
  if (lines.at(next) == nullptr) {
    return begin;
  }
  constexpr std::uint32_t kNamed = kSalutation | kAddressee | kSubject;
  const std::uint32_t rest = read_head(lines, next, profile).signs;
  const bool own =
      (rest & kDate) != 0 && (!addressee || ((rest & kLetterhead) != 0 && (rest & kNamed) != 0));
  return own ? next : begin;
}

}  // namespace

std::size_t begin_below_signature(TextLines& lines, std::size_t begin, std::size_t signed_end,
                                  const ProfileData& profile) {
  // Blank lines right above the head count as one.
  const bool apart = begin > signed_end && lines.at(begin - 1)->next < lines.at(begin)->begin;
  if (begin - signed_end + (apart ? 1 : 0) > kMostLinesBack) {
    return begin;
  }
  std::size_t tail_end = signed_end;
  bool in_tail = true;  // the line goes on with the signature or an attachment
  for (std::size_t at = signed_end; at < begin; ++at) {
    const TextLine& line = *lines.at(at);
    const LineSigns& signs = line_signs(line, profile);
    const bool goes_on = in_tail && signs.head == 0 && !line.blank_above;
    in_tail = goes_on || signs.page || ends_letter(signs) || (signs.sentence && signs.head == 0);
    tail_end = in_tail ? at + 1 : tail_end;
  }
  return behind_tail(lines, tail_end, profile);
}

Head head_around(TextLines& lines, std::size_t anchor, std::size_t floor, bool is_signed,
                 const ProfileData& profile) {
  const std::uint32_t anchor_signs = line_signs(*lines.at(anchor), profile).head;
  Above above{anchor, 0};
  if ((anchor_signs & kPaper) == 0) {
    above = letterhead_above(lines, anchor, floor, is_signed, profile);
  }
  std::size_t begin = above.begin;
  if ((anchor_signs & kTitled) != 0 &&
      (above.signs & (kLetterhead | kAddress | kReturnAddress | kTitle)) == 0) {
    begin = title_above(lines, above.begin, floor, profile);
    // A title may stand between the letterhead and the salutation.
    const Above more = letterhead_above(lines, begin, floor, is_signed, profile);
    begin = (more.signs & (kDate | kAddress)) != 0 ? more.begin : begin;
  }
  Head head = read_head(lines, begin, profile);
  // A place and date above a head that has its own date ends the letter before.
  if (begin < anchor && line_signs(*lines.at(begin), profile).place) {
    const Head rest = read_head(lines, begin + 1, profile);
    head = (rest.signs & kDate) != 0 ? rest : head;
  }
  head.signs |= begin < above.begin ? kTitleAbove : 0U;
  return head;
}

}  // namespace letterkit
