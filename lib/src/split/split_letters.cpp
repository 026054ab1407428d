#include "split/split_letters.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

#include "fields/cursor.hpp"
#include "profile/choose_profile.hpp"
#include "split/form_feeds.hpp"
#include "split/head.hpp"
#include "split/headless_lines.hpp"
#include "split/sign_off.hpp"
#include "support/count_bytes.hpp"

namespace letterkit {
namespace {

// What each circumstance adds to what a head is worth; a letter starts at kEnough. A dossier with a
// number, a publisher's masthead and a return address are enough alone, all others need the end of
// the letter before.
constexpr double kEnough = 6;
constexpr double kSigned = 2;      // a signature stands in the letter before
constexpr double kJustSigned = 4;  // and nothing but page marks behind it
constexpr double kFormFeed = 1;
constexpr double kBlankLine = 0.5;
constexpr double kUnfinished = -3;  // the line above breaks off: it is wrapped running text
constexpr double kLabelled = -4;    // the line above labels what follows as an attachment
constexpr double kAttached = 3;     // ... as a letter, and its whole head follows
constexpr std::size_t kLongestLabel = 24;
constexpr std::size_t kLongestCopyLabel = 100;
constexpr std::size_t kFewestAnnouncing = 4;  // blanks of a line that announces a quotation
constexpr std::size_t kMostSalutations = 3;   // lines, further ones
constexpr std::size_t kMostLabelLines = 3;
constexpr std::size_t kMostTailLines = 6;  // page marks and notes behind a signature
constexpr std::size_t kWrappedLine = 50;

/// Signs that a head is read around. The others come with the heads of later pages too.
constexpr std::uint32_t kAnchors = kChamber | kSession | kDossier | kReturnAddress | kAddressee |
                                   kCircularTo | kTitle | kSalutation | kSubject | kOpening |
                                   kSection;

/// Signs of a published paper, whose first line is one of them.
constexpr std::uint32_t kOfPaper = kChamber | kSession | kDossier | kNumber;

/// "11", alone on its line: the text of the footnote stands on the next.
bool is_note_mark(std::string_view line) {
  return line.size() <= 3 && std::all_of(line.begin(), line.end(), is_ascii_digit);
}

/// "11   Stcrt-2018-49440", "[2] Kamerstukken ...": a footnote, not the number of a section.
bool is_note(std::string_view line) {
  const auto digits = line.find_first_not_of("[(0123456789");
  return digits != 0 && digits != std::string_view::npos &&
         (line[digits] == ']' || line[digits] == ')' || line.substr(digits, 2) == "  ");
}

// Function words of so many bytes tell a letter's language.
constexpr std::size_t kLanguageBytes = 1200;

/// Splits a text. Lines are told by their numbers, as TextLines counts them.
class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Profile>& profiles, bool complete)
      : text_(text), complete_(complete), lines_(text, complete), languages_(text, profiles_) {
    // A profile without words for splitting knows where no head ends.
    std::copy_if(profiles.begin(), profiles.end(), std::back_inserter(profiles_),
                 [](const Profile& profile) { return profile.data().split_gates->phrases; });
  }

  std::vector<LetterSpan> run();

 private:
  /// The profile of the language that the text from byte `begin` on is in; null: too little of it
  /// is there.
  [[nodiscard]] const Profile* language_at(std::size_t begin);
  /// Starts a letter in `language` with this head. False: the text ends in it.
  bool open_letter(const Head& head, const Profile* language);
  /// Whether a head may be read around a line.
  [[nodiscard]] bool may_start(const TextLine& line, const ProfileData& profile) const;
  /// Starts a letter if the head around line `at` is one; gives where to go on, as visit() does.
  std::optional<std::size_t> start_at(std::size_t at, const Profile& language);
  /// Looks at line `at`, which passed the gates of all languages; gives where to go on, nothing
  /// when the text ends first.
  std::optional<std::size_t> look_at(std::size_t at);
  /// The same in one language, whose gates it passed.
  std::optional<std::size_t> visit(std::size_t at, const ProfileData& profile);
  [[nodiscard]] bool starts_letter(const Head& head, bool copy, const ProfileData& profile);
  [[nodiscard]] bool just_signed(std::size_t begin, const ProfileData& profile);
  [[nodiscard]] double circumstances(const Head& head, const ProfileData& profile);
  /// Whether lines around line `at`, near which a head was read in vain, show too little for any.
  [[nodiscard]] bool is_headless(std::size_t at, const ProfileData& profile);
  /// Whether the text that is being read, not signed yet, announces what begins at `begin`: "The
  /// minister then wrote to the chair of the council:", "2.3 The alderman's letter of March".
  [[nodiscard]] bool is_quoted(std::size_t begin);
  /// Whether a line above `begin` labels what follows as a letter attached to the one before.
  [[nodiscard]] bool is_copy(std::size_t begin, const ProfileData& profile);

