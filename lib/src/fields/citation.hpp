// The pieces of a citation, read at a position; internal to reference.hpp's readers.
//
// In: a text with the profile's words, a Cursor. Out: the piece read, the cursor after it; or
// nothing, the cursor unmoved. Look-ahead is bounded everywhere.
//
//   "Kamerstukken II 2009/10, 32 123 XVI, nrs. 7 en 8, p. 3": context, dossier, numbers, pages
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fields/cursor.hpp"
#include "fields/reference.hpp"
#include "support/short_text.hpp"

namespace letterkit {

/// What all readers of citations look at.
struct CitedText {
  std::string_view text;
  const ReferenceWords& words;
  const DateWords& dates;
};

/// Chamber and session of a citation, in either order.
struct SessionContext {
  int chamber = 0;  ///< 1, 2; 0: not printed
  ShortText years;  ///< "2009-2010"; empty: not printed
};

/// Passes blanks and commas or the like between the pieces of a citation; whether there were any.
bool skip_separators(Cursor& at);

/// Reads "II 2009/10", ", vergaderjaar 2020-2021", "TK 98/99" at the cursor.
SessionContext take_context(const CitedText& cited, Cursor& at);

/// Reads "van 29 oktober 1996", "11 februari 1992" as ISO 8601; empty when no whole date is there.
std::string take_date(const CitedText& cited, Cursor& at);

/// Passes "nr." (1) or "nrs." (2) and blanks behind it; 0 when there is none.
int take_number_label(const CitedText& cited, Cursor& at);

/// Reads one number, or several: "7", "7 en 8", "1-3", "3, 5 en 7". `label` as take_number_label
/// gives it; without a plural label, several are read only where the citation plainly ends behind
/// them.
std::vector<ShortText> take_numbers(const CitedText& cited, Cursor& at, int label);

/// Passes ", p. 7", ", blz. 4-5" if it is there; whether it was.
bool skip_pages(const CitedText& cited, Cursor& at);

/// Passes a word of the table, whatever its case, and a period behind it; whether it was there.
bool take_word(const WordTable& table, Cursor& at);

/// The readers. Each reads the citation whose first word is [start, after), or, when `after` is
/// `start`, that begins at `start`; appends its references and gives its end; 0 when there is none.
std::size_t read_paper(const CitedText& cited, std::size_t start, std::size_t after, bool weak,
                       std::vector<FoundReference>& found);
std::size_t read_bracketed_paper(const CitedText& cited, std::size_t bracket,
                                 std::vector<FoundReference>& found);
std::size_t read_proceedings(const CitedText& cited, std::size_t start, std::size_t after,
                             std::vector<FoundReference>& found);
std::size_t read_appendix(const CitedText& cited, std::size_t start, std::size_t after,
                          std::vector<FoundReference>& found);
std::size_t read_gazette(const CitedText& cited, std::size_t start, std::size_t after, bool acts,
                         std::vector<FoundReference>& found);
std::size_t read_law(const CitedText& cited, std::size_t start, std::size_t after,
                     std::vector<FoundReference>& found);

}  // namespace letterkit
