#include "pattern_program.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "support/pattern_syntax.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

const CodePoints kDigits = {
    {'0', '9'}
};
const CodePoints kBlanks = {
    {'\t', '\n'},
    {'\f', '\r'},
    {' ',  ' ' }
};
const CodePoints kAnyButLineFeed = {
    {0,   9             },
    {0xB, kLastCodePoint}
};

}  // namespace

/// Reads one pattern and writes its steps.
class PatternReader {
 public:
  PatternReader(PatternProgram& program, std::string_view source)
      : program_(program), source_(source) {}

  /// False when there is something that is not understood.
  bool read(int number) {
    const Part whole = alternatives();
    const int found = add({Step::Kind::found, Step::kNone, number});
    link(whole.last, found);
    program_.starts_.push_back(whole.first);
    return known_ && at_ == source_.size();
  }

 private:
  /// Steps from one that is entered to one, a fork, that is left.
  struct Part {
    int first = Step::kNone;
    int last = Step::kNone;
  };

  [[nodiscard]] bool more() const { return known_ && at_ < source_.size(); }

  bool take(std::string_view text) {
    if (!source_.substr(at_).starts_with(text)) {
      return false;
    }
    at_ += text.size();
    return true;
  }

  int add(Step step) {
    program_.steps_.push_back(step);
    return static_cast<int>(program_.steps_.size()) - 1;
  }

  void link(int from, int to) { program_.steps_[static_cast<std::size_t>(from)].next = to; }

  void link_other(int from, int to) { program_.steps_[static_cast<std::size_t>(from)].other = to; }

  /// A part that does nothing.
  Part nothing() {
    const int fork = add({});
    return {fork, fork};
  }

  Part give_up() {
    known_ = false;
    return nothing();
  }

  /// A part of one step.
  Part part_of(Step step) {
    const int first = add(step);
    const int last = add({});
    link(first, last);
    return {first, last};
  }

  Part ask(Step::Kind kind) { return part_of({kind, Step::kNone, Step::kNone}); }

  Part one_of(const CodePoints& set) {
    auto& sets = program_.sets_;
    const auto found = std::find(sets.begin(), sets.end(), set);
    const auto index = static_cast<int>(found - sets.begin());
    if (found == sets.end()) {
      sets.push_back(set);
    }
    return part_of({Step::Kind::one_of, Step::kNone, index});
  }

  Part alternatives() {
    Part all = sequence();
    while (more() && take("|")) {
      const Part other = sequence();
      const int fork = add({Step::Kind::fork, all.first, other.first});
      const int last = add({});
      link(all.last, last);
      link(other.last, last);
      all = {fork, last};
    }
    return all;
  }

  Part sequence() {
    Part all = nothing();
    while (more() && source_[at_] != '|' && source_[at_] != ')') {
      const Part next = repeated();
      link(all.last, next.first);
      all.last = next.last;
    }
    return all;
  }

  struct Times {
    int least = 1;
    std::optional<int> most = 1;  ///< none: without limit
  };

  /// An element with the repetition behind it. What is repeated is read again for each time.
  Part repeated() {
    const std::size_t begin = at_;
    const bool any_case = any_case_;
    Part part = element();
    const std::size_t behind = at_;
    const std::optional<Times> times = repetition();
    if (!times) {
      return part;
    }
    const std::size_t end = at_;
    bool written = true;
    const auto once_more = [&]() -> Part {
      if (written) {
        written = false;
        return part;
      }
      at_ = begin;
      const bool outer = std::exchange(any_case_, any_case);
      const Part again = element();
      any_case_ = outer;
      known_ = known_ && at_ == behind;
      return again;
    };
    Part all = nothing();
    for (int i = 0; i < times->least; ++i) {
      append(all, once_more());
    }
    for (int i = times->least; times->most && i < *times->most; ++i) {
      append(all, maybe(once_more()));
    }
    if (!times->most) {
      append(all, loop(once_more()));
    }
    at_ = end;
    return all;
  }

  void append(Part& all, const Part& next) {
    link(all.last, next.first);
    all.last = next.last;
  }

  Part maybe(const Part& part) {
    const int last = add({});
    link(part.last, last);
    return {add({Step::Kind::fork, part.first, last}), last};
  }

  Part loop(const Part& part) {
    const int fork = add({Step::Kind::fork, Step::kNone, part.first});
    link(part.last, fork);
    return {fork, fork};
  }

  /// Whichever match is preferred, the same texts match: what is lazy is read like the others.
  std::optional<Times> repetition() {
    std::optional<Times> times;
    if (take("*")) {
      times = {0, std::nullopt};
    } else if (take("+")) {
      times = {1, std::nullopt};
    } else if (take("?")) {
      times = {0, 1};
    } else if (take("{")) {
      times = counted();
    }
    if (times) {
      take("?");
      known_ = known_ &&
               !(more() && std::string_view("*+?{").find(source_[at_]) != std::string_view::npos);
    }
    return times;
  }

