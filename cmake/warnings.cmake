# How strict the compiler is with our own code. Designated initialisers leave out on purpose what has a default.
function(birthcase_strict target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8)
    return()
  endif()
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-missing-field-initializers)
  if(BIRTHCASE_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()
