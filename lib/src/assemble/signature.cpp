// Who signs, in which role, and for whom.
//
// In: lines labelled behalf, role and name. Out: signatories, on_behalf_of. Method: the lines are
// read as a row of roles, phrases and names. A phrase such as "namens deze:" makes the role above
// it an authority that is signed for; "Mede namens" makes the one behind it so. A name takes the
// role above it, or, when there is none, the one below. A body above signs through the persons
// whose offices follow. Roles in one stack above as many names belong to them in order.
//
//   De minister van Justitie, / namens deze: / de directeur Beheer, / J. de Wit
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "assemble/steps.hpp"
#include "fields/cursor.hpp"
#include "fields/person.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kTrailing = " ,:;.";
constexpr std::string_view kNameTrailing = " ,:;";
constexpr std::size_t kMostUsualNames = 16;

std::string_view without_leading(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(kTrailing), text.size()));
}

/// Whether the text is printed in capitals.
bool is_capitals(std::string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_lower(c)) {
      return false;
    }
    any = any || is_upper(c);
  }
  return any;
}

/// Whether two names are one, titles behind a comma aside: "Anna Birch" and "Anna Birch, P.E."
bool is_again(std::string_view name, std::string_view other) {
  if (other.size() < name.size()) {
    std::swap(name, other);
  }
  return other.starts_with(name) && (other.size() == name.size() || other[name.size()] == ',');
}

class SignatureReader {
 public:
  SignatureReader(const Reading& reading, Letter& letter)
      : reading_(reading), letter_(letter), year_(year_of(letter)) {}

  void read() {
    const LineSpan lines = reading_.spans.of({Label::behalf, Label::role, Label::name});
    for (std::size_t i = lines.begin; i < lines.end; ++i) {
      switch (reading_.label(i)) {
        case Label::behalf:
          read_behalf(i);
          break;
        case Label::role:
          read_role(i);
          break;
        case Label::name:
          read_name(i);
          break;
        default:
          end_block();
          continue;
      }
      begun_ = true;
    }
    end_block();
  }

 private:
  void read_behalf(std::size_t i) {
    const std::string_view text = reading_.line(i).text;
    const Extracts& extracts = reading_.profile.extracts;
    // Behind an authority's own line, "for the minister" is that authority in short.
    if (extracts.matches(Extract::chain, text) ||
        (role_ && extracts.matches(Extract::deputy, text))) {
      finish_behalf();
      if (role_) {
        add_behalf(std::move(*role_));
        clear_role();
      }
      return;
    }
    const std::string_view lead = extracts.find(Extract::behalf_lead, text);
    finish_behalf();
    if (role_ && waits_for_role()) {  // what stands below is the authority's
      give_role_to_last();
    }
    behalf_open_ = true;
    beside_ = extracts.matches(Extract::behalf_beside, text);
    if (const auto rest = trim_blanks(text.substr(lead.size())); !rest.empty()) {
      behalf_ = reading_.value(i, rest);
      behalf_closed_ = rest.back() == ',' || rest.back() == ':';
    }
  }

  void read_role(std::size_t i) {
    // "        , voorzitter": what was signed stands before the comma.
    const std::string_view text = without_leading(reading_.line(i).text);
    if (text.empty()) {
      return;
    }
    const OfficeWords& offices = reading_.profile.offices;
    const bool starts_office =
        reading_.features[i].has(Feature::office) || office_kind(text, offices) >= 0;
    const bool opening = !starts_office && is_office_opening(text, offices);
    if (behalf_open_ && behalf_ && (behalf_person_ || is_person(behalf_->text))) {
      behalf_person_ = true;
      behalf_->text += ',';  // "For: Anna Birch / Director": the office that she has
      extend(behalf_, i, text);
      return;
    }
    if (behalf_open_) {
      // The authority's words go on until its line ends in a comma or another office starts.
      const bool more = !behalf_ || behalf_->text.empty() ||
                        (!behalf_closed_ && !starts_office && !opening) ||
                        is_office_opening(behalf_->text, reading_.profile.offices);
      if (more) {
        extend(behalf_, i, text);
        behalf_closed_ = text.back() == ',' || text.back() == ':';
        return;
      }
      finish_behalf();
    }
    // "EIDGENÖSSISCHE BANK" / "Der Präsident"
    const bool house = role_ && parts_.empty() && is_capitals(role_->text) && !is_capitals(text);
    if (role_ && starts_office && !is_body(text) && (house || is_whole_body(i))) {
      set_body();
    }
    if (starts_office || opening) {
      parts_.push_back(i);
    }
    // A second office behind one that ended in a comma: an authority or the same person's other
    // one.
    if (role_ && starts_part(text)) {
      role_->text += role_->text.back() == ',' ? "" : ",";
    }
    extend(role_, i, text);
  }

