// The grammar of printed names, read left to right without going back:
//
//   [mark|courtesy|title]* [initials | given words]* [(given)] [noble title] [prefix]* surname+
//   [, suffix]*
#include <algorithm>

#include "fields/name_pieces.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestTitle = 3;  // pieces: "dr. h.c." is three
constexpr std::size_t kLongestBare = 4;   // capitals of initials without periods: "JPH"

class NameScanner {
 public:
  NameScanner(std::string_view text, NamePieces& pieces, std::size_t from, const NameWords& words,
              NameMode mode)
      : text_(text), pieces_(pieces), words_(words), mode_(mode), at_(from) {
    scan_.first = from;
  }

  NameScan run() {
    read_titles();
    read_initials();
    read_nickname();
    read_noble();
    read_prefix();
    read_surname();
    if (scan_.surname_words > 0) {
      read_suffixes();
    }
    scan_.last = at_;
    return std::move(scan_);
  }

 private:
  [[nodiscard]] bool has(std::size_t i) const { return pieces_.has(i); }

  [[nodiscard]] bool is(std::size_t i, PieceShape shape) const {
    return has(i) && pieces_[i].shape == shape;
  }

  [[nodiscard]] std::string_view text(std::size_t i, std::size_t count = 1) const {
    return text_.substr(pieces_[i].begin, pieces_[i + count - 1].end - pieces_[i].begin);
  }

  [[nodiscard]] NamePart part(std::size_t i, std::size_t count = 1) const {
    return {pieces_[i].begin, pieces_[i + count - 1].end};
  }

  static void extend(NamePart& part, const NamePart& more) {
    part.begin = part.empty() ? more.begin : part.begin;
    part.end = more.end;
  }

  // Pieces of the longest phrase at `i` with one of these uses; 0 when there is none.
  [[nodiscard]] std::size_t phrase(std::size_t i, NameUse wanted) const {
    if (!has(i)) {
      return 0;
    }
    for (std::size_t n = may_start_phrase(i, wanted) ? kLongestTitle : 1; n > 1; --n) {
      if (has(i + n - 1) && has_use(words_.uses(text(i, n)), wanted)) {
        return n;
      }
    }
    return has_use(pieces_.uses(i), wanted) ? 1 : 0;
  }

  // Whether piece `i` and those behind it may be one phrase. Most words start none; a sign, or what
  // was cut off a glued word, may be part of any.
  [[nodiscard]] bool may_start_phrase(std::size_t i, NameUse wanted) const {
    if (has_use(pieces_.uses(i), begins(wanted))) {
      return true;
    }
    const NamePiece& piece = pieces_[i];
    const bool sign = piece.shape == PieceShape::comma || piece.shape == PieceShape::open ||
                      piece.shape == PieceShape::close || piece.shape == PieceShape::other;
    const bool ends = piece.end == text_.size() || text_[piece.end] == ' ';
    return sign ||
           (!ends && text_[piece.end - 1] != '.' && end_of_name_word(text_, piece.end) > piece.end);
  }

  // A word that may be (part of) a surname.
  [[nodiscard]] bool word(std::size_t i) const {
    return is(i, PieceShape::capital) ||
           (mode_ == NameMode::all &&
            (is(i, PieceShape::lower) || is(i, PieceShape::dotted) || is(i, PieceShape::initial)));
  }

  [[nodiscard]] bool institution(std::size_t i) const {
    return mode_ == NameMode::line && pieces_.institution(i);
  }

  // Pieces of the longest surname prefix at `i` that a word follows; 0 when there is none.
  [[nodiscard]] std::size_t prefix(std::size_t i) const {
    // Most words are no prefix's first.
    const bool head = has(i) && has_use(pieces_.uses(i), NameUse::prefix_head);
    for (std::size_t n = head ? words_.longest_prefix() : 0; n > 0; --n) {
      if (word(i + n) && words_.is_prefix(text(i, n))) {
        return n;
      }
    }
    return 0;
  }

  // Whether a prefix, or a row of them, starts at `i` and ends in a word.
  [[nodiscard]] bool starts_prefix(std::size_t i) const { return prefix(i) > 0; }

  [[nodiscard]] bool noble(std::size_t i) const {
    if (!has(i)) {
      return false;
    }
    const NameUse uses = pieces_.uses(i);
    if (!has_use(uses, NameUse::noble | NameUse::noble_link)) {
      return false;
    }
    return starts_prefix(i + 1) || (has_use(uses, NameUse::noble) && word(i + 1));
  }

  void read_titles() {
    constexpr NameUse kAny = NameUse::title | NameUse::courtesy | NameUse::mark;
    for (std::size_t n = phrase(at_, kAny); n > 0 && has(at_ + n); n = phrase(at_, kAny)) {
      const NameUse uses = n == 1 ? pieces_.uses(at_) : words_.uses(text(at_, n));
      if (has_use(uses, NameUse::title)) {
        scan_.titles.push_back(part(at_, n));
      } else {
        scan_.courtesy = scan_.courtesy || has_use(uses, NameUse::courtesy);
        scan_.mark = scan_.mark || has_use(uses, NameUse::mark);
      }
      at_ += n;
      at_ += is(at_, PieceShape::comma) && scan_.mark ? 1U : 0U;
    }
  }

