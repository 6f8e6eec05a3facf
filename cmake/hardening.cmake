# What makes an error of ours, or of a library below, end the program instead of handing it over. Applied to all that is
# installed; sanitizers see more and go without. SECURITY.md says what that promises.
include(CheckCXXCompilerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

set(hardening_flags "")
if(BIRTHCASE_HARDENING AND NOT MSVC AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
    string(MAKE_C_IDENTIFIER "birthcase_has${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND hardening_flags ${flag})
    endif()
  endforeach()
  set(hardened ON)
else()
  set(hardened OFF)
endif()

function(birthcase_hardened target)
  if(NOT hardened)
    return()
  endif()
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON)  # of a program: PIE
  target_compile_options(${target} PRIVATE ${hardening_flags}
    "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/="  # no path of the builder's
    $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-U_FORTIFY_SOURCE$<SEMICOLON>-D_FORTIFY_SOURCE=3>)  # needs optimisation
  get_target_property(type ${target} TYPE)
  if(UNIX AND NOT APPLE AND NOT type STREQUAL "STATIC_LIBRARY")
    target_link_options(${target} PRIVATE LINKER:-z,relro,-z,now LINKER:-z,noexecstack)
  endif()
endfunction()
