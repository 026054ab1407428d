#include "edges_found.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace letterkit {
namespace {

using States = std::vector<bool>;

bool has_any(const std::vector<bool>& all) {
  return std::find(all.begin(), all.end(), true) != all.end();
}

/// The bytes that characters of these classes start or end with: of those beyond ASCII, all that
/// there are.
AllowedEdges::Bytes edge_bytes_of(const StateTable& table, const std::vector<bool>& classes) {
  AllowedEdges::Bytes bytes;
  bytes.set(TextEdges::kNone);
  for (std::size_t i = 0; i < table.classes.size(); ++i) {
    const auto [start, number] = table.classes[i];
    if (classes[number]) {
      const bool last = i + 1 == table.classes.size();
      const std::size_t end = last ? TextEdges::kNone : table.classes[i + 1].first;
      for (std::size_t c = start; c < std::min<std::size_t>(end, 0x80); ++c) {
        bytes.set(c);
      }
      for (std::size_t byte = 0x80; byte < TextEdges::kNone && end > 0x80; ++byte) {
        bytes.set(byte);
      }
    }
  }
  return bytes;
}

/// The states that one character leads to from some, the dead one apart; sets the classes that do.
States led_to(const StateTable& table, const States& from, std::vector<bool>& classes) {
  States to(table.size());
  for (std::size_t state = 0; state < table.size(); ++state) {
    const auto ways = table.ways(state);
    for (std::size_t c = 0; from[state] && c + 1 < ways.size(); ++c) {  // the last: the text's end
      if (ways[c] != StateTable::kDead) {
        to[ways[c]] = true;
        classes[c] = true;
      }
    }
  }
  return to;
}

/// Narrows the starts of texts to those that do not lead to the dead state before something is
/// found.
void narrow_starts(const StateTable& table, const States& finds, AllowedEdges& edges) {
  States states(table.size());
  states[table.start] = true;
  for (std::size_t i = 0; i < TextEdges::kFirst; ++i) {
    for (std::size_t state = 0; state < table.size(); ++state) {
      if (states[state] && finds[state]) {
        return;
      }
    }
    std::vector<bool> classes(table.class_count);
    states = led_to(table, states, classes);
    edges.narrow(i, edge_bytes_of(table, classes));
  }
}

/// The classes that lead to one of these states, and the states that they lead from.
struct Leading {
  std::vector<bool> classes;
  States states;
};

Leading leading_to(const StateTable& table, const States& states) {
  Leading leading{std::vector<bool>(table.class_count), States(table.size())};
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

bool has_most_letters(const AllowedEdges::Bytes& bytes) {
  int letters = 0;
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) {
    letters += bytes[letter] ? 1 : 0;
  }
  return letters > ('z' - 'a') / 2;
}

}  // namespace

AllowedEdges edges_found(const StateTable& table) {
  States finds(table.size());
  States finds_at_end(table.size());
  for (std::size_t state = 0; state < table.size(); ++state) {
    finds[state] = !table.found[state].empty();
    finds_at_end[state] = !table.found[table.ways(state).back()].empty();
  }
  AllowedEdges edges;
  narrow_starts(table, finds, edges);
  if (!finds[table.start] && !has_any(leading_to(table, finds).classes)) {
    const Leading last = leading_to(table, finds_at_end);
    edges.narrow(TextEdges::kLast, edge_bytes_of(table, last.classes));
    edges.narrow(TextEdges::kBefore, edge_bytes_of(table, leading_to(table, last.states).classes));
  }
  return edges;
}

bool end_sentences(const AllowedEdges& edges) {
  return edges.at(TextEdges::kLast)['.'] && has_most_letters(edges.at(TextEdges::kBefore));
}

bool end_words(const AllowedEdges& edges) {
  return has_most_letters(edges.at(TextEdges::kLast)) &&
         has_most_letters(edges.at(TextEdges::kBefore));
}

}  // namespace letterkit
