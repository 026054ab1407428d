#include "support/automaton.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "support/unicode.hpp"

namespace letterkit {
namespace {

/// The next values in memory; moves the place behind them, to the next word.
template <typename Value>
const Value* take(const char*& at, std::size_t count) {
  const auto* const values = reinterpret_cast<const Value*>(at);
  at += aligned(count * sizeof(Value), sizeof(std::uint32_t));
  return values;
}

}  // namespace

Automaton::Parts::Parts(const char* bytes) {
  const char* at = bytes;
  header = take<AutomatonHeader>(at, 1);
  direct = take<unsigned char>(at, kDirect);
  range_starts = take<std::uint32_t>(at, header->ranges);
  range_classes = take<unsigned char>(at, header->ranges);
  if (header->form == AutomatonForm::table) {
    table = take<std::uint16_t>(at, header->entries);
  } else {
    words = take<std::uint32_t>(at, header->entries);
  }
  lists = take<std::uint32_t>(at, header->lists + std::size_t{1});
  numbers = take<std::uint16_t>(at, lists[header->lists]);
}

unsigned Automaton::Parts::class_of(char32_t c) const {
  if (c < kDirect) {
    return direct[c];
  }
  const auto* const behind = std::upper_bound(range_starts, range_starts + header->ranges, c);
  return range_classes[behind - range_starts - 1];
}

template <typename Entry>
struct Automaton::Table {
  Table(const Entry* all, const Parts& parts) : entries(all), classes(parts.header->classes) {}

  [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned c) const {
    return entries[state + c];
  }

  [[nodiscard]] std::uint32_t list_of(std::uint32_t state) const { return state / classes - 1; }

  const Entry* entries;
  std::uint32_t classes;
};

struct Automaton::Rows {
  explicit Rows(const Parts& parts) : words(parts.words), classes(parts.header->classes) {}

  [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned c) const {
    const std::uint32_t* const row = words + state;
    const std::uint32_t count = row[1] & kFullRow;
    if (count == kFullRow) {
      return row[2 + c];
    }
    for (const std::uint32_t way : std::span(row + 2, count)) {
      if (way >> kStateBits == c) {
        return way & ((1U << kStateBits) - 1);
      }
    }
    return row[0];
  }

  [[nodiscard]] std::uint32_t list_of(std::uint32_t state) const {
    return words[state + 1] >> kCountBits;
  }

  const std::uint32_t* words;
  std::uint32_t classes;
};

/// One search through a text.
template <typename Ways, typename Found>
class Automaton::Search {
 public:
  Search(const Parts& parts, const Ways& ways, const Found& found)
      : parts_(parts), ways_(ways), found_(found) {}

  /// Whether `found` said true.
  bool run(std::string_view text) {
    constexpr std::size_t kAtOnce = sizeof(std::uint32_t);
    constexpr std::uint32_t kBeyondAscii = 0x80808080;
    // Copies, which nothing that is called can change.
    const Ways ways = ways_;
    const unsigned char* const direct = parts_.direct;
    const std::uint32_t quiet = parts_.header->quiet;
    // Nearly always it is the dead state that a search ends in.
    const auto ends = [this, quiet](std::uint32_t at) {
      return at < quiet && (at == 0 || ends_in(at));
    };
    std::uint32_t state = parts_.header->start;
    if (ends(state)) {
      return stopped_;
    }
    const auto* at = reinterpret_cast<const unsigned char*>(text.data());
    const auto* const end = at + text.size();
    while (at != end) {
      // Four bytes of ASCII, as most are, need not be asked one by one whether they are.
      std::uint32_t four = kBeyondAscii;
      if (end - at >= std::ptrdiff_t{kAtOnce}) {
        std::memcpy(&four, at, kAtOnce);
      }
      if ((four & kBeyondAscii) != 0) {
        state = ways.next(state, take_class(at, end));
        if (ends(state)) {
          return stopped_;
        }
        continue;
      }
      const std::uint32_t first = ways.next(state, direct[at[0]]);
      if (ends(first)) {
        return stopped_;
      }
      const std::uint32_t second = ways.next(first, direct[at[1]]);
      if (ends(second)) {
        return stopped_;
      }
      const std::uint32_t third = ways.next(second, direct[at[2]]);
      if (ends(third)) {
        return stopped_;
      }
      state = ways.next(third, direct[at[3]]);
      if (ends(state)) {
        return stopped_;
      }
      at += kAtOnce;
    }
    ends_in(ways.next(state, ways.classes - 1));
    return stopped_;
  }

