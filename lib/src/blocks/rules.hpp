// A profile's rules: what gives a line evidence for a label, and where a line is cut in two.
//
// In: rules.txt. Out: compiled rules that score a line by its text and features. All patterns are
// tried at once; a rule fires when its conditions hold and one of its patterns, if it has any,
// matches.
//
//   echo enclosure 0.1 body heading list_item   a line's evidence for the first label grows by the
//                              best it has for the others, less a cost
//   define formula (?:hoogachtend|met vriendelijke groet(?:en)?)
//   closing-formula              the rule's name; what belongs to it is indented
//     label closing 6            evidence for a label, in nats; may be negative; any number of them
//     when short !first          features the line must and must not have
//     match ^{formula}[,.]?$     any of these, whatever the case of letters
//     unless \d                  none of these
//     + Hoogachtend,             a line it fires on, whatever stands around it
//     - Hoogachtend verzoek ik   one it does not
//   glued-salutation
//     cut after ^(geachte \pL+,)  the line is cut behind what the group matched; or `before`; both
//                                look at the line's head, `within` cuts before it anywhere; a rule
//                                that cuts has no other patterns
#pragma once

#include "letterkit/result.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/label.hpp"
#include "profile/features.hpp"
#include "support/data_file.hpp"
#include "support/pattern.hpp"
#include "support/pattern_set.hpp"

namespace letterkit {

/// Patterns by name, put in for {name} in a rule's pattern.
using Macros = std::map<std::string, std::string, std::less<>>;

struct Rule {
  struct Example {
    std::string_view text;  ///< of the file's
    bool fires = true;
    std::size_t line = 0;    ///< 1-based, in the file
    std::size_t column = 0;  ///< 1-based, bytes
  };

  std::string id;  ///< "nl/rules:closing-formula"
  std::vector<std::pair<Label, float>> labels;
  float letter = 0;  ///< evidence that the text is a letter
  std::string form;  ///< form of letter that the line shows, with its evidence
  float form_weight = 0;
  Features wanted;
  Features unwanted;
  std::vector<int> match;  ///< indices into the set of patterns
  std::vector<int> unless;
  std::size_t patterns = 0;       ///< in the file; several may have one index
  std::vector<std::size_t> cuts;  ///< indices into Rules::cuts()
  std::size_t line = 0;           ///< 1-based, in the file
  std::vector<Example> examples;
};

/// A label that means text like that of other labels, in another place: text of an enclosure.
struct Echo {
  Label label = Label::enclosure;
  float cost = 0;
  std::vector<Label> of;
};

/// A place where lines are cut.
struct Cut {
  bool before = false;    ///< before what group 1 matched; else behind it
  bool anywhere = false;  ///< in the whole of a long line, not in its head alone
  int index = 0;          ///< in the set of patterns
  Pattern pattern;

  /// The byte at which it cuts a text in two; 0 when it does not.
  [[nodiscard]] std::size_t place_in(std::string_view text) const;
};

/// A line's evidence.
struct LineScore {
  static constexpr std::uint16_t kNoRule = 0xFFFF;

  LineScore() { loudest.fill(kNoRule); }

  std::array<float, kLabelCount> weight{};
  std::uint32_t candidates = 0;      ///< bit i: some rule speaks of label i
  std::vector<std::uint16_t> fired;  ///< indices of the rules, ascending
  /// Of those, the ones that speak of the letter as a whole: some thirty rules fire on a line, and
  /// all but a few say nothing of it.
  std::vector<std::uint16_t> of_whole;
  /// By label, the rule that fired with the most weight for it; kNoRule: none speaks for it.
  std::array<std::uint16_t, kLabelCount> loudest;
};

/// Lines that the same rules speak of share their evidence. Never null.
using SharedScore = std::shared_ptr<const LineScore>;

class Rules {
 public:
  /// Compiles rules.txt; `language` goes into the rules' ids. Errors "rule.syntax", "rule.label",
  /// "rule.feature", "rule.pattern", "rule.macro".
  static Result<Rules> parse(const DataFile& file, std::string_view language, const Macros& macros);