  std::string_view text_;
  std::vector<Profile> profiles_;
  bool complete_;
  TextLines lines_;
  LanguageFinder languages_;
  HeadlessLines headless_;
  std::vector<LetterSpan> spans_;
  const Profile* language_ = nullptr;  // of the letter that is being read
  std::size_t known_at_ = 0;           // where language_at() was asked last
  const Profile* known_ = nullptr;     // what it said
  std::size_t start_byte_ = 0;         // of that letter
  std::size_t start_ = 0;              // its first line
  std::size_t head_end_ = 0;           // the line behind its head
  std::size_t signed_end_ = 0;         // the line behind its last signature; 0: none yet
};

bool Splitter::just_signed(std::size_t begin, const ProfileData& profile) {
  if (signed_end_ == 0) {
    return false;
  }
  for (std::size_t at = begin; begin - at <= kMostTailLines; --at) {
    const TextLine* const line = lines_.above(at, signed_end_);
    if (line == nullptr) {
      return true;
    }
    const TextLine* const above = lines_.above(at - 1, signed_end_);
    const bool note = is_note(line->text) || (above != nullptr && is_note_mark(above->text));
    if (!note && !line_signs(*line, profile).page) {
      return false;
    }
  }
  return false;
}

/// Whether a line labels what follows, rather than naming it: "Annex 1", not "Annex: form".
bool is_label(std::string_view line) {
  const std::size_t colon = line.find(':');
  return colon == std::string_view::npos || colon + 1 == line.size();
}

bool Splitter::is_copy(std::size_t begin, const ProfileData& profile) {
  for (std::size_t at = begin; begin - at < kMostLabelLines; --at) {
    const TextLine* const above = lines_.above(at, start_);
    if (above == nullptr || above->text.size() > kLongestCopyLabel) {
      return false;
    }
    if (above->bare.size() < above->text.size()) {
      continue;  // marks open it: no label
    }
    const SplitCue cue = cue_of(*above, profile);
    const auto label =
        cue == SplitCue::attachment ? bare_label(above->text, profile.split) : std::nullopt;
    if (cue == SplitCue::copy || label == BareLabel::marked ||
        (label == BareLabel::plain && above->form_feed_above)) {
      return true;
    }
  }
  return false;
}

bool Splitter::is_quoted(std::size_t begin) {
  const TextLine* const above = lines_.above(begin, start_);
  return signed_end_ == 0 && above != nullptr &&
         (above->text.back() == ':' || mentions_letter(above->text, language_->data().split)) &&
         count_byte(above->text, ' ') >= kFewestAnnouncing;
}

double Splitter::circumstances(const Head& head, const ProfileData& profile) {
  const std::size_t begin = head.begin;
  double sum = signed_end_ == 0 ? 0 : just_signed(begin, profile) ? kJustSigned : kSigned;
  const TextLine* const above = lines_.above(begin, start_);
  if (above != nullptr && above->text.size() <= kLongestLabel && is_label(above->text) &&
      !has_sender(head) && line_signs(*above, profile).cue == SplitCue::attachment) {
    sum += kLabelled;
  }
  const TextLine& first = *lines_.at(begin);
  if (first.form_feed_above) {
    return sum + kFormFeed;
  }
  if (first.blank_above) {
    return sum + kBlankLine;
  }
  const bool breaks_off = above != nullptr && above->text.size() >= kWrappedLine &&
                          signed_end_ == 0 &&
                          (is_ascii_lower(above->text.back()) || above->text.back() == ',');
  return breaks_off ? sum + kUnfinished : sum;
}

