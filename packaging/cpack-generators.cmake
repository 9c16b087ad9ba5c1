# Read by cpack once for each generator. The Debian package is the program; the library is a matter
# of the tarball and of `cmake --install`.
if(CPACK_GENERATOR STREQUAL "DEB")
  set(CPACK_INSTALL_CMAKE_PROJECTS "${CPACK_BINARY_FOLDER};ghreveal;Unspecified;/")
endif()
