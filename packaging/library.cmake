# libghreveal: one header and a shared library, found by CMake's find_package(ghreveal) and by
# pkg-config. Like the program it looks for data and modules from its own place, hence lib/ and not
# the multiarch folder.
add_library(libghreveal SHARED src/library/ghreveal.cpp src/library/caller_files.cpp)
set_target_properties(libghreveal PROPERTIES OUTPUT_NAME ghreveal EXPORT_NAME ghreveal
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
  CXX_VISIBILITY_PRESET hidden)
target_include_directories(libghreveal PRIVATE src INTERFACE $<INSTALL_INTERFACE:include>)
target_compile_features(libghreveal INTERFACE cxx_std_20)
target_compile_definitions(libghreveal PRIVATE GHREVEAL_VERSION="${PROJECT_VERSION}")
target_link_libraries(libghreveal PRIVATE ghreveal_export)
# The stages' functions are no part of the interface.
target_link_options(libghreveal PRIVATE LINKER:--exclude-libs,ALL)
add_dependencies(libghreveal modules)

install(TARGETS libghreveal EXPORT ghreveal LIBRARY DESTINATION lib COMPONENT library
  NAMELINK_COMPONENT library)
install(FILES src/library/ghreveal.h DESTINATION include COMPONENT library)
install(EXPORT ghreveal FILE ghreveal-config.cmake NAMESPACE ghreveal::
  DESTINATION lib/cmake/ghreveal COMPONENT library)
include(CMakePackageConfigHelpers)
write_basic_package_version_file(${CMAKE_BINARY_DIR}/ghreveal-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/ghreveal-config-version.cmake
  DESTINATION lib/cmake/ghreveal COMPONENT library)
configure_file(packaging/ghreveal.pc.in ${CMAKE_BINARY_DIR}/ghreveal.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/ghreveal.pc DESTINATION lib/pkgconfig COMPONENT library)
