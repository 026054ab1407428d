#include "group_patterns.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "determinise.hpp"
#include "gate_maker.hpp"
#include "needed_windows.hpp"
#include "pattern_program.hpp"
#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

struct SetPattern {
  int number = 0;  ///< in its set
  std::string source;
  std::size_t states = 0;           ///< of an automaton of its own
  std::vector<ByteWindow> windows;  ///< of those that go far: none, or what they cannot be without
  std::size_t gate = 0;             ///< that it stands behind, counted from 1
  double steps = 0;                 ///< characters that are followed for it of the mean line
};

using SetPatterns = std::vector<SetPattern>;

/// More states would make the tools large.
constexpr std::size_t kMostStates = 20'000;

/// None when something in the patterns is not understood, or there would be too many states.
std::optional<StateTable> table_of(std::span<const SetPattern> patterns, std::size_t most_states) {
  PatternProgram program;
  for (const SetPattern& pattern : patterns) {
    if (!program.add(with_letters_as_ranges(pattern.source), pattern.number)) {
      return std::nullopt;
    }
  }
  return determinise(program, most_states);
}

/// Steps of the mean line, above which a look for windows costs less than trying the pattern.
constexpr double kFar = 12;

/// A pattern by itself, tried on lines.
struct Trial {
  StateTable table;
  double steps = 0;                 ///< characters that are followed of the mean line
  WindowChances others;             ///< of lines that the pattern does not occur in
  std::vector<ByteWindow> windows;  ///< of one that goes far: none, or what it cannot be without
};

/// None when there can be no automaton of it.
std::optional<Trial> try_alone(const std::string& source, const SampleLines& lines) {
  PatternProgram program;
  auto table = program.add(with_letters_as_ranges(source), 0) ? determinise(program, kMostStates)
                                                              : std::nullopt;
  if (!table) {
    return std::nullopt;
  }
  Trial trial{*std::move(table), 0, {}, {}};
  for (const std::string_view line : lines) {
    std::uint32_t state = trial.table.start;
    bool found = !trial.table.found[state].empty();
    for (std::size_t at = 0; at < line.size() && state != StateTable::kDead && !found;) {
      state = trial.table.next_state(state, next_code_point(line, at));
      found = !trial.table.found[state].empty();
      trial.steps += 1;
    }
    found = found || !trial.table.found[trial.table.ways(state).back()].empty();
    if (!found) {
      trial.others.add(line);
    }
  }
  trial.steps /= static_cast<double>(std::max<std::size_t>(lines.size(), 1));
  if (trial.steps > kFar) {
    trial.windows = needed_windows(program, trial.others);
  }
  return trial;
}

/// Some patterns of a set, and their automaton.
struct Group {
  SetPatterns patterns;
  StateTable table;
};

/// Adds patterns to a group as long as its automaton stays small, or does not become much larger
/// than those of its patterns are: patterns that go on beside each other need states for pairs of
/// their ways. What is not added goes to `rest`.
void add_to_group(Group& group, std::span<const SetPattern> more, SetPatterns& rest) {
  constexpr std::size_t kSmall = 1000;
  if (more.empty()) {
    return;
  }
  SetPatterns all = group.patterns;
  all.insert(all.end(), more.begin(), more.end());
  std::size_t sum = 0;
  for (const SetPattern& pattern : all) {
    sum += pattern.states;
  }
  if (auto table = table_of(all, std::max(kSmall, sum + sum / 4))) {
    group = {std::move(all), *std::move(table)};
  } else if (more.size() == 1) {
    rest.push_back(more.front());
  } else {
    add_to_group(group, more.first(more.size() / 2), rest);
    add_to_group(group, more.subspan(more.size() / 2), rest);
  }
}

/// Puts the patterns of a set into groups.
class SetSorter {
 public:
  explicit SetSorter(const SampleLines& lines) : lines_(lines) {
    for (const std::string_view line : lines) {
      chances_.add(line);
    }
  }

