# Compiles the names of months and weekdays of the built-in profiles' languages into a library. A program
# made here, print_calendar, asks ICU's locale data for them at build time. Where it can't be run, for
# another machine without emulator, there are none, and the library asks the locale data itself.
#
#   letterkit_embed_calendars(letterkit ${CMAKE_CURRENT_SOURCE_DIR}/profiles)
function(letterkit_embed_calendars target directory)
  file(GLOB languages CONFIGURE_DEPENDS RELATIVE ${directory} ${directory}/*)
  list(SORT languages)
  if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
    set(languages)
  endif()
  set(source ${CMAKE_CURRENT_BINARY_DIR}/calendar_files.cpp)
  if(languages)
    add_executable(print_calendar generate/print_calendar.cpp src/support/calendar.cpp)
    target_include_directories(print_calendar PRIVATE src)
    target_compile_features(print_calendar PRIVATE cxx_std_20)
    target_link_libraries(print_calendar PRIVATE ICU::uc letterkit_warnings)
    add_custom_command(OUTPUT ${source}
      COMMAND print_calendar ${languages} > ${source}.new
      COMMAND ${CMAKE_COMMAND} -E rename ${source}.new ${source}
      DEPENDS print_calendar
      COMMENT "Embedding calendars"
      VERBATIM)
  else()
    file(WRITE ${source}
      "#include \"profile/embedded.hpp\"\n"
      "namespace letterkit {\nstd::span<const EmbeddedFile> calendar_files() {\n  return {};\n}\n}\n")
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
