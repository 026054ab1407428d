# letterkit_install_completions(TOOL): scripts for bash, zsh and fish, printed by the tool itself
# after it is built, and installed where the shells look. A tool built for another machine can't be
# run here; then there are none.
function(letterkit_install_completions tool)
  if(CMAKE_CROSSCOMPILING)
    return()
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/completions)
  set(bash ${folder}/${tool}.bash)
  set(zsh ${folder}/_${tool})
  set(fish ${folder}/${tool}.fish)
  add_custom_command(TARGET ${tool} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -E make_directory ${folder}
    COMMAND ${tool} --completions bash > ${bash}
    COMMAND ${tool} --completions zsh > ${zsh}
    COMMAND ${tool} --completions fish > ${fish}
    BYPRODUCTS ${bash} ${zsh} ${fish} VERBATIM)
  install(FILES ${bash} RENAME ${tool}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${zsh} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
  install(FILES ${fish} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endfunction()
