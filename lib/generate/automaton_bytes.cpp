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
/// Many words behind a row's first two make it a full one.
std::vector<std::vector<std::uint32_t>> rows_of(const StateTable& table,
                                                const std::vector<bool>& often) {
  constexpr std::size_t kMostOthers = 32;
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::size_t state = 0; state < table.size(); ++state) {
    const auto ways = table.ways(state);
    const std::uint32_t usual = usual_way(ways);
    const auto others = static_cast<std::size_t>(
        std::ranges::count_if(ways, [usual](std::uint32_t to) { return to != usual; }));
    auto& row = rows.emplace_back();
    if (others > (often[state] ? 0 : kMostOthers)) {
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

/// Where the states lead, written in one of the ways; and by which name each state goes.
struct Ways {
  AutomatonForm form = AutomatonForm::table;
  std::vector<std::uint32_t> names;
  std::vector<std::uint16_t> entries;  ///< of a table
  std::vector<std::uint32_t> words;    ///< of a wide table, or of rows
};

/// A table, or a wide one.
Ways as_table(const StateTable& table, AutomatonForm form) {
  Ways ways{form, {}, {}, {}};
  for (std::size_t state = 0; state < table.size(); ++state) {
    ways.names.push_back(static_cast<std::uint32_t>(state * table.class_count));
  }
  for (const std::uint32_t to : table.next) {
    if (form == AutomatonForm::table) {
      ways.entries.push_back(static_cast<std::uint16_t>(ways.names[to]));
    } else {
      ways.words.push_back(ways.names[to]);
    }
  }
  return ways;
}

Ways as_rows(const StateTable& table, const std::vector<bool>& often) {
  constexpr std::uint32_t kStateMask = (1U << kStateBits) - 1;
  Ways ways{AutomatonForm::rows, {}, {}, {}};
  auto rows = rows_of(table, often);
  std::uint32_t size = 0;
  for (const auto& row : rows) {
    ways.names.push_back(size);
    size += static_cast<std::uint32_t>(row.size());
  }
  std::uint32_t list = 0;
  for (std::size_t state = 0; state < rows.size(); ++state) {
    auto& row = rows[state];
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == 1) {
        row[i] |= (table.found[state].empty() ? 0 : list++) << kCountBits;
      } else {
        row[i] = (row[i] & ~kStateMask) | ways.names[row[i] & kStateMask];
      }
    }
    ways.words.insert(ways.words.end(), row.begin(), row.end());
  }
  return ways;
}

/// The classes of code points.
struct ClassMap {
  std::string direct;
  std::vector<std::uint32_t> starts;
  std::string classes;
};

ClassMap class_map_of(const StateTable& table) {
  ClassMap map;
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const auto [start, number] = table.classes[i];
    const bool last = i + 1 == table.classes.size();
    const char32_t end = last ? kLastCodePoint + 1 : table.classes[i + 1].first;
    map.direct.append(std::min(end, kDirect) - std::min(start, kDirect), static_cast<char>(number));
    if (end > kDirect) {
      map.starts.push_back(std::max(start, kDirect));
      map.classes.push_back(static_cast<char>(number));
    }
  }
  return map;
}

/// What states find: where each list starts, and the end of the last; the lists.
struct Lists {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint16_t> numbers;
};

Lists lists_of(const StateTable& table) {
  Lists lists;
  for (const auto& found : table.found) {
    if (!found.empty()) {
      lists.starts.push_back(static_cast<std::uint32_t>(lists.numbers.size()));
      lists.numbers.insert(lists.numbers.end(), found.begin(), found.end());
    }
  }
  lists.starts.push_back(static_cast<std::uint32_t>(lists.numbers.size()));
  return lists;
}

}  // namespace

std::string as_bytes(std::span<const ByteGate> gates, std::span<const TriedOnIndex> indices) {
  const AutomataHeader header{static_cast<std::uint32_t>(gates.size()),
                              static_cast<std::uint32_t>(indices.size())};
  std::string bytes;
  append(bytes, std::span(&header, 1));
  bytes.resize(kAutomatonAlignment);
  append(bytes, gates);
  append(bytes, indices);
  bytes.resize(aligned(bytes.size(), kAutomatonAlignment));
  return bytes;
}

std::string as_bytes(const StateTable& table, const std::vector<bool>& often, const TriedOn& on) {
  constexpr std::size_t kMostEntries = std::size_t{1} << 16U;  // what two bytes can name
  const ClassMap map = class_map_of(table);
  const bool followed_far = std::ranges::find(often, false) == often.end();
  const Ways ways = table.next.size() <= kMostEntries ? as_table(table, AutomatonForm::table)
                    : followed_far                    ? as_table(table, AutomatonForm::wide)
                                                      : as_rows(table, often);
  const Lists lists = lists_of(table);

  std::string body;
  append<char>(body, map.direct);
  append<std::uint32_t>(body, map.starts);
  append<char>(body, map.classes);
  append<std::uint32_t>(body, ways.words);
  append<std::uint16_t>(body, ways.entries);
  append<std::uint32_t>(body, lists.starts);
  append<std::uint16_t>(body, lists.numbers);

  AutomatonHeader header;
  header.size =
      static_cast<std::uint32_t>(aligned(sizeof header + body.size(), kAutomatonAlignment));
  header.classes = static_cast<std::uint32_t>(table.class_count);
  header.ranges = static_cast<std::uint32_t>(map.starts.size());
  header.form = ways.form;
  header.entries = static_cast<std::uint32_t>(ways.words.size() + ways.entries.size());
  header.start = ways.names[table.start];
  header.lists = static_cast<std::uint32_t>(lists.starts.size() - 1);
  header.on = on;
  // Behind the dead state and those that find something.
  const std::size_t quiet = std::size_t{1} + header.lists;
  header.quiet = quiet < ways.names.size() ? ways.names[quiet] : header.entries;

  std::string bytes;
  append(bytes, std::span<const AutomatonHeader>(&header, 1));
  bytes += body;
  bytes.resize(header.size);
  return bytes;
}

}  // namespace letterkit
