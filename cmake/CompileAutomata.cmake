# Compiles the patterns of the built-in profiles' rules to automata, and those into a library, so that
# no tool has to compile patterns when it starts. A program made here, compile_automata, does so at
# build time by Vectorscan (or Hyperscan: both are libhs). Where there is none, or the program can't be
# run, for another machine without emulator, there are no automata, and RE2 compiles the patterns at
# run time, with the same results.
#
#   letterkit_compile_automata(letterkit)      after letterkit_embed_profiles()
#
# Sets LETTERKIT_AUTOMATON_LIBRARY, which the static library needs at run time, maybe empty.
pkg_check_modules(VECTORSCAN QUIET IMPORTED_TARGET libhs)
find_library(LETTERKIT_VECTORSCAN_RUNTIME hs_runtime HINTS ${VECTORSCAN_LIBRARY_DIRS})
mark_as_advanced(LETTERKIT_VECTORSCAN_RUNTIME)

function(letterkit_compile_automata target)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/automata)
  set(source ${folder}/automata.cpp)
  set(LETTERKIT_AUTOMATON_LIBRARY "" PARENT_SCOPE)
  if(VECTORSCAN_FOUND AND LETTERKIT_VECTORSCAN_RUNTIME
     AND (NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR))
    file(MAKE_DIRECTORY ${folder})
    add_executable(compile_automata
      generate/compile_automata.cpp
      src/blocks/rules.cpp
      src/support/automaton.cpp
      src/support/data_file.cpp
      src/support/first_bytes.cpp
      src/support/letter_classes.cpp
      src/support/pattern.cpp
      src/support/pattern_set.cpp
      ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
    target_include_directories(compile_automata PRIVATE include src)
    target_compile_features(compile_automata PRIVATE cxx_std_20)
    target_link_libraries(compile_automata PRIVATE
      PkgConfig::RE2 PkgConfig::VECTORSCAN letterkit_warnings)
    add_custom_command(OUTPUT ${source}
      COMMAND compile_automata ${folder}
      DEPENDS compile_automata
      COMMENT "Compiling the rules' patterns"
      VERBATIM)
    target_compile_definitions(${target} PRIVATE LETTERKIT_VECTORSCAN=1)
    target_include_directories(${target} SYSTEM PRIVATE ${VECTORSCAN_INCLUDE_DIRS})
    target_link_directories(${target} PRIVATE ${VECTORSCAN_LIBRARY_DIRS})
    target_link_libraries(${target} PRIVATE hs_runtime)
    set(LETTERKIT_AUTOMATON_LIBRARY hs_runtime PARENT_SCOPE)
  else()
    message(STATUS "letterkit: no libhs; patterns are compiled when a tool starts")
    file(WRITE ${source}
      "#include \"profile/embedded.hpp\"\n"
      "namespace letterkit {\nstd::span<const EmbeddedAutomata> embedded_automata() {\n  return {};\n}\n}\n")
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
