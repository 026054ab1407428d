#include "group_patterns.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "determinise.hpp"
#include "edges_found.hpp"
#include "gate_maker.hpp"
#include "needed_windows.hpp"
#include "pattern_program.hpp"
#include "profile/features.hpp"
#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"
#include "support/tried_on_index.hpp"
#include "support/unicode.hpp"
#include "sure_windows.hpp"

namespace letterkit {
namespace {

struct SetPattern {
  int number = 0;  ///< in its set
  std::string source;
  TriedOn on;                       ///< its gate apart
  std::size_t states = 0;           ///< of an automaton of its own
  std::vector<ByteWindow> windows;  ///< of those that go far: none, or what they cannot be without
  std::size_t gate = 0;             ///< that it stands behind, counted from 1
  double steps = 0;                 ///< characters that are followed for it of the mean line
};

using SetPatterns = std::vector<SetPattern>;

/// Whether long lines, and texts that end as sentences or words do, are among those it is tried on.
using Ends = std::tuple<bool, bool, bool>;

Ends ends_of(const SetPattern& pattern) {
  const TriedOn& on = pattern.on;
  return {on.longest > kMediumWidth, end_sentences(on.edges), end_words(on.edges)};
}

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

bool is_far(const SetPattern& pattern) {
  return pattern.steps > kFar;
}

/// A pattern by itself, tried on lines.
struct Trial {
  StateTable table;
  TriedOn on;            ///< its gate apart
  double steps = 0;      ///< characters that are followed of the mean line it is tried on
  WindowChances others;  ///< of lines that the pattern does not occur in
  std::vector<ByteWindow> windows;  ///< of one that goes far: none, or what it cannot be without
};

/// Follows a line through a table: calls go_on(state) with each state that it leads to, the first
/// among them, until that says false. The last one.
template <typename GoOn>
std::uint32_t follow(const StateTable& table, std::string_view line, const GoOn& go_on) {
  std::uint32_t state = table.start;
  for (std::size_t at = 0; go_on(state) && at < line.size() && state != StateTable::kDead;) {
    state = table.next_state(state, next_code_point(line, at));
  }
  return state;
}

/// None when there can be no automaton of it.
std::optional<Trial> try_alone(const SetSource& pattern, const SampleLines& lines) {
  PatternProgram program;
  auto table = program.add(with_letters_as_ranges(pattern.source), 0)
                   ? determinise(program, kMostStates)
                   : std::nullopt;
  if (!table) {
    return std::nullopt;
  }
  Trial trial{*std::move(table), {}, 0, {}, {}};
  trial.on.edges = edges_found(trial.table);
  trial.on.longest = pattern.longest;
  TriedOn any_start = trial.on;
  for (std::size_t place = 0; place < TextEdges::kFirst; ++place) {
    any_start.edges.narrow(place, AllowedEdges::Bytes().set());
  }
  std::size_t tried = 0;
  for (const std::string_view line : lines) {
    tried += is_tried_on(line, any_start) ? 1 : 0;
    if (!is_tried_on(line, trial.on)) {
      continue;
    }
    const auto& found = trial.table.found;
    trial.steps -= 1;  // the first state is no step
    const std::uint32_t last = follow(trial.table, line, [&](std::uint32_t state) {
      trial.steps += 1;
      return found[state].empty();
    });
    if (found[last].empty() && found[trial.table.ways(last).back()].empty()) {
      trial.others.add(line);
    }
  }
  trial.steps /= static_cast<double>(std::max<std::size_t>(tried, 1));
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
  bool add(const SetSource& pattern) {
    auto trial = try_alone(pattern, lines_);
    if (trial) {
      const auto number = static_cast<int>(all_.size());
      all_.push_back({number, pattern.source, trial->on, trial->table.size(),
                      std::move(trial->windows), 0, trial->steps});
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
    std::vector<TriedOnIndex> indices(1);
    std::string automata;
    for (auto& [kind, patterns] : sorted) {
      while (!patterns.empty()) {
        Group group;
        SetPatterns rest;
        add_to_group(group, patterns, rest);
        automata += automaton_bytes(group, indices);
        patterns = std::move(rest);
      }
    }
    return as_bytes(gates, indices) + automata;
  }

 private:
  /// Which patterns share automata: those behind the same gate, and those that are given up early
  /// in most lines of the same lengths. One that is not, and stands behind no gate, stands alone: a
  /// line that another one is tried on by its ends would be followed for it, too. What is behind
  /// one gate stands together.
  using Kind = std::tuple<std::size_t, Sorts, std::uint32_t, int>;

  [[nodiscard]] Kind kind_of(const SetPattern& pattern) const {
    const bool goes_on =
        is_far(pattern) || EdgeBytes(pattern.source).lingers() || !starts_at_start(pattern.source);
    const bool alone = pattern.gate == 0 && goes_on;
    return {pattern.gate, sorts_of(pattern), pattern.on.longest, alone ? pattern.number : -1};
  }

  /// Puts each pattern that goes far behind the first gate that has room for its windows: of those
  /// that are tried on the same texts the rarest first, and in a gate of their own, for texts that
  /// hold the windows of one pattern are followed for all whose windows are of the same sorts.
  void find_gates() {
    std::map<Ends, std::vector<std::pair<double, SetPattern*>>> by_chance;
    for (SetPattern& pattern : all_) {
      if (!pattern.windows.empty()) {
        double chance = 0;
        for (const ByteWindow& window : pattern.windows) {
          chance += chances_.of(window);
        }
        by_chance[ends_of(pattern)].emplace_back(chance, &pattern);
      }
    }
    for (auto& [ends, patterns] : by_chance) {
      std::ranges::stable_sort(patterns, {}, &std::pair<double, SetPattern*>::first);
      add_gates(patterns);
    }
  }

  void add_gates(std::span<const std::pair<double, SetPattern*>> patterns) {
    static constexpr auto kLimits =
        std::to_array<double>({GateMaker::kMostOften / 4, GateMaker::kMostOften});
    const std::size_t first = gates_.size();
    for (const auto& [chance, pattern] : patterns) {
      for (std::size_t i = 0; i < kLimits.size() && pattern->gate == 0; ++i) {
        if (first + i == gates_.size()) {
          gates_.emplace_back(chances_, kLimits[i]);
        }
        GateMaker& gate = gates_[first + i];
        pattern->gate = gate.add(pattern->number, pattern->windows) ? first + i + 1 : 0;
      }
    }
  }

  /// A group's automaton, which is added to the indices.
  [[nodiscard]] std::string automaton_bytes(const Group& group,
                                            std::vector<TriedOnIndex>& indices) const {
    const StateTable table = minimised(group.table);
    const TriedOn on = on_of(group);
    if (!indices.back().add(on)) {
      indices.emplace_back().add(on);
    }
    const bool far = is_far(group.patterns.front());
    return as_bytes(table, far ? std::vector<bool>(table.size(), true) : often_met(table, on), on);
  }

  /// By state, whether one line of a hundred leads there.
  [[nodiscard]] std::vector<bool> often_met(const StateTable& table, const TriedOn& on) const {
    std::vector<std::size_t> met(table.size());
    std::size_t tried = 0;
    for (const std::string_view line : lines_) {
      if (is_tried_on(line, on)) {
        ++tried;
        follow(table, line, [&](std::uint32_t state) {
          ++met[state];
          return true;
        });
      }
    }
    std::vector<bool> often;
    for (const std::size_t times : met) {
      often.push_back(times > tried / 100);
    }
    return often;
  }

  [[nodiscard]] Sorts sorts_of(const SetPattern& pattern) const {
    return pattern.gate > 0 ? gates_[pattern.gate - 1].sorts_of(pattern.number) : Sorts{0};
  }

  /// Texts that one of a group's patterns is tried on.
  [[nodiscard]] TriedOn on_of(const Group& group) const {
    TriedOn on = group.patterns.front().on;
    const std::size_t gate = group.patterns.front().gate;
    on.gate = static_cast<std::uint32_t>(gate);
    for (const SetPattern& pattern : group.patterns) {
      on.edges.add(pattern.on.edges);
      on.longest = std::max(on.longest, pattern.on.longest);
      on.sorts |= sorts_of(pattern);
    }
    return on;
  }

  const SampleLines& lines_;
  WindowChances chances_;
  SetPatterns all_;
  std::vector<GateMaker> gates_;
};

}  // namespace

std::string automata_of(const std::vector<SetSource>& sources, const SampleLines& lines) {
  SetSorter sorter(lines);
  const bool all_added = std::ranges::all_of(
      sources, [&sorter](const SetSource& source) { return sorter.add(source); });
  return all_added ? sorter.automata() : "";
}

std::string automaton_of(const std::string& source, const SampleLines& lines) {
  const auto trial = try_alone({source}, lines);
  if (!trial) {
    return "";
  }
  GateMaker maker(trial->others);
  const bool gated = maker.add(0, trial->windows);
  const ByteGate gate = maker.gate();
  TriedOn on = trial->on;
  on.gate = gated ? 1 : 0;
  on.sorts = maker.sorts_of(0);
  const bool sure = std::ranges::all_of(
      trial->windows, [&trial](const ByteWindow& window) { return is_sure(trial->table, window); });
  on.sure = sure && trial->windows.size() <= kSorts ? on.sorts : 0;  // windows are their own sorts
  const StateTable table = minimised(trial->table);
  return as_bytes(std::span(&gate, gated ? 1 : 0)) +
         as_bytes(table, std::vector<bool>(table.size(), true), on);
}

}  // namespace letterkit
