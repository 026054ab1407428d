#include "profile/score_voices.hpp"

#include <unordered_map>

#include "profile/profile_data.hpp"
#include "support/thread_memo.hpp"

namespace letterkit {
namespace {

constexpr std::size_t kMostScores = 4096;  // as many as are remembered themselves

using VoicesMemo = std::unordered_map<const LineScore*, ScoreVoices>;

ScoreVoices read_voices(const SharedScore& score, const std::vector<Rule>& rules) {
  ScoreVoices voices{score, {}, {}};
  std::array<float, kLabelCount> weight{};
  for (const std::uint16_t index : score->fired) {
    const Rule& rule = rules[index];
    if (rule.letter != 0 || !rule.form.empty()) {
      voices.of_whole.push_back(index);
    }
    for (const auto& [label, amount] : rule.labels) {
      if (amount > weight[index_of(label)]) {
        weight[index_of(label)] = amount;
        voices.loudest[index_of(label)] = index;
      }
    }
  }
  return voices;
}

}  // namespace

const ScoreVoices& voices_of(const SharedScore& score, const ProfileData& profile) {
  auto& memo = thread_memo<VoicesMemo>(profile.id());
  if (const auto found = memo.find(score.get()); found != memo.end()) {
    return found->second;
  }
  if (memo.size() == kMostScores) {
    memo.clear();
  }
  return memo.emplace(score.get(), read_voices(score, profile.rules().all())).first->second;
}

}  // namespace letterkit
