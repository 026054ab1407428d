# What `cmake --install` lays down beside the tools (apps/ installs those): the library, its headers,
# the CMake package letterkit::letterkit, letterkit.pc and the man pages.
include(CMakePackageConfigHelpers)

set(_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/letterkit)

install(TARGETS letterkit EXPORT letterkitTargets FILE_SET HEADERS)
install(EXPORT letterkitTargets NAMESPACE letterkit:: DESTINATION ${_package_dir})

get_target_property(LETTERKIT_LIBRARY_TYPE letterkit TYPE)
configure_package_config_file(cmake/letterkit-config.cmake.in
  ${PROJECT_BINARY_DIR}/letterkit-config.cmake INSTALL_DESTINATION ${_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/letterkit-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES
  ${PROJECT_BINARY_DIR}/letterkit-config.cmake
  ${PROJECT_BINARY_DIR}/letterkit-config-version.cmake
  DESTINATION ${_package_dir})

# Who links the static library must link what it needs too; who links the shared one need not.
if(LETTERKIT_LIBRARY_TYPE STREQUAL SHARED_LIBRARY)
  set(LETTERKIT_PC_REQUIRES Requires.private)
else()
  set(LETTERKIT_PC_REQUIRES Requires)
endif()
set(_pc_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
# The installed tree may be moved: paths in the .pc file start from its own folder.
file(RELATIVE_PATH LETTERKIT_PC_PREFIX /${_pc_dir} /)
string(REGEX REPLACE "/$" "" LETTERKIT_PC_PREFIX ${LETTERKIT_PC_PREFIX})
configure_file(cmake/letterkit.pc.in ${PROJECT_BINARY_DIR}/letterkit.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/letterkit.pc DESTINATION ${_pc_dir})

if(EXISTS ${PROJECT_SOURCE_DIR}/man)
  install(DIRECTORY man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 FILES_MATCHING PATTERN "*.1")
endif()
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
