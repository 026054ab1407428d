// Scores of lines by what the rules see of them.
//
// Rules see three things of a line: its features, the patterns it hits, and whether some patterns
// occur that are in no set. Nearly all lines of a corpus agree with an earlier one in the first
// two, and two or three questions settle the third, so that a score is looked up in place of trying
// a hundred rules: over 7 MB of letters rules cost 107 instructions a byte without, 62 with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"

namespace letterkit {

/// The score of lines, or what must be known of them before it. Empty until it is asked for.
struct ScoreQuestion {
  /// Asks whether lines hold a pattern; gives what to go on with.
  ScoreQuestion& ask(int asked, bool yes) {
    pattern = asked;
    holds = std::make_unique<ScoreQuestion>();
    lacks = std::make_unique<ScoreQuestion>();
    return yes ? *holds : *lacks;
  }

  SharedScore score;                     ///< null when it depends on the pattern, or is not known
  int pattern = 0;                       ///< of those that are in no set
  std::unique_ptr<ScoreQuestion> holds;  ///< null when the score does not depend on one
  std::unique_ptr<ScoreQuestion> lacks;
};

/// The scores of one set of rules, of one thread (see thread_memo()).
class ScoreMemo {
 public:
  /// The first question about lines with these features and hits. The reference holds until the
  /// next call.
  ScoreQuestion& at(std::span<const std::uint16_t> hits, Features features);

  /// Room for the answers on the way to a score: patterns, and whether they occur.
  std::vector<std::pair<int, bool>> answers;

 private:
  struct Key {
    std::span<const std::uint16_t> hits;
    Features features;

    [[nodiscard]] bool operator==(const Key& other) const;
  };

  struct Hash {
    std::size_t operator()(const Key& key) const;
  };

  struct Stored {
    std::vector<std::uint16_t> hits;  // what the key views
    ScoreQuestion question;
  };

  std::unordered_map<Key, Stored, Hash> scores_;
};

}  // namespace letterkit
