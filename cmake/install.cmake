# What an installed birthcase consists of, for find_package, for pkg-config and as a Debian package.
include(CMakePackageConfigHelpers)

if(BIRTHCASE_BUNDLED)
  include("${CMAKE_CURRENT_LIST_DIR}/install_bundled.cmake")
  return()
endif()

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/birthcase")
# A component is a Debian package (debian.cmake); CMake's own components are those of birthcase-config.cmake.
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME development)
install(TARGETS birthcase_feel EXPORT feel)
install(TARGETS birthcase EXPORT cpp)
install(TARGETS birthcase_authoring EXPORT authoring)
foreach(part IN ITEMS feel cpp authoring)
  install(EXPORT ${part} NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-${part}-targets.cmake)
endforeach()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/birthcase" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY "${PROJECT_SOURCE_DIR}/profiles" DESTINATION "${CMAKE_INSTALL_DATADIR}/birthcase"
  COMPONENT program PATTERN tests EXCLUDE PATTERN proofs EXCLUDE)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/schemas" DESTINATION "${CMAKE_INSTALL_DATADIR}/birthcase" COMPONENT program)
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/NOTICE" DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT licence)
if(BIRTHCASE_STORE)
  install(TARGETS birthcase_store EXPORT store)
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/store/include/birthcase" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT store NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-store-targets.cmake)
endif()
if(BIRTHCASE_CAPI)
  install(TARGETS birthcase_capi EXPORT capi LIBRARY COMPONENT library NAMELINK_COMPONENT development)
  install(EXPORT capi NAMESPACE birthcase:: DESTINATION "${package}" FILE birthcase-capi-targets.cmake)
  install(FILES ${birthcase_capi_headers} "${birthcase_capi_wrapper}" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  # Relative, so that the installed tree can be moved.
  file(RELATIVE_PATH pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
  # The loader looks where the system has its libraries; of any other prefix a program has to be told.
  set(run_path "")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase.pc.in" "${PROJECT_BINARY_DIR}/pc/system/birthcase.pc" @ONLY)
  set(run_path " -Wl,-rpath,\${libdir}")
  configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase.pc.in" "${PROJECT_BINARY_DIR}/pc/own/birthcase.pc" @ONLY)
  install(CODE "
    set(whose own)
    if(CMAKE_INSTALL_PREFIX MATCHES \"^/usr(/local)?/?$\")
      set(whose system)
    endif()
    file(INSTALL \"${PROJECT_BINARY_DIR}/pc/\${whose}/birthcase.pc\"
      DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_LIBDIR}/pkgconfig\")" COMPONENT development)
  if(TARGET birthcase_capi_static)
    set(static_needs "-licui18n -licuuc -licudata -lcrypto")
    if(BIRTHCASE_STORE AND BIRTHCASE_SQLCIPHER)
      string(APPEND static_needs " -lsqlcipher")
    elseif(BIRTHCASE_STORE)
      string(APPEND static_needs " -lsqlite3")
    endif()
    if(with_postgresql)
      string(APPEND static_needs " -lpq")
    endif()
    string(APPEND static_needs " -lstdc++")
    configure_file("${PROJECT_SOURCE_DIR}/cmake/birthcase-static.pc.in" "${PROJECT_BINARY_DIR}/pc/birthcase-static.pc" @ONLY)
    install(TARGETS birthcase_capi_static)
    install(FILES "${PROJECT_BINARY_DIR}/pc/birthcase-static.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
  endif()
endif()
if(BIRTHCASE_CLI)
  install(TARGETS birthcase_cli COMPONENT program)
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/birthcase-config.cmake.in"
  "${PROJECT_BINARY_DIR}/birthcase-config.cmake" INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/birthcase-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/birthcase-config.cmake" "${PROJECT_BINARY_DIR}/birthcase-config-version.cmake"
  DESTINATION "${package}")

include("${CMAKE_CURRENT_LIST_DIR}/debian.cmake")
