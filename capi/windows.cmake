# birthcase.dll by MinGW: undecorated names, which is how Delphi, PowerBuilder, .NET and GetProcAddress ask for functions; and
# import libraries. On 32-bit Windows the functions are __stdcall: a C compiler calls `_birthcase_plan_new@24`, and the
# import library has to lead from there to the plain name.
set_target_properties(birthcase_capi PROPERTIES PREFIX "" IMPORT_PREFIX "lib" RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
target_link_options(birthcase_capi PRIVATE LINKER:--gc-sections LINKER:--kill-at)

find_program(BIRTHCASE_DLLTOOL NAMES "${CMAKE_SYSTEM_PROCESSOR}-w64-mingw32-dlltool" REQUIRED)
set(imports "${CMAKE_CURRENT_BINARY_DIR}/imports")
set(script "${PROJECT_SOURCE_DIR}/cmake/import_libraries.cmake")
add_custom_command(
  OUTPUT "${imports}/libbirthcase.dll.a" "${imports}/birthcase.lib" "${imports}/birthcase.def"
  COMMAND "${CMAKE_COMMAND}" "-DOBJECTS=$<JOIN:$<TARGET_OBJECTS:birthcase_capi>,$<SEMICOLON>>" "-DFOLDER=${imports}"
    "-DNM=${CMAKE_NM}" "-DDLLTOOL=${BIRTHCASE_DLLTOOL}" "-DZIG=${ZIG}" "-DPROCESSOR=${CMAKE_SYSTEM_PROCESSOR}" -P "${script}"
  DEPENDS birthcase_capi "${script}"
  COMMENT "Making the import libraries of birthcase.dll"
  VERBATIM)
add_custom_target(birthcase_imports ALL DEPENDS "${imports}/birthcase.def")
set(birthcase_import_libraries "${imports}/libbirthcase.dll.a" "${imports}/birthcase.lib" "${imports}/birthcase.def" PARENT_SCOPE)
