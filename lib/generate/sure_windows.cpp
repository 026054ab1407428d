#include "sure_windows.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace letterkit {
namespace {

using States = std::vector<bool>;

/// The states that a text may lead to before something is found, which is found once.
States reached(const StateTable& table) {
  States states(table.size());
  std::vector<std::size_t> work = {table.start};
  states[table.start] = true;
  while (!work.empty()) {
    const std::size_t state = work.back();
    work.pop_back();
    if (!table.found[state].empty()) {
      continue;
    }
    const auto ways = table.ways(state);
    for (const std::uint32_t to : ways.first(ways.size() - 1)) {  // the last: the text's end
      if (!states[to]) {
        states[to] = true;
        work.push_back(to);
      }
    }
  }
  return states;
}

/// Takes away the states that have found something; whether any are left.
bool drop_found(const StateTable& table, States& states) {
  bool left = false;
  for (std::size_t state = 0; state < states.size(); ++state) {
    states[state] = states[state] && table.found[state].empty();
    left = left || states[state];
  }
  return left;
}

}  // namespace

bool is_sure(const StateTable& table, const ByteWindow& window) {
  States states = reached(table);
  for (const AllowedBytes& bytes : window.bytes) {
    if (!drop_found(table, states)) {
      return true;
    }
    States next(table.size());
    for (unsigned byte = 0; byte < 256; ++byte) {
      if (bytes.has(byte) && (byte == 0 || byte >= 0x80)) {
        return false;  // the text may have ended, or the byte is no character
      }
      for (std::size_t state = 0; bytes.has(byte) && state < states.size(); ++state) {
        if (states[state]) {
          next[table.next_state(state, byte)] = true;
        }
      }
    }
    states = next;
  }
  return !drop_found(table, states);
}

}  // namespace letterkit
