# Compiles through ccache when it is there, unless the user chose a launcher. Paths are made relative
# before hashing, so that a fresh clone in another folder finds what an earlier one compiled.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  find_program(LETTERKIT_CCACHE ccache)
  mark_as_advanced(LETTERKIT_CCACHE)
  if(LETTERKIT_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
      ${LETTERKIT_CCACHE})
  endif()
endif()
