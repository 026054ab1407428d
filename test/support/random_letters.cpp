#include "support/random_letters.hpp"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace letterkit::test {
namespace {

using namespace std::literals;

constexpr std::array kPieces = {
    "de minister"sv,
    "Voorzitter "sv,
    "2 maart 2026"sv,
    "\""sv,
    "\\"sv,
    "\n"sv,
    "\r\n"sv,
    "\t"sv,
    "\b"sv,
    "\f"sv,
    "\0"sv,
    "\x01"sv,
    "\x1F"sv,
    "\x7F"sv,
    "/"sv,
    ","sv,
    ";"sv,
    "; "sv,
    "'"sv,
    "=1+1"sv,
    "-"sv,
    "@"sv,
    "é"sv,
    "ğ"sv,
    "€"sv,
    "\xE2\x80\xA8"sv /* U+2028 */,
    "\xE2\x80\xA9"sv /* U+2029 */,
    "\xF0\x9F\x93\x84"sv /* U+1F4C4 */,
    "\xEF\xBF\xBD"sv,
    "\xEF\xBB\xBF"sv,
    " "sv,
    "\xC2\xA0"sv,
    "een tamelijk lange zin zonder iets bijzonders erin "sv,
};

constexpr std::array kTerms = {"minister"sv, "state_secretary"sv, "other"sv};
constexpr std::array kKinds = {Paragraph::Kind::paragraph, Paragraph::Kind::heading,
                               Paragraph::Kind::list_item, Paragraph::Kind::quote,
                               Paragraph::Kind::table};
constexpr std::array kSeverities = {Diagnostic::Severity::info, Diagnostic::Severity::warning,
                                    Diagnostic::Severity::error};

}  // namespace

template <class Make>
auto RandomLetters::list(Make make) {
  std::vector<decltype(make())> items;
  for (std::size_t left = below(4); left > 0; --left) {
    items.push_back(make());
  }
  return items;
}

std::string RandomLetters::text() {
  std::string text;
  for (std::size_t left = 1 + below(12); left > 0; --left) {
    text += kPieces[below(kPieces.size())];
  }
  return text;
}

Value RandomLetters::value() {
  const std::size_t start = ++origins_ * 10;
  return {
      text(), {start, start + 5, origins_, static_cast<double>(below(1001)) / 1000.0, "nl/rule"}
  };
}

OptionalValue RandomLetters::optional_value() {
  return coin() ? OptionalValue(value()) : std::nullopt;
}

OptionalText RandomLetters::optional_text() {
  return coin() ? OptionalText(text()) : std::nullopt;
}

OptionalText RandomLetters::optional_term() {
  return coin() ? OptionalText(kTerms[below(kTerms.size())]) : std::nullopt;
}

Office RandomLetters::office() {
  return {optional_term(), optional_text(), coin()};
}

Person RandomLetters::person() {
  Person person;
  person.titles = list([&] { return text(); });
  person.initials = optional_text();
  person.given = optional_text();
  person.prefix = optional_text();
  person.surname = optional_text();
  person.suffixes = list([&] { return text(); });
  return person;
}

Header RandomLetters::header() {
  Header header;
  header.dossiers = list([&] { return Dossier{value(), optional_value(), optional_value()}; });
  header.number = optional_value();
  header.title = value();
  header.senders = list([&] { return office(); });
  header.chamber = coin() ? OptionalValue({coin() ? "1" : "2", value().origin}) : std::nullopt;
  header.session_year = optional_value();
  header.subject = optional_value();
  header.reference = optional_value();
  header.your_reference = optional_value();
  header.your_date = optional_value();
  return header;
}

void RandomLetters::fill_lists(Letter& letter) {
  letter.paragraphs = list([&] { return Paragraph{kKinds[below(kKinds.size())], value()}; });
  letter.on_behalf_of = list([&] { return Behalf{value(), office()}; });
  letter.signatories = list([&] { return Signatory{value(), value(), person(), office()}; });
  letter.copies = list([&] { return value(); });
  letter.enclosures = list([&] {
    return Enclosure{optional_value(), optional_value(), below(500), 500 + below(500)};
  });
  letter.footnotes = list([&] { return Footnote{value(), value()}; });
  letter.references = list([&] { return Reference{value(), optional_text(), "kamerstuk"}; });
  letter.diagnostics = list([&] {
    return Diagnostic{"date.invalid", kSeverities[below(kSeverities.size())], text(), below(100),
                      100 + below(100)};
  });
}

Letter RandomLetters::next() {
  Letter letter;
  letter.source = {text(), below(10), below(1000), 1000 + below(1000), "windows-1252", {}, {}};
  letter.header = header();
  letter.id = optional_text();
  letter.language = "nl";
  letter.form = "kamerstuk";
  letter.is_letter = coin();
  letter.confidence = static_cast<double>(below(1001)) / 1000.0;
  letter.addressee = {optional_value(), list([&] { return value(); })};
  letter.date.place = optional_value();
  letter.date.printed = optional_value();
  if (letter.date.printed && coin()) {
    letter.date.iso = "2026-03-02";
  }
  letter.salutation = optional_value();
  letter.closing = optional_value();
  fill_lists(letter);
  return letter;
}

}  // namespace letterkit::test
