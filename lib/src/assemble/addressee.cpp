// Whom the letter is for.
//
// In: lines labelled addressee. Out: addressee. The recipient's name is the block without "Aan",
// honorific and address.
//
//   Aan de Voorzitter van de Tweede Kamer / der Staten-Generaal / Postbus 20018
#include <algorithm>
#include <utility>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"
#include "fields/field_label.hpp"
#include "fields/person.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kUsualLines = 8;        // of a recipient's block
constexpr std::size_t kPreposition = 3;       // bytes of "an", "à", "To" and no longer label
constexpr int kMostLeads = 3;                 // "Aan", "de", "heer" may each be cut off
constexpr double kNameBehindOffice = 0.3;     // score that is enough behind "President"
constexpr std::size_t kLongestOffice = 1000;  // bytes, with its ministry
constexpr std::string_view kNameEnds = " ,.;:\u00BB\"\u201D";

/// Without what ends a line behind a name; an abbreviation's period stays: "Textilverband e. V."
std::string_view without_name_ends(std::string_view text) {
  const std::string_view name = without_end(text, kNameEnds);
  const std::size_t letter = name.find_last_of(" .") + 1;
  const bool abbreviated = letter > 0 && letter + 1 == name.size() && name.size() < text.size() &&
                           text[name.size()] == '.';
  return abbreviated ? text.substr(0, name.size() + 1) : name;
}

std::string_view without_lead(std::string_view text, const Extracts& extracts) {
  for (int i = 0; i < kMostLeads; ++i) {
    const std::string_view lead = extracts.find(Extract::addressee_lead, text);
    if (lead.empty()) {
      break;
    }
    text =
        trim_blanks(text.substr(static_cast<std::size_t>(lead.data() - text.data()) + lead.size()));
  }
  return text;
}

std::string_view without_tail(std::string_view text, const Extracts& extracts) {
  const std::string_view tail = extracts.find(Extract::addressee_tail, text);
  return tail.empty() ? text : text.substr(0, text.size() - tail.size());
}

/// Whether the line is nothing but a label: "Aan:".
bool is_label(std::string_view text, const ProfileData& profile) {
  const auto field = find_field(text, profile.fields);
  return field && field->value.empty() && field->kind == FieldKind::addressee;
}

/// Where `text` goes on behind a comma or a word for "and" at `at`; 0 when neither stands there.
std::size_t behind_and(std::string_view text, std::size_t at, const WordTable& ands) {
  if (text[at] != ',' && blank_at(text, at) == 0) {
    return 0;
  }
  Cursor next(text, at);
  const bool comma = next.take(',');
  if (!next.skip_blanks()) {
    return 0;
  }
  Cursor word = next;
  if (ands.contains(word.word()) && word.skip_blanks()) {
    return word.at();
  }
  return comma ? next.at() : 0;
}

/// "Anna Berg and Jan Dal" as "Anna Berg; Jan Dal", when every part is a name in full.
std::string separate_names(std::string_view text, const ProfileData& profile) {
  std::string joined;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const std::size_t next = at == text.size() ? at : behind_and(text, at, profile.offices->ands);
    if (next == 0) {
      continue;
    }
    if (begin == 0 && at == text.size()) {
      break;  // one part, as nearly always: whatever it is, it stays
    }
    const std::string_view part = text.substr(begin, at - begin);
    if (name_score(part, profile.names) < kNameInFull) {
      return std::string(text);
    }
    joined.append(joined.empty() ? "" : "; ").append(part);
    begin = next;
    at = std::max(at, next - (next > at ? 1 : 0));
  }
  return joined.empty() ? std::string(text) : joined;
}

/// The name that `text` starts with, if it looks like one so much.
std::optional<NameSpan> name_ahead(std::string_view text, const NameWords& words, double enough) {
  if (name_score(text, words) >= enough) {
    return NameSpan{0, text.size(), text, enough};
  }
  const auto name = leading_name(text, words);
  return name && name->begin == 0 && name->score >= enough ? name : std::nullopt;
}

