#include "gate_maker.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace letterkit {

bool GateMaker::add(int pattern, const std::vector<ByteWindow>& windows) {
  std::vector<Sort> before = sorts_;
  for (const ByteWindow& window : windows) {
    add_sort(pattern, window);
  }
  while (sorts_.size() > kSorts) {
    join_two();
  }
  double chance = 0;
  for (const Sort& sort : sorts_) {
    chance += sort.chance;
  }
  if (windows.empty() || chance > most_often_) {
    sorts_ = std::move(before);
    return false;
  }
  return true;
}

void GateMaker::add_sort(int pattern, const ByteWindow& window) {
  const auto same = std::ranges::find(sorts_, window, &Sort::window);
  if (same != sorts_.end()) {
    same->patterns.push_back(pattern);
    return;
  }
  const std::size_t last = sorts_.size();
  sorts_.push_back({window, chances_->of(window), {pattern}, std::vector<double>(last)});
  for (std::size_t other = 0; other < last; ++other) {
    weigh(other, last);
  }
}

void GateMaker::join_two() {
  std::array<std::size_t, 2> pair{};
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t b = 1; b < sorts_.size(); ++b) {
    const auto a = std::ranges::min_element(sorts_[b].loss) - sorts_[b].loss.begin();
    if (const double loss = sorts_[b].loss[static_cast<std::size_t>(a)]; loss < least) {
      least = loss;
      pair = {static_cast<std::size_t>(a), b};
    }
  }
  const auto [kept, gone] = pair;
  sorts_[kept].window.add(sorts_[gone].window);
  sorts_[kept].chance += sorts_[gone].chance + least;
  sorts_[kept].patterns.insert(sorts_[kept].patterns.end(), sorts_[gone].patterns.begin(),
                               sorts_[gone].patterns.end());
  const auto at = static_cast<std::ptrdiff_t>(gone);
  sorts_.erase(sorts_.begin() + at);
  for (std::size_t b = gone; b < sorts_.size(); ++b) {
    sorts_[b].loss.erase(sorts_[b].loss.begin() + at);
  }
  for (std::size_t other = 0; other < sorts_.size(); ++other) {
    weigh(kept, other);
  }
}

void GateMaker::weigh(std::size_t a, std::size_t b) {
  if (a != b) {
    ByteWindow both = sorts_[a].window;
    both.add(sorts_[b].window);
    sorts_[std::max(a, b)].loss[std::min(a, b)] =
        chances_->of(both) - sorts_[a].chance - sorts_[b].chance;
  }
}

Sorts GateMaker::sorts_of(int pattern) const {
  unsigned bits = 0;
  for (std::size_t i = 0; i < sorts_.size(); ++i) {
    const auto& patterns = sorts_[i].patterns;
    const bool is_there = std::find(patterns.begin(), patterns.end(), pattern) != patterns.end();
    bits |= is_there ? 1U << i : 0U;
  }
  return static_cast<Sorts>(bits);
}

ByteGate GateMaker::gate() const {
  ByteGate gate;
  for (std::size_t i = 0; i < sorts_.size(); ++i) {
    const auto bit = static_cast<Sorts>(1U << i);
    for (std::size_t place = 0; place < kWindow; ++place) {
      const AllowedBytes& bytes = sorts_[i].window.bytes[place];
      for (std::size_t half = 0; half < bytes.low.size(); ++half) {
        gate.places[place].low[half] |= bytes.low[half] ? bit : Sorts{0};
        gate.places[place].high[half] |= bytes.high[half] ? bit : Sorts{0};
      }
    }
  }
  return gate;
}

}  // namespace letterkit
