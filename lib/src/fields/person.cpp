#include "fields/person.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "fields/name_pieces.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

OptionalText text_of(std::string_view text, const NamePart& part) {
  if (part.empty()) {
    return std::nullopt;
  }
  return std::string(text.substr(part.begin, part.end - part.begin));
}

std::vector<std::string> texts_of(std::string_view text, const std::vector<NamePart>& parts) {
  std::vector<std::string> texts;
  texts.reserve(parts.size());
  for (const auto& part : parts) {
    texts.emplace_back(text.substr(part.begin, part.end - part.begin));
  }
  return texts;
}

// "Berg, J. van der": the sorted form puts what precedes the surname after it. True when the
// pieces after the comma are that and nothing else.
bool read_sorted_tail(std::string_view text, NamePieces& pieces, const NameWords& words,
                      const NameScan& scan, Person& person) {
  if (scan.initial_count > 0 || scan.last + 1 >= pieces.size() ||
      pieces[scan.last].shape != PieceShape::comma) {
    return false;
  }
  // Read as a name of its own, with the surname repeated behind it.
  const std::string_view tail = text.substr(pieces[scan.last + 1].begin);
  std::string whole(tail);
  whole += ' ';
  whole += *person.surname;
  NamePieces again_pieces(whole, words);
  const NameScan again = scan_name(whole, again_pieces, 0, words, NameMode::all);
  if (again.surname.begin != tail.size() + 1 || (again.initials.empty() && again.prefix.empty())) {
    return false;
  }
  person.titles = texts_of(whole, again.titles);
  person.initials = text_of(whole, again.initials);
  person.given = text_of(whole, again.given);
  person.prefix = text_of(whole, again.prefix);
  return true;
}

// What the grammar left over goes to the surname, without the comma or bracket at its end.
void add_rest(std::string_view text, NamePieces& pieces, const NameScan& scan, Person& person) {
  std::size_t last = pieces.size();
  while (last > scan.last && (pieces[last - 1].shape == PieceShape::comma ||
                              pieces[last - 1].shape == PieceShape::other)) {
    --last;
  }
  if (last == scan.last) {
    return;
  }
  const std::size_t begin = scan.surname_words > 0 ? scan.surname.begin : pieces[scan.last].begin;
  const std::size_t end = pieces[last - 1].end;
  if (person.suffixes.empty()) {
    person.surname = std::string(text.substr(begin, end - begin));
  }
}

}  // namespace

Person parse_person(std::string_view printed, const NameWords& words) {
  Person person;
  std::string collapsed;
  std::string_view text = printed;
  if (!is_collapsed(printed)) {  // seldom
    collapsed = collapse_spaces(printed);
    text = collapsed;
  }
  NamePieces pieces(text, words);
  const auto is_word = [&pieces](std::size_t i) {
    const NamePiece& piece = pieces[i];
    return piece.shape != PieceShape::other && piece.shape != PieceShape::comma &&
           piece.shape != PieceShape::dash;
  };
  std::size_t first_word = 0;
  while (pieces.has(first_word) && !is_word(first_word)) {
    ++first_word;
  }
  if (!pieces.has(first_word)) {
    return person;
  }
  const NameScan scan = scan_name(text, pieces, 0, words, NameMode::all);
  person.titles = texts_of(text, scan.titles);
  person.initials = text_of(text, scan.initials);
  person.given = text_of(text, scan.given);
  person.prefix = text_of(text, scan.prefix);
  person.surname = text_of(text, scan.surname);
  person.suffixes = texts_of(text, scan.suffixes);
  if (!person.surname || !read_sorted_tail(text, pieces, words, scan, person)) {
    add_rest(text, pieces, scan, person);
  }
  return person;
}

}  // namespace letterkit
