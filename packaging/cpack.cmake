# `cpack` in a build folder makes a Debian package and a tarball that may be unpacked anywhere.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_SOURCE_DIR}/packaging/cpack-generators.cmake)
set(CPACK_BINARY_FOLDER ${CMAKE_BINARY_DIR})
set(CPACK_PACKAGE_NAME ghreveal)
set(CPACK_PACKAGE_VENDOR "ghreveal")
set(CPACK_PACKAGE_CONTACT "The ghreveal maintainers <maintainers@ghreveal.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "exporter of reveal.js slides to PDF and pictures")
set(CPACK_PACKAGE_DESCRIPTION
"It turns reveal.js decks (gh-reveal's Markdown, HTML pages, reveal-md's
Markdown) into tagged PDFs with a page for every fragment state, into pictures
and into handouts with notes. It needs no browser: its own layout engine places
the slides as the reveal.js themes do, in a few dozen milliseconds.")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS  # whatever the builder's umask is
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)  # of the modules too, which the program loads itself
# Characters that the bundled fonts lack, and what shows the notes.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-color-emoji")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "pympress | pdf-presenter-console")

# What Debian's policy wants beside the documentation (12.5 copyright, 12.7 changelogs).
set(debian ${CMAKE_BINARY_DIR}/debian)
file(MAKE_DIRECTORY ${debian})
execute_process(COMMAND git log -1 --format=%cD WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
  OUTPUT_VARIABLE commit_date ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
if(NOT commit_date)
  set(commit_date "Thu, 01 Jan 1970 00:00:00 +0000")
endif()
file(CONFIGURE OUTPUT ${debian}/changelog.Debian CONTENT
"ghreveal (@PROJECT_VERSION@-@CPACK_DEBIAN_PACKAGE_RELEASE@) unstable; urgency=medium

  * See /usr/share/doc/ghreveal/CHANGELOG.md.

 -- @CPACK_PACKAGE_CONTACT@  @commit_date@
" @ONLY)
add_custom_command(OUTPUT ${debian}/changelog.Debian.gz
  COMMAND ${GZIP} -9 --no-name --keep --force ${debian}/changelog.Debian
  DEPENDS ${debian}/changelog.Debian)
add_custom_target(debian_papers ALL DEPENDS ${debian}/changelog.Debian.gz)
install(FILES ${debian}/changelog.Debian.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
file(READ .reuse/dep5 copyright)
file(READ packaging/copyright-texts copyright_texts)
file(CONFIGURE OUTPUT ${debian}/copyright CONTENT "@copyright@\n@copyright_texts@" @ONLY)
install(FILES ${debian}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY LICENSES DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/lintian-overrides RENAME ghreveal DESTINATION share/lintian/overrides)

include(CPack)
