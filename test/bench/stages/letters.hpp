// The letters that the benchmarks of stages read, and what each stage is given, made before its
// clock starts.
#pragma once

#include "letterkit/letter_text.hpp"
#include "letterkit/profile.hpp"

#include <benchmark/benchmark.h>
#include <cstddef>
#include <string>
#include <vector>

#include "assemble/reading.hpp"
#include "lines/line.hpp"
#include "profile/features.hpp"
#include "profile/profile_data.hpp"

namespace letterkit::bench {

struct BenchLetter {
  LetterText text;
  const ProfileData* profile = nullptr;  ///< the one that reads it
};

struct BenchLetters {
  std::string dump;  ///< UTF-8, a form feed between two letters
  std::vector<Profile> profiles;
  std::vector<BenchLetter> letters;
  std::size_t bytes = 0;  ///< of the letters' texts
};

/// Reads the letters: a dump's, or those of every text file below a folder. Error "bench.input"
/// when there are none.
Status load_letters(const std::string& path);

/// What load_letters() read last.
const BenchLetters& letters();

/// The lines of every letter as split_lines() gives them, columns taken apart.
std::vector<Lines> separated_lines();

/// The same, cut, with the patterns that occur in them.
std::vector<Lines> cut_separated_lines();

/// What the lines are by themselves and by their places, a vector a letter.
std::vector<std::vector<Features>> features_of(const std::vector<Lines>& all);

/// Every letter labelled.
std::vector<Reading> readings();

/// Tells the benchmark how much a pass over all letters reads.
void count_passes(benchmark::State& state);

/// Runs `pass` over what `prepare` makes anew for each pass, outside the clock.
template <class Prepare, class Pass>
void time_passes(benchmark::State& state, Prepare prepare, Pass pass) {
  for ([[maybe_unused]] auto step : state) {
    state.PauseTiming();
    auto work = prepare();
    state.ResumeTiming();
    pass(work);
    benchmark::ClobberMemory();
    state.PauseTiming();  // what the pass made is freed outside the clock
    { [[maybe_unused]] const auto gone = std::move(work); }
    state.ResumeTiming();
  }
  count_passes(state);
}

void register_reading_stages();
void register_labelling_stages();
void register_record_stages();

}  // namespace letterkit::bench