/// A name in full without titles before it; those of nobility are part of the name.
std::string_view without_titles(std::string_view name, const NameWords& words) {
  for (std::size_t space = name.find(' '); space != std::string_view::npos;
       space = name.find(' ')) {
    const std::string_view rest = name.substr(space + 1);
    const NameUse use = words.uses(name.substr(0, space));
    if (!has_use(use, NameUse::title) || has_use(use, NameUse::noble) ||
        name_score(rest, words) < kNameInFull) {
      break;
    }
    name = rest;
  }
  return name;
}

/// A person's name without the known place that stands behind it: "Anna Berg Altdorf".
std::string_view without_place(std::string_view name, const NameWords& words) {
  const std::size_t space = name.find_last_of(' ');
  if (space == std::string_view::npos || !words.is_place(name.substr(space + 1))) {
    return name;
  }
  const std::string_view rest = without_trailing(name.substr(0, space), " ,");
  return name_score(rest, words) >= kNameInFull ? rest : name;
}

/// The person alone, where one is named in full: "Président Anna Berg", "Dr. Anna Berg in Altdorf",
/// "Anna Berg, directeur".
std::string_view person_alone(std::string_view text, const ProfileData& profile) {
  const auto office = starts_as_office(text, profile.offices);
  const std::string_view named = office ? trim_blanks(text.substr(office->noun_end)) : text;
  if (named.empty() || is_ascii_lower(named[0])) {  // "Direktion der Bibliothek"
    return text;
  }
  const auto found = name_ahead(named, profile.names, office ? kNameBehindOffice : kNameInFull);
  if (!found) {
    return text;
  }
  const std::string_view person =
      without_place(without_titles(found->name, profile.names), profile.names);
  const bool told = office || person.size() < found->name.size();  // that this is a person
  const std::string_view behind = trim_blanks(named.substr(found->end));
  const bool goes_on = !behind.empty() && behind[0] != ',' && !is_ascii_lower(behind[0]);
  const bool office_behind =
      behind.starts_with(',') && starts_as_office(behind.substr(1), profile.offices);
  return !goes_on && (told || behind.empty() || office_behind) ? person : text;
}

/// Whether an office goes on with a line below one that ends in a comma: more of its ministry's
/// name.
bool more_of_office(const Reading& reading, std::string_view name, std::string_view line,
                    const Letter& letter) {
  if (name.size() > kLongestOffice) {
    return false;  // many recipients' names: each line would read all of them again
  }
  const OfficeWords& words = reading.profile.offices;
  const int year = year_of(letter);
  const auto ministry = parse_office(std::string(name) + ", " + std::string(line), words, year);
  return ministry.ministry && ministry.ministry != parse_office(name, words, year).ministry;
}

/// Whether a word is the place that the block's address ends in: "Gemeinderat Seewil / 8154
/// Seewil".
bool is_place_of(const Reading& reading, const std::vector<std::size_t>& block,
                 std::string_view word) {
  return std::any_of(block.begin(), block.end(), [&](std::size_t i) {
    const std::string_view text = without_trailing(reading.line(i).text, kNameEnds);
    return text.size() > word.size() + 1 && text.ends_with(word) &&
           is_ascii_digit(text[text.size() - word.size() - 2]);
  });
}

std::string_view piece_of(std::string_view text, std::size_t start, std::size_t end) {
  return text.substr(start, end - start);
}

/// Whom a line names; the same few hundred lines are most recipients' first.
const KnownRecipient& recipient_on(const Line& line, const ProfileData& profile) {
  auto& known = line.known->recipient;
  if (known != nullptr) {
    return *known;
  }
  const Extracts& extracts = profile.extracts;
  const std::string_view core =
      without_name_ends(without_tail(without_lead(line.text, extracts), extracts));
  const std::string_view alone = core.empty() ? core : person_alone(core, profile);
  KnownRecipient recipient;
  recipient.core_start = static_cast<std::size_t>(core.data() - line.text.data());
  recipient.core_end = recipient.core_start + core.size();
  recipient.start = static_cast<std::size_t>(alone.data() - line.text.data());
  recipient.end = recipient.start + alone.size();
  recipient.in_full = name_score(alone, profile.names) >= kNameInFull;
  recipient.names = separate_names(alone, profile);
  known = std::make_unique<const KnownRecipient>(std::move(recipient));
  return *known;
}

