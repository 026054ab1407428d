// Patterns over UTF-8 text, matched in linear time: by RE2, or by an automaton that was compiled
// with the library, which takes a fifth of the time to find that a short pattern does not occur.
//
// RE2's \b \w \s \d are ASCII only: profiles write [^\pL\pN], \pL, \pN and ' ' instead (a line's
// text has its white space folded to single spaces before it is matched).
#pragma once

#include "letterkit/result.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "support/data_file.hpp"

namespace re2 {
class RE2;
}

namespace letterkit {

/// One pattern. Immutable, shareable between threads, cheap to copy.
class Pattern {
 public:
  /// Compiles `source`. Error "pattern.syntax": the engine's reason and the offending slice.
  static Result<Pattern> compile(std::string_view source);

  /// A pattern that is known to compile, and does so when it is first used: compiling is most of
  /// what a profile costs, and one letter uses few of its patterns.
  static Pattern known(std::string_view source);

  /// A pattern of a file: compiled at once, unless the file is known to be right.
  static Result<Pattern> of(const DataFile& file, std::string_view source) {
    return file.known ? Result<Pattern>(known(source)) : compile(source);
  }

  /// Whether the pattern occurs anywhere in `text`.
  [[nodiscard]] bool search(std::string_view text) const;

  /// Finds the first match. Fills groups[0] with the whole match and groups[i] with group i (data()
  /// is null when the group took no part); views into `text`. Fewer groups may be asked for than
  /// the pattern has.
  bool search(std::string_view text, std::span<std::string_view> groups) const;

  /// As search, but the match must begin at byte `from` of `text` or later.
  bool search_from(std::string_view text, std::size_t from,
                   std::span<std::string_view> groups) const;

  /// Whether the pattern matches all of `text`.
  bool full_match(std::string_view text, std::span<std::string_view> groups = {}) const;

  /// Index of the group (?P<name>...), or -1.
  [[nodiscard]] int group(std::string_view name) const;

  /// Number of capturing groups, the whole match apart.
  [[nodiscard]] int group_count() const;

  /// Adds the pattern's source; for messages.
  [[nodiscard]] const std::string& source() const;

 private:
  struct Engine;
  struct Gate;

  explicit Pattern(std::string_view source);

  /// What spares asking RE2, made when it is first asked for.
  [[nodiscard]] const Gate& gate() const;

  /// The compiled pattern.
  [[nodiscard]] const re2::RE2& engine() const;

  std::shared_ptr<Engine> engine_;
};

}  // namespace letterkit