/// Whether a head is but what a letter may have below its signature: the name and address of the
/// one it goes to, where the language writes them there.
bool may_be_below_signature(const Head& head, TextLines& lines, const ProfileData& profile) {
  std::size_t at = head.end;
  while (at < head.end + kMostSalutations && lines.at(at) != nullptr &&
         (line_signs(*lines.at(at), profile).head & kSalutation) != 0) {
    ++at;
  }
  const TextLine* const below = lines.at(at);
  if ((head.signs & kSalutation) != 0 && !head.attachment && below != nullptr &&
      below->text.size() >= kWrappedLine && line_signs(*below, profile).head == 0) {
    return false;  // running text follows
  }
  constexpr std::uint32_t kOfAddress = kAddressee | kSalutation | kAddress | kTitleAbove;
  return ((head.attachment ? head.above_attachment : head.signs) & ~kOfAddress) == 0 &&
         profile.grammar->cost(index_of(Label::name), index_of(Label::addressee), true) <
             Grammar::kForbidden;
}

bool Splitter::starts_letter(const Head& head, bool copy, const ProfileData& profile) {
  if (head.begin <= start_ || (signed_end_ != 0 && may_be_below_signature(head, lines_, profile))) {
    return false;
  }
  return worth(head.signs) + circumstances(head, profile) + (copy ? kAttached : 0) >= kEnough;
}

bool Splitter::may_start(const TextLine& line, const ProfileData& profile) const {
  switch (cue_of(line, profile)) {
    case SplitCue::none:  // which leaves dossiers and fields that start as they do
      return may_be_dossier(line.bare) &&
             (is_dossier_line(line) || find_field(line.bare, profile.fields));
    case SplitCue::field:
      return is_ascii_upper(line.bare[0]);
    case SplitCue::opening:
    case SplitCue::section:
      return signed_end_ != 0;
    case SplitCue::publisher:
    case SplitCue::return_address:
    case SplitCue::addressee:
    case SplitCue::circular_to:
    case SplitCue::title:
    case SplitCue::salutation:
    case SplitCue::courtesy:
      return true;
    default:
      return false;
  }
}

std::optional<std::size_t> Splitter::visit(std::size_t at, const ProfileData& profile) {
  const TextLine& line = *lines_.at(at);
  // Who is addressed in one letter signs another; a signature is the narrower reading.
  if (at >= head_end_ && &profile == &language_->data() && may_sign(line, profile)) {
    const SignOff sign_off = find_sign_off(lines_, at, profile);
    if (sign_off.open && !complete_) {
      return std::nullopt;
    }
    if (sign_off.end != 0) {
      signed_end_ = sign_off.end;
      return sign_off.end;
    }
  }
  // Words of one language may look like another's head.
  const Profile* const known = line.begin == known_at_ ? known_ : nullptr;
  if (at < head_end_ || (known != nullptr && &known->data() != &profile) ||
      !may_start(line, profile) || is_headless(at, profile)) {
    return at + 1;
  }
  const Profile* const language = language_at(line.begin);
  if (language == nullptr) {
    return std::nullopt;
  }
  if (&language->data() != &profile) {
    return at + 1;
  }
  const LineSigns& signs = line_signs(line, profile);
  const std::uint32_t anchors = signed_end_ != 0 ? kAnchors | kReference | kOtherField : kAnchors;
  const bool anchor = !signs.page && (signs.head & anchors) != 0;
  return anchor ? start_at(at, *language) : at + 1;
}

bool Splitter::is_headless(std::size_t at, const ProfileData& profile) {
  const auto shown = headless_.shown_around(at, lines_, profile);
  if (!shown) {
    return false;  // nearly always
  }
  const bool just = at <= signed_end_ + kMostTailLines + kMostHeadAbove;
  const double of_signature = signed_end_ == 0 ? 0 : just ? kJustSigned : kSigned;
  const double of_place = shown->form_feed_above ? kFormFeed : shown->blank_above ? kBlankLine : 0;
  const double of_copy = is_whole(shown->signs) ? kAttached : 0;
  return worth(shown->signs) + of_signature + of_place + of_copy < kEnough;
}

