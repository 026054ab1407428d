// Run at build time: the patterns of the built-in profiles as automata, so that no tool has to
// compile them when it starts. In: a folder. Out: in it, automata (one for each file of rules, one
// for each pattern that is looked for by itself) and automata.cpp, which holds them and defines
// automaton_files() and compiled_patterns(), declared in src/profile/embedded.hpp and
// src/support/automaton.hpp.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"
#include "determinise.hpp"
#include "pattern_program.hpp"
#include "profile/embedded.hpp"
#include "profile/extracts.hpp"
#include "split/split_words.hpp"
#include "support/automaton.hpp"
#include "support/edge_bytes.hpp"
#include "support/pattern_syntax.hpp"

namespace {

[[noreturn]] void fail(const std::string& message) {
  std::cerr << "compile_automata: " << message << '\n';
  std::exit(1);
}

void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) {
    fail(path + ": cannot be written");
  }
}

template <typename Value>
Value value_of(letterkit::Result<Value> result) {
  if (!result) {
    fail(result.error().where + ": " + result.error().message);
  }
  return std::move(*result);
}

using letterkit::StateTable;

struct SetPattern {
  int number = 0;  ///< in its set
  std::string source;
  std::size_t states = 0;  ///< of an automaton of its own
};

using SetPatterns = std::vector<SetPattern>;

/// More states would make the tools large.
constexpr std::size_t kMostStates = 20'000;

/// None when something in the patterns is not understood, or there would be too many states.
std::optional<StateTable> table_of(std::span<const SetPattern> patterns, std::size_t most_states) {
  letterkit::PatternProgram program;
  for (const SetPattern& pattern : patterns) {
    if (!program.add(letterkit::with_letters_as_ranges(pattern.source), pattern.number)) {
      return std::nullopt;
    }
  }
  return letterkit::determinise(program, most_states);
}

/// Some patterns of a set, and their automaton.
struct Group {
  SetPatterns patterns;
  StateTable table;
};

/// Adds patterns to a group as long as its automaton stays small, or does not become much larger
/// than those of its patterns are: patterns that go on beside each other need states for pairs of
/// their ways. What is not added goes to `rest`.
void add_to_group(Group& group, std::span<const SetPattern> more, SetPatterns& rest) {
  constexpr std::size_t kSmall = 1000;
  if (more.empty()) {
    return;
  }
  SetPatterns all = group.patterns;
  all.insert(all.end(), more.begin(), more.end());
  std::size_t sum = 0;
  for (const SetPattern& pattern : all) {
    sum += pattern.states;
  }
  if (auto table = table_of(all, std::max(kSmall, sum + sum / 4))) {
    group = {std::move(all), *std::move(table)};
  } else if (more.size() == 1) {
    rest.push_back(more.front());
  } else {
    add_to_group(group, more.first(more.size() / 2), rest);
    add_to_group(group, more.subspan(more.size() / 2), rest);
  }
}

/// How far texts are followed for a pattern before it is known not to be there.
enum class Reach { head, far, end };

Reach reach_of(const std::string& pattern) {
  return !letterkit::starts_at_start(pattern)      ? Reach::end
         : letterkit::EdgeBytes(pattern).lingers() ? Reach::far
                                                   : Reach::head;
}

/// The automata of a set, one behind the other. Patterns that are given up early are not kept with
/// others that are not.
std::string automata_of(const std::vector<std::string>& sources) {
  std::map<Reach, SetPatterns> by_reach;
  for (const std::string& source : sources) {
    SetPattern pattern = {static_cast<int>(&source - sources.data()), source, 0};
    const auto alone = table_of({&pattern, 1}, kMostStates);
    if (!alone) {
      fail("no automaton of " + source);
    }
    pattern.states = alone->size();
    by_reach[reach_of(source)].push_back(std::move(pattern));
  }
  std::string bytes;
  for (auto& [reach, patterns] : by_reach) {
    while (!patterns.empty()) {
      Group group;
      SetPatterns rest;
      add_to_group(group, patterns, rest);
      bytes += letterkit::as_bytes(letterkit::minimised(group.table), reach != Reach::head);
      patterns = std::move(rest);
    }
  }
  return bytes;
}

/// The generated source, piece by piece.
class Source {
 public:
  explicit Source(std::string folder) : folder_(std::move(folder)) {}