void read_name(const Reading& reading, const std::vector<std::size_t>& block, Letter& letter) {
  const Extracts& extracts = reading.profile.extracts;
  OptionalValue& name = letter.addressee.name;
  bool ended = false;
  bool comma = false;  // the line above ends in one
  for (const std::size_t i : block) {
    const std::string_view text = reading.line(i).text;
    if (name && comma && more_of_office(reading, name->text, text, letter)) {
      name->text += ',';
      reading.append(*name, i, without_end(text, kNameEnds));
      comma = text.ends_with(',');
      continue;
    }
    comma = text.ends_with(',');
    const bool next = name && reading.matches(i, Extract::addressee_next);
    if (name && !ended) {
      const bool more = reading.matches(i, Extract::addressee_more) ||
                        extracts.matches(Extract::addressee_open, last_words(name->text));
      ended = !more || reading.matches(i, Extract::addressee_stop);
    }
    if (ended && !next) {
      continue;
    }
    if (name && !next) {
      if (const auto core = without_name_ends(without_tail(text, extracts)); !core.empty()) {
        reading.append(*name, i, core);
      }
      continue;
    }
    const KnownRecipient& known = recipient_on(reading.line(i), reading.profile);
    const std::string_view core = piece_of(text, known.core_start, known.core_end);
    const std::string_view alone = piece_of(text, known.start, known.end);
    if (core.empty()) {
      continue;
    }
    if (next) {
      const Value other = reading.value(i, alone);
      name->text.append("; ").append(other.text);
      name->origin.end = std::max(name->origin.end, other.origin.end);
    } else if (is_place_of(reading, block, alone)) {
      name = reading.value(i, core);
      name->text = separate_names(name->text, reading.profile);
      ended = name_score(core, reading.profile.names) >= kNameInFull;
    } else {
      name = reading.value(i, alone);
      name->text = known.names;
      // A person's name is whole on its line; an office's may go on below.
      ended = alone.size() < core.size() || known.in_full;
    }
  }
}

/// Whether a block that stands below another one is rather the recipient's: the profile says so and
/// it has a person's name.
bool goes_before(const Reading& reading, const std::vector<std::size_t>& block) {
  return reading.matches(block.front(), Extract::addressee_again) &&
         std::any_of(block.begin(), block.end(), [&reading](std::size_t i) {
           return reading.features[i].has(Feature::maybe_name) ||
                  name_score(without_lead(reading.line(i).text, reading.profile.extracts),
                             reading.profile.names) >= kNameInFull;
         });
}

/// Whether the text of the letter has begun with line i.
bool begins_text(const Reading& reading, std::size_t i) {
  return reading.label(i) == Label::body || reading.label(i) == Label::closing;
}

/// Finds the lines of the recipient's block: the first one that names somebody, for addresses alone
/// are the sender's, unless the profile prefers a later one above the text. Behind running text the
/// last one, for the recipient may be named at the foot of pages before it is below the signature.
class BlockFinder {
 public:
  explicit BlockFinder(const Reading& reading) : reading_(reading) {}

  std::vector<std::size_t> find() {
    const LineSpan lines = reading_.spans.of({Label::addressee});
    const LineSpan text = reading_.spans.of({Label::body, Label::closing});
    text_begun_ = !text.empty() && text.begin < lines.begin;
    for (std::size_t i = lines.begin; i < lines.end; ++i) {
      if (reading_.label(i) == Label::addressee) {
        add(i);
      } else if (!reading_.line(i).same_line || reading_.label(i) != Label::field) {
        finish();  // but a field may stand beside the recipient
        text_begun_ = text_begun_ || begins_text(reading_, i);
      }
    }
    finish();
    return found_.empty() ? find_field_block() : std::move(found_);
  }

