#include "determinise.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>
#include <unordered_map>

#include "support/automaton_format.hpp"
#include "support/unicode.hpp"

namespace letterkit {
namespace {

/// The places in a program that a text may have come to, and what the places hang on.
struct State {
  std::vector<int> steps;            ///< ascending: what takes a character, or asks
  bool behind_word = false;          ///< whether a word's character precedes, if a step asks
  std::vector<std::uint16_t> found;  ///< patterns that are found when the state is entered

  bool operator==(const State&) const = default;
};

struct StateHash {
  std::size_t operator()(const State& state) const {
    constexpr std::size_t kFactor = 0x9E3779B97F4A7C15;
    std::size_t hash = state.behind_word ? 1 : 0;
    for (const int step : state.steps) {
      hash = (hash ^ static_cast<std::size_t>(step)) * kFactor;
      hash ^= hash >> 29U;
    }
    for (const std::uint16_t pattern : state.found) {
      hash = (hash ^ (pattern + kFactor)) * kFactor;
    }
    return hash;
  }
};

bool is_word(char32_t c) {
  return c < 0x80 && (is_letter(c) || (c >= '0' && c <= '9') || c == '_');
}

/// Between which characters a place stands.
struct Place {
  bool start = false;
  bool end = false;
  bool word_edge = false;
};

class Determiniser {
 public:
  Determiniser(const PatternProgram& program, std::size_t most_states)
      : steps_(program.steps()),
        starts_(program.starts()),
        most_states_(most_states),
        seen_(steps_.size(), 0) {
    asks_words_ = std::ranges::any_of(steps_, [](const Step& step) {
      return step.kind == Step::Kind::word_edge || step.kind == Step::Kind::no_word_edge;
    });
    make_classes(program.sets());
    make_sets(program.sets().size());
    make_patterns();
  }

