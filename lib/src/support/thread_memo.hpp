// What a thread remembers of work it may have to do again, for each profile or set of rules apart.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <limits>
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

/// What was found out of texts, by their hashes. Keeps those that were asked for lately: all of the
/// last Most texts and, of the Most before them, what was asked for again.
template <typename Stored, std::size_t Most>
class RecentTexts {
 public:
  /// What is stored of a text, whose hash_word() is `hash`; null when nothing is. Holds until the
  /// next call.
  const Stored* find(std::string_view text, std::uint64_t hash) {
    if (const Stored* young = young_.find(text, hash)) {
      return young;
    }
    const Stored* const old = old_.find(text, hash);
    return old != nullptr ? &add(text, hash, *old) : nullptr;
  }

  /// Stores something of a text of which nothing is.
  const Stored& add(std::string_view text, std::uint64_t hash, Stored stored) {
    if (young_.size() == Most) {
      old_ = std::exchange(young_, Texts(young_.room()));  // which need not grow again
    }
    return young_.add(text, hash, std::move(stored));
  }

 private:
  /// Texts by their hashes. Their bytes stand in blocks: a string for each would have to be asked
  /// for and given back.
  class Texts {
   public:
    Texts() = default;

    /// With so much room().
    explicit Texts(std::size_t room) : places_(room), mask_(room - 1) {
      entries_.reserve(room / 2);
    }

    [[nodiscard]] std::size_t room() const { return mask_ + 1; }

    [[nodiscard]] std::size_t size() const { return entries_.size(); }

    /// What is stored of a text; null when nothing is.
    [[nodiscard]] const Stored* find(std::string_view text, std::uint64_t hash) const {
      for (std::size_t at = hash & mask_; places_[at].entry != 0; at = (at + 1) & mask_) {
        if (places_[at].tag == tag_of(hash)) {
          const Entry& entry = entries_[places_[at].entry - 1U];
          if (entry.hash == hash && entry.text == text) {
            return &entry.stored;
          }
        }
      }
      return nullptr;
    }

    /// Adds a text that is not there.
    const Stored& add(std::string_view text, std::uint64_t hash, Stored stored) {
      entries_.push_back({hash, keep(text), std::move(stored)});
      if (2 * entries_.size() > places_.size()) {
        places_.assign(2 * places_.size(), {});
        mask_ = places_.size() - 1;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
          place(entries_[i].hash, i);
        }
      } else {
        place(hash, entries_.size() - 1);
      }
      return entries_.back().stored;
    }

   private:
    static constexpr std::size_t kBlock = 4096;

    struct Entry {
      std::uint64_t hash = 0;
      std::string_view text;  // in a block
      Stored stored;
    };

    /// Most texts that are asked for are not there, which these tell: a fifth of the memory of
    /// entries, so that it stays in the processor's cache.
    struct Place {
      std::uint16_t tag = 0;    // bits of the hash that do not choose the place
      std::uint16_t entry = 0;  // counted from 1; 0: free
    };

    static_assert(Most <= std::numeric_limits<std::uint16_t>::max());

    static std::uint16_t tag_of(std::uint64_t hash) {
      return static_cast<std::uint16_t>(hash >> 48U);
    }

    void place(std::uint64_t hash, std::size_t entry) {
      std::size_t at = hash & mask_;
      while (places_[at].entry != 0) {
        at = (at + 1) & mask_;
      }
      places_[at] = {tag_of(hash), static_cast<std::uint16_t>(entry + 1)};
    }

    std::string_view keep(std::string_view text) {
      if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < text.size()) {
        blocks_.emplace_back().reserve(std::max(kBlock, text.size()));
      }
      std::string& block = blocks_.back();
      block.append(text);
      return std::string_view(block).substr(block.size() - text.size());
    }

    std::vector<Place> places_{2};  // at most half full; a power of two
    std::size_t mask_ = 1;          // one less: to count places takes a division
    std::vector<Entry> entries_;
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
    const std::shared_ptr<Known>* const known = find(text, hash);
    return known != nullptr ? *known : add(text, hash, make);
  }

  /// As above; null when it is not known.
  const std::shared_ptr<Known>* find(std::string_view text, std::uint64_t hash) {
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
    const Value* const known = texts_.find(text, hash);
    return known != nullptr ? *known : texts_.add(text, hash, make());
  }

 private:
  RecentTexts<Value, Most> texts_;
};

}  // namespace letterkit
