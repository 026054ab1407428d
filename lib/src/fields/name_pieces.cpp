#include "fields/name_pieces.hpp"

#include <optional>

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

bool is_word_part(char32_t c) {
  return is_letter(c) || is_apostrophe(c) || is_hyphen(c) || (c >= 0x300 && c <= 0x36F);
}

// What the letters of a word look like.
struct WordLook {
  std::size_t letters = 0;
  std::size_t uppers = 0;
  bool starts_upper = false;
  bool upper_after_hyphen = false;
  // Byte of the first capital that directly follows a lower-case letter or an apostrophe.
  std::optional<std::size_t> glue;
};

WordLook look_at(std::string_view text, std::size_t begin, std::size_t end) {
  WordLook look;
  char32_t before = 0;
  for (std::size_t at = begin; at < end;) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) {
      const bool upper = is_upper(c);
      look.starts_upper = look.letters == 0 ? upper : look.starts_upper;
      look.upper_after_hyphen = look.upper_after_hyphen || (upper && is_hyphen(before));
      if (upper && here > begin && !look.glue && (is_lower(before) || is_apostrophe(before))) {
        look.glue = here;
      }
      ++look.letters;
      look.uppers += upper ? 1U : 0U;
    }
    before = c;
  }
  return look;
}

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

void NamePieces::cut_next() {
  const std::size_t before = pieces_.size();
  while (at_ < text_.size()) {
    std::size_t next = at_;
    const char32_t c = next_code_point(text_, next);
    if (is_space(c)) {
      at_ = next;
    } else if (pieces_.size() > before) {
      return;
    } else if (is_word_part(c)) {
      cut_word();
    } else {
      cut_sign(c, next);
    }
  }
  done_ = true;
  drop_last_period();
}

void NamePieces::add(std::size_t begin, std::size_t end, PieceShape shape) {
  pieces_.push_back({begin, end, shape});
  at_ = end;
}

// The period that ends a line is no part of a word, but is one of "J." and "jr.".
void NamePieces::drop_last_period() {
  if (pieces_.empty()) {
    return;
  }
  NamePiece& last = pieces_.back();
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
    if (is_space(d) || is_word_part(d) || d == ',' || d == ';' || d == '(' || d == ')') {
      break;
    }
    next = after;
  }
  add(at_, next, PieceShape::other);
}

void NamePieces::cut_word() {
  std::size_t end = at_;
  for (std::size_t next = end; next < text_.size(); end = next) {
    if (!is_word_part(next_code_point(text_, next))) {
      break;
    }
  }
  const WordLook look = look_at(text_, at_, end);
  if (look.glue && words_.is_prefix(text_.substr(at_, *look.glue - at_))) {
    add(at_, *look.glue, look.starts_upper ? PieceShape::capital : PieceShape::lower);
    return;
  }
  const bool dotted = end < text_.size() && text_[end] == '.';
  add(at_, dotted ? end + 1 : end, shape_of(look, text_.substr(at_, end - at_), dotted, words_));
}

}  // namespace letterkit
