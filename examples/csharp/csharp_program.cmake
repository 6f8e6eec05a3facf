# add_csharp_program(NAME FILE…): compiles with Mono's mcs and writes a launcher NAME that finds the shared library.
# Where there is no Mono it only says so.
find_program(mcs mcs)
find_program(mono mono)

function(add_csharp_program name)
  if(NOT mcs OR NOT mono)
    message(STATUS "${name} is left out: it needs Mono (mono-mcs, mono-runtime)")
    return()
  endif()
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE source)
    list(APPEND sources "${source}")
  endforeach()
  set(assembly "${CMAKE_CURRENT_BINARY_DIR}/${name}.exe")
  add_custom_command(OUTPUT "${assembly}"
    COMMAND "${mcs}" -nologo -langversion:7 -warn:4 -warnaserror "-out:${assembly}" ${sources}
    DEPENDS ${sources} COMMENT "Compiling ${name}" VERBATIM)
  add_custom_target(${name}_program ALL DEPENDS "${assembly}")
  file(GENERATE OUTPUT "${CMAKE_BINARY_DIR}/${name}"
    CONTENT "#!/bin/sh\nLD_LIBRARY_PATH='$<TARGET_FILE_DIR:birthcase::capi>' exec '${mono}' '${assembly}' \"$@\"\n"
    FILE_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endfunction()