std::optional<std::size_t> Splitter::start_at(std::size_t at, const Profile& language) {
  const ProfileData& profile = language.data();
  const std::size_t floor = std::max(head_end_, signed_end_);
  const Head head = head_around(lines_, at, floor, signed_end_ > head_end_, profile);
  if (!complete_ && (head.open || lines_.at(head.end + kMostSalutations) == nullptr)) {
    return std::nullopt;
  }
  const bool copy = is_whole(head.signs) && is_copy(head.begin, profile);
  if (!starts_letter(head, copy, profile)) {
    headless_.note(head, at, floor, profile);
    return at + 1;
  }
  const bool attached = copy || (is_whole(head.signs) && is_quoted(head.begin));
  const bool letterhead = signed_end_ != 0 && !attached && (head.signs & kOfPaper) == 0;
  const std::size_t begin =
      letterhead ? begin_below_signature(lines_, head.begin, signed_end_, profile) : head.begin;
  // From here on as if the text began here: what is found must not depend on where reading starts.
  const std::size_t begin_byte = lines_.at(begin)->begin;
  const Profile* const own = language_at(begin_byte);
  const bool known = own == &language && begin == head.begin;
  if (own == nullptr || !open_letter(known ? head : read_head(lines_, begin, own->data()), own)) {
    return std::nullopt;
  }
  spans_.emplace_back(start_byte_, begin_byte, attached);
  start_byte_ = begin_byte;
  start_ = begin;
  signed_end_ = 0;
  return head_end_;
}

const Profile* Splitter::language_at(std::size_t begin) {
  if (profiles_.size() == 1) {
    return profiles_.data();
  }
  if (begin == known_at_ && known_ != nullptr) {
    return known_;
  }
  if (!complete_ && text_.size() - begin < kLanguageBytes) {
    return nullptr;
  }
  known_at_ = begin;
  known_ = &languages_.at(begin, std::min(begin + kLanguageBytes, text_.size()));
  return known_;
}

bool Splitter::open_letter(const Head& head, const Profile* language) {
  language_ = language;
  head_end_ = head.end;
  return complete_ || !head.open;
}

std::optional<std::size_t> Splitter::look_at(std::size_t at) {
  const LineStart start(lines_.at(at)->text);
  const bool has_dossier = start.has_dossier();
  std::size_t next = at + 1;
  for (const Profile& profile : profiles_) {
    if (has_dossier || start.passes(profile.data().split_gates)) {
      const std::size_t found = spans_.size();
      const auto behind = visit(at, profile.data());
      if (!behind) {
        return std::nullopt;
      }
      if (spans_.size() > found) {
        return head_end_;
      }
      next = std::max(next, *behind);
    }
  }
  return next;
}

std::vector<LetterSpan> Splitter::run() {
  const Profile* const first = profiles_.empty() ? nullptr : language_at(0);
  if (first == nullptr || !open_letter(read_head(lines_, 0, first->data()), first)) {
    return complete_ ? std::vector<LetterSpan>{{0, text_.size()}} : std::vector<LetterSpan>{};
  }
  const SplitGates& gates = joined_gates(profiles_);
  const auto passes = [&gates](std::string_view line) {
    const LineStart start(line);
    return start.passes(gates) || start.has_dossier();
  };
  for (std::size_t at = head_end_; const auto found = lines_.find(at, passes);) {
    const auto behind = look_at(*found);
    if (!behind) {
      return spans_;
    }
    at = *behind;
  }
  if (complete_) {
    spans_.emplace_back(start_byte_, text_.size());
  }
  return spans_;
}

}  // namespace

std::vector<LetterSpan> split_letters(std::string_view text, const std::vector<Profile>& profiles,
                                      Split mode, bool complete) {
  if (mode == Split::formfeed) {
    return split_at_form_feeds(text, complete);
  }
  if (is_blank(text) || (mode == Split::never && !complete)) {
    return {};
  }
  if (mode == Split::never) {
    return {
        {0, text.size()}
    };
  }
  return Splitter(text, profiles, complete).run();
}

}  // namespace letterkit