 private:
  /// The class of the character that starts at a place; moves the place behind it.
  unsigned take_class(const unsigned char*& at, const unsigned char* end) const {
    if (*at < 0x80) {
      return parts_.direct[*at++];
    }
    const std::string_view rest(reinterpret_cast<const char*>(at),
                                static_cast<std::size_t>(end - at));
    std::size_t size = 0;
    const char32_t c = next_code_point(rest, size);
    at += size;
    return parts_.class_of(c);
  }

  /// Tells what a state finds, if it does; whether the search ends there. Out of the way of the
  /// loop: few states are asked.
  [[gnu::noinline]] bool ends_in(std::uint32_t state) {
    if (state != 0 && state < parts_.header->quiet) {
      const std::uint32_t* const list = parts_.lists + ways_.list_of(state);
      stopped_ = found_(std::span(parts_.numbers + list[0], parts_.numbers + list[1]));
    }
    return state == 0 || stopped_;
  }

  const Parts& parts_;
  Ways ways_;
  const Found& found_;
  bool stopped_ = false;
};

template <typename Found>
bool Automaton::run(const Parts& parts, std::string_view text, const Found& found) {
  switch (parts.header->form) {
    case AutomatonForm::table:
      return Search(parts, Table(parts.table, parts), found).run(text);
    case AutomatonForm::wide:
      return Search(parts, Table(parts.words, parts), found).run(text);
    case AutomatonForm::rows:
      break;
  }
  return Search(parts, Rows(parts), found).run(text);
}

std::unique_ptr<const Automaton> Automaton::load(std::string_view bytes) {
  if (bytes.empty()) {
    return nullptr;
  }
  auto automaton = std::make_unique<Automaton>();
  const auto& header = *reinterpret_cast<const AutomataHeader*>(bytes.data());
  bytes.remove_prefix(kAutomatonAlignment);
  automaton->gates_ = reinterpret_cast<const ByteGate*>(bytes.data());
  bytes.remove_prefix(header.gates * sizeof(ByteGate));
  automaton->indices_ = {reinterpret_cast<const TriedOnIndex*>(bytes.data()), header.indices};
  bytes.remove_prefix(aligned(header.indices * sizeof(TriedOnIndex), kAutomatonAlignment));
  while (!bytes.empty()) {
    const Parts& parts = automaton->all_.emplace_back(bytes.data());
    bytes.remove_prefix(parts.header->size);
  }
  return automaton;
}

template <typename Act>
bool Automaton::any_of_candidates(std::string_view text, const Act& act) const {
  std::uint32_t gate = 0;
  std::uint32_t sorts = 0;
  const auto passes_gate = [&](const TriedOn& on) {
    if (on.gate != gate) {
      gate = on.gate;
      sorts = gates_[gate - 1].in(text);
    }
    return gate == 0 || (on.sorts & sorts) != 0;
  };
  if (indices_.empty()) {  // there is one alone
    const Parts& parts = all_.front();
    const TriedOn& on = parts.header->on;
    return is_tried_on(text, on) && passes_gate(on) && act(parts, sorts);
  }
  const Parts* first = all_.data();
  for (const TriedOnIndex& index : indices_) {
    for (std::uint64_t tried = index.of(text); tried != 0; tried &= tried - 1) {
      const Parts& parts = first[std::countr_zero(tried)];
      if (passes_gate(parts.header->on) && act(parts, sorts)) {
        return true;
      }
    }
    first += index.size();
  }
  return false;
}

void Automaton::match(std::string_view text, std::vector<int>& hits) const {
  hits.clear();
  any_of_candidates(text, [&](const Parts& parts, std::uint32_t) {
    return run(parts, text, [&hits](std::span<const std::uint16_t> patterns) {
      hits.insert(hits.end(), patterns.begin(), patterns.end());
      return false;
    });
  });
}

bool Automaton::occurs(std::string_view text) const {
  return any_of_candidates(text, [text](const Parts& parts, std::uint32_t sorts) {
    return (parts.header->on.sure & sorts) != 0 ||
           run(parts, text, [](std::span<const std::uint16_t>) { return true; });
  });
}

}  // namespace letterkit
