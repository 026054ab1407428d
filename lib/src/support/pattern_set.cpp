#include "support/pattern_set.hpp"

#include <algorithm>

#include "support/automaton.hpp"
#include "support/re2_set.hpp"

namespace letterkit {

struct PatternSet::State {
  std::unique_ptr<const Automaton> automaton;
  std::vector<std::string> sources;
  Re2Set re2;  // empty when there is an automaton
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
  return state_->re2.add(source, number);
}

Status PatternSet::compile() {
  return state_->automaton ? ok() : state_->re2.compile();
}

const std::vector<std::string>& PatternSet::sources() const {
  return state_->sources;
}

bool PatternSet::has_automaton() const {
  return state_->automaton != nullptr;
}

void PatternSet::match(std::string_view text, std::vector<int>& hits) const {
  hits.clear();
  if (state_->automaton) {
    state_->automaton->match(text, hits);
  } else {
    state_->re2.match(text, hits);
  }
  std::sort(hits.begin(), hits.end());
}

}  // namespace letterkit