  std::optional<StateTable> run() {
    constexpr std::size_t kMostClasses = 256;
    if (class_count() > kMostClasses) {
      return std::nullopt;
    }
    table_.class_count = class_count();
    number_of({});  // the dead state
    // No other state is that of the start, where more patterns may begin.
    State start;
    for (const int first : starts_) {
      enter(first, start, true);
    }
    finish(start);
    states_.push_back(&start);
    for (std::uint32_t number = 0; number < states_.size(); ++number) {
      if (states_.size() > most_states_) {
        return std::nullopt;
      }
      lead_on(number);
    }
    for (const State* state : states_) {
      table_.found.push_back(state->found);
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] std::size_t class_count() const { return members_.size() + 1; }

  /// Code points that no set and no question tells apart are of one class.
  void make_classes(const std::vector<CodePoints>& sets) {
    std::vector<char32_t> edges = {0};
    const auto add_edges = [&edges](const CodePoints& set) {
      for (const auto& [first, last] : set) {
        edges.push_back(first);
        edges.push_back(last + 1);
      }
    };
    std::ranges::for_each(sets, add_edges);
    if (asks_words_) {
      add_edges({
          {'0', '9'},
          {'A', 'Z'},
          {'_', '_'},
          {'a', 'z'}
      });
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::map<std::vector<bool>, unsigned> classes;
    for (const char32_t edge : edges) {
      if (edge > kLastCodePoint) {
        break;
      }
      std::vector<bool> in(sets.size() + 1);
      for (std::size_t i = 0; i < sets.size(); ++i) {
        in[i] = contains(sets[i], edge);
      }
      in.back() = asks_words_ && is_word(edge);
      const auto [entry, is_new] = classes.try_emplace(in, static_cast<unsigned>(members_.size()));
      if (is_new) {
        members_.push_back(in);
      }
      table_.classes.emplace_back(edge, entry->second);
    }
  }

  /// Which classes are in each set.
  void make_sets(std::size_t sets) {
    classes_of_.resize(sets);
    for (std::size_t c = 0; c < members_.size(); ++c) {
      for (std::size_t set = 0; set < sets; ++set) {
        if (members_[c][set]) {
          classes_of_[set].push_back(c);
        }
      }
    }
  }

  static bool contains(const CodePoints& set, char32_t c) {
    const auto behind = std::ranges::upper_bound(set, c, {}, &std::pair<char32_t, char32_t>::first);
    return behind != set.begin() && c <= std::prev(behind)->second;
  }

  /// Notes whose step each is, and which patterns may start anywhere.
  void make_patterns() {
    int pattern = 0;
    for (const Step& step : steps_) {
      pattern_of_.push_back(pattern);
      pattern += step.kind == Step::Kind::found ? 1 : 0;  // each pattern's last step
    }
    for (const int start : starts_) {
      State elsewhere;
      enter(start, elsewhere, false);
      finish(elsewhere);
      if (!elsewhere.steps.empty() || !elsewhere.found.empty()) {
        free_starts_.push_back(start);
      }
    }
  }

  /// Adds a step to a state, and what it leads to without a character. What asks for the start is
  /// answered at once, the rest when the next character is known.
  void enter(int first, State& state, bool at_start) {
    work_.push_back(first);
    while (!work_.empty()) {
      const auto at = static_cast<std::size_t>(work_.back());
      work_.pop_back();
      if (std::exchange(seen_[at], mark_) == mark_) {
        continue;
      }
      const Step& step = steps_[at];
      if (step.kind == Step::Kind::found) {
        state.found.push_back(static_cast<std::uint16_t>(step.other));
        done_.push_back(pattern_of_[at]);
      } else if (step.kind == Step::Kind::fork) {
        work_.push_back(step.next);
        if (step.other != Step::kNone) {
          work_.push_back(step.other);
        }
      } else if (step.kind != Step::Kind::at_start) {
        state.steps.push_back(static_cast<int>(at));
      } else if (at_start) {
        work_.push_back(step.next);
      }
    }
  }

  /// Ends a state: what is found is looked for no longer.
  void finish(State& state) {
    if (!done_.empty()) {
      std::sort(done_.begin(), done_.end());
      std::erase_if(state.steps, [this](int step) {
        return std::binary_search(done_.begin(), done_.end(),
                                  pattern_of_[static_cast<std::size_t>(step)]);
      });
      done_.clear();
    }
    std::sort(state.steps.begin(), state.steps.end());
    std::sort(state.found.begin(), state.found.end());
    state.found.erase(std::unique(state.found.begin(), state.found.end()), state.found.end());
    const bool asks = std::ranges::any_of(state.steps, [this](int at) {
      const Step::Kind kind = steps_[static_cast<std::size_t>(at)].kind;
      return kind == Step::Kind::word_edge || kind == Step::Kind::no_word_edge;
    });
    state.behind_word = state.behind_word && asks;
    ++mark_;
  }

  std::uint32_t number_of(const State& state) {
    const auto [entry, is_new] =
        numbers_.try_emplace(state, static_cast<std::uint32_t>(states_.size()));
    if (is_new) {
      states_.push_back(&entry->first);
    }
    return entry->second;
  }

  /// What a state comes to at a place, before the next character is taken.
  struct Ready {
    std::vector<int> takers;           ///< steps that take a character
    std::vector<std::uint16_t> found;  ///< patterns that are found by what the place is
    std::vector<int> done;             ///< those, counted as steps count them
  };

  Ready ready_at(const State& state, const Place& place) {
    Ready ready;
    State more;
    more.steps = state.steps;
    while (!more.steps.empty()) {
      for (const int at : std::exchange(more.steps, {})) {
        const Step& step = steps_[static_cast<std::size_t>(at)];
        const bool edge_asked = step.kind == Step::Kind::word_edge;
        if (step.kind == Step::Kind::one_of) {
          ready.takers.push_back(at);
        } else if (step.kind == Step::Kind::at_end ? place.end : place.word_edge == edge_asked) {
          enter(step.next, more, place.start);
        }
      }
    }
    ready.found = std::move(more.found);
    ready.done = std::exchange(done_, {});
    ++mark_;
    return ready;
  }

  /// Notes where each class leads from a state.
  void lead_on(std::uint32_t number) {
    const State& state = *states_[number];
    const bool start = number == StateTable::kStart;
    std::array<std::optional<Ready>, 2> ready;  // by whether the place is a word's edge
    const std::vector<int> starts = starts_beside(state);
    taken_.resize(members_.size());
    std::ranges::for_each(taken_, [](std::vector<int>& steps) { steps.clear(); });
    for (const bool edge : {false, true}) {
      if (!asks_words_ && edge != state.behind_word) {
        continue;
      }
      ready[edge] = ready_at(state, {start, false, edge});
      for (const int at : ready[edge]->takers) {
        const int set = steps_[static_cast<std::size_t>(at)].other;
        for (const std::size_t c : classes_of_[static_cast<std::size_t>(set)]) {
          if ((state.behind_word != members_[c].back()) == edge) {
            taken_[c].push_back(at);
          }
        }
      }
    }
    std::vector<std::size_t> different;  // classes: most lead where one of few does
    const std::size_t first = table_.next.size();
    for (std::size_t c = 0; c < members_.size(); ++c) {
      const bool word = members_[c].back();
      const auto same = std::ranges::find_if(different, [&](std::size_t other) {
        return members_[other].back() == word && taken_[other] == taken_[c];
      });
      if (same != different.end()) {
        table_.next.push_back(table_.next[first + *same]);
        continue;
      }
      different.push_back(c);
      const Ready& before = *ready[state.behind_word != word];
      table_.next.push_back(taken_on(before, taken_[c], starts, word));
    }
    State end;
    end.found = ready_at(state, {start, true, state.behind_word}).found;
    finish(end);
    table_.next.push_back(number_of(end));
  }

  /// The state behind a character that some steps took; `starts`: of patterns that may start there.
  std::uint32_t taken_on(const Ready& ready, const std::vector<int>& takers,
                         const std::vector<int>& starts, bool word) {
    reached_.steps.clear();
    reached_.behind_word = word;
    reached_.found = ready.found;
    done_ = ready.done;
    for (const int at : takers) {
      enter(steps_[static_cast<std::size_t>(at)].next, reached_, false);
    }
    for (const int start : starts) {
      enter(start, reached_, false);
    }
    finish(reached_);
    return number_of(reached_);
  }

  /// Of the patterns that may start anywhere, those that haven't been found on the way to a state:
  /// one that has been has no steps there.
  [[nodiscard]] std::vector<int> starts_beside(const State& state) const {
    std::vector<int> starts;
    std::ranges::copy_if(free_starts_, std::back_inserter(starts), [&](int start) {
      return std::ranges::any_of(state.steps, [&](int step) {
        return pattern_of_[static_cast<std::size_t>(step)] ==
               pattern_of_[static_cast<std::size_t>(start)];
      });
    });
    return starts;
  }

  const std::vector<Step>& steps_;
  const std::vector<int>& starts_;
  std::size_t most_states_;
  bool asks_words_ = false;
  std::vector<std::vector<bool>> members_;  // by class: of which sets; last, whether of words
  std::vector<std::vector<std::size_t>> classes_of_;  // by set
  std::vector<int> free_starts_;                      // of patterns that may start anywhere
  std::vector<int> pattern_of_;                       // by step
  std::unordered_map<State, std::uint32_t, StateHash> numbers_;
  std::vector<const State*> states_;
  StateTable table_;
  std::vector<int> seen_;  // by step: the last mark it was met at
  int mark_ = 1;
  // For work, so that a state costs no memory of its own.
  std::vector<std::vector<int>> taken_;  // by class: the steps that take it
  State reached_;
  std::vector<int> work_;
  std::vector<int> done_;  // patterns found in the state that is made
};

/// Where one state leads.
std::span<const std::uint32_t> ways_of(const StateTable& table, std::size_t state) {
  return std::span(table.next).subspan(state * table.class_count, table.class_count);
}

/// For each state the number of its block: states of a block find the same and lead to the same
/// blocks. From what they find, blocks are parted until nothing changes.
std::vector<std::uint32_t> blocks_of(const StateTable& table, std::size_t& count) {
  std::vector<std::uint32_t> block(table.size());
  std::map<std::vector<std::uint16_t>, std::uint32_t> by_found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(by_found.size());
    block[i] = by_found.try_emplace(table.found[i], number).first->second;
  }
  count = by_found.size();
  for (std::size_t before = 0; before != count;) {
    before = count;
    std::unordered_map<std::u32string, std::uint32_t> by_ways;
    std::vector<std::uint32_t> parted(table.size());
    std::u32string ways;
    for (std::size_t i = 0; i < table.size(); ++i) {
      ways.assign(1, block[i]);
      for (const std::uint32_t to : ways_of(table, i)) {
        ways.push_back(block[to]);
      }
      const auto number = static_cast<std::uint32_t>(by_ways.size());
      parted[i] = by_ways.try_emplace(ways, number).first->second;
    }
    block = std::move(parted);
    count = by_ways.size();
  }
  return block;
}

/// Appends values as they lie in memory, and fills the last word.
template <typename Value>
void append(std::string& bytes, std::span<const Value> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  bytes.resize(aligned(bytes.size(), sizeof(std::uint32_t)));
}

/// The state that most classes lead to.
std::uint32_t usual_way(std::span<const std::uint32_t> ways) {
  std::vector<std::uint32_t> sorted(ways.begin(), ways.end());
  std::sort(sorted.begin(), sorted.end());
  std::uint32_t best = 0;
  std::ptrdiff_t most = 0;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto behind = std::upper_bound(at, sorted.end(), *at);
    if (behind - at > most) {
      most = behind - at;
      best = *at;
    }
    at = behind;
  }
  return best;
}

/// Rows whose words name states by their numbers, as long as their places are not known.
/// More than `most_others` words behind a row's first two make it a full one.
std::vector<std::vector<std::uint32_t>> rows_of(const StateTable& table, std::size_t most_others) {
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::size_t state = 0; state < table.size(); ++state) {
    const auto ways = ways_of(table, state);
    const std::uint32_t usual = usual_way(ways);
    const auto others = static_cast<std::size_t>(
        std::ranges::count_if(ways, [usual](std::uint32_t to) { return to != usual; }));
    auto& row = rows.emplace_back();
    if (others > most_others) {
      row = {usual, kFullRow};
      row.insert(row.end(), ways.begin(), ways.end());
      continue;
    }
    row = {usual, static_cast<std::uint32_t>(others)};
    for (std::size_t c = 0; c < ways.size(); ++c) {
      if (ways[c] != usual) {
        row.push_back(static_cast<std::uint32_t>(c) << kStateBits | ways[c]);
      }
    }
  }
  return rows;
}

/// The words of all rows, with states named by their places; notes where each row starts.
std::vector<std::uint32_t> row_words(const StateTable& table, std::size_t most_others,
                                     std::vector<std::uint32_t>& places) {
  constexpr std::uint32_t kStateMask = (1U << kStateBits) - 1;
  auto rows = rows_of(table, most_others);
  std::uint32_t size = 0;
  for (const auto& row : rows) {
    places.push_back(size);
    size += static_cast<std::uint32_t>(row.size());
  }
  std::vector<std::uint32_t> words;
  std::uint32_t list = 0;
  for (std::size_t state = 0; state < rows.size(); ++state) {
    auto& row = rows[state];
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == 1) {
        row[i] |= (table.found[state].empty() ? 0 : list++) << kCountBits;
      } else {
        row[i] = (row[i] & ~kStateMask) | places[row[i] & kStateMask];
      }
    }
    words.insert(words.end(), row.begin(), row.end());
  }
  return words;
}

}  // namespace

