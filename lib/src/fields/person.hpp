// Printed personal names. Comes in: one line of a letter, or a part of it; goes out: the parts of
// the name, how much a line looks like one, or where in a line a name stands beside a role.
// Method: a line is cut into pieces (initials, words, commas), and one left-to-right grammar
//   titles initials given noble-title prefix surname suffixes
// reads them. The words are the profile's; values are copied as printed, never corrected.
//
//   mr. drs. J.P.H. van der Berg-de Wit, LL.M.
#pragma once

#include "letterkit/letter.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

#include "fields/name_words.hpp"

namespace letterkit {

/// Takes a name apart. Total: what does not fit the grammar goes to the surname, so that nothing
/// printed is lost but courtesy words ("Mevr.") and signature marks ("w.g."). Initials keep their
/// printed form ("J. P. H."); a prefix glued to the surname ("vanBerg") is split off. The sorted
/// form "Berg, J. van der" is understood. Empty parts for a text without letters.
Person parse_person(std::string_view printed, const NameWords& words);

/// How much the whole line looks like nothing but one personal name: 0 to 1.
/// Initials and surname about 0.95, two capitalised words 0.6, one 0.3; a role, a place, an
/// address, a sentence about 0. A period or comma at the end makes no difference. Linear in the
/// line's length, and constant for long lines, which are no names.
double name_score(std::string_view line, const NameWords& words);

/// The least name_score of two capitalised words, or of initials and a surname.
inline constexpr double kNameInFull = 0.5;

/// A name that shares its line with a role.
struct NameSpan {
  std::size_t begin = 0;  ///< bytes in the line, half-open; titles before the name included
  std::size_t end = 0;
  std::string_view name;  ///< the line's bytes begin to end
  double score = 0.0;     ///< name_score of `name`
};

/// The name that ends a line which starts with something else ("De Minister van Financiën, J. de
/// Wit"). It needs initials or a title, or a comma or colon before it ("De griffier, Kruit"). What
/// stands before it is not judged. Looks at the end of long lines only.
std::optional<NameSpan> trailing_name(std::string_view line, const NameWords& words);

/// The name that starts a line which goes on with something else ("ir. C. Schut, MPA, Directeur
/// Beheer"). Same conditions, mirrored. Sets `whole`, if it is given, to the line's name_score when
/// reading the name tells that, too, as of most lines it does.
std::optional<NameSpan> leading_name(std::string_view line, const NameWords& words,
                                     std::optional<double>* whole = nullptr);

}  // namespace letterkit
