# Compiles the library, the C interface, the analysis and the command line folder by folder instead of file by file, which
# takes a third of the time.
set_target_properties(birthcase PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
foreach(target IN ITEMS birthcase_capi birthcase_analysis birthcase_cli_parts)
  if(TARGET ${target})
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  endif()
endforeach()

# Files with a name of their own that another file of the folder has too are compiled alone.
if(TARGET birthcase_analysis)
  set_source_files_properties("${PROJECT_SOURCE_DIR}/analysis/outcomes.cpp"
    TARGET_DIRECTORY birthcase_analysis PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endif()
set(alone application/values calendar calendar/notice calendar/opening_hours date numbers numbers/documents
  feel/functions_number feel/functions_text feel/pattern feel/temporal_text profile/row)

get_target_property(library_sources birthcase SOURCES)
foreach(source IN LISTS library_sources)
  file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}/src" "${source}")
  string(REGEX REPLACE "\\.cpp$" "" name "${name}")
  if(name IN_LIST alone OR name MATCHES "^\\.\\.")
    continue()
  endif()
  get_filename_component(folder "${name}" DIRECTORY)
  set_source_files_properties("${source}" TARGET_DIRECTORY birthcase PROPERTIES UNITY_GROUP "library_${folder}")
endforeach()
