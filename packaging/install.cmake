# What `cmake --install` brings besides programs and modules. The program looks for its data from
# its own place (support/data_directory.cpp), so that an installed tree can be moved: hence no
# GNUInstallDirs for lib/ and share/ghreveal.
install(DIRECTORY fonts themes DESTINATION share/ghreveal)
install(FILES README.md CHANGELOG.md SECURITY.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs PATTERN HACKING.md EXCLUDE)
install(DIRECTORY examples DESTINATION ${CMAKE_INSTALL_DOCDIR} PATTERN "*.pdf" EXCLUDE)

# What the program says of its own command line.
set(manual ${CMAKE_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual})
find_program(GZIP gzip REQUIRED)
function(ghreveal_made_by_program output)
  add_custom_command(OUTPUT ${manual}/${output}
    COMMAND ghreveal ${ARGN} > ${manual}/${output}
    DEPENDS ghreveal VERBATIM)
endfunction()
ghreveal_made_by_program(ghreveal.1 manual-page)
ghreveal_made_by_program(ghreveal.bash completions bash)
ghreveal_made_by_program(ghreveal.fish completions fish)
ghreveal_made_by_program(_ghreveal completions zsh)
add_custom_command(OUTPUT ${manual}/ghreveal.1.gz
  COMMAND ${GZIP} -9 --no-name --keep --force ${manual}/ghreveal.1
  DEPENDS ${manual}/ghreveal.1)
add_custom_target(manual ALL DEPENDS
  ${manual}/ghreveal.1.gz ${manual}/ghreveal.bash ${manual}/ghreveal.fish ${manual}/_ghreveal)
install(FILES ${manual}/ghreveal.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${manual}/ghreveal.bash RENAME ghreveal
  DESTINATION share/bash-completion/completions)
install(FILES ${manual}/ghreveal.fish DESTINATION share/fish/vendor_completions.d)
install(FILES ${manual}/_ghreveal DESTINATION share/zsh/vendor-completions)
