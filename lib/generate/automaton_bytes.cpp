// A table's bytes; declared in determinise.hpp.
#include <algorithm>
#include <span>

#include "determinise.hpp"
#include "support/automaton_format.hpp"

namespace letterkit {
namespace {

/// Appends values as they lie in memory, and fills the last word.
template <typename Value>
void append(std::string& bytes, std::span<const Value> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  bytes.resize(aligned(bytes.size(), sizeof(std::uint32_t)));
}

/// The state that most classes lead to.
std::uint32_t usual_way(std::span<const std::uint32_t> ways) {
  std::vector<std::uint32_t> sorted(ways.begin(), ways.end());
  std::sort(sorted.begin(), sorted.end());
  std::uint32_t best = 0;
  std::ptrdiff_t most = 0;
  for (auto at = sorted.begin(); at != sorted.end();) {
    const auto behind = std::upper_bound(at, sorted.end(), *at);
    if (behind - at > most) {
      most = behind - at;
      best = *at;
    }
    at = behind;
  }
  return best;
}

/// Rows whose words name states by their numbers, as long as their places are not known.
/// More than `most_others` words behind a row's first two make it a full one.
std::vector<std::vector<std::uint32_t>> rows_of(const StateTable& table, std::size_t most_others) {
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::size_t state = 0; state < table.size(); ++state) {
    const auto ways = table.ways(state);
    const std::uint32_t usual = usual_way(ways);
    const auto others = static_cast<std::size_t>(
        std::ranges::count_if(ways, [usual](std::uint32_t to) { return to != usual; }));
    auto& row = rows.emplace_back();
    if (others > most_others) {
      row = {usual, kFullRow};
      row.insert(row.end(), ways.begin(), ways.end());
      continue;
    }
    row = {usual, static_cast<std::uint32_t>(others)};
    for (std::size_t c = 0; c < ways.size(); ++c) {
      if (ways[c] != usual) {
        row.push_back(static_cast<std::uint32_t>(c) << kStateBits | ways[c]);
      }
    }
  }
  return rows;
}

/// The words of all rows, with states named by their places; notes where each row starts.
std::vector<std::uint32_t> row_words(const StateTable& table, std::size_t most_others,
                                     std::vector<std::uint32_t>& places) {
  constexpr std::uint32_t kStateMask = (1U << kStateBits) - 1;
  auto rows = rows_of(table, most_others);
  std::uint32_t size = 0;
  for (const auto& row : rows) {
    places.push_back(size);
    size += static_cast<std::uint32_t>(row.size());
  }
  std::vector<std::uint32_t> words;
  std::uint32_t list = 0;
  for (std::size_t state = 0; state < rows.size(); ++state) {
    auto& row = rows[state];
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == 1) {
        row[i] |= (table.found[state].empty() ? 0 : list++) << kCountBits;
      } else {
        row[i] = (row[i] & ~kStateMask) | places[row[i] & kStateMask];
      }
    }
    words.insert(words.end(), row.begin(), row.end());
  }
  return words;
}

}  // namespace

std::string as_bytes(const StateTable& table, bool quick) {
  constexpr std::size_t kMostOthers = 32;
  constexpr std::size_t kMostEntries = std::size_t{1} << 16U;
  AutomatonHeader header;
  header.classes = static_cast<std::uint32_t>(table.class_count);
  header.in_rows = table.next.size() > kMostEntries ? 1 : 0;

  std::string direct;
  std::vector<std::uint32_t> range_starts;
  std::string range_classes;
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const auto [start, number] = table.classes[i];
    const bool last = i + 1 == table.classes.size();
    const char32_t end = last ? kLastCodePoint + 1 : table.classes[i + 1].first;
    direct.append(std::min(end, kDirect) - std::min(start, kDirect), static_cast<char>(number));
    if (end > kDirect) {
      range_starts.push_back(std::max(start, kDirect));
      range_classes.push_back(static_cast<char>(number));
    }
  }
  header.ranges = static_cast<std::uint32_t>(range_starts.size());

  std::vector<std::uint32_t> places;
  std::vector<std::uint32_t> words;
  std::vector<std::uint16_t> entries;
  if (header.in_rows != 0) {
    words = row_words(table, quick ? 0 : kMostOthers, places);
    header.entries = static_cast<std::uint32_t>(words.size());
  } else {
    for (std::size_t state = 0; state < table.size(); ++state) {
      places.push_back(static_cast<std::uint32_t>(entries.size()));
      for (const std::uint32_t to : table.ways(state)) {
        entries.push_back(static_cast<std::uint16_t>(to * table.class_count));
      }
    }
    header.entries = static_cast<std::uint32_t>(entries.size());
  }
  header.start = places[table.start];
  header.quiet = header.entries;

  std::vector<std::uint32_t> lists;
  std::vector<std::uint16_t> numbers;
  for (std::size_t state = 0; state < table.size(); ++state) {
    if (table.found[state].empty()) {
      header.quiet =
          state == StateTable::kDead ? header.quiet : std::min(header.quiet, places[state]);
    } else {
      lists.push_back(static_cast<std::uint32_t>(numbers.size()));
      numbers.insert(numbers.end(), table.found[state].begin(), table.found[state].end());
    }
  }
  header.lists = static_cast<std::uint32_t>(lists.size());
  lists.push_back(static_cast<std::uint32_t>(numbers.size()));

  std::string body;
  append<char>(body, direct);
  append<std::uint32_t>(body, range_starts);
  append<char>(body, range_classes);
  append<std::uint32_t>(body, words);
  append<std::uint16_t>(body, entries);
  append<std::uint32_t>(body, lists);
  append<std::uint16_t>(body, numbers);
  header.size =
      static_cast<std::uint32_t>(aligned(sizeof header + body.size(), kAutomatonAlignment));
  std::string bytes;
  append(bytes, std::span<const AutomatonHeader>(&header, 1));
  bytes += body;
  bytes.resize(header.size);
  return bytes;
}

}  // namespace letterkit
