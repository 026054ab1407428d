#include "fields/name_pieces.hpp"

#include <array>
#include <optional>

#include "fields/cursor.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kLongestInitial = 4;  // letters: "Chr." "Joh." "Theo."

bool is_space(char32_t c) {
  return c <= 0x20 || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0xB4 || c == '`';
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

/// What a character is in a word of a name.
enum class Part : unsigned char { none, lower, upper, other_letter, apostrophe, hyphen, accent };

Part part_of(char32_t c) {
  if (is_letter(c)) {
    return is_upper(c) ? Part::upper : is_lower(c) ? Part::lower : Part::other_letter;
  }
  return is_apostrophe(c)           ? Part::apostrophe
         : is_hyphen(c)             ? Part::hyphen
         : c >= 0x300 && c <= 0x36F ? Part::accent
                                    : Part::none;
}

/// The parts of ASCII, which names are mostly of.
constexpr std::array<Part, 0x80> kParts = [] {
  std::array<Part, 0x80> parts{};
  for (std::size_t c = 0; c < 26; ++c) {
    parts['a' + c] = Part::lower;
    parts['A' + c] = Part::upper;
  }
  parts['\''] = parts['`'] = Part::apostrophe;
  parts['-'] = Part::hyphen;
  return parts;
}();

/// The part at `at`, which moves behind it.
Part take_part(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    ++at;
    return kParts[byte];
  }
  return part_of(next_code_point(text, at));
}

// What the letters of a word look like.
struct WordLook {
  std::size_t letters = 0;
  std::size_t uppers = 0;
  bool starts_upper = false;
  bool upper_after_hyphen = false;
  // Byte of the first capital that directly follows a lower-case letter or an apostrophe.
  std::optional<std::size_t> glue;

  /// Takes in the part at `here`; `before`: the one before it in the word, none at its start.
  void add(Part part, Part before, std::size_t here) {
    if (part != Part::lower && part != Part::upper && part != Part::other_letter) {
      return;
    }
    if (part == Part::upper) {
      starts_upper = starts_upper || letters == 0;
      upper_after_hyphen = upper_after_hyphen || before == Part::hyphen;
      if (!glue && (before == Part::lower || before == Part::apostrophe)) {
        glue = here;
      }
      ++uppers;
    }
    ++letters;
  }
};

PieceShape shape_of(const WordLook& look, std::string_view word, bool dotted,
                    const NameWords& words) {
  if (look.letters == 0) {
    return PieceShape::dash;
  }
  if (look.starts_upper && look.letters == 1) {
    return PieceShape::initial;
  }
  if (dotted) {
    const bool initial = (look.starts_upper && look.uppers == 1 &&
                          look.letters <= kLongestInitial && !look.upper_after_hyphen) ||
                         has_use(words.uses(word), NameUse::initial);
    return initial ? PieceShape::initial : PieceShape::dotted;
  }
  return look.starts_upper || look.upper_after_hyphen ? PieceShape::capital : PieceShape::lower;
}

}  // namespace

std::size_t end_of_name_word(std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size(); at = next) {
    if (take_part(text, next) == Part::none) {
      break;
    }
  }
  return at;
}

void NamePieces::cut_next() {
  const std::size_t before = count_;
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t c = next_code_point(text_, next);
    if (is_space(c)) {
      at_ = next;
    } else if (count_ > before) {
      return;
    } else if (part_of(c) != Part::none) {
      cut_word();
    } else {
      cut_sign(c, next);
    }
  }
  done_ = true;
  drop_last_period();
}

void NamePieces::add(std::size_t begin, std::size_t end, PieceShape shape) {
  if (count_ >= kUsualPieces) {
    more_.emplace_back();
  }
  piece(count_++) = {begin, end, shape, {}, {}};
  at_ = end;
}

// The period that ends a line is no part of a word, but is one of "J." and "jr.".
void NamePieces::drop_last_period() {
  if (count_ == 0) {
    return;
  }
  NamePiece& last = piece(count_ - 1);
  const std::string_view word = text_.substr(last.begin, last.end - last.begin);
  const bool dotted = last.shape == PieceShape::dotted || last.shape == PieceShape::initial;
  if (dotted && word.back() == '.' && word.size() > 2 &&
      !has_use(words_.uses(word), NameUse::suffix)) {
    --last.end;
    std::size_t at = last.begin;
    last.shape = is_upper(next_code_point(text_, at)) ? PieceShape::capital : PieceShape::lower;
  }
}

void NamePieces::cut_sign(char32_t c, std::size_t next) {
  switch (c) {
    case ',':
    case ';':
      add(at_, next, PieceShape::comma);
      return;
    case '(':
    case '[':
      add(at_, next, PieceShape::open);
      return;
    case ')':
    case ']':
      add(at_, next, PieceShape::close);
      return;
    default:
      break;
  }
  // A run of signs is one piece, so that a line of a million dots stays one.
  while (next < text_.size()) {
    std::size_t after = next;
    const char32_t d = next_code_point(text_, after);
    if (is_space(d) || part_of(d) != Part::none || d == ',' || d == ';' || d == '(' || d == ')') {
      break;
    }
    next = after;
  }
  add(at_, next, PieceShape::other);
}

bool NamePieces::cut_plain_word() {
  const bool capital = is_ascii_upper(text_[at_]);
  std::size_t end = at_ + (capital ? 1 : 0);
  while (end < text_.size() && is_ascii_lower(text_[end])) {
    ++end;
  }
  const char behind = end < text_.size() ? text_[end] : ' ';
  if (capital && end == at_ + 1 && behind == '.') {
    add(at_, end + 1, PieceShape::initial);
    return true;
  }
  if (end == at_ || (behind != ' ' && behind != ',')) {
    return false;
  }
  add(at_, end,
      !capital         ? PieceShape::lower
      : end == at_ + 1 ? PieceShape::initial
                       : PieceShape::capital);
  return true;
}

void NamePieces::cut_word() {
  if (cut_plain_word()) {
    return;
  }
  WordLook look;
  std::size_t end = at_;
  Part before = Part::none;
  for (std::size_t next = end; next < text_.size(); end = next) {
    const Part part = take_part(text_, next);
    if (part == Part::none) {
      break;
    }
    look.add(part, before, end);
    if (part == Part::lower) {  // and those behind it, of which words mostly are
      const std::size_t first = next;
      while (next < text_.size() && is_ascii_lower(text_[next])) {
        ++next;
      }
      look.letters += next - first;
    }
    before = part;
  }
  if (look.glue && words_.is_prefix(text_.substr(at_, *look.glue - at_))) {
    add(at_, *look.glue, look.starts_upper ? PieceShape::capital : PieceShape::lower);
    return;
  }
  const bool dotted = end < text_.size() && text_[end] == '.';
  add(at_, dotted ? end + 1 : end, shape_of(look, text_.substr(at_, end - at_), dotted, words_));
}

}  // namespace letterkit
