// What a thread remembers of work it may have to do again, for each profile or set of rules apart.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <optional>
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

/// What was found out of texts, by their hashes: a pointer or an optional, empty where nothing was.
/// Keeps those that were asked for lately: all of the last Most texts and, of the Most before them,
/// what was asked for again.
template <typename Stored, std::size_t Most>
class RecentTexts {
 public:
  /// What is stored of a text, whose hash_word() is `hash`; the reference holds until the next
  /// call.
  const Stored& find(std::string_view text, std::uint64_t hash) {
    const Stored& young = young_.stored(young_.slot_of(text, hash));
    const Stored& old = young ? young : old_.stored(old_.slot_of(text, hash));
    return young || !old ? old : add(text, hash, old);
  }

  /// Stores something of a text of which nothing is.
  const Stored& add(std::string_view text, std::uint64_t hash, Stored stored) {
    if (young_.size() == Most) {
      old_ = std::exchange(young_, Texts(young_.room()));  // which need not grow again
    }
    return young_.add(text, hash, std::move(stored));
  }

 private:
  /// A table of texts by their hashes. Their bytes stand in blocks: a string for each would have to
  /// be asked for and given back.
  class Texts {
   public:
    Texts() = default;

    /// With so much room().
    explicit Texts(std::size_t slots) : slots_(slots), mask_(slots - 1) {}

    [[nodiscard]] std::size_t room() const { return mask_ + 1; }

    [[nodiscard]] std::size_t size() const { return size_; }

    /// Where a text is, or the free slot it would get.
    [[nodiscard]] std::size_t slot_of(std::string_view text, std::uint64_t hash) const {
      std::size_t at = hash & mask_;
      while (slots_[at].stored && !(slots_[at].hash == hash && slots_[at].text == text)) {
        at = (at + 1) & mask_;
      }
      return at;
    }

    /// Empty: the slot is free.
    [[nodiscard]] const Stored& stored(std::size_t slot) const { return slots_[slot].stored; }

    /// Adds a text that is not there.
    const Stored& add(std::string_view text, std::uint64_t hash, Stored stored) {
      if (2 * ++size_ > mask_ + 1) {
        std::vector<Slot> before(2 * slots_.size());
        before.swap(slots_);
        mask_ = slots_.size() - 1;
        for (Slot& slot : before) {
          if (slot.stored) {
            slots_[slot_of(slot.text, slot.hash)] = std::move(slot);
          }
        }
      }
      Slot& slot = slots_[slot_of(text, hash)];
      slot = {hash, keep(text), std::move(stored)};
      return slot.stored;
    }

   private:
    static constexpr std::size_t kBlock = 4096;

    struct Slot {
      std::uint64_t hash = 0;
      std::string_view text;  // in a block
      Stored stored;
    };

    std::string_view keep(std::string_view text) {
      if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        blocks_.emplace_back().reserve(std::max(kBlock, text.size()));
      }
      std::string& block = blocks_.back();
      block.append(text);
      return std::string_view(block).substr(block.size() - text.size());
    }

    std::vector<Slot> slots_{2};  // at most half full; a power of two
    std::size_t mask_ = 1;        // one less: to count slots takes a division
    std::size_t size_ = 0;
    std::vector<std::string> blocks_;
  };

  Texts young_;
  Texts old_;
};

/// Values by texts, shared with whoever asks.
template <typename Value, std::size_t Most>
class TextMemo {
 public:
  struct Known {
    template <typename Make>
    explicit Known(const Make& make) : value(make()) {}

    Value value;
  };

  /// The value of a text, whose hash_word() is `hash`; made by `make` when it is not known. Whoever
  /// shares it keeps it; the reference holds until the next call.
  template <typename Make>
  const std::shared_ptr<Known>& at(std::string_view text, std::uint64_t hash, const Make& make) {
    const std::shared_ptr<Known>& known = find(text, hash);
    return known ? known : add(text, hash, make);
  }

  /// As above; null when it is not known.
  const std::shared_ptr<Known>& find(std::string_view text, std::uint64_t hash) {
    return texts_.find(text, hash);
  }

  /// Adds a text that is not known.
  template <typename Make>
  const std::shared_ptr<Known>& add(std::string_view text, std::uint64_t hash, const Make& make) {
    return texts_.add(text, hash, std::make_shared<Known>(make));
  }

 private:
  RecentTexts<std::shared_ptr<Known>, Most> texts_;
};

/// The same of small values, which stand in the table: to ask for the room of each would cost as
/// much as to find it.
template <typename Value, std::size_t Most>
class ValueMemo {
 public:
  /// As TextMemo::at(); the reference holds until the next call.
  template <typename Make>
  const Value& at(std::string_view text, std::uint64_t hash, const Make& make) {
    const std::optional<Value>& known = texts_.find(text, hash);
    return known ? *known : *texts_.add(text, hash, make());
  }

 private:
  RecentTexts<std::optional<Value>, Most> texts_;
};

}  // namespace letterkit
