# The Debian packages libbirthcase1, libbirthcase-dev, birthcase and python3-birthcase: `cpack -G DEB` in the build folder.
# Debian has libraries in a folder for each architecture: configure with -DCMAKE_INSTALL_PREFIX=/usr, as the preset `debian`
# does.
if(NOT (BIRTHCASE_CAPI AND BIRTHCASE_CLI))
  return()
endif()
set(CPACK_PACKAGE_NAME birthcase)
set(CPACK_PACKAGE_VENDOR "birthcase")
set(CPACK_PACKAGE_CONTACT "The birthcase maintainers <maintainers@birthcase.invalid>")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX "/usr")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL library development program python)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each has its own

set(birthcase_deb_library "libbirthcase${abi_version}")
set(birthcase_deb_development libbirthcase-dev)
set(birthcase_deb_program birthcase)
set(birthcase_deb_python python3-birthcase)
set(same_version "${birthcase_deb_library} (= ${PROJECT_VERSION})")

# One component: its section and its description, which begins with one line.
string(CONCAT birthcase_deb_what
  "birthcase works out, from what is known about one birth, the one application\n"
  "form, the documents that the family must bring, and the route through the\n"
  "departments. ")
macro(birthcase_deb component section summary text)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${birthcase_deb_${component}})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${summary}\n${birthcase_deb_what}${text}")
endmacro()
birthcase_deb(library libs "China's joint birth service: shared library"
  "This package has the shared library with the C\ninterface.")
birthcase_deb(development libdevel "China's joint birth service: development files"
  "This package has the headers, the static libraries, and\nthe files for pkg-config and CMake, for C and for C++.")
birthcase_deb(program misc "China's joint birth service: command line"
  "This package has the command line, which also keeps cases\nand tests the rules of a city.")
birthcase_deb(python python "China's joint birth service: Python package"
  "This package has the Python package, which calls the\nshared library.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
# Which package a program needs that is linked with the library; the loader's list is written anew when that comes.
set(control "${PROJECT_BINARY_DIR}/debian")
file(CONFIGURE OUTPUT "${control}/shlibs" CONTENT "libbirthcase @abi_version@ @birthcase_deb_library@ (>= @PROJECT_VERSION@)\n" @ONLY)
file(CONFIGURE OUTPUT "${control}/triggers" CONTENT "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${control}/shlibs;${control}/triggers")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${same_version}")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
  "libboost1.81-dev, libfmt-dev, libicu-dev, libssl-dev, libsqlite3-dev, libpq-dev, libpugixml-dev")
set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS "${same_version}, python3 (>= 3.9)")
set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA
  "${CMAKE_CURRENT_LIST_DIR}/debian/python/postinst;${CMAKE_CURRENT_LIST_DIR}/debian/python/prerm")

# What only these packages have: how each is licensed and what changed in it, the manual, and the Python package where
# Debian's Python looks.
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  install(CODE "set(birthcase_package ${birthcase_deb_${component}})
    set(birthcase_source \"${PROJECT_SOURCE_DIR}\")
    set(birthcase_version ${PROJECT_VERSION})
    set(birthcase_contact \"${CPACK_PACKAGE_CONTACT}\")
    include(\"${CMAKE_CURRENT_LIST_DIR}/debian/papers.cmake\")" COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
set(python_folder lib/python3/dist-packages)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/bindings/python/src/birthcase" DESTINATION ${python_folder}
  COMPONENT python EXCLUDE_FROM_ALL FILES_MATCHING PATTERN "*.py" PATTERN py.typed PATTERN __pycache__ EXCLUDE)
set(CPACK_POST_BUILD_SCRIPTS "${CMAKE_CURRENT_LIST_DIR}/debian/finish.cmake")
include(CPack)
