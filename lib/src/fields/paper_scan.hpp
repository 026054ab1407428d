// The numbers that parliamentary papers are known by, read at a position of a text: shared by the
// heads of papers (dossier.hpp) and the citations of them (reference.hpp).
//
// In: a Cursor. Out: the normalised number, the cursor after it; or nothing, the cursor unmoved.
// The spelling rules are those of the official metadata (DOSSIERNUMMER, ONDERNUMMER): no space in a
// dossier's digits, none inside a kingdom act's "(R1635)".
//
//   "26 448 (R 1635), nr. 19": dossier "26448", suffix "(R1635)", number "19"
#pragma once

#include <optional>
#include <string_view>

#include "fields/cursor.hpp"
#include "support/short_text.hpp"

namespace letterkit {

/// "33 279", "33279" -> "33279". Five digits, the first 1 to 5; `period`: "33.279" too.
std::optional<ShortText> take_dossier_digits(Cursor& at, bool period = false);

/// What follows the digits: " XIV", "-02", "-VI", " C", " (R 1635)" -> "XIV", "02", "VI", "C",
/// "(R1635)". A budget chapter is I to XXXIX, maybe with A or B; a fund is A to K.
std::optional<ShortText> take_dossier_suffix(Cursor& at);

/// A dossier of the Eerste Kamer that has letters for a number, as "CII": Roman, 40 to 199.
std::optional<ShortText> take_letter_dossier(Cursor& at);

/// "40", "16b", "F", "AO": the number in a dossier.
std::optional<ShortText> take_paper_number(Cursor& at);

/// "2022-2023", "2004\u20132005", "2009/10", "98/99" -> "2022-2023"; consecutive years only.
std::optional<ShortText> take_session_years(Cursor& at);

/// Value of a well-formed Roman number in capitals, 0 when it is none.
int roman_value(std::string_view text);

}  // namespace letterkit
