// How a tool prints letters. Everything is appended to `out`, which the run writes.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/letter_text.hpp"
#include "letterkit/parts.hpp"

#include <string>
#include <string_view>

namespace letterkit::cli {

class LetterPrinter {
 public:
  LetterPrinter() = default;
  virtual ~LetterPrinter() = default;
  LetterPrinter(const LetterPrinter&) = delete;
  LetterPrinter& operator=(const LetterPrinter&) = delete;

  /// What is printed of letters, beside what every record has: the rest is not read.
  [[nodiscard]] virtual Parts parts() const = 0;

  /// Before the first letter; always called when anything is written.
  virtual void begin(std::string& /*out*/) const {}

  /// One letter. Called from many threads at once.
  virtual void print(const Letter& letter, std::string& out) const = 0;

  /// The same for a tool that prints the letter's text too. What it does not need of that it may
  /// free: a letter may have megabytes, and its record as many.
  virtual void print_text(LetterText& text, const Letter& letter, std::string& out) const {
    std::string().swap(text.text);  // to assign an empty one would keep its room
    print(letter, out);
  }

  /// What stands between two letters.
  [[nodiscard]] virtual std::string_view between() const { return {}; }

  /// After the last letter, if there were any.
  virtual void end(bool /*any*/, std::string& /*out*/) const {}

  /// Whether a letter that is the only one is printed in another way.
  [[nodiscard]] virtual bool has_only() const { return false; }

  /// That way.
  virtual void print_only(const Letter& letter, std::string& out) const { print(letter, out); }

  /// How names of files of what this prints end: ".ndjson".
  [[nodiscard]] virtual std::string_view suffix() const = 0;
};

}  // namespace letterkit::cli
