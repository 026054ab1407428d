#include "determinise.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

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
      add_edges(kWordCharacters);
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
      in.back() = asks_words_ && contains(kWordCharacters, edge);
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

}  // namespace

std::optional<StateTable> determinise(const PatternProgram& program, std::size_t most_states) {
  return Determiniser(program, most_states).run();
}

}  // namespace letterkit
