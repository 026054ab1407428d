// Room for lists that a thread needs again for every letter.
//
// In: a list that a letter needs no more. Out: an empty one for the next letter, with its room. A
// letter's lists are of some KB each, and what is larger than one KB is dear to ask for: several
// hundred instructions a list.
#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace letterkit {

/// The lists of this kind that the thread was given back.
template <typename T>
std::array<std::vector<T>, 2>& kept_rooms() {
  thread_local std::array<std::vector<T>, 2> rooms;
  return rooms;
}

/// An empty list, with the room of one that was given back if there is any.
template <typename T>
std::vector<T> take_room() {
  auto& [room, other] = kept_rooms<T>();
  return std::move(room.capacity() > 0 ? room : other);
}

/// Empties the list and keeps its room, unless enough is kept or it is one of a huge letter.
template <typename T>
void give_room(std::vector<T>& list) {
  constexpr std::size_t kMostBytes = std::size_t{1} << 17U;
  list.clear();
  if (list.capacity() * sizeof(T) <= kMostBytes) {
    auto& [room, other] = kept_rooms<T>();
    std::vector<T>& free = room.capacity() == 0 ? room : other;
    if (free.capacity() == 0) {
      free.swap(list);
    }
  }
}

}  // namespace letterkit
