// Run at build time: the calendars of languages as a C++ file, so that no tool has to ask the
// locale data for them when it starts. In: languages. Out: the function calendar_files() that
// src/profile/embedded.hpp declares, on standard output.
//
//   print_calendar nl   ->   ... {"nl"sv, "month 1 | januari | jan\n..."} ...
#include <cstdio>
#include <string>

#include "support/calendar.hpp"

int main(int argc, char** argv) {
  std::string source =
      "// Made from the locale data by print_calendar.\n"
      "#include \"profile/embedded.hpp\"\n\n#include <array>\n\n"
      "using namespace std::literals;\n\nnamespace letterkit {\n\n"
      "std::span<const EmbeddedFile> calendar_files() {\n"
      "  static constexpr std::array<EmbeddedFile, " +
      std::to_string(argc - 1) + "> kFiles{{\n";
  for (int i = 1; i < argc; ++i) {
    source += "    {\"" + std::string(argv[i]) + "\"sv, R\"(" + letterkit::calendar_rows(argv[i]) +
              ")\"sv},\n";
  }
  source += "  }};\n  return kFiles;\n}\n\n}  // namespace letterkit\n";
  return std::fputs(source.c_str(), stdout) < 0 || std::fflush(stdout) != 0 ? 1 : 0;
}
