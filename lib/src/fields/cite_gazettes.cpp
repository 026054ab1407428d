// Citations of the government gazette, the bulletin of acts, and laws; declared in citation.hpp.
//
// In: a text and the place of a word that begins a citation. Out: references. Method: a gazette is
// a year or a date and a number; a law is an article, maybe its parts, and a known title.
//
//   "Staatscourant van 29 oktober 1996, nr. 209"                 -> stcrt-1996-209
//   "artikel 3, eerste lid, van de Wet publieke gezondheid"      -> a law, without identifier
#include <algorithm>
#include <utility>

#include "fields/citation.hpp"
#include "fields/paper_id.hpp"
#include "fields/paper_scan.hpp"

namespace letterkit {
namespace {

// Between an article and its law: "eerste tot en met derde lid, aanhef en onderdeel b, onder 2,".
constexpr int kMostLawParts = 40;
// Letters and digits of an article's number: "5.1", "8:29", "71b", "2.3bis".
constexpr std::size_t kLongestArticle = 12;

/// "2018", "van 29 oktober 1996,", "4 november 2003": the year; whether a label must come before
/// the number is in `dated`.
std::string take_year(const CitedText& cited, Cursor& at, bool& dated) {
  const std::string date = take_date(cited, at);
  dated = !date.empty();
  if (dated) {
    return date.substr(0, 4);
  }
  Cursor ahead = at;
  const std::string year(ahead.digits().substr(0, 5));
  if (year.size() != 4 || (year[0] != '1' && year[0] != '2') || ahead.at_word()) {
    return {};
  }
  at = ahead;
  return year;
}

/// A number without year, as it was printed until 2000: "(Stcrt. 241)". What year is not told.
std::size_t read_yearless(const CitedText& cited, std::size_t start, Cursor at,
                          std::string_view kind, std::vector<FoundReference>& found) {
  take_number_label(cited, at);
  const auto number = at.digits();
  const char c = at.peek();
  const bool closed = at.done() || c == ')' || c == ']' || c == ';' ||
                      ((c == ',' || c == '.') && !is_ascii_digit(at.peek(1)));
  if (number.empty() || number.size() > 3 || number[0] == '0' || !closed) {
    return 0;
  }
  found.push_back({start, at.at(), std::nullopt, kind});
  return at.at();
}

/// Between year and number: blanks, a comma, slash, hyphen or bracket.
bool skip_year_separator(Cursor& at) {
  const std::size_t begin = at.at();
  at.skip_blanks();
  if (!at.take(',') && !at.take('/') && !at.take('(') && !at.take(';')) {
    at.take_dash();
  }
  at.skip_blanks();
  return at.at() > begin;
}

bool month_follows(const CitedText& cited, Cursor at) {
  return at.skip_blanks() && cited.dates.months.contains(at.word(32));
}

/// "3", "5.1", "8:29", "71b", "2.3bis".
bool take_article(Cursor& at) {
  const std::size_t begin = at.at();
  Cursor ahead = at;
  if (ahead.digits().empty()) {
    return false;
  }
  while ((ahead.peek() == '.' || ahead.peek() == ':') && is_ascii_digit(ahead.peek(1))) {
    ahead.move_to(ahead.at() + 1);
    ahead.digits();
  }
  ahead.word(3);
  if (ahead.at_word() || ahead.at() - begin > kLongestArticle) {
    return false;
  }
  at = ahead;
  return true;
}

/// One piece between article and law: a word of `law-part`, "onder b", "1°", "5.2", a mark.
bool take_law_part(const CitedText& cited, Cursor& at) {
  if (skip_separators(at)) {
    return true;
  }
  if (take_article(at)) {
    at.take("\u00B0");
    return true;
  }
  if (at.take_dash() || at.take('/')) {
    return true;
  }
  Cursor ahead = at;
  const auto word = ahead.word();
  const bool letter = word.size() == 1 && is_ascii_lower(word[0]);
  if (word.empty() || (!letter && !cited.words.law_parts.contains(word))) {
    return false;
  }
  ahead.take('.');
  at = ahead;
  return true;
}

/// "Gemeentewet", "Zorgverzekeringswet": one capitalised word with the ending of a law.
bool take_law_word(const CitedText& cited, Cursor& at) {
  Cursor ahead = at;
  const auto word = ahead.word(64);
  std::size_t first = 0;
  if (word.empty() || !is_upper(next_code_point(word, first)) || ahead.at_word() ||
      ahead.peek() == '-') {
    return false;
  }
  for (const std::string& ending : cited.words.law_endings) {
    if (word.size() > ending.size() + 1 &&
        word.substr(word.size() - ending.size()) == std::string_view(ending)) {
      at = ahead;
      return true;
    }
  }
  return false;
}

bool take_law(const CitedText& cited, Cursor& at) {
  std::size_t first = at.at();
  if (at.done() || !is_upper(next_code_point(cited.text, first))) {
    return false;
  }
  const auto law = cited.words.laws.match(cited.text, at.at());
  if (law && !(cited.text.substr(law->end, 1) == "-")) {
    at.move_to(law->end);
    return true;
  }
  return take_law_word(cited, at);
}

}  // namespace

std::size_t read_gazette(const CitedText& cited, std::size_t start, std::size_t after, bool acts,
                         std::vector<FoundReference>& found) {
  Cursor at(cited.text, after);
  at.take('.');
  const std::string_view kind = acts ? "staatsblad" : "staatscourant";
  bool dated = false;
  const bool separated = skip_separators(at);
  const std::string year = take_year(cited, at, dated);
  if (year.empty()) {
    return separated ? read_yearless(cited, start, at, kind, found) : 0;
  }
  if (!skip_year_separator(at)) {
    return 0;
  }
  const int label = take_number_label(cited, at);
  auto numbers = label == 2 ? take_numbers(cited, at, label)
                            : std::vector<ShortText>{ShortText(at.digits().substr(0, 7))};
  const bool fraction = (at.peek() == '.' || at.peek() == ',') && is_ascii_digit(at.peek(1));
  if ((dated && label == 0) || at.at_word() || fraction ||
      (label == 0 && month_follows(cited, at))) {
    return 0;
  }
  skip_pages(cited, at);
  if (cited.text.substr(after, at.at() - after).find('(') != std::string_view::npos) {
    at.take(')');  // "1997 (nr. 150)": the bracket is the citation's own
  }
  const std::size_t before = found.size();
  for (const ShortText& number : numbers) {
    auto id = make_year_id(acts ? PaperId::Kind::stb : PaperId::Kind::stcrt, year, number);
    if (id) {
      found.push_back({start, at.at(), std::move(id), kind});
    }
  }
  return found.size() > before ? at.at() : 0;
}

std::size_t read_law(const CitedText& cited, std::size_t start, std::size_t after,
                     std::vector<FoundReference>& found) {
  Cursor at(cited.text, after);
  at.take('.');
  if (!at.skip_blanks() || !take_article(at)) {
    return 0;
  }
  for (int part = 0; part < kMostLawParts; ++part) {
    Cursor ahead = at;
    skip_separators(ahead);
    const auto of = cited.words.of.match(ahead.rest(), 0);
    if (of) {
      ahead.move_to(ahead.at() + of->end);
    }
    ahead.skip_blanks();
    if (take_law(cited, ahead)) {  // "artikel 3:2 Awb" has no "van de"
      found.push_back({start, ahead.at(), std::nullopt, "law"});
      return ahead.at();
    }
    if (of || !take_law_part(cited, at)) {
      return 0;
    }
  }
  return 0;
}

}  // namespace letterkit
