// Citations of parliamentary papers, proceedings and answered questions; declared in citation.hpp.
//
// In: a text and the place of a word that begins a citation. Out: references. Method: context,
// dossier, numbers and pages one after the other; what is missing decides whether it is a citation
// at all.
//
//   "Handelingen II 2010/11, nr. 45, item 8, p. 12" -> h-tk-20102011-45-8
#include <utility>

#include "fields/citation.hpp"
#include "fields/paper_id.hpp"
#include "fields/paper_scan.hpp"
#include "support/kept_room.hpp"

namespace letterkit {
namespace {

constexpr std::string_view kPaper = "kamerstuk";
constexpr int kMostChained = 20;

struct Dossier {
  ShortText digits;
  std::optional<ShortText> suffix;
};

std::string_view chamber_code(int chamber) {
  return chamber == 1 ? "ek" : "tk";
}

bool is_lower_lettered(std::string_view number) {
  return is_ascii_lower(number.back());
}

/// "35925-VI-56", "29628-1135": dossier and number in one. Those that may be read in two ways are
/// left.
std::optional<std::string> take_joined_id(Cursor& at) {
  std::size_t size = 0;
  const std::string_view rest = at.rest().substr(0, 40);
  while (size < rest.size() && (is_ascii_digit(rest[size]) || is_ascii_upper(rest[size]) ||
                                (rest[size] == '-' && size + 1 < rest.size()))) {
    ++size;
  }
  if (rest.substr(0, size).find('-') == std::string_view::npos) {
    return std::nullopt;  // "33 279": nearly always
  }
  const auto id = parse_printed_id(rest.substr(0, size));
  if (!id || id->kind != PaperId::Kind::kst ||
      (id->ambiguous && (id->number.size() < 4 || !is_ascii_digit(id->number[0])))) {
    return std::nullopt;
  }
  Cursor ahead = at;
  ahead.move_to(at.at() + size);
  if (ahead.at_word()) {
    return std::nullopt;
  }
  at = ahead;
  return print_paper_id(*id);
}

/// A dossier; of several joined by slashes ("31 293/31 289") the first.
std::optional<Dossier> take_dossier(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  if (take_number_label(cited, ahead) == 0) {  // "nr. 30 424, nr. 17"
    ahead = at;
  }
  auto digits = take_dossier_digits(ahead, true);
  Dossier dossier;
  if (digits) {
    dossier.digits = *digits;
    dossier.suffix = take_dossier_suffix(ahead);
  } else if (const auto letters = take_letter_dossier(ahead)) {
    dossier.digits = *letters;
  } else {
    return std::nullopt;
  }
  for (int more = 0; more < kMostChained; ++more) {
    Cursor next = ahead;
    next.skip_blanks();
    if (!next.take('/')) {
      break;
    }
    next.skip_blanks();
    if (!take_dossier_digits(next, true)) {
      break;
    }
    take_dossier_suffix(next);
    ahead = next;
  }
  at = ahead;
  return dossier;
}

/// Numbers behind a dossier: ", nr. 30", " nrs. 7 en 8"; without a label only letters ("33802, C").
std::vector<ShortText> take_paper_numbers(const CitedText& cited, Cursor& at, int chamber) {
  Cursor ahead = at;
  if (!skip_separators(ahead)) {
    return {};
  }
  const int label = take_number_label(cited, ahead);
  if (label == 0 && !is_ascii_upper(ahead.peek())) {
    return {};
  }
  auto numbers = take_numbers(cited, ahead, label);
  // "33 802, A. Jansen" names a person, not paper A; a chamber of letters makes sure.
  const bool initial = ahead.peek() == '.' && ahead.peek(1) != '\0';
  if (label == 0 && !numbers.empty() && (numbers[0].size() > 2 || (chamber != 1 && initial))) {
    return {};
  }
  if (!numbers.empty()) {
    at = ahead;
  }
  return numbers;
}

void add_papers(std::size_t start, std::size_t end, const Dossier& dossier, int chamber,
                const std::vector<ShortText>& numbers, std::vector<FoundReference>& found) {
  for (const ShortText& number : numbers) {
    // The Eerste Kamer's numbers of before 2003 ("188b") are not those of identifiers.
    auto id = chamber == 1 && is_lower_lettered(number)
                  ? std::nullopt
                  : make_kst_id(dossier.digits, dossier.suffix, number);
    found.push_back({start, end, std::move(id), kPaper});
  }
}

/// More papers of the same citation: "... nr. 30 en 31 200, nr. 4", each with its own span.
void read_chained(const CitedText& cited, Cursor& at, int chamber,
                  std::vector<FoundReference>& found) {
  for (int more = 0; more < kMostChained; ++more) {
    Cursor ahead = at;
    if (!skip_separators(ahead)) {
      return;
    }
    if (take_word(cited.words.ands, ahead)) {
      ahead.skip_blanks();
    }
    const std::size_t start = ahead.at();
    const auto dossier = take_dossier(cited, ahead);
    const auto numbers =
        dossier ? take_paper_numbers(cited, ahead, chamber) : std::vector<ShortText>();
    if (numbers.empty()) {
      return;
    }
    skip_pages(cited, ahead);
    add_papers(start, ahead.at(), *dossier, chamber, numbers, found);
    at = ahead;
  }
}

}  // namespace

std::size_t read_paper(const CitedText& cited, std::size_t start, std::size_t after, bool weak,
                       std::vector<FoundReference>& found) {
  Cursor at(cited.text, weak ? start : after);  // a weak word is the chamber
  at.take('.');
  const SessionContext context = take_context(cited, at);
  if (!skip_separators(at)) {
    return 0;
  }
  if (auto id = take_joined_id(at)) {
    found.push_back({start, at.at(), std::move(id), kPaper});
    return at.at();
  }
  const auto dossier = take_dossier(cited, at);
  if (!dossier) {
    return 0;
  }
  auto numbers = take_paper_numbers(cited, at, context.chamber);
  if (numbers.empty()) {
    if (weak || at.at_word() || !is_ascii_digit(dossier->digits[0])) {
      return 0;
    }
    found.push_back({start, at.at(), std::nullopt, kPaper});
    return at.at();
  }
  skip_pages(cited, at);
  add_papers(start, at.at(), *dossier, context.chamber, numbers, found);
  give_room(numbers);
  read_chained(cited, at, context.chamber, found);
  return at.at();
}

std::size_t read_bracketed_paper(const CitedText& cited, std::size_t bracket,
                                 std::vector<FoundReference>& found) {
  Cursor at(cited.text, bracket + 1);
  auto digits = take_dossier_digits(at);
  if (!digits) {
    return 0;
  }
  const Dossier dossier{*digits, take_dossier_suffix(at)};
  skip_separators(at);
  const int label = take_number_label(cited, at);
  const auto numbers = label != 0 ? take_numbers(cited, at, label) : std::vector<ShortText>();
  if (numbers.empty()) {
    return 0;
  }
  skip_pages(cited, at);
  if (at.peek() != ')') {
    return 0;
  }
  add_papers(bracket + 1, at.at(), dossier, 0, numbers, found);
  return at.at();
}

std::size_t read_proceedings(const CitedText& cited, std::size_t start, std::size_t after,
                             std::vector<FoundReference>& found) {
  Cursor at(cited.text, after);
  const SessionContext context = take_context(cited, at);
  Cursor ahead = at;
  skip_separators(ahead);
  if (context.years.empty()) {  // "Handelingen I, 11 februari 1992, p. 1758"
    const bool dated = context.chamber != 0 && !take_date(cited, ahead).empty();
    if (!dated || !skip_pages(cited, ahead)) {
      return 0;
    }
    found.push_back({start, ahead.at(), std::nullopt, "handelingen"});
    return ahead.at();
  }
  if (const auto trigger = cited.words.triggers.match(ahead.rest(), 0);
      trigger && trigger->value == ReferenceWords::aanhangsel) {
    return read_appendix(cited, start, after, found);  // "Handelingen II 2020/21, Aanhangsel 3235"
  }
  const int label = take_number_label(cited, ahead);
  const std::string meeting(ahead.digits());
  std::string item;
  if (!meeting.empty() && (label != 0 || ahead.peek() == '-' || ahead.peek() == ',')) {
    at = ahead;
    const bool joined = ahead.take_dash();  // "45-8-12": meeting, item, page
    skip_separators(ahead);
    if (joined || take_word(cited.words.items, ahead)) {
      ahead.skip_blanks();
      item = ahead.digits();
      at = item.empty() ? at : ahead;
      if (joined && ahead.take_dash() && !ahead.digits().empty()) {
        at = ahead;
      }
    }
  }
  skip_pages(cited, at);
  auto id = item.empty() || context.chamber == 0
                ? std::nullopt
                : make_session_id(PaperId::Kind::h, chamber_code(context.chamber), context.years,
                                  meeting, item);
  found.push_back({start, at.at(), std::move(id), "handelingen"});
  return at.at();
}

std::size_t read_appendix(const CitedText& cited, std::size_t start, std::size_t after,
                          std::vector<FoundReference>& found) {
  Cursor at(cited.text, after);
  SessionContext context = take_context(cited, at);
  skip_separators(at);
  if (const auto trigger = cited.words.triggers.match(at.rest(), 0);
      trigger && trigger->value == ReferenceWords::aanhangsel) {
    at.move_to(at.at() + trigger->end);
    skip_separators(at);
  }
  const int label = take_number_label(cited, at);
  const auto numbers =
      context.years.empty() ? std::vector<ShortText>() : take_numbers(cited, at, label);
  if (numbers.empty() || !is_ascii_digit(numbers[0][0])) {
    return 0;
  }
  skip_pages(cited, at);
  for (const ShortText& number : numbers) {
    found.push_back(
        {start, at.at(),
         make_session_id(PaperId::Kind::ah, chamber_code(context.chamber), context.years, number),
         "aanhangsel"});
  }
  return at.at();
}

}  // namespace letterkit
