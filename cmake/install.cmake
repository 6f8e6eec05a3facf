# What an installed birthcase consists of, for find_package, for pkg-config and as a Debian package.
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/birthcase")
install(TARGETS birthcase EXPORT cpp)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/birthcase" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/profiles" DESTINATION "${CMAKE_INSTALL_DATADIR}/birthcase" PATTERN tests EXCLUDE PATTERN proofs EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/birthcase")
if(BIRTHCASE_STORE)
  install(TARGETS birthcase_store EXPORT store)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/store/include/birthcase" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT store NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-store-targets.cmake)
endif()
if(BIRTHCASE_CAPI)
  install(TARGETS birthcase_capi EXPORT capi)
  install(EXPORT capi NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-capi-targets.cmake)
  install(FILES ${birthcase_capi_headers} DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  # Relative, so that the installed tree can be moved.
  file(RELATIVE_PATH pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase.pc.in" "${PROJECT_BINARY_DIR}/birthcase.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/birthcase.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endif()
if(BIRTHCASE_CLI)
  install(TARGETS birthcase_cli)
endif()

install(EXPORT cpp NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-cpp-targets.cmake)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/birthcase-config.cmake.in"
  "${PROJECT_BINARY_DIR}/birthcase-config.cmake" INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/birthcase-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/birthcase-config.cmake" "${PROJECT_BINARY_DIR}/birthcase-config-version.cmake"
  DESTINATION "${package}")

# cpack -G DEB in the build folder makes the package.
set(CPACK_PACKAGE_VENDOR "birthcase")
set(CPACK_PACKAGE_CONTACT "The birthcase maintainers <maintainers@birthcase.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libboost1.81-dev, libfmt-dev, libicu-dev, libssl-dev, libsqlite3-dev, libpq-dev")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
include(CPack)
