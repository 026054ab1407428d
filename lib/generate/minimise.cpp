// The smallest table that finds the same; declared in determinise.hpp.
#include <map>
#include <string>
#include <unordered_map>

#include "determinise.hpp"

namespace letterkit {
namespace {

/// For each state the number of its block: states of a block find the same and lead to the same
/// blocks. From what they find, blocks are parted until nothing changes.
std::vector<std::uint32_t> blocks_of(const StateTable& table, std::size_t& count) {
  std::vector<std::uint32_t> block(table.size());
  std::map<std::vector<std::uint16_t>, std::uint32_t> by_found;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const auto number = static_cast<std::uint32_t>(by_found.size());
    block[i] = by_found.try_emplace(table.found[i], number).first->second;
  }
  count = by_found.size();
  for (std::size_t before = 0; before != count;) {
    before = count;
    std::unordered_map<std::u32string, std::uint32_t> by_ways;
    std::vector<std::uint32_t> parted(table.size());
    std::u32string ways;
    for (std::size_t i = 0; i < table.size(); ++i) {
      ways.assign(1, block[i]);
      for (const std::uint32_t to : table.ways(i)) {
        ways.push_back(block[to]);
      }
      const auto number = static_cast<std::uint32_t>(by_ways.size());
      parted[i] = by_ways.try_emplace(ways, number).first->second;
    }
    block = std::move(parted);
    count = by_ways.size();
  }
  return block;
}

}  // namespace

StateTable minimised(const StateTable& table) {
  std::size_t count = 0;
  const std::vector<std::uint32_t> block = blocks_of(table, count);
  // The dead state comes first, and what finds something next; the rest in the order in which a
  // text meets them.
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::vector<std::uint32_t> number(count, kNone);
  std::vector<std::size_t> order;
  const auto add = [&](std::size_t state) {
    if (number[block[state]] == kNone) {
      number[block[state]] = static_cast<std::uint32_t>(order.size());
      order.push_back(state);
    }
  };
  add(StateTable::kDead);
  for (const bool quiet : {false, true}) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      if (table.found[i].empty() == quiet) {
        add(i);
      }
    }
  }
  StateTable small;
  small.classes = table.classes;
  small.class_count = table.class_count;
  small.start = number[block[table.start]];
  for (const std::size_t state : order) {
    small.found.push_back(table.found[state]);
    for (const std::uint32_t to : table.ways(state)) {
      small.next.push_back(number[block[to]]);
    }
  }
  return small;
}

}  // namespace letterkit
