# add_pascal_program(NAME FILE): compiles with Free Pascal, which stands in for Delphi, and with the units birthcase*.pas
# that lie beside this file. Where there is no Free Pascal it only says so.
find_program(fpc fpc)

function(add_pascal_program name file)
  if(NOT fpc)
    message(STATUS "${name} is left out: it needs Free Pascal (fp-compiler)")
    return()
  endif()
  set(source "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  set(program "${CMAKE_BINARY_DIR}/${name}")
  set(library "$<TARGET_FILE_DIR:birthcase::capi>")
  file(GLOB units "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/birthcase*.pas")
  add_custom_command(OUTPUT "${program}"
    COMMAND "${fpc}" -l- -v0ew -Sew "-Fu${CMAKE_CURRENT_FUNCTION_LIST_DIR}" "-FU${CMAKE_CURRENT_BINARY_DIR}" "-Fl${library}" "-k-rpath=${library}"
            "-o${program}" "${source}"
    DEPENDS "${source}" ${units} COMMENT "Compiling ${name}" VERBATIM)
  add_custom_target(${name}_program ALL DEPENDS "${program}")
endfunction()
