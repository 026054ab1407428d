// A letter's lines with their labels, and how values are made from them.
//
// In: lines, features, scores and labels of one letter. Out: values with their origins: printed
// spans in the input, margin, the rule that spoke for the label.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/letter_text.hpp"
#include "letterkit/parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/label_spans.hpp"
#include "blocks/label_lines.hpp"
#include "lines/line.hpp"
#include "profile/features.hpp"
#include "profile/known_line.hpp"
#include "profile/profile_data.hpp"

namespace letterkit {

/// Where a letter's text stands in its input.
struct LetterPlace {
  std::size_t first_line = 1;         ///< 1-based line of the input that the letter starts on
  const LetterText* input = nullptr;  ///< maps bytes of its text to the input's
};

/// One letter, labelled.
struct Reading {
  const ProfileData& profile;
  LetterPlace place;
  Lines lines;
  std::vector<Features> features;
  std::vector<SharedScore> scores;
  std::vector<LabelledLine> labels;
  LabelSpans spans;             ///< of `labels`
  std::vector<Line> furniture;  ///< what was taken out of `lines`
  std::vector<SharedScore> furniture_scores;
  Parts parts = Parts::all();  ///< of the record that are read

  [[nodiscard]] std::size_t size() const { return lines.lines.size(); }

  [[nodiscard]] const Line& line(std::size_t i) const { return lines.lines[i]; }

  /// Whether an extract matches line i's text.
  [[nodiscard]] bool matches(std::size_t i, Extract extract) const {
    return line_matches(line(i), extract, profile);
  }

  [[nodiscard]] Label label(std::size_t i) const { return labels[i].label; }

  /// By how much the letter's labelling beats the best one with another label on line i, nats.
  [[nodiscard]] double margin(std::size_t i) const { return labels[i].margin; }

  /// Probability that line i is labelled rightly, from its margin.
  [[nodiscard]] double confidence(std::size_t i) const;

  /// The rule with the most weight for line i's label; empty when none spoke for it.
  [[nodiscard]] std::string_view rule(std::size_t i) const;

  /// Whether a part of the record is read.
  [[nodiscard]] bool wants(Part part) const { return parts.has(part); }

  /// Offset in the letter's text to the coordinates of records.
  [[nodiscard]] std::size_t input_offset(std::size_t at) const;

  /// Sets where a piece of line i's text stands in the input.
  void locate(std::size_t i, std::string_view piece, Origin& origin) const;

  /// The same of lines first to last.
  void locate(std::size_t first, std::size_t last, Origin& origin) const;

  /// A piece of line i's text as a value, with room for so many bytes. Its origin is set where
  /// those are wanted.
  [[nodiscard]] Value value(std::size_t i, std::string_view piece, std::size_t room = 0) const;

  /// `text`, read from lines first to last.
  [[nodiscard]] Value value(std::size_t first, std::size_t last, std::string text) const;

  /// Appends a later piece of the same value, joined as running text.
  void append(Value& value, std::size_t i, std::string_view piece) const;

 private:
  /// Sets the origin of a piece of line i's text.
  void read_origin(std::size_t i, std::string_view piece, Origin& origin) const;
};

/// A text without commas, colons, semicolons and white space at its end, and periods if asked.
std::string_view without_trailing(std::string_view text, std::string_view marks);

/// Likewise, but the period of an abbreviation at the end, "B.V.", "a.i.", is its own.
std::string_view without_end(std::string_view text, std::string_view marks);

/// The last words of a text that grows with a letter's lines: to read all of it for each line would
/// take a time that grows with their square.
std::string_view last_words(std::string_view text);

}  // namespace letterkit
