#include "blocks/score_memo.hpp"

#include <algorithm>
#include <utility>

namespace letterkit {
namespace {

// A language needs some hundred scores, of 200 bytes each; text that is no letter may need more.
constexpr std::size_t kMostScores = 4096;

}  // namespace

bool ScoreMemo::Key::operator==(const Key& other) const {
  return features == other.features && std::ranges::equal(hits, other.hits);
}

std::size_t ScoreMemo::Hash::operator()(const Key& key) const {
  constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;  // 2^64 divided by the golden ratio
  std::uint64_t hash = key.features.bits() * kOdd;
  for (const std::uint16_t hit : key.hits) {
    hash = (hash ^ (hash >> 29U) ^ hit) * kOdd;
  }
  return hash ^ (hash >> 32U);
}

ScoreQuestion& ScoreMemo::at(std::span<const std::uint16_t> hits, Features features) {
  if (const auto found = scores_.find({hits, features}); found != scores_.end()) {
    return found->second.question;
  }
  if (scores_.size() == kMostScores) {
    scores_.clear();
  }
  Stored stored{
      {hits.begin(), hits.end()},
      {            }
  };
  const Key key{stored.hits, features};  // the vector's numbers stay where they are when it moves
  return scores_.emplace(key, std::move(stored)).first->second.question;
}

}  // namespace letterkit