  [[nodiscard]] bool initial(std::size_t i) const {
    const bool only_initials = mode_ == NameMode::all && scan_.initial_count > 0;
    return is(i, PieceShape::initial) && (has(i + 1) || only_initials) && !institution(i);
  }

  // "JPH" before a word in mixed case; not in a line of capitals.
  [[nodiscard]] bool bare_initials(std::size_t i) const {
    if (!is(i, PieceShape::capital) || scan_.initial_count > 0 || !has(i + 1)) {
      return false;
    }
    const std::string_view letters = text(i);
    const auto ascii_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const std::string_view after = text_.substr(pieces_[i].end);
    return letters.size() <= kLongestBare && mode_ == NameMode::all &&
           std::all_of(letters.begin(), letters.end(), ascii_upper) &&
           std::any_of(after.begin(), after.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  void read_initials() {
    while (has(at_)) {
      if (initial(at_) || bare_initials(at_)) {
        extend(scan_.initials, part(at_));
        ++scan_.initial_count;
        ++at_;
        continue;
      }
      const std::size_t words = given_words();
      if (words == 0) {
        return;
      }
      extend(scan_.given, part(at_, words));
      scan_.given_words += words;
      at_ += words;
    }
  }

  // How many words at the current place are given names: those before initials, a noble title or
  // a prefix, else all but the last of a row. After initials words belong to the surname.
  [[nodiscard]] std::size_t given_words() const {
    if (scan_.initial_count > 0 || scan_.given_words > 0 || starts_prefix(at_) || noble(at_)) {
      return 0;
    }
    std::size_t n = 0;
    while (is(at_ + n, PieceShape::capital) && !institution(at_ + n) && !starts_prefix(at_ + n) &&
           !noble(at_ + n) && !(n > 0 && suffix(at_ + n) > 0)) {
      ++n;
    }
    if (n > 0 && (initial(at_ + n) || starts_prefix(at_ + n) || noble(at_ + n))) {
      return n;
    }
    return n > 1 ? n - 1 : 0;
  }

  // "J.P. (Jan Peter) Balk"
  void read_nickname() {
    if (!is(at_, PieceShape::open) || scan_.initial_count == 0) {
      return;
    }
    std::size_t n = 1;
    while (is(at_ + n, PieceShape::capital)) {
      ++n;
    }
    if (n > 1 && is(at_ + n, PieceShape::close)) {
      extend(scan_.given, part(at_ + 1, n - 1));
      scan_.given_words += n - 1;
      at_ += n + 1;
    }
  }

  void read_noble() {
    if (noble(at_)) {
      scan_.titles.push_back(part(at_));
      ++at_;
    }
  }

  void read_prefix() {
    for (std::size_t n = prefix(at_); n > 0; n = prefix(at_)) {
      extend(scan_.prefix, part(at_, n));
      ++scan_.prefixes;
      at_ += n;
    }
  }

  // A word of an institution is a surname only when much else says that this is a name.
  [[nodiscard]] bool takes_word(std::size_t i) const {
    if (!word(i)) {
      return false;
    }
    if (!institution(i)) {
      return true;
    }
    const bool named = scan_.initial_count > 1 || !scan_.titles.empty() ||
                       (scan_.initial_count > 0 && scan_.prefixes > 0);
    return named && scan_.surname_words == 0;
  }

  void read_surname() {
    while (has(at_)) {
      std::size_t n = scan_.surname_words > 0 ? prefix(at_) : 0;
      if (n > 0 && takes_word(at_ + n)) {
        ++scan_.prefixes;
      } else if (scan_.surname_words > 0 && is(at_, PieceShape::dash) &&
                 (word(at_ + 1) || starts_prefix(at_ + 1))) {
        n = 1;
      } else if (takes_word(at_) && !(scan_.surname_words > 0 && suffix(at_) > 0)) {
        n = 1;
        ++scan_.surname_words;
      } else {
        return;
      }
      extend(scan_.surname, part(at_, n));
      at_ += n;
    }
  }

  // Pieces of the suffix at `i`. "MA" is one, "Ma" is a surname: without periods it is printed
  // with more than one capital or in lower case.
  [[nodiscard]] std::size_t suffix(std::size_t i) const {
    const std::size_t n = phrase(i, NameUse::suffix);
    if (n == 0) {
      return 0;
    }
    const std::string_view printed = text(i, n);
    const auto uppers =
        std::count_if(printed.begin(), printed.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return uppers == 1 && printed.find('.') == std::string_view::npos ? 0 : n;
  }

  void read_suffixes() {
    while (has(at_)) {
      const std::size_t comma = is(at_, PieceShape::comma) ? 1 : 0;
      const std::size_t n = suffix(at_ + comma);
      const std::size_t next = at_ + comma + n;
      // In "Berg, drs. J." the title belongs to what follows.
      if (n == 0 || (comma > 0 && is(next, PieceShape::initial))) {
        return;
      }
      scan_.suffixes.push_back(part(at_ + comma, n));
      at_ = next;
    }
  }

  std::string_view text_;
  NamePieces& pieces_;
  const NameWords& words_;
  NameMode mode_;
  std::size_t at_;
  NameScan scan_;
};

}  // namespace

NameScan scan_name(std::string_view text, NamePieces& pieces, std::size_t from,
                   const NameWords& words, NameMode mode) {
  return NameScanner(text, pieces, from, words, mode).run();
}

}  // namespace letterkit