  /// Longer lines are matched by their first bytes only: rules speak of heads of lines.
  static constexpr std::size_t kMatchedBytes = 512;

  /// Bytes of a line's head, which a cut before or behind something is looked for in.
  static constexpr std::size_t kCutBytes = 260;

  /// Fills `hits` with the indices, ascending, of the patterns that a line matches: those of cuts,
  /// and those of rules that are bound to the line's start, or speak of long lines, and may fire on
  /// one so long. Other patterns that may occur anywhere are looked for when a line's features let
  /// their rule fire, which they seldom do.
  void match(std::string_view text, std::vector<std::uint16_t>& hits) const;

  /// Adds up what the rules say of a line that matches the patterns `hits`.
  [[nodiscard]] SharedScore score(std::string_view text, std::span<const std::uint16_t> hits,
                                  Features features) const;

  /// As above; looks for the patterns itself.
  [[nodiscard]] SharedScore score(std::string_view text, Features features) const;

  /// Whether one of a rule's patterns matches and none of its exceptions does, conditions apart; of
  /// a rule that cuts, whether it cuts the text.
  [[nodiscard]] bool matches(const Rule& rule, std::string_view text) const;

  [[nodiscard]] const std::vector<Rule>& all() const { return rules_; }

  [[nodiscard]] const std::vector<Cut>& cuts() const { return cuts_; }

  [[nodiscard]] const std::vector<Echo>& echoes() const { return echoes_; }

  /// The patterns that are tried on every line.
  [[nodiscard]] const PatternSet& patterns() const { return patterns_; }

  /// Of each of them, the most characters of a line whose features let its rule fire, or of one
  /// whose head ends with it; those of other cuts, and of rules that speak of long lines, too, have
  /// TriedOn::kAnyLength. None when there is an automaton, which knows them.
  [[nodiscard]] const std::vector<std::uint32_t>& longest_lines() const { return longest_lines_; }

  /// The patterns that are asked for one by one, by their numbers; null elsewhere.
  [[nodiscard]] const std::vector<std::optional<Pattern>>& loose() const { return loose_; }

 private:
  /// A rule's conditions, beside those of others: most rules need no further look.
  struct Plain {
    Features wanted;
    Features unwanted;
    std::uint16_t rule = 0;
  };

  void index_rules();
  void find_longest_lines();
  /// Adds up a line's evidence, rule by rule. `occurs` says of a pattern that is in no set whether
  /// the text holds it.
  template <typename Occurs>
  [[nodiscard]] LineScore add_up(std::span<const std::uint16_t> hits, Features features,
                                 const Occurs& occurs) const;
  /// Whether one of the patterns matches: is among the hits, or occurs.
  template <typename Occurs>
  [[nodiscard]] bool any_matches(const std::vector<int>& patterns,
                                 std::span<const std::uint16_t> hits, const Occurs& occurs) const;
  /// Whether the text's head holds a pattern that is in no set.
  [[nodiscard]] bool holds(std::string_view text, int pattern) const;
  void add_echoes(LineScore& score) const;
  /// Finds out what the rules that fired say beside the score.
  void add_voices(LineScore& score) const;
  std::vector<Rule> rules_;
  std::vector<Cut> cuts_;
  std::vector<Echo> echoes_;
  PatternSet patterns_;                        ///< those that are tried on every line
  std::vector<std::optional<Pattern>> loose_;  ///< by pattern: those that are in no set
  std::vector<std::uint16_t> index_;           ///< of the set's patterns among all
  std::vector<std::uint32_t> longest_lines_;   ///< by pattern of the set
  std::vector<std::uint16_t> rule_of_;  ///< by pattern: whose match it is, or LineScore::kNoRule
  std::vector<Plain> unhinted_;         ///< rules that may fire without a hit
  std::uint64_t id_ = 0;
};

}  // namespace letterkit
