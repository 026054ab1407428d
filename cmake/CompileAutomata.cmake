# Compiles the patterns of the built-in profiles to automata, and those into a library, so that no tool
# has to compile them when it starts. A program made here, compile_automata, does so at build time by
# Hyperscan. Where there is none, or the program can't be run, for another machine without emulator,
# there are no automata, and RE2 compiles the patterns at run time, with the same results.
#
# Vectorscan, which is called libhs as well, is not taken: its 5.4.9 overlooks "B.V." in
# "HAZELDEAN. Vishandel De Harde B.V." where the pattern is (?i)\b(?:b\.?v|n\.?v|v\.o\.f|u\.a|c\.v|e\.o|c\.s)\.$
# (one in thirty random texts that end so). Its versions go on from 5.4.3.
#
#   letterkit_compile_automata(letterkit)      after letterkit_embed_profiles()
#
# Sets LETTERKIT_AUTOMATON_LIBRARY, which the static library needs at run time, maybe empty.
pkg_check_modules(HYPERSCAN QUIET IMPORTED_TARGET "libhs<5.4.3")
find_library(LETTERKIT_HYPERSCAN_RUNTIME hs_runtime HINTS ${HYPERSCAN_LIBRARY_DIRS})
mark_as_advanced(LETTERKIT_HYPERSCAN_RUNTIME)

function(letterkit_compile_automata target)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/automata)
  set(source ${folder}/automata.cpp)
  set(LETTERKIT_AUTOMATON_LIBRARY "" PARENT_SCOPE)
  if(HYPERSCAN_FOUND AND LETTERKIT_HYPERSCAN_RUNTIME
     AND (NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR))
    file(MAKE_DIRECTORY ${folder})
    add_executable(compile_automata
      generate/compile_automata.cpp
      src/blocks/rules.cpp
      src/fields/keyed_words.cpp
      src/fields/phrase_table.cpp
      src/fields/word_table.cpp
      src/profile/extracts.cpp
      src/split/split_words.cpp
      src/support/automaton.cpp
      src/support/data_file.cpp
      src/support/edge_bytes.cpp
      src/support/pattern_syntax.cpp
      src/support/pattern.cpp
      src/support/pattern_set.cpp
      src/support/re2_set.cpp
      src/support/unicode.cpp
      ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
    target_include_directories(compile_automata PRIVATE include src)
    target_compile_features(compile_automata PRIVATE cxx_std_20)
    target_link_libraries(compile_automata PRIVATE
      PkgConfig::RE2 PkgConfig::HYPERSCAN ICU::uc letterkit_warnings)
    add_custom_command(OUTPUT ${source}
      COMMAND compile_automata ${folder}
      DEPENDS compile_automata
      COMMENT "Compiling the rules' patterns"
      VERBATIM)
    target_compile_definitions(${target} PRIVATE LETTERKIT_HYPERSCAN=1)
    target_include_directories(${target} SYSTEM PRIVATE ${HYPERSCAN_INCLUDE_DIRS})
    target_link_directories(${target} PRIVATE ${HYPERSCAN_LIBRARY_DIRS})
    target_link_libraries(${target} PRIVATE hs_runtime)
    set(LETTERKIT_AUTOMATON_LIBRARY hs_runtime PARENT_SCOPE)
  else()
    message(STATUS "letterkit: no libhs; patterns are compiled when a tool starts")
    file(WRITE ${source}
      "#include \"profile/embedded.hpp\"\n#include \"support/automaton.hpp\"\n"
      "namespace letterkit {\nstd::span<const EmbeddedFile> automaton_files() {\n  return {};\n}\n"
      "std::span<const CompiledPattern> compiled_patterns() {\n  return {};\n}\n}\n")
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
