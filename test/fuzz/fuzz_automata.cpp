// Whatever a pattern is, an automaton made of it finds in a text what RE2 finds.
//
// An input is a pattern, a line end, and texts, one a line.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "determinise.hpp"
#include "edges_found.hpp"
#include "fuzz/fuzz_target.hpp"
#include "gate_maker.hpp"
#include "needed_windows.hpp"
#include "pattern_program.hpp"
#include "support/automaton.hpp"
#include "support/pattern.hpp"
#include "support/pattern_syntax.hpp"
#include "support/simd_json.hpp"
#include "sure_windows.hpp"

namespace {

using namespace letterkit;

constexpr std::size_t kLongestPattern = 120;  // bytes; repeats of repeats make large programs
constexpr std::size_t kMostSteps = 2000;
constexpr std::size_t kMostStates = 2000;

struct alignas(kAutomatonAlignment) Block {
  std::array<char, kAutomatonAlignment> bytes;
};

/// Patterns of ASCII: of other letters RE2 and ICU know different versions of Unicode.
bool is_tried(std::string_view pattern) {
  return pattern.size() <= kLongestPattern && pattern.find("\\x") == pattern.npos &&
         pattern.find("\\p") == pattern.npos && pattern.find("\\P") == pattern.npos &&
         std::all_of(pattern.begin(), pattern.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Compares what is found, behind a gate of the pattern's windows if it has some.
void compare(const Pattern& plain, const StateTable& table, bool quick,
             const std::vector<ByteWindow>& windows, std::string_view texts) {
  static const WindowChances kOthers = [] {
    WindowChances chances;
    chances.add(std::string(50'000, 'z'));  // nearly all windows are thought to be rare
    return chances;
  }();
  GateMaker maker(kOthers);
  const bool gated = maker.add(0, windows);
  const ByteGate gate = maker.gate();
  TriedOn on;
  on.edges = edges_found(table);
  on.gate = gated ? 1 : 0;
  on.sorts = maker.sorts_of(0);
  const bool sure =
      windows.size() <= kSorts && std::ranges::all_of(windows, [&table](const ByteWindow& window) {
        return is_sure(table, window);
      });
  on.sure = sure ? on.sorts : 0;
  const std::string written =
      as_bytes(std::span(&gate, 1)) + as_bytes(table, std::vector<bool>(table.size(), quick), on);
  std::vector<Block> bytes(written.size() / sizeof(Block));
  std::memcpy(bytes.data(), written.data(), written.size());
  const auto automaton =
      Automaton::load({reinterpret_cast<const char*>(bytes.data()), written.size()});
  for (std::size_t at = 0; at <= texts.size();) {
    const std::size_t end = std::min(texts.find('\n', at), texts.size());
    const auto text = texts.substr(at, end - at);
    fuzz::require(automaton->occurs(text) == plain.search(text),
                  "an automaton finds what RE2 finds");
    at = end + 1;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = fuzz::as_text(data, size);
  const auto end = input.find('\n');
  if (end == input.npos || !is_tried(input.substr(0, end)) || !is_valid_utf8(input)) {
    return 0;
  }
  const std::string pattern(input.substr(0, end));
  PatternProgram program;
  const auto plain = Pattern::compile(pattern);
  if (!plain || !program.add(with_letters_as_ranges(pattern), 0)) {
    return 0;
  }
  const auto table =
      program.steps().size() <= kMostSteps ? determinise(program, kMostStates) : std::nullopt;
  if (table) {
    const StateTable small = minimised(*table);
    WindowChances chances;
    chances.add(input.substr(end + 1));
    compare(*plain, small, true, needed_windows(program, chances), input.substr(end + 1));
    compare(*plain, small, false, {}, input.substr(end + 1));
  }
  return 0;
}