  /// Whether the role so far is a body that line i does not go on with.
  [[nodiscard]] bool is_whole_body(std::size_t i) const {
    const char last = role_->text.back();
    return is_body(role_->text) && (last == ',' || last == ':' || reading_.line(i).blanks > 0);
  }

  /// The role so far is the body that the persons below sign for.
  void set_body() {
    body_ = std::move(role_);
    clear_role();
  }

  /// Whether the block that goes on behind the name on line i ends in a role: its roles stand
  /// below the names.
  [[nodiscard]] bool has_roles_below(std::size_t i) {
    const auto goes_on = [this] {
      const std::size_t next = block_last_ + 1;
      return next < reading_.size() &&
             (reading_.label(next) == Label::role || reading_.label(next) == Label::name);
    };
    block_last_ = std::max(block_last_, i);
    while (goes_on()) {
      ++block_last_;
    }
    return block_last_ > i && reading_.label(block_last_) == Label::role;
  }

  /// Tells apart the roles of as many persons whose names follow from line i on.
  void share_roles(std::size_t i) {
    std::size_t names = 0;
    while (i + names < reading_.size() && reading_.label(i + names) == Label::name) {
      ++names;
    }
    if (parts_.size() < 2 || names != parts_.size()) {
      return;
    }
    for (std::size_t p = 1; p <= parts_.size(); ++p) {
      const std::size_t end = p < parts_.size() ? parts_[p] : i;
      OptionalValue part;
      for (std::size_t line = parts_[p - 1]; line < end; ++line) {
        extend(part, line, reading_.line(line).text);
      }
      shared_.push_back(std::move(*part));
    }
    clear_role();
  }

  /// Whether the line is a further part of the role so far ("Director" / "Office of Compliance")
  /// rather than more of the same words ("Secretary of State for" / "Northern Ireland").
  [[nodiscard]] bool starts_part(std::string_view line) const {
    const Extracts& extracts = reading_.profile.extracts;
    return extracts.matches(Extract::role_part, line) &&
           !extracts.matches(Extract::role_open, role_->text);
  }

  void read_name(std::size_t i) {
    if (role_ && reading_.profile.extracts->matches(Extract::role_open, role_->text)) {
      extend(role_, i, reading_.line(i).text);  // "engineer of the" / "Gotthard Railway"
      return;
    }
    // "A. Berg / mede namens / de minister van Defensie, / B. Dal": who is signed for has a name.
    const bool of_authority =
        beside_ && behalf_ && !role_ && signed_ > 0 && letter_.signatories.back().role;
    finish_behalf();
    if (of_authority) {
      return;
    }
    std::string_view text = reading_.line(i).text;
    const std::string_view mark = reading_.profile.extracts->find(Extract::signature_mark, text);
    text = trim_blanks(text.substr(mark.size()));
    text = without_trailing(text, kNameTrailing);
    // A period ends the line, unless it belongs to a suffix's or an initial's.
    const std::string_view last = text.substr(text.find_last_of(' ') + 1);
    if (last.ends_with('.') && last.find('.') == last.size() - 1 &&
        !has_use(reading_.profile.names->uses(last), NameUse::suffix)) {
      text.remove_suffix(1);
    }
    text = trim_blanks(text);
    if (text.starts_with('(') && text.ends_with(')')) {
      text = trim_blanks(text.substr(1, text.size() - 2));
    }
    if (text.empty()) {
      return;  // "w.g." alone
    }
    if (waits_for_role() && !role_ && is_again(letter_.signatories.back().name->text, text)) {
      Signatory& same = letter_.signatories.back();  // signed, and printed below the signature
      if (text.size() > same.name->text.size()) {
        same.name = reading_.value(i, text);
        same.person = person_of(text);
      }
      return;
    }
    Signatory signatory;
    signatory.name = reading_.value(i, text);
    signatory.person = person_of(text);
    if (role_ && !waits_for_role()) {
      share_roles(i);
    }
    if (role_ && !waits_for_role() && is_body(role_->text) && has_roles_below(i)) {
      set_body();
    }
    if (!shared_.empty()) {
      signatory.role = std::move(shared_.front());
      shared_.erase(shared_.begin());
      finish(signatory);
    } else if (role_ && !waits_for_role()) {
      take_role(signatory);
    } else if (role_) {
      give_role_to_last();
    }
    letter_.signatories.push_back(std::move(signatory));
    ++signed_;
  }

