// Bytes to letters' lines: decode, split, choose a profile, lines, columns.
#include "letterkit/parse.hpp"

#include <string>
#include <vector>

#include "bench/stages/letters.hpp"
#include "input/decode.hpp"
#include "lines/columns.hpp"
#include "lines/split_lines.hpp"
#include "profile/choose_profile.hpp"
#include "split/split_letters.hpp"

namespace letterkit::bench {
namespace {

/// Calls `use` with every character of valid UTF-8 text.
template <class Use>
void each_character(std::string_view text, Use use) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
    unsigned character = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
      character = character << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    use(character);
    at += length;
  }
}

std::vector<std::string> as_utf8() {
  std::vector<std::string> all;
  for (const BenchLetter& letter : letters().letters) {
    all.push_back(letter.text.text);
  }
  return all;
}

/// In ISO-8859-1, which windows-1252 is read as; what it has not is a question mark.
std::vector<std::string> as_single_bytes() {
  std::vector<std::string> all;
  for (const BenchLetter& letter : letters().letters) {
    std::string& bytes = all.emplace_back();
    each_character(letter.text.text, [&](unsigned character) {
      bytes += static_cast<char>(character < 0x100U ? character : '?');
    });
  }
  return all;
}

std::vector<std::string> as_utf16() {
  std::vector<std::string> all;
  for (const BenchLetter& letter : letters().letters) {
    std::string& bytes = all.emplace_back("\xFF\xFE");
    each_character(letter.text.text, [&](unsigned character) {
      const unsigned unit = character < 0x10000U ? character : '?';
      bytes += static_cast<char>(unit & 0xFFU);
      bytes += static_cast<char>(unit >> 8U);
    });
  }
  return all;
}

template <class Encode>
void time_decode(benchmark::State& state, Encode encode) {
  time_passes(state, encode, [](const std::vector<std::string>& all) {
    for (const std::string& bytes : all) {
      benchmark::DoNotOptimize(decode(bytes));
    }
  });
}

void time_split(benchmark::State& state) {
  for ([[maybe_unused]] auto step : state) {
    benchmark::DoNotOptimize(
        split_letters(letters().dump, letters().profiles, Split::automatic, true));
  }
  count_passes(state);
}

void time_choose(benchmark::State& state) {
  for ([[maybe_unused]] auto step : state) {
    for (const BenchLetter& letter : letters().letters) {
      benchmark::DoNotOptimize(&choose_profile(letter.text.text, letters().profiles));
    }
  }
  count_passes(state);
}

void time_lines(benchmark::State& state) {
  for ([[maybe_unused]] auto step : state) {
    for (const BenchLetter& letter : letters().letters) {
      benchmark::DoNotOptimize(split_lines(letter.text.text));
    }
  }
  count_passes(state);
}

std::vector<Lines> plain_lines() {
  std::vector<Lines> all;
  for (const BenchLetter& letter : letters().letters) {
    all.push_back(split_lines(letter.text.text));
  }
  return all;
}

void time_columns(benchmark::State& state) {
  time_passes(state, plain_lines, [](std::vector<Lines>& all) {
    for (Lines& lines : all) {
      separate_columns(lines);
    }
  });
}

}  // namespace

void register_reading_stages() {
  benchmark::RegisterBenchmark("decode/utf-8",
                               [](benchmark::State& state) { time_decode(state, as_utf8); });
  benchmark::RegisterBenchmark(
      "decode/iso-8859-1", [](benchmark::State& state) { time_decode(state, as_single_bytes); });
  benchmark::RegisterBenchmark("decode/utf-16",
                               [](benchmark::State& state) { time_decode(state, as_utf16); });
  benchmark::RegisterBenchmark("split", time_split);
  benchmark::RegisterBenchmark("choose_profile", time_choose);
  benchmark::RegisterBenchmark("lines", time_lines);
  benchmark::RegisterBenchmark("columns", time_columns);
}

}  // namespace letterkit::bench
