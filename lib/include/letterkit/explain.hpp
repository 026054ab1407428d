// Why a letter was read as it was: each line with its label, the evidence for it and the label that
// came second.
#pragma once

#include "letterkit/letter.hpp"
#include "letterkit/parse.hpp"
#include "letterkit/profile.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace letterkit {

/// A rule that spoke about a line.
struct FiredRule {
  std::string_view id;     ///< "nl/rules:salutation"; a view into the profile
  std::string_view label;  ///< what it spoke for; empty: for the letter as a whole
  double weight = 0;       ///< in nats; negative: it spoke against
};

/// A line of a letter, or a part of one that holds several parts of the letter.
struct ExplainedLine {
  std::size_t number = 0;  ///< 1-based line of the input
  std::string text;        ///< as labelled: white space folded
  std::string_view label;  ///< "date_line"
  std::string_view runner_up;
  double score = 0;       ///< sum of the evidence for the label, nats
  double margin = 0;      ///< of the best labelling over the best one with another label here, nats
  double confidence = 0;  ///< probability that the label is right
  bool furniture = false;  ///< taken out before labelling: nothing but number and text is set
  std::vector<std::string_view> features;
  std::vector<FiredRule> rules;
};

struct ExplainedLetter {
  Source source;
  std::string language;
  std::vector<ExplainedLine> lines;  ///< in reading order
};

/// Labels a letter as parse_letter does and tells why.
ExplainedLetter explain_letter(const LetterText& text, const std::vector<Profile>& profiles);

}  // namespace letterkit
