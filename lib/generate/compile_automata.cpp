// Run at build time: the patterns of the built-in profiles as automata, so that no tool has to
// compile them when it starts. In: a folder. Out: in it, automata (one for each file of rules, one
// for each pattern that is looked for by itself) and automata.cpp, which holds them and defines
// automaton_files() and compiled_patterns(), declared in src/profile/embedded.hpp and
// src/support/automaton.hpp.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <hs_common.h>
#include <hs_compile.h>
#include <iostream>
#include <map>
#include <new>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"
#include "profile/embedded.hpp"
#include "profile/extracts.hpp"
#include "split/split_words.hpp"
#include "support/automaton.hpp"
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

/// What a written automaton becomes in memory. That is what is compiled in: to load a written one
/// costs as much as reading a letter, for its megabyte is checked and copied.
std::string in_memory(std::string_view written) {
  std::size_t size = 0;
  if (hs_serialized_database_size(written.data(), written.size(), &size) != HS_SUCCESS) {
    fail("an automaton's size is unknown");
  }
  constexpr std::align_val_t kAlignment{letterkit::Automaton::kAlignment};
  auto* const memory = static_cast<char*>(::operator new(size, kAlignment));
  std::fill_n(memory, size, '\0');
  auto* const database = reinterpret_cast<hs_database_t*>(memory);
  if (hs_deserialize_database_at(written.data(), written.size(), database) != HS_SUCCESS) {
    fail("an automaton cannot be read back");
  }
  std::string image(memory, size);
  ::operator delete(memory, kAlignment);
  return image;
}

template <typename Value>
Value value_of(letterkit::Result<Value> result) {
  if (!result) {
    fail(result.error().where + ": " + result.error().message);
  }
  return std::move(*result);
}

/// The automaton of patterns, which runs on every machine that the engine runs on; none with an
/// error, when the engine can't compile one of them.
std::optional<std::string> compile(const std::vector<std::string>& patterns, std::string& error) {
  std::vector<std::string> ranged;
  std::vector<const char*> sources;
  std::vector<unsigned> numbers;
  for (const std::string& pattern : patterns) {
    ranged.push_back(letterkit::as_engines_agree(pattern));
  }
  for (const std::string& source : ranged) {
    numbers.push_back(static_cast<unsigned>(sources.size()));
    sources.push_back(source.c_str());
  }
  const std::vector<unsigned> flags(sources.size(),
                                    HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY);
  const hs_platform_info_t any_machine{};
  hs_database_t* database = nullptr;
  hs_compile_error_t* problem = nullptr;
  if (hs_compile_multi(sources.data(), flags.data(), numbers.data(),
                       static_cast<unsigned>(sources.size()), HS_MODE_BLOCK, &any_machine,
                       &database, &problem) != HS_SUCCESS) {
    const int number = problem->expression;
    error = problem->message;
    error += number < 0 ? "" : " [" + patterns[static_cast<std::size_t>(number)] + "]";
    hs_free_compile_error(problem);
    return std::nullopt;
  }
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database, &bytes, &size) != HS_SUCCESS) {
    fail("an automaton cannot be written as bytes");
  }
  hs_free_database(database);
  std::string image = in_memory({bytes, size});
  std::free(bytes);
  return image;
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
                std::to_string(letterkit::Automaton::kAlignment) + "\\n.globl " + name +
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
    std::string error;
    const auto automaton = met.insert(pattern.source()).second ? compile({pattern.source()}, error)
                                                               : std::optional<std::string>();
    if (automaton && automaton->size() <= kLargest) {
      source.add_pattern(pattern.source(), *automaton);
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
      std::string error;
      const auto automaton = compile(rules.patterns().sources(), error);
      if (!automaton) {
        fail(data.path + ": " + error);
      }
      source.add_file(file.path, *automaton);
    }
  }
  source.write();
  return 0;
}
