// The speed of each stage, in bytes and letters a second.
//
//   stage_benchmarks build/bench/inputs/dump-1000.txt --benchmark_filter=score
//
// In: a dump with a form feed between letters, or a folder of text files (the samples, when none is
// named). Out: Google Benchmark's table; a pass over all letters is one iteration.
#include <cstdio>

#include "bench/stages/letters.hpp"

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const auto status = letterkit::bench::load_letters(argc > 1 ? argv[1] : LETTERKIT_SAMPLES_DIR);
  if (!status) {
    std::fprintf(stderr, "stage_benchmarks: %s\n", status.error().to_string().c_str());
    return 2;
  }
  letterkit::bench::register_reading_stages();
  letterkit::bench::register_labelling_stages();
  letterkit::bench::register_record_stages();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
