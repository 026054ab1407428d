#include "ends_found.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace letterkit {
namespace {

/// The bytes that characters of these classes end with: of those beyond ASCII, all that there are.
TextEnds::Bytes last_bytes_of(const StateTable& table, const std::vector<bool>& classes) {
  TextEnds::Bytes bytes;
  bytes.set(TextEnd::kNone);
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const auto [start, number] = table.classes[i];
    if (classes[number]) {
      const bool last = i + 1 == table.classes.size();
      const std::size_t end = last ? TextEnd::kNone : table.classes[i + 1].first;
      for (std::size_t c = start; c < std::min<std::size_t>(end, 0x80); ++c) {
        bytes.set(c);
      }
      for (std::size_t byte = 0x80; byte < TextEnd::kNone && end > 0x80; ++byte) {
        bytes.set(byte);
      }
    }
  }
  return bytes;
}

/// The classes that lead to one of these states, and the states that they lead from.
struct Leading {
  std::vector<bool> classes;
  std::vector<bool> states;
};

Leading leading_to(const StateTable& table, const std::vector<bool>& states) {
  Leading leading{std::vector<bool>(table.class_count), std::vector<bool>(table.size())};
  for (std::size_t state = 0; state < table.size(); ++state) {
    const auto ways = table.ways(state);
    for (std::size_t c = 0; c + 1 < ways.size(); ++c) {  // the last is the text's end
      if (states[ways[c]]) {
        leading.classes[c] = true;
        leading.states[state] = true;
      }
    }
  }
  return leading;
}

bool has_most_letters(const TextEnds::Bytes& bytes) {
  int letters = 0;
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    letters += bytes[letter] ? 1 : 0;
  }
  return letters > ('z' - 'a') / 2;
}

}  // namespace

TextEnds ends_found(const StateTable& table) {
  std::vector<bool> finds(table.size());
  std::vector<bool> finds_at_end(table.size());
  for (std::size_t state = 0; state < table.size(); ++state) {
    finds[state] = !table.found[state].empty();
    finds_at_end[state] = !table.found[table.ways(state).back()].empty();
  }
  TextEnds ends;
  const auto none = [](const std::vector<bool>& all) {
    return std::find(all.begin(), all.end(), true) == all.end();
  };
  if (!finds[table.start] && none(leading_to(table, finds).classes)) {
    const Leading last = leading_to(table, finds_at_end);
    ends.last = last_bytes_of(table, last.classes);
    ends.before = last_bytes_of(table, leading_to(table, last.states).classes);
  }
  return ends;
}

bool end_sentences(const TextEnds& ends) {
  return ends.last['.'] && has_most_letters(ends.before);
}

bool end_words(const TextEnds& ends) {
  return has_most_letters(ends.last) && has_most_letters(ends.before);
}

}  // namespace letterkit