 private:
  void add(std::size_t i) {
    const std::string_view text = reading_.line(i).text;
    if (reading_.line(i).blanks > 0 && !block_.empty()) {
      if (!named_ || begins_anew(i)) {
        block_.clear();  // the sender's address stands above the recipient's
        named_ = false;
      } else if (is_address(block_.back()) && !is_address(i) &&
                 !reading_.matches(i, Extract::addressee_next)) {
        finish();  // or below it
      }
    }
    const bool label =
        reading_.features[i].has(Feature::field_bare) && is_label(text, reading_.profile);
    if (label && text.size() <= kPreposition) {
      block_.clear();  // "Le préfet / à / ...": whom the letter is from
      named_ = false;
    }
    if (!label) {
      if (block_.empty()) {
        block_.reserve(kUsualLines);
      }
      block_.push_back(i);
      named_ = named_ || !is_address(i);
    }
  }

  /// Whether the line says that the recipient is named here, as the block's first line does not.
  [[nodiscard]] bool begins_anew(std::size_t i) const {
    return reading_.matches(i, Extract::addressee_start) &&
           !reading_.matches(block_.front(), Extract::addressee_start);
  }

  [[nodiscard]] bool is_address(std::size_t i) const {
    return reading_.matches(i, Extract::addressee_stop);
  }

  void finish() {
    if (block_.empty()) {
      return;
    }
    const bool better =
        found_.empty() || (text_begun_ ? found_behind_ : named_ && goes_before(reading_, block_));
    if (named_ && better) {
      found_ = std::move(block_);
      found_behind_ = text_begun_;
    }
    block_.clear();
    named_ = false;
  }

  /// The lines of a field that names the recipient: "Aan", its values below.
  [[nodiscard]] std::vector<std::size_t> find_field_block() const {
    std::vector<std::size_t> lines;
    std::size_t i = 0;
    while (i < reading_.size() && !names_recipient(i)) {
      ++i;
    }
    if (i < reading_.size() && !is_label(reading_.line(i).text, reading_.profile)) {
      lines.push_back(i);
    }
    for (++i; i < reading_.size() && reading_.label(i) == Label::field_value; ++i) {
      lines.push_back(i);
    }
    return lines;
  }

  /// Whether line i is a field that names the recipient.
  [[nodiscard]] bool names_recipient(std::size_t i) const {
    const auto field = reading_.label(i) == Label::field
                           ? find_field(reading_.line(i).text, reading_.profile.fields)
                           : std::nullopt;
    return field && field->kind == FieldKind::addressee;
  }

  const Reading& reading_;
  std::vector<std::size_t> found_;
  std::vector<std::size_t> block_;
  bool found_behind_ = false;  // behind running text
  bool named_ = false;         // the block names somebody
  bool text_begun_ = false;
};

}  // namespace

void read_addressee(const Reading& reading, Letter& letter) {
  std::vector<std::size_t> block = BlockFinder(reading).find();
  // Whoever is meant by "t.a.v. mevrouw Berg" stands above it, whatever that line looked like.
  if (!block.empty() && block.front() > 0 && reading.line(block.front()).blanks == 0 &&
      reading.label(block.front() - 1) == Label::masthead &&
      reading.matches(block.front(), Extract::addressee_below)) {
    block.insert(block.begin(), block.front() - 1);
  }
  auto& lines = letter.addressee.lines;
  lines.reserve(block.size());
  for (const std::size_t i : block) {
    if (reading.line(i).same_line && !lines.empty()) {
      reading.append(lines.back(), i, reading.line(i).text);
    } else {
      lines.push_back(reading.value(i, reading.line(i).text));
    }
  }
  read_name(reading, block, letter);
}

}  // namespace letterkit
