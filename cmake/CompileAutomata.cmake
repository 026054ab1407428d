# Makes automata of the patterns of the built-in profiles, and compiles them into a library, so that no tool
# has to compile patterns when it starts. A program made here, compile_automata, does so at build time.
# Where it can't be run, for another machine without emulator, there are no automata, and RE2 compiles
# the patterns at run time, with the same results.
#
# Which bytes lines seldom hold, which decides what matching costs but never what it finds, is seen in the
# sample letters when the patterns are compiled: a change of those alone makes nothing anew.
#
#   letterkit_compile_automata(letterkit)      after letterkit_embed_profiles()
#
# What makes automata of patterns is a library of sources, automaton_maker, which tests compile, too.
function(letterkit_compile_automata target)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/automata)
  set(source ${folder}/automata.cpp)
  set(maker ${CMAKE_CURRENT_SOURCE_DIR}/generate)
  add_library(automaton_maker INTERFACE)
  target_sources(automaton_maker INTERFACE
    ${maker}/automaton_bytes.cpp
    ${maker}/byte_windows.cpp
    ${maker}/code_points.cpp
    ${maker}/determinise.cpp
    ${maker}/edges_found.cpp
    ${maker}/gate_maker.cpp
    ${maker}/group_patterns.cpp
    ${maker}/minimise.cpp
    ${maker}/needed_windows.cpp
    ${maker}/pattern_program.cpp
    ${maker}/sure_windows.cpp)
  target_include_directories(automaton_maker INTERFACE ${maker} ${CMAKE_CURRENT_SOURCE_DIR}/src)
  target_link_libraries(automaton_maker INTERFACE ICU::uc)
  if(NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR)
    file(MAKE_DIRECTORY ${folder})
    add_executable(compile_automata
      generate/compile_automata.cpp
      src/blocks/rules.cpp
      src/fields/keyed_words.cpp
      src/fields/phrase_table.cpp
      src/fields/word_table.cpp
      src/profile/extracts.cpp
      src/split/split_words.cpp
      src/split/start_gate.cpp
      src/support/automaton.cpp
      src/support/byte_gate.cpp
      src/support/data_file.cpp
      src/support/edge_bytes.cpp
      src/support/pattern_syntax.cpp
      src/support/pattern.cpp
      src/support/pattern_set.cpp
      src/support/re2_set.cpp
      src/support/tried_on_index.cpp
      src/support/unicode.cpp
      ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
    target_include_directories(compile_automata PRIVATE include)
    target_compile_features(compile_automata PRIVATE cxx_std_20)
    # Not optimised, and watched by sanitizers, it would take minutes.
    target_compile_options(compile_automata PRIVATE -O2 -fno-sanitize=all)
    target_link_libraries(compile_automata PRIVATE
      automaton_maker PkgConfig::RE2 letterkit_warnings)
    add_custom_command(OUTPUT ${source}
      COMMAND compile_automata ${folder} ${PROJECT_SOURCE_DIR}/samples
      DEPENDS compile_automata
      COMMENT "Compiling the profiles' patterns"
      VERBATIM)
  else()
    message(STATUS "letterkit: patterns are compiled when a tool starts")
    file(WRITE ${source}
      "#include \"profile/embedded.hpp\"\n#include \"support/automaton.hpp\"\n"
      "namespace letterkit {\nstd::span<const EmbeddedFile> automaton_files() {\n  return {};\n}\n"
      "std::span<const CompiledPattern> compiled_patterns() {\n  return {};\n}\n}\n")
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
