// Run at build time: the patterns of the built-in profiles' rules as automata, so that no tool has
// to compile them when it starts. In: a folder. Out: in it, an automaton for each file of rules and
// automata.cpp, which holds them and defines embedded_automata(), declared in
// src/profile/embedded.hpp.
#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <hs_common.h>
#include <hs_compile.h>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blocks/rules.hpp"
#include "profile/embedded.hpp"
#include "support/automaton.hpp"
#include "support/letter_classes.hpp"

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

/// Patterns, with the numbers that the automaton gives for them.
struct Patterns {
  std::vector<std::string> sources;
  std::vector<unsigned> numbers;

  void add(std::size_t number, const std::string& source) {
    sources.push_back(source);
    numbers.push_back(static_cast<unsigned>(number));
  }
};

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

/// The automaton of patterns. It runs on every machine that the engine runs on.
std::string compile(std::string_view path, const Patterns& patterns) {
  std::vector<const char*> sources;
  for (const std::string& source : patterns.sources) {
    sources.push_back(source.c_str());
  }
  const std::vector<unsigned> flags(sources.size(),
                                    HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY);
  const hs_platform_info_t any_machine{};
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(sources.data(), flags.data(), patterns.numbers.data(),
                       static_cast<unsigned>(sources.size()), HS_MODE_BLOCK, &any_machine,
                       &database, &error) != HS_SUCCESS) {
    const std::string pattern = error->expression < 0 ? "" : sources[error->expression];
    fail(std::string(path) + ": " + error->message + " [" + pattern + "]");
  }
  char* bytes = nullptr;
  std::size_t size = 0;
  if (hs_serialize_database(database, &bytes, &size) != HS_SUCCESS) {
    fail(std::string(path) + ": cannot be written as bytes");
  }
  hs_free_database(database);
  const std::string image = in_memory({bytes, size});
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

  void add_file(std::string_view path, const std::string& set, const std::string& loose) {
    rows_ += "    {\"" + std::string(path) + "\", {" + set + ",\n     " + loose + "}},\n";
    ++files_;
  }

  void write() const {
    write_file(folder_ + "automata.cpp",
               "// Made from the profiles by compile_automata.\n"
               "#include \"profile/embedded.hpp\"\n\n#include <array>\n\n" +
                   symbols_ +
                   "\nnamespace letterkit {\n\n"
                   "std::span<const EmbeddedAutomata> embedded_automata() {\n"
                   "  static const std::array<EmbeddedAutomata, " +
                   std::to_string(files_) + "> kAutomata{{\n" + rows_ +
                   "  }};\n  return kAutomata;\n}\n\n}  // namespace letterkit\n");
  }

 private:
  std::string folder_;
  std::string symbols_;
  std::string rows_;
  std::size_t count_ = 0;
  std::size_t files_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fail("takes a folder");
  }
  Source source(std::string(argv[1]) + '/');
  for (const letterkit::EmbeddedFile& file : letterkit::embedded_files()) {
    if (!file.path.ends_with("/rules.txt")) {
      continue;
    }
    const std::string language(file.path.substr(0, file.path.find('/')));
    const auto rules =
        letterkit::Rules::parse({std::string(file.path), file.text, true}, language, {});
    if (!rules) {
      fail(rules.error().where + ": " + rules.error().message);
    }
    Patterns set;
    for (const std::string& pattern : rules->patterns().sources()) {
      set.add(set.numbers.size(), pattern);
    }
    Patterns loose;
    for (std::size_t i = 0; i < rules->loose().size(); ++i) {
      if (const auto& pattern = rules->loose()[i]) {
        loose.add(i, letterkit::with_letter_ranges(pattern->source()));
      }
    }
    source.add_file(file.path, source.add(compile(file.path, set)),
                    source.add(compile(file.path, loose)));
  }
  source.write();
  return 0;
}
