// What a profile's rules make of a line; declared in rules.hpp.
//
// In: a line's text, the patterns it hits, its features. Out: evidence for labels, and the rules
// that gave it; where a cut cuts it.
#include <algorithm>
#include <array>
#include <utility>

#include "blocks/rules.hpp"
#include "blocks/score_memo.hpp"
#include "support/thread_memo.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

/// The first bytes of a text, without half a character at the end.
std::string_view head_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) {
    return text;
  }
  while (most > 0 && !starts_character(text[most])) {
    --most;
  }
  return text.substr(0, most);
}

}  // namespace

std::size_t Cut::place_in(std::string_view text) const {
  std::array<std::string_view, 2> groups;
  // Of a long line it is not known yet whether the pattern occurs, and nearly always it does not:
  // RE2, which tells where, takes many times as long to find that.
  if (anywhere && !pattern.search(text)) {
    return 0;
  }
  if (!pattern.search(anywhere ? text : head_of(text, Rules::kCutBytes), groups) ||
      groups[1].data() == nullptr) {
    return 0;
  }
  const auto begin = static_cast<std::size_t>(groups[1].data() - text.data());
  const std::size_t at = before ? begin : begin + groups[1].size();
  return at < text.size() ? at : 0;
}

void Rules::match(std::string_view text, std::vector<std::uint16_t>& hits) const {
  thread_local std::vector<int> found;
  const std::string_view head = head_of(text, kMatchedBytes);
  patterns_.match(head, found);
  if (!patterns_.has_automaton() && !found.empty()) {  // which knows how long lines may be
    const std::size_t characters = length_in_code_points(head);
    std::erase_if(
        found, [&](int hit) { return longest_lines_[static_cast<std::size_t>(hit)] < characters; });
  }
  hits.clear();
  for (const int hit : found) {
    hits.push_back(index_[static_cast<std::size_t>(hit)]);
  }
}

bool Rules::holds(std::string_view text, int pattern) const {
  return loose_[static_cast<std::size_t>(pattern)]->search(head_of(text, kMatchedBytes));
}

template <typename Occurs>
bool Rules::any_matches(const std::vector<int>& patterns, std::span<const std::uint16_t> hits,
                        const Occurs& occurs) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](int pattern) {
    return loose_[static_cast<std::size_t>(pattern)]
               ? occurs(pattern)
               : std::binary_search(hits.begin(), hits.end(), static_cast<std::uint16_t>(pattern));
  });
}

template <typename Occurs>
LineScore Rules::add_up(std::span<const std::uint16_t> hits, Features features,
                        const Occurs& occurs) const {
  LineScore score;
  const auto try_rule = [&](std::uint16_t index) {
    const Rule& rule = rules_[index];
    const bool again = !score.fired.empty() && score.fired.back() == index;
    if (again || !features.fits(rule.wanted, rule.unwanted) ||
        !(rule.match.empty() || any_matches(rule.match, hits, occurs)) ||
        any_matches(rule.unless, hits, occurs)) {
      return;
    }
    score.fired.push_back(index);
    for (const auto& [label, weight] : rule.labels) {
      score.weight[index_of(label)] += weight;
      score.candidates |= 1U << index_of(label);
    }
  };
  // Both lists ascend, patterns being numbered in the order of their rules; so do the rules fired.
  auto plain = unhinted_.begin();
  const auto try_plain_until = [&](std::size_t behind) {
    for (; plain != unhinted_.end() && plain->rule < behind; ++plain) {
      if (features.fits(plain->wanted, plain->unwanted)) {
        try_rule(plain->rule);
      }
    }
  };
  for (const std::uint16_t hit : hits) {
    if (const std::uint16_t index = rule_of_[hit]; index != LineScore::kNoRule) {
      try_plain_until(index);
      try_rule(index);
    }
  }
  try_plain_until(rules_.size());
  add_echoes(score);
  return score;
}

SharedScore Rules::score(std::string_view text, std::span<const std::uint16_t> hits,
                         Features features) const {
  auto& memo = thread_memo<ScoreMemo>(id_);
  ScoreQuestion* question = &memo.at(hits, features);
  auto& answers = memo.answers;
  answers.clear();
  while (question->holds) {
    const bool yes = holds(text, question->pattern);
    answers.emplace_back(question->pattern, yes);
    question = yes ? question->holds.get() : question->lacks.get();
  }
  if (!question->score) {
    const std::size_t known = answers.size();
    auto score = std::make_shared<LineScore>(add_up(hits, features, [&](int pattern) {
      const auto answer = std::ranges::find(answers, pattern, &std::pair<int, bool>::first);
      if (answer != answers.end()) {
        return answer->second;
      }
      return answers.emplace_back(pattern, holds(text, pattern)).second;
    }));
    add_voices(*score);
    for (const auto& [pattern, yes] : std::span(answers).subspan(known)) {
      question = &question->ask(pattern, yes);
    }
    question->score = std::move(score);
  }
  return question->score;
}

SharedScore Rules::score(std::string_view text, Features features) const {
  std::vector<std::uint16_t> hits;
  match(text, hits);
  return score(text, hits, features);
}

bool Rules::matches(const Rule& rule, std::string_view text) const {
  if (!rule.cuts.empty()) {
    return std::any_of(rule.cuts.begin(), rule.cuts.end(),
                       [&](std::size_t cut) { return cuts_[cut].place_in(text) > 0; });
  }
  std::vector<std::uint16_t> hits;
  match(text, hits);
  const auto occurs = [&](int pattern) { return holds(text, pattern); };
  return (rule.match.empty() || any_matches(rule.match, hits, occurs)) &&
         !any_matches(rule.unless, hits, occurs);
}

void Rules::add_voices(LineScore& score) const {
  std::array<float, kLabelCount> most{};
  for (const std::uint16_t index : score.fired) {
    const Rule& rule = rules_[index];
    if (rule.letter != 0 || !rule.form.empty()) {
      score.of_whole.push_back(index);
    }
    for (const auto& [label, weight] : rule.labels) {
      if (weight > most[index_of(label)]) {
        most[index_of(label)] = weight;
        score.loudest[index_of(label)] = index;
      }
    }
  }
}

void Rules::add_echoes(LineScore& score) const {
  for (const Echo& echo : echoes_) {
    std::optional<float> best;
    for (const Label label : echo.of) {
      if ((score.candidates >> index_of(label) & 1U) != 0) {
        best =
            std::max(best.value_or(score.weight[index_of(label)]), score.weight[index_of(label)]);
      }
    }
    if (best) {
      score.weight[index_of(echo.label)] += *best - echo.cost;
      score.candidates |= 1U << index_of(echo.label);
    }
  }
}

}  // namespace letterkit