std::optional<StateTable> determinise(const PatternProgram& program, std::size_t most_states) {
  return Determiniser(program, most_states).run();
}

StateTable minimised(const StateTable& table) {
  std::size_t count = 0;
  const std::vector<std::uint32_t> block = blocks_of(table, count);
  // The dead state comes first, and what finds something next; the rest in the order in which a
  // text meets them.
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> number(count, kNone);
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t state) {
    if (number[block[state]] == kNone) {
      number[block[state]] = static_cast<std::uint32_t>(order.size());
      order.push_back(state);
    }
  };
  add(StateTable::kDead);
  for (const bool quiet : {false, true}) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table.found[i].empty() == quiet) {
        add(i);
      }
    }
  }
  StateTable small;
  small.classes = table.classes;
  small.class_count = table.class_count;
  small.start = number[block[table.start]];
  for (const std::size_t state : order) {
    small.found.push_back(table.found[state]);
    for (const std::uint32_t to : ways_of(table, state)) {
      small.next.push_back(number[block[to]]);
    }
  }
  return small;
}

std::string as_bytes(const StateTable& table, bool quick) {
  constexpr std::size_t kMostOthers = 32;
  constexpr std::size_t kMostEntries = std::size_t{1} << 16U;
  AutomatonHeader header;
  header.classes = static_cast<std::uint32_t>(table.class_count);
  header.in_rows = table.next.size() > kMostEntries ? 1 : 0;

  std::string direct;
  std::vector<std::uint32_t> range_starts;
  std::string range_classes;
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const auto [start, number] = table.classes[i];
    const bool last = i + 1 == table.classes.size();
    const char32_t end = last ? kLastCodePoint + 1 : table.classes[i + 1].first;
    direct.append(std::min(end, kDirect) - std::min(start, kDirect), static_cast<char>(number));
    if (end > kDirect) {
      range_starts.push_back(std::max(start, kDirect));
      range_classes.push_back(static_cast<char>(number));
    }
  }
  header.ranges = static_cast<std::uint32_t>(range_starts.size());

  std::vector<std::uint32_t> places;
  std::vector<std::uint32_t> words;
  std::vector<std::uint16_t> entries;
  if (header.in_rows != 0) {
    words = row_words(table, quick ? 0 : kMostOthers, places);
    header.entries = static_cast<std::uint32_t>(words.size());
  } else {
    for (std::size_t state = 0; state < table.size(); ++state) {
      places.push_back(static_cast<std::uint32_t>(entries.size()));
      for (const std::uint32_t to : ways_of(table, state)) {
        entries.push_back(static_cast<std::uint16_t>(to * table.class_count));
      }
    }
    header.entries = static_cast<std::uint32_t>(entries.size());
  }
  header.start = places[table.start];
  header.quiet = header.entries;

  std::vector<std::uint32_t> lists;
  std::vector<std::uint16_t> numbers;
  for (std::size_t state = 0; state < table.size(); ++state) {
    if (table.found[state].empty()) {
      header.quiet =
          state == StateTable::kDead ? header.quiet : std::min(header.quiet, places[state]);
    } else {
      lists.push_back(static_cast<std::uint32_t>(numbers.size()));
      numbers.insert(numbers.end(), table.found[state].begin(), table.found[state].end());
    }
  }
  header.lists = static_cast<std::uint32_t>(lists.size());
  lists.push_back(static_cast<std::uint32_t>(numbers.size()));

  std::string body;
  append<char>(body, direct);
  append<std::uint32_t>(body, range_starts);
  append<char>(body, range_classes);
  append<std::uint32_t>(body, words);
  append<std::uint16_t>(body, entries);
  append<std::uint32_t>(body, lists);
  append<std::uint16_t>(body, numbers);
  header.size =
      static_cast<std::uint32_t>(aligned(sizeof header + body.size(), kAutomatonAlignment));
  std::string bytes;
  append(bytes, std::span<const AutomatonHeader>(&header, 1));
  bytes += body;
  bytes.resize(header.size);
  return bytes;
}

}  // namespace letterkit
