# How strict the compiler is with our own code. Designated initialisers leave out on purpose what has a default.
function(birthcase_strict target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # GCC 12 sees overlaps and overflows in std::string's operator+ that are not there (GCC bugs 105329, 105651).
    target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-restrict -Wno-stringop-overflow)
  endif()
  if(BIRTHCASE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# Each function in a section of its own, so that a linker that is told to can leave out what nobody calls.
function(birthcase_in_sections target)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE -ffunction-sections -fdata-sections)
  endif()
endfunction()

# For tests: what counts is how fast they compile, not how fast they run.
function(birthcase_unoptimised target)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O0>)
  endif()
endfunction()
