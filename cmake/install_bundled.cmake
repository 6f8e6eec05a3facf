# What a self-contained birthcase consists of: the C interface and the command line, which need nothing else. The C++
# libraries are for those who build with the system's.
if(BIRTHCASE_CLI)
  install(TARGETS birthcase_cli RUNTIME DESTINATION bin COMPONENT release)
endif()
if(NOT BIRTHCASE_CAPI)
  return()
endif()
set(package "lib/cmake/birthcase")
# On Windows without the import library of the linker, whose names are not those that a C compiler calls.
install(TARGETS birthcase_capi RUNTIME DESTINATION bin COMPONENT release LIBRARY DESTINATION lib COMPONENT release
  ARCHIVE DESTINATION lib COMPONENT unused EXCLUDE_FROM_ALL)
install(FILES ${birthcase_capi_headers} "${birthcase_capi_wrapper}" DESTINATION include COMPONENT release)
install(FILES ${birthcase_import_libraries} DESTINATION lib COMPONENT release)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION share/birthcase COMPONENT release)

set(CMAKE_INSTALL_LIBDIR lib)
set(pc_prefix "../..")  # relative, so that the installed tree can be moved
set(run_path "")
if(NOT WIN32)  # the loader has to be told of a prefix that is not the system's
  set(run_path " -Wl,-rpath,\${libdir}")
  set(static_needs "-ldl")  # release/static-library makes the archive
  configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase-static.pc.in" "${PROJECT_BINARY_DIR}/birthcase-static.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/birthcase-static.pc" DESTINATION lib/pkgconfig COMPONENT release)
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase.pc.in" "${PROJECT_BINARY_DIR}/birthcase.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/birthcase.pc" DESTINATION lib/pkgconfig COMPONENT release)
configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase-config-bundled.cmake.in"
  "${PROJECT_BINARY_DIR}/birthcase-config.cmake" @ONLY)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/birthcase-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/birthcase-config.cmake" "${PROJECT_BINARY_DIR}/birthcase-config-version.cmake"
  DESTINATION "${package}" COMPONENT release)