  std::optional<Times> counted() {
    constexpr int kMostTimes = 1000;  // as RE2
    const auto number = [this]() -> std::optional<int> {
      int value = 0;
      const auto* const end = source_.data() + source_.size();
      const auto [behind, error] = std::from_chars(source_.data() + at_, end, value);
      at_ = static_cast<std::size_t>(behind - source_.data());
      return error == std::errc() && value <= kMostTimes ? std::optional(value) : std::nullopt;
    };
    const std::optional<int> least = number();
    std::optional<int> most = least;
    if (take(",")) {
      most = source_.substr(at_).starts_with('}') ? std::nullopt : number();
      known_ = known_ && (most || source_.substr(at_).starts_with('}'));
    }
    known_ = known_ && least && take("}") && (!most || *most >= *least);
    return known_ ? std::optional<Times>({*least, most}) : std::nullopt;
  }

  Part element() {
    switch (source_[at_]) {
      case '(':
        return group();
      case '[':
        ++at_;
        return one_of(char_class());
      case '^':
        ++at_;
        return ask(Step::Kind::at_start);
      case '.':
        ++at_;
        return one_of(kAnyButLineFeed);
      case '\\':
        return escaped();
      case '$':
        ++at_;
        return ask(Step::Kind::at_end);
      case '*':
      case '+':
      case '?':
      case '{':
        return give_up();
      default:
        return one_of(literal(next_code_point(source_, at_)));
    }
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
      return nothing();
    }
    const Part inner = alternatives();
    any_case_ = outer;
    return take(")") ? inner : give_up();
  }

  [[nodiscard]] CodePoints cased(const CodePoints& set) const {
    return any_case_ ? in_any_case(set) : set;
  }

  [[nodiscard]] CodePoints literal(char32_t c) const {
    return cased({
        {c, c}
    });
  }

  Part escaped() {
    if (take("\\b")) {
      return ask(Step::Kind::word_edge);
    }
    if (take("\\B")) {
      return ask(Step::Kind::no_word_edge);
    }
    return one_of(escaped_set());
  }

  /// What a backslash and what stands behind it stand for.
  CodePoints escaped_set() {
    ++at_;
    for (const auto& [letter, set] : {
             std::pair("dD", &kDigits), {"sS", &kBlanks        },
               {"wW", &kWordCharacters}
    }) {
      if (take({letter, 1})) {
        return cased(*set);
      }
      if (take({letter + 1, 1})) {
        return others(cased(*set));
      }
    }
    const std::optional<char32_t> c = escaped_character();
    known_ = known_ && c;
    return known_ ? literal(*c) : CodePoints{};
  }

  /// The character that stands behind a backslash.
  std::optional<char32_t> escaped_character() {
    if (take("x")) {
      const bool in_braces = take("{");
      const std::string_view digits = source_.substr(at_, in_braces ? source_.size() : 2);
      constexpr int kHexadecimal = 16;
      unsigned value = 0;
      const auto* const end = digits.data() + digits.size();
      const auto [behind, error] = std::from_chars(digits.data(), end, value, kHexadecimal);
      at_ = static_cast<std::size_t>(behind - source_.data());
      const bool is_whole = in_braces ? take("}") : digits.size() == 2 && behind == end;
      return error == std::errc() && is_whole ? std::optional<char32_t>(value) : std::nullopt;
    }
    for (const auto& [letter, c] : {
             std::pair('t', '\t'), {'n', '\n'},
               {'f', '\f'},
               {'r', '\r'}
    }) {
      if (take({&letter, 1})) {
        return c;
      }
    }
    if (!more() || is_letter(static_cast<unsigned char>(source_[at_])) ||
        (source_[at_] >= '0' && source_[at_] <= '9')) {
      return std::nullopt;
    }
    return next_code_point(source_, at_);
  }

  /// What stands in brackets.
  CodePoints char_class() {
    const bool negated = take("^");
    CodePoints set;
    for (bool first = true; more() && (first || source_[at_] != ']'); first = false) {
      const CodePoints member = class_member();
      set.insert(set.end(), member.begin(), member.end());
    }
    known_ = known_ && take("]");
    set = in_order(std::move(set));
    return negated ? others(set) : set;
  }

  CodePoints class_member() {
    if (source_.substr(at_).starts_with("[:")) {
      known_ = false;
      return {};
    }
    if (source_[at_] == '\\' && at_ + 1 < source_.size() &&
        std::string_view("dDsSwW").find(source_[at_ + 1]) != std::string_view::npos) {
      return escaped_set();
    }
    const std::optional<char32_t> first = class_character();
    std::optional<char32_t> last = first;
    if (source_.substr(at_).starts_with('-') && !source_.substr(at_).starts_with("-]")) {
      ++at_;
      last = more() ? class_character() : std::nullopt;
    }
    if (!first || !last || *first > *last) {
      known_ = false;
      return {};
    }
    return cased({
        {*first, *last}
    });
  }

  std::optional<char32_t> class_character() {
    return take("\\") ? escaped_character() : next_code_point(source_, at_);
  }

  PatternProgram& program_;
  std::string_view source_;
  std::size_t at_ = 0;
  bool any_case_ = false;
  bool known_ = true;
};

bool PatternProgram::add(std::string_view pattern, int number) {
  return PatternReader(*this, pattern).read(number);
}

}  // namespace letterkit
