# What makes an error of ours, or of a library below, end the program instead of handing it over. Applied to all that is
# installed; sanitizers see more and go without. SECURITY.md says what that promises.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

set(hardening_flags "")
if(BIRTHCASE_HARDENING AND NOT MSVC AND NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  set(hardening_candidates -fstack-protector-strong -fstack-clash-protection -fcf-protection=full)
  if(MINGW)
    list(REMOVE_ITEM hardening_candidates -fstack-clash-protection)  # GCC 12 fails on it; Windows touches every page anyway
  endif()
  foreach(flag IN LISTS hardening_candidates)
    string(MAKE_C_IDENTIFIER "birthcase_has${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND hardening_flags ${flag})
    endif()
  endforeach()
  # Of the compiler's marks the linker keeps what every file has; the start files of some systems have none. They return
  # as they are called, so the shadow stack is promised for them; landing pads they have or have not.
  set(hardening_links "")
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64" AND birthcase_has_fcf_protection_full)
    check_linker_flag(CXX "LINKER:-z,shstk" birthcase_links_shstk)
    if(birthcase_links_shstk)
      list(APPEND hardening_links "LINKER:-z,shstk")
    endif()
  endif()
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
    target_link_options(${target} PRIVATE LINKER:-z,relro,-z,now LINKER:-z,noexecstack ${hardening_links})
  elseif(MINGW)
    target_link_options(${target} PRIVATE -fstack-protector-strong)  # brings libssp, which the checks call
  endif()
endfunction()
