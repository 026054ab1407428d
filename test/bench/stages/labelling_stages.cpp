// Lines to labelled lines: the rules' patterns and cuts, features, evidence, the best labelling.
#include <utility>
#include <vector>

#include "assemble/read_letter.hpp"
#include "bench/stages/letters.hpp"
#include "blocks/label_lines.hpp"
#include "profile/cut_lines.hpp"
#include "profile/recognise.hpp"

namespace letterkit::bench {
namespace {

void time_cut(benchmark::State& state) {
  time_passes(state, separated_lines, [](std::vector<Lines>& all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      cut_lines(all[i], *letters().letters[i].profile);
    }
  });
}

void time_recognise(benchmark::State& state) {
  const std::vector<Lines> all = cut_separated_lines();
  for ([[maybe_unused]] auto step : state) {
    benchmark::DoNotOptimize(features_of(all));
  }
  count_passes(state);
}

std::vector<SharedScore> score_lines(const Lines& lines, const std::vector<Features>& features,
                                     const ProfileData& profile) {
  std::vector<SharedScore> scores;
  scores.reserve(lines.lines.size());
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const Line& line = lines.lines[i];
    scores.push_back(profile.rules().score(line.text, line.known->hits.all(), features[i]));
  }
  return scores;
}

void time_score(benchmark::State& state) {
  const std::vector<Lines> all = cut_separated_lines();
  const auto features = features_of(all);
  for ([[maybe_unused]] auto step : state) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      benchmark::DoNotOptimize(score_lines(all[i], features[i], *letters().letters[i].profile));
    }
  }
  count_passes(state);
}

void time_label(benchmark::State& state) {
  const std::vector<Lines> all = cut_separated_lines();
  const auto features = features_of(all);
  std::vector<std::pair<std::vector<SharedScore>, std::vector<bool>>> work;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<bool> apart;
    for (const Line& line : all[i].lines) {
      apart.push_back(line.blanks > 0);
    }
    work.emplace_back(score_lines(all[i], features[i], *letters().letters[i].profile),
                      std::move(apart));
  }
  for ([[maybe_unused]] auto step : state) {
    for (std::size_t i = 0; i < work.size(); ++i) {
      benchmark::DoNotOptimize(
          label_lines(work[i].first, work[i].second, letters().letters[i].profile->grammar));
    }
  }
  count_passes(state);
}

void time_reading(benchmark::State& state) {
  for ([[maybe_unused]] auto step : state) {
    benchmark::DoNotOptimize(readings());
  }
  count_passes(state);
}

}  // namespace

void register_labelling_stages() {
  benchmark::RegisterBenchmark("cut", time_cut);
  benchmark::RegisterBenchmark("recognise", time_recognise);
  benchmark::RegisterBenchmark("score", time_score);
  benchmark::RegisterBenchmark("label", time_label);
  benchmark::RegisterBenchmark("whole/labelled_lines", time_reading);
}

}  // namespace letterkit::bench
