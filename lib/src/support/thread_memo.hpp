// What a thread remembers of work it may have to do again, for each profile or set of rules apart.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "support/word_hash.hpp"

namespace letterkit {

/// A number for an owner of memos that no other owner of the process has.
inline std::uint64_t new_owner() {
  static std::atomic<std::uint64_t> owners = 0;
  return ++owners;
}

/// The calling thread's `Memo` for the owner with this number. Threads that work with many owners
/// forget those they met first.
template <typename Memo>
Memo& thread_memo(std::uint64_t owner) {
  constexpr std::size_t kMost = 16;
  thread_local std::list<std::pair<std::uint64_t, Memo>> memos;
  for (auto& [number, memo] : memos) {
    if (number == owner) {
      return memo;
    }
  }
  if (memos.size() == kMost) {
    memos.pop_front();
  }
  return memos.emplace_back(owner, Memo()).second;
}

/// Bytes of a line that is worth remembering: longer ones are text, which seldom repeats.
inline constexpr std::size_t kLongestKnown = 120;

/// Values by texts. Keeps those that were asked for lately: all of the last Most texts and, of
/// the Most before them, what was asked for again.
template <typename Value, std::size_t Most>
class TextMemo {
 public:
  /// The value of a text; made by `make` when it is not known. The reference holds until the next
  /// call.
  template <typename Make>
  Value& at(std::string_view text, const Make& make) {
    if (const auto found = young_.find(text); found != young_.end()) {
      return found->second;
    }
    if (young_.size() == Most) {
      old_ = std::move(young_);
      young_ = {};
    }
    if (const auto found = old_.find(text); found != old_.end()) {
      auto node = old_.extract(found);
      return young_.insert(std::move(node)).position->second;
    }
    return young_.emplace(text, make()).first->second;
  }

 private:
  using Map = std::unordered_map<std::string, Value, WordHash, std::equal_to<>>;

  Map young_;
  Map old_;
};

}  // namespace letterkit
