// Labelled lines to records, records to JSON and CSV, and all of it together.
#include "letterkit/parse.hpp"
#include "letterkit/write.hpp"

#include <string>
#include <vector>

#include "assemble/read_letter.hpp"
#include "bench/stages/letters.hpp"

namespace letterkit::bench {
namespace {

void time_assemble(benchmark::State& state) {
  const std::vector<Reading> all = readings();
  for ([[maybe_unused]] auto step : state) {
    for (const Reading& reading : all) {
      benchmark::DoNotOptimize(assemble(reading));
    }
  }
  count_passes(state);
}

std::vector<Letter> records() {
  std::vector<Letter> all;
  for (const BenchLetter& letter : letters().letters) {
    all.push_back(parse_letter(letter.text, letters().profiles));
  }
  return all;
}

void time_json(benchmark::State& state) {
  const std::vector<Letter> all = records();
  JsonOptions options;
  options.provenance = state.range(0) != 0;
  std::string out;
  for ([[maybe_unused]] auto step : state) {
    for (const Letter& letter : all) {
      out.clear();
      write_json(letter, options, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
  count_passes(state);
}

void time_csv(benchmark::State& state) {
  const std::vector<Letter> all = records();
  auto writer = CsvWriter::create({});
  if (!writer) {
    state.SkipWithError(writer.error().message.c_str());
    return;
  }
  std::string out;
  for ([[maybe_unused]] auto step : state) {
    for (const Letter& letter : all) {
      out.clear();
      writer->write(letter, out);
      benchmark::DoNotOptimize(out.data());
    }
  }
  count_passes(state);
}

void time_parse(benchmark::State& state) {
  for ([[maybe_unused]] auto step : state) {
    for (const BenchLetter& letter : letters().letters) {
      benchmark::DoNotOptimize(parse_letter(letter.text, letters().profiles));
    }
  }
  count_passes(state);
}

}  // namespace

void register_record_stages() {
  benchmark::RegisterBenchmark("assemble", time_assemble);
  benchmark::RegisterBenchmark("write/json", time_json)->Arg(0);
  benchmark::RegisterBenchmark("write/json_provenance", time_json)->Arg(1);
  benchmark::RegisterBenchmark("write/csv", time_csv);
  benchmark::RegisterBenchmark("whole/parse_letter", time_parse);
}

}  // namespace letterkit::bench
