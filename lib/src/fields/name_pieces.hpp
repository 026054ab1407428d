// Cuts a printed name into pieces and reads them with the grammar of names; person.cpp and
// name_line.cpp build on it.
//
//   drs. J.P.vanBerg, MPA   ->  [drs.] [J.] [P.] [van] [Berg] [,] [MPA]
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "fields/name_words.hpp"

namespace letterkit {

/// What a piece looks like, before the grammar says what it is.
enum class PieceShape {
  capital,  ///< a word that starts with a capital
  lower,    ///< a word that does not
  initial,  ///< "J." "Th." "-P." or a bare capital "J"
  dotted,   ///< any other word with a period at its end: "drs." "Jansen."
  comma,
  dash,
  open,
  close,
  other,  ///< digits, signs
};

struct NamePiece {
  std::size_t begin = 0;  ///< bytes in the text, half-open
  std::size_t end = 0;
  PieceShape shape = PieceShape::other;
  std::optional<NameUse> uses;      ///< once asked for
  std::optional<bool> institution;  ///< once asked for
};

/// The place behind the letters, apostrophes and hyphens at `at`: where a word of a name ends.
std::size_t end_of_name_word(std::string_view text, std::size_t at);

/// The pieces of a text, in order, cut when they are asked for: most lines are found to be no name
/// by their first two. The text and the words must outlive it.
class NamePieces {
 public:
  NamePieces(std::string_view text, const NameWords& words) : text_(text), words_(words) {}

  /// Whether there is a piece `i`.
  bool has(std::size_t i) {
    while (count_ <= i && !done_) {
      cut_next();
    }
    return i < count_;
  }

  /// Piece `i`, which there is.
  const NamePiece& operator[](std::size_t i) { return known(i); }

  /// What piece `i` may be by itself.
  NameUse uses(std::size_t i) {
    NamePiece& piece = known(i);
    if (!piece.uses) {
      piece.uses = words_.uses(text_.substr(piece.begin, piece.end - piece.begin));
    }
    return *piece.uses;
  }

  /// Whether piece `i` is a word of institutions.
  bool institution(std::size_t i) {
    NamePiece& piece = known(i);
    if (!piece.institution) {
      piece.institution =
          words_.is_institution(text_.substr(piece.begin, piece.end - piece.begin), uses(i));
    }
    return *piece.institution;
  }

  /// How many there are.
  std::size_t size() {
    while (!done_) {
      cut_next();
    }
    return count_;
  }

 private:
  static constexpr std::size_t kUsualPieces = 12;

  NamePiece& known(std::size_t i) {
    has(i);
    return piece(i);
  }

  NamePiece& piece(std::size_t i) { return i < kUsualPieces ? first_[i] : more_[i - kUsualPieces]; }

  void cut_next();
  void add(std::size_t begin, std::size_t end, PieceShape shape);
  void drop_last_period();
  void cut_sign(char32_t c, std::size_t next);
  void cut_word();

  /// The same of a word of ASCII letters, none but the first a capital, before a blank or comma,
  /// and of "J.": most words. Whether it is one.
  bool cut_plain_word();

  std::string_view text_;
  const NameWords& words_;
  std::array<NamePiece, kUsualPieces> first_;  // most names need no more, and so no allocation
  std::vector<NamePiece> more_;
  std::size_t count_ = 0;
  std::size_t at_ = 0;
  bool done_ = false;
};

/// Bytes of the text, half-open; empty when the part is not printed.
struct NamePart {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
};

/// What the grammar read.
struct NameScan {
  std::vector<NamePart> titles;
  std::vector<NamePart> suffixes;
  NamePart initials;
  NamePart given;
  NamePart prefix;
  NamePart surname;
  std::size_t first = 0;          ///< index of the first piece read
  std::size_t last = 0;           ///< index after the last piece read
  std::size_t initial_count = 0;  ///< pieces of the initials
  std::size_t given_words = 0;
  std::size_t surname_words = 0;
  std::size_t prefixes = 0;  ///< surname prefixes, inner ones too
  bool courtesy = false;
  bool mark = false;
};

/// How far the grammar goes.
enum class NameMode {
  all,   ///< the text is a name: words of any shape end up in the surname
  line,  ///< stops at what is no part of a name: lower-case words, words of institutions
};

/// Reads a name from piece `from` on. The result has surname_words 0 when there is none.
NameScan scan_name(std::string_view text, NamePieces& pieces, std::size_t from,
                   const NameWords& words, NameMode mode);

}  // namespace letterkit
