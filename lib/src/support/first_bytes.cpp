#include "support/first_bytes.hpp"

#include <cstddef>

namespace letterkit {
namespace {

using Bytes = std::bitset<256>;

Bytes range(unsigned first, unsigned last) {
  Bytes bytes;
  for (unsigned byte = first; byte <= last; ++byte) {
    bytes.set(byte);
  }
  return bytes;
}

const Bytes kBeyondAscii = range(0x80, 0xFF);
const Bytes kDigits = range('0', '9');
const Bytes kLetters = range('A', 'Z') | range('a', 'z');
const Bytes kBlanks = range('\t', '\n') | range('\f', '\r') | range(' ', ' ');  // as RE2 has them

/// What a part of a pattern can start with.
struct Start {
  Bytes bytes;
  bool empty = true;  ///< whether the part may match nothing: what follows it can start, too
};

/// Reads a pattern from its start, as far as it decides what a match starts with.
class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  /// Nothing when there is something that is not understood.
  bool read(Start& whole) {
    whole = alternatives();
    return known_ && at_ == source_.size();
  }

 private:
  [[nodiscard]] bool more() const { return known_ && at_ < source_.size(); }

  bool take(std::string_view text) {
    if (!source_.substr(at_).starts_with(text)) {
      return false;
    }
    at_ += text.size();
    return true;
  }

  Start give_up() {
    known_ = false;
    return {};
  }

  Start alternatives() {
    const bool bound = bound_;
    Start any = sequence();
    bool all_bound = bound_;
    while (more() && take("|")) {
      bound_ = bound;
      const Start other = sequence();
      any.bytes |= other.bytes;
      any.empty = any.empty || other.empty;
      all_bound = all_bound && bound_;
    }
    bound_ = all_bound;
    return any;
  }

  Start sequence() {
    Start all;
    while (more() && source_[at_] != '|' && source_[at_] != ')') {
      const bool bound = bound_;
      Start part = element();
      if (part.bytes.any() && !bound_) {
        return give_up();
      }
      if (may_be_left_out(part)) {
        bound_ = bound;  // "(?:^a)?b"
      }
      if (all.empty) {
        all.bytes |= part.bytes;
        all.empty = part.empty;
      }
    }
    return all;
  }

  Start element() {
    const char c = source_[at_];
    if (c == '(') {
      return group();
    }
    if (c == '[') {
      return char_class();
    }
    ++at_;
    switch (c) {
      case '^':
        bound_ = true;
        return {};
      case '$':
        return {};
      case '.':
        return {Bytes().set(), false};
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
      case '{':
        return give_up();
      default:
        return {literal(c), false};
    }
  }

  Start group() {
    const bool outer = any_case_;
    ++at_;
    if (take("?i)")) {
      any_case_ = true;  // until the group around it ends
      return {};
    }
    if (take("?-i:")) {
      any_case_ = false;
    } else if (take("?i:")) {
      any_case_ = true;
    } else if (!take("?:") && more() && source_[at_] == '?') {
      return give_up();
    }
    const Start inner = alternatives();
    any_case_ = outer;
    return take(")") ? inner : give_up();
  }

  /// A byte of a literal character, in both cases where that is meant.
  [[nodiscard]] Bytes literal(char c) const {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      return kBeyondAscii;  // another case may begin with another byte
    }
    Bytes bytes = range(byte, byte);
    if (any_case_ && kLetters[byte]) {
      bytes.set(byte ^ 0x20U);
      // The Kelvin sign and the long s are letters of the same case folding.
      bytes |= (byte | 0x20U) == 'k' || (byte | 0x20U) == 's' ? kBeyondAscii : Bytes();
    }
    return bytes;
  }

  /// What stands behind a backslash.
  Start escaped() {
    if (!more()) {
      return give_up();
    }
    const char c = source_[at_++];
    switch (c) {
      case 'b':
        return {};
      case 'd':
        return {kDigits, false};
      case 'D':
        return {~kDigits, false};
      case 's':
        return {kBlanks, false};
      case 'S':
        return {~kBlanks, false};
      case 'p':
        return named_class();
      default:
        return kLetters[static_cast<unsigned char>(c)] || kDigits[static_cast<unsigned char>(c)]
                   ? give_up()
                   : Start{literal(c), false};
    }
  }

  /// \pL, \p{Lu} and the like: of those of ASCII some letters.
  Start named_class() {
    for (const std::string_view name : {"L", "{L}", "{Lu}", "{Ll}"}) {
      if (take(name)) {
        return {kLetters | kBeyondAscii, false};
      }
    }
    return give_up();
  }

  Start char_class() {
    ++at_;
    const bool other = take("^");
    Bytes bytes;
    for (bool first = true; more() && (first || source_[at_] != ']'); first = false) {
      const char c = source_[at_++];
      if (c == '[' && source_.substr(at_, 1) == ":") {
        return give_up();  // "[[:alpha:]]"
      }
      if (c == '\\') {
        bytes |= escaped().bytes;
      } else if (at_ + 1 < source_.size() && source_[at_] == '-' && source_[at_ + 1] != ']') {
        const auto last = static_cast<unsigned char>(source_[at_ + 1]);
        const auto from = static_cast<unsigned char>(c);
        if (from >= 0x80 || last >= 0x80 || last == '\\' || from > last) {
          return give_up();
        }
        for (unsigned byte = from; byte <= last; ++byte) {
          bytes |= literal(static_cast<char>(byte));
        }
        at_ += 2;
      } else {
        bytes |= literal(c);
      }
    }
    if (!take("]")) {
      return give_up();
    }
    // What is not one of them may begin like one of them, in another case.
    return {other ? Bytes().set() : bytes, false};
  }

  /// Reads the repetition behind an element; whether it lets the element be left out.
  bool may_be_left_out(Start& part) {
    bool left_out = false;
    while (more()) {
      if (take("?") || take("*") || take("{0") || take("{,")) {
        part.empty = true;
        left_out = true;
      } else if (!take("+") && !take("{")) {
        break;
      }
      if (source_[at_ - 1] == '{' || source_[at_ - 1] == '0' || source_[at_ - 1] == ',') {
        const auto end = source_.find('}', at_);
        if (end == std::string_view::npos) {
          known_ = false;
          break;
        }
        at_ = end + 1;
      }
    }
    return left_out;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool bound_ = false;  // to the text's start, at this place
  bool any_case_ = false;
  bool known_ = true;
};

}  // namespace

FirstBytes::FirstBytes(std::string_view source) {
  bytes_.set();
  Start whole;
  if (Reader(source).read(whole) && !whole.empty) {
    bytes_ = whole.bytes;
    empty_ = false;
  }
}

bool starts_at_start(std::string_view source) {
  if (source.starts_with("(?i)")) {
    source.remove_prefix(4);
  }
  if (!source.starts_with('^')) {
    return false;
  }
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 1; i < source.size(); ++i) {
    const char c = source[i];
    if (c == '\\') {
      ++i;
    } else if (in_class) {
      in_class = c != ']' || source[i - 1] == '[' || source.substr(i - 2, 2) == "[^";
    } else if (c == '|' && depth == 0) {
      return false;
    }
    in_class = in_class || c == '[';
    depth += !in_class && c == '(' ? 1 : !in_class && c == ')' ? -1 : 0;
  }
  return true;
}

}  // namespace letterkit
