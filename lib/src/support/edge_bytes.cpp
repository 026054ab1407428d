#include "support/edge_bytes.hpp"

#include <cstddef>

#include "support/pattern_syntax.hpp"
#include "support/unicode.hpp"

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
const Bytes kWords = kLetters | kDigits | range('_', '_');
const Bytes kBlanks = range('\t', '\n') | range('\f', '\r') | range(' ', ' ');  // as RE2 has them

/// Of the letters, about; what so many bytes match, most characters do.
constexpr std::size_t kMost = 50;

/// What a part of a pattern can start and end with.
struct Part {
  Bytes first;
  Bytes last;
  bool empty = true;       ///< whether the part may match nothing: what is beside it counts, too
  bool ends_text = false;  ///< whether the text ends behind it

  Part() = default;

  /// One character, of which these bytes are the first and the last.
  explicit Part(const Bytes& character) : first(character), last(character), empty(false) {}
};

/// Reads a pattern, as far as it decides what a match starts and ends with.
class Reader {
 public:
  explicit Reader(std::string_view source) : source_(source) {}

  /// False when there is something that is not understood.
  bool read(Part& whole) {
    whole = alternatives();
    return known_ && at_ == source_.size();
  }

  /// Whether no character is looked for before the text's start is asked for.
  [[nodiscard]] bool is_bound() const { return !free_; }

  [[nodiscard]] bool lingers() const { return lingers_; }

 private:
  [[nodiscard]] bool more() const { return known_ && at_ < source_.size(); }

  bool take(std::string_view text) {
    if (!source_.substr(at_).starts_with(text)) {
      return false;
    }
    at_ += text.size();
    return true;
  }

  Part give_up() {
    known_ = false;
    return {};
  }

  Part alternatives() {
    const bool bound = bound_;
    Part any = sequence();
    bool all_bound = bound_;
    while (more() && take("|")) {
      bound_ = bound;
      const Part other = sequence();
      any.first |= other.first;
      any.last |= other.last;
      any.empty = any.empty || other.empty;
      any.ends_text = any.ends_text && other.ends_text;
      all_bound = all_bound && bound_;
    }
    bound_ = all_bound;
    return any;
  }

  Part sequence() {
    Part all;
    while (more() && source_[at_] != '|' && source_[at_] != ')') {
      if (const std::string_view words = take_words(); !words.empty()) {
        add_words(all, words);
        continue;
      }
      const bool bound = bound_;
      Part part = element();
      free_ = free_ || (part.first.any() && !bound_);
      if (may_be_left_out(part)) {
        bound_ = bound;  // "(?:^a)?b"
        part.ends_text = false;
      }
      if (all.empty) {
        all.first |= part.first;
      }
      all.last = part.empty ? all.last | part.last : part.last;
      // What matches nothing but the text's end leaves it there.
      all.ends_text = part.ends_text || (all.ends_text && part.last.none());
      all.empty = all.empty && part.empty;
    }
    return all;
  }

  /// The letters, digits and blanks that stand next and are not repeated: most of a pattern.
  std::string_view take_words() {
    const auto is_word = [this](std::size_t at) {
      const auto byte = static_cast<unsigned char>(source_[at]);
      return kLetters[byte] || kDigits[byte] || byte == ' ';
    };
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (end < source_.size() && is_word(end)) {
      ++end;
    }
    const bool repeated = end < source_.size() &&
                          std::string_view("*+?{").find(source_[end]) != std::string_view::npos;
    at_ = end - (repeated && end > begin ? 1 : 0);
    return source_.substr(begin, at_ - begin);
  }

  void add_words(Part& all, std::string_view words) {
    free_ = free_ || !bound_;
    if (all.empty) {
      all.first |= literal(words.front());
    }
    all.last = literal(words.back());
    all.empty = false;
    all.ends_text = false;
  }