  /// False when it cannot be made to an automaton.
  bool add(const std::string& source) {
    auto trial = try_alone(source, lines_);
    if (trial) {
      const auto number = static_cast<int>(all_.size());
      all_.push_back(
          {number, source, trial->table.size(), std::move(trial->windows), 0, trial->steps});
    }
    return trial.has_value();
  }

  /// The automata of the patterns that were added.
  std::string automata() {
    find_gates();
    std::map<Kind, SetPatterns> sorted;
    for (const SetPattern& pattern : all_) {
      sorted[kind_of(pattern)].push_back(pattern);
    }
    std::vector<ByteGate> gates;
    for (const GateMaker& maker : gates_) {
      gates.push_back(maker.gate());
    }
    std::string bytes = as_bytes(gates);
    for (auto& [kind, patterns] : sorted) {
      while (!patterns.empty()) {
        Group group;
        SetPatterns rest;
        add_to_group(group, patterns, rest);
        bytes += as_bytes(minimised(group.table), kind.is_far, gate_of(group));
        patterns = std::move(rest);
      }
    }
    return bytes;
  }

 private:
  /// Which patterns share automata: those that are given up early are not kept with others, nor
  /// those that stand behind a gate.
  struct Kind {
    std::size_t gate = 0;
    bool is_far = false;
    bool lingers = false;

    bool operator<(const Kind& other) const {
      return std::tie(gate, is_far, lingers) < std::tie(other.gate, other.is_far, other.lingers);
    }
  };

  static Kind kind_of(const SetPattern& pattern) {
    return {pattern.gate, pattern.steps > kFar, EdgeBytes(pattern.source).lingers()};
  }

  /// Puts each pattern that goes far behind the first gate that has room for its windows, those
  /// with few windows first.
  void find_gates() {
    constexpr std::size_t kMostGates = 3;  // each costs a look at all of a text
    std::vector<SetPattern*> by_windows;
    for (SetPattern& pattern : all_) {
      if (!pattern.windows.empty()) {
        by_windows.push_back(&pattern);
      }
    }
    std::ranges::stable_sort(by_windows, {},
                             [](const SetPattern* pattern) { return pattern->windows.size(); });
    for (SetPattern* const pattern : by_windows) {
      for (std::size_t i = 0; i < kMostGates && pattern->gate == 0; ++i) {
        if (i == gates_.size()) {
          gates_.emplace_back(chances_);
        }
        pattern->gate = gates_[i].add(pattern->number, pattern->windows) ? i + 1 : 0;
      }
    }
  }

  [[nodiscard]] AtGate gate_of(const Group& group) const {
    const std::size_t gate = group.patterns.front().gate;
    unsigned sorts = 0;
    for (const SetPattern& pattern : group.patterns) {
      sorts |= gate > 0 ? gates_[gate - 1].sorts_of(pattern.number) : 0U;
    }
    return {static_cast<std::uint32_t>(gate), static_cast<Sorts>(sorts)};
  }

  const SampleLines& lines_;
  WindowChances chances_;
  SetPatterns all_;
  std::vector<GateMaker> gates_;
};

}  // namespace

std::string automata_of(const std::vector<std::string>& sources, const SampleLines& lines) {
  SetSorter sorter(lines);
  const bool all_added = std::ranges::all_of(
      sources, [&sorter](const std::string& source) { return sorter.add(source); });
  return all_added ? sorter.automata() : "";
}

std::string automaton_of(const std::string& source, const SampleLines& lines) {
  const auto trial = try_alone(source, lines);
  if (!trial) {
    return "";
  }
  GateMaker maker(trial->others);
  const bool gated = maker.add(0, trial->windows);
  const ByteGate gate = maker.gate();
  const AtGate at_gate = {gated ? 1U : 0U, maker.sorts_of(0)};
  return as_bytes(std::span(&gate, gated ? 1 : 0)) +
         as_bytes(minimised(trial->table), true, at_gate);
}

}  // namespace letterkit