  /// Whether the last signatory of this block still lacks the role that stands below it.
  [[nodiscard]] bool waits_for_role() const {
    return signed_ > 0 && !letter_.signatories.back().role;
  }

  void take_role(Signatory& signatory) {
    signatory.role = std::move(role_);
    clear_role();
    finish(signatory);
  }

  void give_role_to_last() {
    Signatory& last = letter_.signatories.back();
    last.role = std::move(role_);
    clear_role();
    finish(last);
  }

  void finish(Signatory& signatory) const {
    std::string& text = signatory.role->text;
    text = without_end(text, kTrailing);
    signatory.office = office_of(text);
  }

  [[nodiscard]] Person person_of(std::string_view name) const {
    return reading_.wants(Part::persons) ? parse_person(name, reading_.profile.names) : Person{};
  }

  [[nodiscard]] Office office_of(std::string_view role) const {
    return reading_.wants(Part::offices) ? parse_office(role, reading_.profile.offices, year_)
                                         : Office{};
  }

  /// What is left when the signature ends.
  void end_block() {
    if (!begun_) {
      return;
    }
    begun_ = false;
    finish_behalf();
    if (role_ && waits_for_role()) {
      give_role_to_last();
    }
    if (body_ && signed_ == 1) {
      // "De directie van de dienst, / H. de Vries / directeur": a body signs through a person.
      add_behalf(std::move(*body_));
    }
    body_.reset();
    clear_role();
    shared_.clear();
    signed_ = 0;
  }

  [[nodiscard]] bool is_body(std::string_view text) const {
    const OfficeWords& words = reading_.profile.offices;
    const int kind = office_kind(text, words);
    return kind >= 0 && words.bodies[static_cast<std::size_t>(kind)];
  }

  void clear_role() {
    role_.reset();
    parts_.clear();
  }

  void extend(OptionalValue& value, std::size_t i, std::string_view text) const {
    if (value) {
      reading_.append(*value, i, text);
    } else {
      value = reading_.value(i, text);
    }
  }

  void add_behalf(Value authority) {
    std::string& text = authority.text;
    const std::string_view end = reading_.profile.extracts->find(Extract::behalf_end, text);
    if (!end.empty()) {
      text.resize(static_cast<std::size_t>(end.data() - text.data()));
    }
    text = without_end(text, kTrailing);
    if (authority.text.empty()) {
      return;
    }
    Behalf behalf{std::move(authority), {}};
    const std::size_t comma = behalf_person_ ? behalf.role.text.find(',') : std::string::npos;
    const std::string_view office =
        std::string_view(behalf.role.text).substr(comma == std::string::npos ? 0 : comma + 1);
    behalf.office = office_of(trim_blanks(office));
    letter_.on_behalf_of.push_back(std::move(behalf));
  }

  void finish_behalf() {
    if (behalf_) {
      add_behalf(std::move(*behalf_));
    }
    behalf_.reset();
    behalf_open_ = false;
    behalf_closed_ = false;
    behalf_person_ = false;
  }

  [[nodiscard]] bool is_person(std::string_view text) const {
    return name_score(text, reading_.profile.names) >= kNameInFull;
  }

  const Reading& reading_;
  Letter& letter_;
  int year_;
  OptionalValue role_;              // the role read so far, of a name still to come
  OptionalValue behalf_;            // the authority read so far behind "mede namens"
  OptionalValue body_;              // the body that the persons of this block sign for
  std::vector<std::size_t> parts_;  // lines on which the offices of role_ start
  std::vector<Value> shared_;       // roles of names still to come
  std::size_t signed_ = 0;          // names read in this block
  std::size_t block_last_ = 0;      // its last line, as far as it was looked for
  bool begun_ = false;              // this block has a line
  bool behalf_open_ = false;
  bool beside_ = false;         // the signatory signs for himself too
  bool behalf_closed_ = false;  // its line ended it
  bool behalf_person_ = false;  // it is a person, whose office stands below
};

}  // namespace

void read_signature(const Reading& reading, Letter& letter) {
  // A text of nothing but names: the list need not stand in memory twice while it grows.
  const LineSpan names = reading.spans.of({Label::name});
  if (names.end - names.begin > kMostUsualNames) {
    letter.signatories.reserve(static_cast<std::size_t>(
        std::ranges::count(reading.labels, Label::name, &LabelledLine::label)));
  }
  SignatureReader(reading, letter).read();
}

}  // namespace letterkit
