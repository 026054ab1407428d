// What a thread remembers of work it may have to do again, for each profile or set of rules apart.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  struct Known {
    std::string text;
    Value value;
  };

  /// The value of a text, whose hash_word() is `hash`; made by `make` when it is not known. Whoever
  /// shares it keeps it; the reference holds until the next call.
  template <typename Make>
  const std::shared_ptr<Known>& at(std::string_view text, std::uint64_t hash, const Make& make) {
    if (const std::size_t slot = young_.slot_of(text, hash); young_.known(slot)) {
      return young_.known(slot);
    }
    if (young_.size() == Most) {
      old_ = std::exchange(young_, {});
    }
    std::shared_ptr<Known> known = old_.known(old_.slot_of(text, hash));
    if (known == nullptr) {
      known = std::make_shared<Known>();
      known->text = text;
      known->value = make();
    }
    return young_.add(hash, std::move(known));
  }

 private:
  /// A table of texts by their hashes.
  class Texts {
   public:
    [[nodiscard]] std::size_t size() const { return size_; }

    /// Where a text is, or the free slot it would get.
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const {
      const std::size_t mask = slots_.size() - 1;
      std::size_t at = hash & mask;
      while (slots_[at].known && !(slots_[at].hash == hash && slots_[at].known->text == text)) {
        at = (at + 1) & mask;
      }
      return at;
    }

    /// Null: the slot is free.
    [[nodiscard]] const std::shared_ptr<Known>& known(std::size_t slot) const {
      return slots_[slot].known;
    }

    /// Adds a text that is not there.
    const std::shared_ptr<Known>& add(std::uint64_t hash, std::shared_ptr<Known> known) {
      if (2 * ++size_ > slots_.size()) {
        std::vector<Slot> before(2 * slots_.size());
        before.swap(slots_);
        for (Slot& slot : before) {
          if (slot.known) {
            slots_[slot_of(slot.known->text, slot.hash)] = std::move(slot);
          }
        }
      }
      Slot& slot = slots_[slot_of(known->text, hash)];
      slot = {hash, std::move(known)};
      return slot.known;
    }

   private:
    struct Slot {
      std::uint64_t hash = 0;
      std::shared_ptr<Known> known;
    };

    std::vector<Slot> slots_{2};  // at most half full; a power of two
    std::size_t size_ = 0;
  };

  Texts young_;
  Texts old_;
};

}  // namespace letterkit
