// Run at build time: the patterns of the built-in profiles' rules as automata, so that no tool has
// to compile them when it starts. In: a folder. Out: in it, an automaton for each file of rules and
// automata.cpp, which holds them and defines automaton_files(), declared in
// src/profile/embedded.hpp.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <hs_common.h>
#include <hs_compile.h>

#include "blocks/rules.hpp"
#include "profile/embedded.hpp"

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

/// The automaton of patterns. It runs on every machine that the engine runs on.
std::string compile(std::string_view path, const std::vector<std::string>& patterns) {
  std::vector<const char*> sources;
  std::vector<unsigned> flags;
  std::vector<unsigned> numbers;
  for (const std::string& pattern : patterns) {
    sources.push_back(pattern.c_str());
    flags.push_back(HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH | HS_FLAG_ALLOWEMPTY);
    numbers.push_back(static_cast<unsigned>(numbers.size()));
  }
  const hs_platform_info_t any_machine{};
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(sources.data(), flags.data(), numbers.data(),
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
  std::string result(bytes, size);
  std::free(bytes);
  hs_free_database(database);
  return result;
}

}  // namespace

namespace letterkit {

// None yet: they are what is made here.
std::span<const EmbeddedFile> automaton_files() {
  return {};
}

}  // namespace letterkit

int main(int argc, char** argv) {
  if (argc != 2) {
    fail("takes a folder");
  }
  const std::string folder = std::string(argv[1]) + '/';
  std::string symbols;
  std::string table;
  std::size_t count = 0;
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
    const std::string bytes = compile(file.path, rules->patterns().sources());
    const std::string number = std::to_string(count++);
    const std::string binary = folder + "automaton" + number + ".bin";
    const std::string name = "letterkit_automaton" + number;
    write_file(binary, bytes);
    // The compiler would take minutes over the bytes as numbers.
    symbols += "asm(\".section .rodata\\n.balign 64\\n.globl " + name + "\\n.hidden " + name + "\\n" +
               name + ":\\n.incbin \\\"" + binary + "\\\"\\n.previous\\n\");\n" +
               "extern \"C\" const char " + name + "[];\n";
    table += "    {\"" + std::string(file.path) + "\", std::string_view(" + name + ", " +
             std::to_string(bytes.size()) + ")},\n";
  }
  write_file(folder + "automata.cpp",
             "// Made from the profiles by compile_automata.\n"
             "#include \"profile/embedded.hpp\"\n\n#include <array>\n\n" +
                 symbols +
                 "\nnamespace letterkit {\n\nstd::span<const EmbeddedFile> automaton_files() {\n"
                 "  static const std::array<EmbeddedFile, " +
                 std::to_string(count) + "> kFiles{{\n" + table +
                 "  }};\n  return kFiles;\n}\n\n}  // namespace letterkit\n");
  return 0;
}
