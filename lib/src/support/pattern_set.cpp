#include "support/pattern_set.hpp"

#include <algorithm>
#include <atomic>
#include <utility>

#include "support/automaton.hpp"
#include "support/re2_set.hpp"

namespace letterkit {

struct PatternSet::State {
  std::unique_ptr<const Automaton> automaton;
  std::vector<std::string> sources;
  std::vector<bool> for_long;
  std::atomic<unsigned> matched = 0;  // texts
  std::unique_ptr<Re2Set> all;        // from the start when there is no automaton
  std::unique_ptr<Re2Set> long_texts;
  std::atomic<bool> both = false;  // whether both are compiled

  /// Compiles what is worth it by now. One thread does; the others go on as before.
  void compile_both() {
    if (!all) {
      all = compiled([](std::size_t) { return true; });
    }
    long_texts = compiled([this](std::size_t number) { return for_long[number]; });
    both.store(all && long_texts, std::memory_order_release);
  }

 private:
  /// The patterns that are wanted; null when they can't be compiled.
  template <typename Wanted>
  std::unique_ptr<Re2Set> compiled(const Wanted& wanted) const {
    auto set = std::make_unique<Re2Set>();
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (wanted(i) && !set->add(sources[i], static_cast<int>(i))) {
        return nullptr;
      }
    }
    return set->compile() ? std::move(set) : nullptr;
  }
};

PatternSet::PatternSet(std::string_view automaton) : state_(std::make_unique<State>()) {
  state_->automaton = Automaton::load(automaton);
}

PatternSet::~PatternSet() = default;
PatternSet::PatternSet(PatternSet&&) noexcept = default;
PatternSet& PatternSet::operator=(PatternSet&&) noexcept = default;

Status PatternSet::add(std::string_view source) {
  const auto number = static_cast<int>(state_->sources.size());
  state_->sources.emplace_back(source);
  if (state_->automaton) {
    return ok();
  }
  if (!state_->all) {
    state_->all = std::make_unique<Re2Set>();
  }
  return state_->all->add(source, number);
}

Status PatternSet::compile(std::vector<bool> for_long) {
  state_->for_long = std::move(for_long);
  return state_->all ? state_->all->compile() : ok();
}

const std::vector<std::string>& PatternSet::sources() const {
  return state_->sources;
}

bool PatternSet::has_automaton() const {
  return state_->automaton != nullptr;
}

void PatternSet::match(std::string_view text, bool is_long, std::vector<int>& hits) const {
  State& state = *state_;
  hits.clear();
  if (state.both.load(std::memory_order_acquire)) {
    (is_long ? state.long_texts : state.all)->match(text, hits);
  } else {
    if (state.automaton) {
      state.automaton->match(text, hits);
    } else if (state.all) {
      state.all->match(text, hits);
    }
    if (state.matched.fetch_add(1, std::memory_order_relaxed) == kWorthCompiling) {
      state.compile_both();
    }
  }
  std::sort(hits.begin(), hits.end());
}

}  // namespace letterkit