  Part element() {
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
        return text_end();
      case '.':
        return Part(Bytes().set());
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
      case '{':
        return give_up();
      default:
        while (at_ < source_.size() && !starts_character(source_[at_])) {
          ++at_;
        }
        return Part(literal(c));
    }
  }

  static Part text_end() {
    Part part;
    part.ends_text = true;
    return part;
  }

  Part group() {
    const auto start = group_start(source_.substr(at_));
    if (!start) {
      return give_up();
    }
    const bool outer = any_case_;
    at_ += start->size;
    any_case_ = start->any_case.value_or(outer);
    if (start->flag_alone) {
      return {};
    }
    const Part inner = alternatives();
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
  Part escaped() {
    if (!more()) {
      return give_up();
    }
    const char c = source_[at_++];
    switch (c) {
      case 'b':
        return {};
      case 'd':
        return Part(kDigits);
      case 'D':
        return Part(~kDigits);
      case 's':
        return Part(kBlanks);
      case 'S':
        return Part(~kBlanks);
      case 'w':
        return Part(kWords | kBeyondAscii);  // in another case, see literal()
      case 'W':
        return Part(~kWords);
      case 'p':
        return named_class();
      default:
        return kLetters[static_cast<unsigned char>(c)] || kDigits[static_cast<unsigned char>(c)]
                   ? give_up()
                   : Part(literal(c));
    }
  }

  /// \pL, \p{Lu} and the like: of those of ASCII some letters.
  Part named_class() {
    for (const std::string_view name : {"L", "{L}", "{Lu}", "{Ll}"}) {
      if (take(name)) {
        return Part(kLetters | kBeyondAscii);
      }
    }
    return give_up();
  }

  Part char_class() {
    ++at_;
    const bool other = take("^");
    Bytes bytes;
    for (bool first = true; more() && (first || source_[at_] != ']'); first = false) {
      const char c = source_[at_++];
      if (c == '[' && source_.substr(at_, 1) == ":") {
        return give_up();  // "[[:alpha:]]"
      }
      if (c == '\\') {
        bytes |= escaped().first;
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
    return Part(other ? Bytes().set() : bytes);
  }

  /// Reads the repetition behind an element; whether it lets the element be left out.
  bool may_be_left_out(Part& part) {
    bool left_out = false;
    while (more()) {
      const std::size_t begin = at_;
      if (take("?") || take("*") || take("{0") || take("{,")) {
        part.empty = true;
        left_out = true;
      } else if (!take("+") && !take("{")) {
        break;
      }
      if (source_[begin] == '{') {
        const auto end = source_.find('}', at_);
        if (end == std::string_view::npos) {
          known_ = false;
          break;
        }
        at_ = end + 1;
      }
      const bool endless =
          source_[begin] == '*' || source_[begin] == '+' || source_[at_ - 2] == ',';
      lingers_ = lingers_ || (endless && part.first.count() >= kMost);
    }
    return left_out;
  }

  std::string_view source_;
  std::size_t at_ = 0;
  bool bound_ = false;  // to the text's start, at this place
  bool free_ = false;   // a character may be looked for anywhere
  bool any_case_ = false;
  bool lingers_ = false;
  bool known_ = true;
};

}  // namespace

EdgeBytes::EdgeBytes(std::string_view source) {
  first_.set();
  last_.set();
  Reader reader(source);
  Part whole;
  if (!reader.read(whole)) {
    return;
  }
  empty_ = whole.empty;
  if (reader.is_bound() && !whole.empty) {
    first_ = whole.first;
  }
  if (whole.ends_text && !whole.empty) {
    last_ = whole.last;
  }
  lingers_ = reader.lingers() && first_.count() >= kMost;
}

namespace {

/// The place of the bracket that closes the class that opens here; behind all when there is none.
std::size_t end_of_class(std::string_view source, std::size_t open) {
  std::size_t at = open + (source.substr(open).starts_with("[^") ? 2 : 1);
  at += source.substr(at).starts_with(']') ? 1 : 0;  // meant literally
  while (at < source.size() && source[at] != ']') {
    at += source[at] == '\\' ? 2 : 1;
  }
  return at;
}

/// Whether an alternative stands beside the whole of a pattern.
bool has_alternatives(std::string_view source) {
  const auto last = source.rfind('|');
  int depth = 0;
  for (std::size_t i = 0; last != std::string_view::npos && i <= last; ++i) {
    switch (source[i]) {
      case '\\':
        ++i;
        break;
      case '[':
        i = end_of_class(source, i);
        break;
      case '(':
        ++depth;
        break;
      case ')':
        --depth;
        break;
      case '|':
        if (depth == 0) {
          return true;
        }
        break;
      default:
        break;
    }
  }
  return false;
}

}  // namespace

bool starts_at_start(std::string_view source) {
  if (source.starts_with("(?i)")) {
    source.remove_prefix(4);
  }
  return source.starts_with('^') && !has_alternatives(source);
}

bool ends_at_end(std::string_view source) {
  const bool end = source.ends_with('$') && !source.ends_with("\\$");
  return end && !has_alternatives(source);
}

}  // namespace letterkit
