# Compiles profile files into a library, so that the tools work with nothing installed beside them.
#
# In: a folder of profiles (nl/rules.txt, nl/names/prefixes.txt ...) and the name of a function. Out: one
# generated C++ file with that function, which gives a table of (path, text); src/profile/embedded.hpp
# declares it.
#
#   letterkit_embed_profiles(letterkit ${CMAKE_CURRENT_SOURCE_DIR}/profiles embedded_files)
#
# The file is made again when a profile file is changed, added or removed. This module is also the
# script that makes it (cmake -P), so that a build needs nothing but CMake.

# A raw literal ends at )DELIMITER"; no profile file may hold that.
set(_embed_delimiter "_profile_data_")

function(letterkit_embed_profiles target directory name)
  # The data files are globbed, unlike sources: to add a profile is to add files, and nothing else.
  file(GLOB_RECURSE paths CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/*/*)
  # Editors' backups and hidden files are not data.
  list(FILTER paths EXCLUDE REGEX "(^|/)\\.|~$|\\.orig$|\\.rej$")
  list(SORT paths)
  list(TRANSFORM paths PREPEND ${directory}/ OUTPUT_VARIABLE files)

  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/${name}.list)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  # Rewritten only when the list differs, so that a removed file remakes the table as well.
  file(CONFIGURE OUTPUT ${list_file} CONTENT "${paths}" @ONLY)

  set(script ${CMAKE_CURRENT_FUNCTION_LIST_FILE})
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -D DIRECTORY=${directory} -D LIST=${list_file} -D OUTPUT=${source}
            -D NAME=${name} -P ${script}
    DEPENDS ${files} ${list_file} ${script}
    COMMENT "Embedding ${directory}"
    VERBATIM)
  target_sources(${target} PRIVATE ${source})
endfunction()

# Appends one file to the generated source.
function(_embed_file output directory path)
  file(READ "${directory}/${path}" text)
  string(FIND "${text}" ")${_embed_delimiter}\"" delimiter_at)
  if(NOT delimiter_at EQUAL -1)
    message(FATAL_ERROR "${directory}/${path}: holds )${_embed_delimiter}\", which ends the literal "
                        "it is embedded in; write it another way")
  endif()
  string(FIND "${text}" "\r" carriage_return_at)
  if(NOT carriage_return_at EQUAL -1)
    message(FATAL_ERROR "${directory}/${path}: has \\r line ends; save it with \\n")
  endif()
  file(APPEND ${output}
    "    {\"${path}\"sv, R\"${_embed_delimiter}(${text})${_embed_delimiter}\"sv},\n")
endfunction()

function(_embed_all directory list_file output name)
  file(READ ${list_file} paths)
  list(LENGTH paths count)
  file(WRITE ${output}.new
    "// Made from the profile files by EmbedProfiles.cmake; edit those instead.\n"
    "#include \"profile/embedded.hpp\"\n"
    "\n#include <array>\n"
    # Literals longer than a compiler must support are fine on those we build with.
    "\n#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
    "\nusing namespace std::literals;\n"
    "\nnamespace letterkit {\n"
    "\nstd::span<const EmbeddedFile> ${name}() {\n"
    "  static constexpr std::array<EmbeddedFile, ${count}> kFiles{{\n")
  foreach(path IN LISTS paths)
    _embed_file(${output}.new ${directory} "${path}")
  endforeach()
  file(APPEND ${output}.new "  }};\n  return kFiles;\n}\n\n}  // namespace letterkit\n")
  file(RENAME ${output}.new ${output})
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  _embed_all(${DIRECTORY} ${LIST} ${OUTPUT} ${NAME})
endif()