  /// Writes an automaton to a file; gives the expression for its bytes.
  std::string add(std::string_view automaton) {
    const std::string number = std::to_string(count_++);
    const std::string file = folder_ + "automaton" + number + ".bin";
    const std::string name = "letterkit_automaton" + number;
    write_file(file, automaton);
    // A compiler would take minutes over the bytes as numbers.
    symbols_ += "asm(\".section .rodata\\n.balign " +
                std::to_string(letterkit::kAutomatonAlignment) + "\\n.globl " + name +
                "\\n.hidden " + name + "\\n" + name + ":\\n.incbin \\\"" + file +
                "\\\"\\n.previous\\n\");\n" + "extern \"C\" const char " + name + "[];\n";
    return "std::string_view(" + name + ", " + std::to_string(automaton.size()) + ")";
  }

  void add_file(std::string_view path, std::string_view automaton) {
    files_.push_back("{\"" + std::string(path) + "\", " + add(automaton) + "}");
  }

  void add_pattern(const std::string& source, std::string_view automaton) {
    patterns_[source] = "{R\"_pattern_(" + source + ")_pattern_\", " + add(automaton) + "}";
  }

  void write() const {
    write_file(folder_ + "automata.cpp",
               "// Made from the profiles by compile_automata.\n"
               "// NOLINTBEGIN(readability-identifier-naming)\n"
               "#include \"support/automaton.hpp\"\n\n#include <array>\n\n"
               "#include \"profile/embedded.hpp\"\n\n" +
                   symbols_ + "\nnamespace letterkit {\n" +
                   function("EmbeddedFile", "automaton_files", files_) +
                   function("CompiledPattern", "compiled_patterns", rows_of(patterns_)) +
                   "\n}  // namespace letterkit\n// NOLINTEND(readability-identifier-naming)\n");
  }

 private:
  static std::vector<std::string> rows_of(const std::map<std::string, std::string>& by_name) {
    std::vector<std::string> rows;
    for (const auto& [name, row] : by_name) {
      rows.push_back(row);
    }
    return rows;
  }

  static std::string function(const std::string& type, const std::string& name,
                              const std::vector<std::string>& rows) {
    std::string text = "\nstd::span<const " + type + "> " + name +
                       "() {\n  static const std::array<" + type + ", " +
                       std::to_string(rows.size()) + "> kRows{{\n";
    for (const std::string& row : rows) {
      text += "    " + row + ",\n";
    }
    return text + "  }};\n  return kRows;\n}\n";
  }

  std::string folder_;
  std::string symbols_;
  std::vector<std::string> files_;
  std::map<std::string, std::string> patterns_;  // rows by the patterns, in whose order they stand
  std::size_t count_ = 0;
};

/// Larger automata would add up, in the size of the tools.
constexpr std::size_t kLargest = std::size_t{512} << 10U;

}  // namespace

namespace letterkit {

// None yet: they are what is made here.
std::span<const CompiledPattern> compiled_patterns() {
  return {};
}

}  // namespace letterkit

int main(int argc, char** argv) {
  if (argc != 2) {
    fail("takes a folder");
  }
  Source source(std::string(argv[1]) + '/');
  std::set<std::string> met;
  // Of what is looked for one by one. What is of one language stands together, so that a letter's
  // automata are on few pages.
  const auto add_alone = [&](const letterkit::Pattern& pattern) {
    const SetPattern alone = {0, pattern.source(), 0};
    const auto table =
        met.insert(alone.source).second ? table_of({&alone, 1}, kMostStates) : std::nullopt;
    const std::string automaton =
        table ? letterkit::as_bytes(letterkit::minimised(*table), true) : "";
    if (!automaton.empty() && automaton.size() <= kLargest) {
      source.add_pattern(pattern.source(), automaton);
    }
  };
  for (const letterkit::EmbeddedFile& file : letterkit::embedded_files()) {
    const letterkit::DataFile data{std::string(file.path), file.text, true};
    if (file.path.ends_with("/extract.txt")) {
      const auto extracts = value_of(letterkit::Extracts::parse(data));
      for (const auto& patterns : extracts.patterns()) {
        for (const letterkit::Pattern& pattern : patterns) {
          add_alone(pattern);
        }
      }
    } else if (file.path.ends_with("/split.txt")) {
      const auto words = value_of(letterkit::SplitWords::parse(data));
      for (const auto& pattern : {words.address_like, words.page_mark_like}) {
        if (pattern) {
          add_alone(*pattern);
        }
      }
    } else if (file.path.ends_with("/rules.txt")) {
      const auto rules = value_of(letterkit::Rules::parse(data, "", {}));
      for (const auto& pattern : rules.loose()) {
        if (pattern) {
          add_alone(*pattern);
        }
      }
      source.add_file(file.path, automata_of(rules.patterns().sources()));
    }
  }
  source.write();
  return 0;
}
