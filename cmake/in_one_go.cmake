# Compiles the libraries, the store, the C interface, the analysis and the command line many files at once instead of file by
# file, which takes a third of the time.
foreach(target IN ITEMS birthcase_store birthcase_store_parts birthcase_exchange birthcase_capi birthcase_analysis birthcase_cli_parts)
  if(TARGET ${target})
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  endif()
endforeach()

# Files with a name of their own that another file of the folder has too are compiled apart from it: with files of other
# folders, or alone.
set(apart_1 application/values date feel/functions_number feel/pattern numbers profile/row)
set(apart_2 feel/functions_text feel/temporal_text numbers/documents)
if(TARGET birthcase_analysis)
  set_source_files_properties("${PROJECT_SOURCE_DIR}/analysis/outcomes.cpp"
    TARGET_DIRECTORY birthcase_analysis PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endif()

function(in_groups target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  get_target_property(library_sources ${target} SOURCES)
  foreach(source IN LISTS library_sources)
    file(RELATIVE_PATH name "${PROJECT_SOURCE_DIR}/src" "${source}")
    string(REGEX REPLACE "\\.cpp$" "" name "${name}")
    if(name MATCHES "^\\.\\.")
      continue()
    endif()
    get_filename_component(group "${name}" DIRECTORY)
    if(target STREQUAL "birthcase_authoring")  # lint.cpp with lint/, so that who runs tests alone need not link it
      string(REGEX REPLACE "/.*" "" group "${name}")
    endif()
    foreach(apart IN ITEMS apart_1 apart_2)
      if(name IN_LIST ${apart})
        set(group "${apart}")
      endif()
    endforeach()
    set_source_files_properties("${source}" TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP "library_${group}")
  endforeach()
endfunction()
foreach(target IN ITEMS birthcase_feel birthcase birthcase_authoring)
  if(TARGET ${target})
    in_groups(${target})
  endif()
endforeach()
